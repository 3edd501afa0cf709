"""Count the passages of each topic by the kinds of evidence they rest on."""

from collections.abc import Sequence
from dataclasses import dataclass

from corpus.loader import LoadedCorpus
from corpus.models import Grade, Passage

ALL_TOPICS = "all topics"
HOW_COUNTED = (
    "A passage has the kinds of evidence of its citations. It is counted once in the column of each kind, however often"
    " it cites it, so a row can add up to more than its passages. “Weak only” are passages that rest on nothing but"
    " traditional use, personal reports, press or advocacy."
)
WEAK = frozenset({Grade.TRADITIONAL_USE, Grade.PERSONAL_REPORTS, Grade.PRESS_ADVOCACY})


@dataclass(frozen=True, slots=True)
class TopicRow:
    """One topic: `by_grade` in the order of `Grade`; `weak_only` and `ungraded` are numbers of passages too."""

    topic: str
    passages: int
    by_grade: tuple[int, ...]
    weak_only: int
    ungraded: int


@dataclass(frozen=True, slots=True)
class Evidence:
    """All topics, the one with most passages first, and the row of all of them together."""

    grades: tuple[str, ...]
    topics: tuple[TopicRow, ...]
    total: TopicRow


def count_evidence(loaded: LoadedCorpus) -> Evidence:
    """Count the passages of articles and tables."""
    passages = loaded.corpus.passages
    topics: dict[str, list[Passage]] = {}
    for passage in passages:
        topics.setdefault(passage.topic, []).append(passage)
    rows = [_row(topic, of_topic) for topic, of_topic in topics.items()]
    return Evidence(
        grades=tuple(grade.words for grade in Grade),
        topics=tuple(sorted(rows, key=lambda row: (-row.passages, row.topic))),
        total=_row(ALL_TOPICS, passages),
    )


def _row(topic: str, passages: Sequence[Passage]) -> TopicRow:
    found = [frozenset(passage.grades) for passage in passages]
    return TopicRow(
        topic=topic,
        passages=len(found),
        by_grade=tuple(sum(grade in grades for grades in found) for grade in Grade),
        weak_only=sum(bool(grades) and grades <= WEAK for grades in found),
        ungraded=sum(not grades for grades in found),
    )
