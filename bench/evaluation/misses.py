"""Say of every miss what was shown and where it went wrong: triage, threshold, ranking, or the corpus itself."""

from collections.abc import Sequence
from dataclasses import dataclass

from bench.evaluation.comparison import DEPTH, Ranked
from bench.evaluation.measures import Measure
from bench.evaluation.questions import ANSWERABLE, Kind
from bench.evaluation.replies import MOST_SHOWN
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
    probability = _probability(one)
    return Miss(
        one.item.id,
        one.item.kind.value,
        one.item.topic,
        one.item.turns,
        one.reply.outcome,
        None if probability is None else round(probability, 4),
        _cause(one, ranked, passages, threshold),
        one.faults,
        tuple(Shown(passage.id, passage.text[:_SHOWN_CHARS]) for passage in one.reply.passages),
        tuple(passage.id for passage in ranked.learned[:3]) if ranked else (),
    )


def _cause(one: Scored, ranked: Ranked | None, passages: Sequence[Passage], threshold: float) -> str:
    outcome, kind = one.reply.outcome, one.item.kind
    if one.reply.error:
        return "crash"
    if outcome in (Outcome.CRISIS, Outcome.REFUSED, Outcome.INVALID):
        rules = ", ".join(assess(one.item.turns).rules)
        return f"triage: {outcome} by rule {rules}" if rules else f"triage: {outcome}"
    if kind is Kind.OUT_OF_SCOPE:
        return _why_answered(one, threshold)
    if kind not in ANSWERABLE or ranked is None:
        return "triage: no rule fired" if kind in (Kind.CRISIS, Kind.UNSAFE) else f"the reply, which {outcome}"
    found = _where_it_is(one, ranked, passages)
    if outcome != Outcome.ABSTAINED:
        return found
    probability = _probability(one)
    below = probability is None or probability < threshold
    return f"threshold {threshold:.2f}; {found}" if below else f"abstained above the threshold; {found}"


def _probability(one: Scored) -> float | None:
    return one.reply.answer.probability if one.reply.answer else None


def _why_answered(one: Scored, threshold: float) -> str:
    probability = _probability(one)
    if probability is not None and probability < threshold:
        return "tables: a record was named, so it was answered below the threshold"
    return f"threshold {threshold:.2f} is not above the probability"


def _where_it_is(one: Scored, ranked: Ranked, passages: Sequence[Passage]) -> str:
    """Return at what rank of the search the first right passage stands, or what the corpus lacks."""
    shown = {passage.id for passage in one.reply.answering}
    for rank, passage in enumerate(ranked.learned, start=1):
        if not one.item.is_answered_by([passage]):
            continue
        if one.marks.get(Measure.RIGHT_3):
            other_first = one.reply.answering[0] != ranked.learned[0]
            return f"{'tables or selection' if other_first else 'ranking'}: right at rank {rank} of search"
        part = "selection" if shown and rank <= MOST_SHOWN and passage.id not in shown else "ranking"
        return f"{part}: right at rank {rank} of search"
    if one.item.is_answered_by(ranked.learned[:MOST_SHOWN]):
        return "selection: the first three of search are right together"
    elsewhere = sum(one.item.is_answered_by([passage]) for passage in passages)
    if elsewhere:
        return f"ranking: {elsewhere} passages are right, none of them among the best {DEPTH}"
    return f"corpus: no passage is right by itself ({_group_counts(one, passages)})"


def _group_counts(one: Scored, passages: Sequence[Passage]) -> str:
    """Return in how many passages each group of the key is found."""
    counts = dict.fromkeys(range(1, len(one.item.key.must_any) + 1), 0)
    for passage in passages:
        for number in counts.keys() - set(one.item.key.missing(passage.text)):
            counts[number] += 1
    return ", ".join(f"group {number} in {count} passages" for number, count in counts.items())
