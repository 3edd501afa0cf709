"""Say of every miss what was shown and where it went wrong: triage, threshold, ranking, or the corpus itself."""

from collections.abc import Sequence
from dataclasses import dataclass

from bench.evaluation.comparison import DEPTH, Ranked
from bench.evaluation.measures import Measure
from bench.evaluation.questions import ANSWERABLE
from bench.evaluation.scoring import Scored
from bot.answering.models import Outcome
from bot.answering.triage import assess
from corpus.models import Passage

_SHOWN_CHARS = 160


@dataclass(frozen=True, slots=True)
class Shown:
    """A passage of a reply, or one that search puts first: its id and how it begins."""

    passage_id: str
    text: str


@dataclass(frozen=True, slots=True)
class Miss:
    """A question that was not handled right, or whose first passage was not right.

    `shown` are the passages of the reply; `ranked` are those that search alone puts first.
    """

    id: str
    kind: str
    topic: str
    turns: tuple[str, ...]
    outcome: str
    probability: float | None
    cause: str
    faults: tuple[str, ...]
    shown: tuple[Shown, ...]
    ranked: tuple[str, ...]


def explain(one: Scored, ranked: Ranked | None, passages: Sequence[Passage], threshold: float) -> Miss:
    """Return a miss with the place where it went wrong; `passages` are all those of the corpus."""
    answer = one.reply.answer
    return Miss(
        one.item.id,
        one.item.kind.value,
        one.item.topic,
        one.item.turns,
        one.reply.outcome,
        None if answer is None or answer.probability is None else round(answer.probability, 4),
        _cause(one, ranked, passages, threshold),
        one.faults,
        tuple(Shown(passage.id, passage.text[:_SHOWN_CHARS]) for passage in one.reply.passages),
        tuple(passage.id for passage in ranked.learned[:3]) if ranked else (),
    )


def _cause(one: Scored, ranked: Ranked | None, passages: Sequence[Passage], threshold: float) -> str:
    if one.reply.error:
        return "crash"
    if one.reply.outcome in (Outcome.CRISIS, Outcome.REFUSED, Outcome.INVALID):
        rules = ", ".join(assess(one.item.turns).rules)
        return f"triage: {one.reply.outcome}{f' ({rules})' if rules else ''}"
    if one.item.kind not in ANSWERABLE or ranked is None:
        return f"triage: {one.reply.outcome}" if one.reply.outcome != Outcome.ABSTAINED else "abstained"
    found = _where_it_is(one, ranked, passages)
    if one.reply.outcome == Outcome.ABSTAINED:
        return f"threshold {threshold:.2f}; {found}"
    if one.marks.get(Measure.RIGHT_3):
        return f"order; {found}"
    return found


def _where_it_is(one: Scored, ranked: Ranked, passages: Sequence[Passage]) -> str:
    """Return at what rank of the search the first right passage stands, or what the corpus lacks."""
    for rank, passage in enumerate(ranked.learned, start=1):
        if one.item.is_answered_by([passage]):
            return f"ranking: search has a right passage at rank {rank}"
    if one.item.is_answered_by(ranked.learned[:3]):
        return "ranking: the first three hits of search are right together"
    elsewhere = sum(one.item.is_answered_by([passage]) for passage in passages)
    if elsewhere:
        return f"ranking: {elsewhere} passages are right, none of them among the best {DEPTH}"
    texts = [passage.text for passage in passages]
    counts = [0] * len(one.item.key.must_any)
    for text in texts:
        for number in set(range(1, len(counts) + 1)) - set(one.item.key.missing(text)):
            counts[number - 1] += 1
    groups = ", ".join(f"group {number} in {count}" for number, count in enumerate(counts, start=1))
    return f"corpus: no passage is right by itself ({groups} passages)"
