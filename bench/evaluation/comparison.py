"""Set the learned fusion, plain baselines and the whole bot side by side: same questions, same passages.

Rankers get the question as it was asked (a follow-up: both turns as one text), and neither tables, threshold nor
triage. The bot itself is a further row: what it showed as an answer.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from bench.evaluation.intervals import Rate, difference, rate
from bench.evaluation.measures import Measure
from bench.evaluation.questions import Item
from bench.evaluation.replies import MOST_SHOWN
from bench.evaluation.scoring import Scored
from corpus.models import Passage
from index.artifact import OpenIndex
from index.baselines import BASELINES, PlainScorer
from index.embedder import Embedder, Progress, Vectors
from index.models import ModelInfo
from index.retriever import HybridRetriever

LEARNED, BOT, REFERENCE = "learned", "bot", "dense_text"
DEPTH = 50
"""How far down the learned ranking is looked at for the first passage that is right."""

SYSTEMS = {
    "dense_text": "dense only: question to passage text",
    "dense_any": "dense, best of all fields",
    "bm25": "BM25 over all fields",
    "rank_fusion": "plain rank fusion, BM25 + dense of all fields",
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


class RememberedQueries:
    """An embedder that encodes its queries once, all together, for all rankers; it encodes nothing else."""

    def __init__(self, embedder: Embedder, queries: Sequence[str]) -> None:
        self._info = embedder.info
        unique = list(dict.fromkeys(queries))
        self._vectors = dict(zip(unique, embedder.encode_queries(unique), strict=True)) if unique else {}

    @property
    def info(self) -> ModelInfo:
        """Return which model encodes."""
        return self._info

    def encode_queries(self, texts: Sequence[str]) -> Vectors:
        """Return (n, dim) float32 unit vectors, one row per text, each of which has to be a remembered query."""
        return np.stack([self._vectors[text] for text in texts])

    def encode_passages(self, texts: Sequence[str], progress: Progress | None = None) -> Vectors:
        """Refuse: rankers look at passages that are encoded already."""
        raise NotImplementedError("remembered queries encode no passages")


class Rankers:
    """All rankers over one build."""

    def __init__(self, opened: OpenIndex, embedder: Embedder, items: Sequence[Item]) -> None:
        """Get ready to rank these items."""
        self._passages = opened.corpus.passages
        self._scorer = PlainScorer(opened.store, opened.rows, opened.lexical)
        self._queries = RememberedQueries(embedder, [item.question for item in items])
        self._retriever = HybridRetriever(opened, self._queries)

    def rank(self, item: Item) -> Ranked:
        """Return what each ranker puts first."""
        scores = self._scorer.score(item.question, self._queries.encode_queries([item.question])[0])
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
