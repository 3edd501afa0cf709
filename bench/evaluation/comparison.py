"""Set the learned fusion, plain baselines and the whole bot side by side: same questions, same passages.

Rankers get the question as it was asked (a follow-up: both turns as one text), and neither tables, threshold nor
triage. The bot itself is a further row: what it showed as an answer.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from bench.evaluation.intervals import Rate, difference, rate
from bench.evaluation.measures import Measure
from bench.evaluation.questions import Item
from bench.evaluation.replies import MOST_SHOWN
from bench.evaluation.scoring import Scored
from bot.answering.ports import Retriever
from corpus.models import Passage
from index.artifact import OpenIndex
from index.baselines import BASELINES, PlainScorer
from index.embedder import Embedder

LEARNED, BOT, REFERENCE = "learned", "bot", "dense_text"
DEPTH = 50
"""How far down the learned ranking is looked at for the first passage that is right."""

SYSTEMS = {
    "dense_text": "dense only: question to passage text",
    "dense_any": "dense, best of all fields",
    "bm25": "BM25 over all fields",
    "rank_fusion": "plain rank fusion of the two above (k = 60)",
    LEARNED: "learned fusion of this build",
    BOT: "the bot as it answers",
}


@dataclass(frozen=True, slots=True)
class Ranked:
    """What every ranker puts first for one question; `learned` goes deeper, `probability` is that of its first."""

    item: Item
    tops: dict[str, tuple[Passage, ...]]
    learned: tuple[Passage, ...]
    probability: float


@dataclass(frozen=True, slots=True)
class SystemScore:
    """How often one system is right in its first and in its first three; the gains are over dense only."""

    id: str
    name: str
    right_1: Rate
    right_3: Rate
    gain_1: Rate
    gain_3: Rate


class Rankers:
    """All rankers over one build."""

    def __init__(self, opened: OpenIndex, embedder: Embedder, retriever: Retriever) -> None:
        self._passages = opened.corpus.passages
        self._scorer = PlainScorer(opened.store, opened.rows, opened.lexical)
        self._embedder = embedder
        self._retriever = retriever

    def rank(self, item: Item) -> Ranked:
        """Return what each ranker puts first."""
        scores = self._scorer.score(item.question, self._embedder.encode_queries([item.question])[0])
        tops = {
            name: tuple(self._passages[number] for number in ranker(scores)[:MOST_SHOWN])
            for name, ranker in BASELINES.items()
        }
        found = self._retriever.retrieve(item.question, DEPTH)
        learned = tuple(hit.passage for hit in found.hits)
        return Ranked(item, {**tops, LEARNED: learned[:MOST_SHOWN]}, learned, found.probability)


def compare(ranked: Sequence[Ranked], scored: Sequence[Scored]) -> tuple[SystemScore, ...]:
    """Return the scores of all systems on answerable questions; both lists are about the same ones, in order."""
    first = {name: [one.item.is_answered_by(one.tops[name][:1]) for one in ranked] for name in SYSTEMS if name != BOT}
    three = {name: [one.item.is_answered_by(one.tops[name]) for one in ranked] for name in SYSTEMS if name != BOT}
    first[BOT] = [one.marks[Measure.RIGHT_1] for one in scored]
    three[BOT] = [one.marks[Measure.RIGHT_3] for one in scored]
    return tuple(
        SystemScore(
            name,
            words,
            rate(first[name]),
            rate(three[name]),
            difference(first[name], first[REFERENCE]),
            difference(three[name], three[REFERENCE]),
        )
        for name, words in SYSTEMS.items()
    )
