"""Run all questions through the real core and through the rankers."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from bench.evaluation.comparison import Ranked, Rankers
from bench.evaluation.questions import ANSWERABLE, Item, Kind
from bench.evaluation.replies import ask
from bench.evaluation.scoring import Scored, score
from bot.bootstrap import Assembly
from bot.editions import OpenEdition
from index import artifact

_RANKED = ANSWERABLE | {Kind.OUT_OF_SCOPE}
_WARM_UP = Item("warm-up", Kind.IN_SCOPE, "", ("what is kratom",))


@dataclass(frozen=True, slots=True)
class Run:
    """All replies, in the order of the questions, and what the rankers found; both from one build."""

    edition: OpenEdition
    asked_on: date
    region: str | None
    scored: tuple[Scored, ...]
    ranked: dict[int, Ranked]
    """By position in `scored`; only questions that are searched have an entry."""


def run_all(
    assembly: Assembly,
    items: Sequence[Item],
    asked_on: date,
    region: str | None = None,
    told: Callable[[int, int], None] = lambda _done, _total: None,
) -> Run:
    """Ask everything; `told` gets (questions done, questions in all).

    Raises:
        VectorIndexError: there is no usable index.
    """
    edition = live_edition(assembly)
    opened = artifact.open_build(assembly.settings.index_dir / edition.build_id)
    embedder = assembly.embedders.for_questions(opened)
    rankers = Rankers(opened, embedder, [item for item in items if item.kind in _RANKED])
    ask(assembly.service, _WARM_UP, asked_on, region)  # the first question pays for what is loaded on demand
    scored, ranked = [], {}
    for position, item in enumerate(items):
        scored.append(score(item, ask(assembly.service, item, asked_on, region)))
        if item.kind in _RANKED:
            ranked[position] = rankers.rank(item)
        told(position + 1, len(items))
    return Run(edition, asked_on, region, tuple(scored), ranked)


def live_edition(assembly: Assembly) -> OpenEdition:
    """Return the edition that answers.

    Raises:
        VectorIndexError: there is none; the error says why.
    """
    edition = assembly.shelf.current()
    return edition if edition is not None else assembly.shelf.load()
