"""Measure, for one query, how well each candidate passage fits in each field: the numbers that fusion weighs."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from index.embedder import Vectors
from index.expansion import Expander, QueryWords
from index.lexical import EVERYTHING, LEXICAL_FIELDS, LexicalIndex
from index.models import FieldText, SearchField
from index.vector_store import VectorStore

NEAREST_VECTORS = 256
_BEST_PER_FIELD = 40

DENSE_FEATURES = tuple(f"dense_{field.value}" for field in SearchField)
LEXICAL_FEATURES = tuple(f"bm25_{field}" for field in LEXICAL_FIELDS)
FEATURES = (*DENSE_FEATURES, *LEXICAL_FEATURES)
QUESTION_FEATURES = ("dense_question", "bm25_question")


@dataclass(frozen=True, slots=True)
class VectorRows:
    """What each vector is of: its passage, its field, and which part of it; three (n,) arrays, grouped by passage."""

    passages: npt.NDArray[np.int32]
    fields: npt.NDArray[np.int32]
    parts: npt.NDArray[np.int32]

    @classmethod
    def of(cls, texts: Sequence[FieldText]) -> "VectorRows":
        """Return the rows of texts that are encoded in this order."""
        codes = {field: code for code, field in enumerate(SearchField)}
        table = np.array([(text.passage, codes[text.field], text.part) for text in texts], dtype=np.int32)
        return cls(*table.reshape(-1, 3).T)

    def rows_of(self, numbers: npt.NDArray[np.int64]) -> npt.NDArray[np.int64]:
        """Return the rows of these passages. Rows are grouped by passage, in ascending order."""
        first = np.searchsorted(self.passages, numbers, side="left")
        counts = np.searchsorted(self.passages, numbers, side="right") - first
        before = np.cumsum(counts) - counts  # how many rows stand in what is returned before those of each passage
        rows: npt.NDArray[np.int64] = np.arange(int(counts.sum()), dtype=np.int64) + np.repeat(first - before, counts)
        return rows


@dataclass(frozen=True, slots=True)
class Candidates:
    """The passages considered for one query: their numbers (m,), and (m, len(FEATURES)) measures, higher is better.

    Dense measures are cosine similarities; lexical ones are BM25 scores as a share of the query's best in that field.
    """

    numbers: npt.NDArray[np.int64]
    features: npt.NDArray[np.float64]
    words: QueryWords

    def column(self, feature: str) -> npt.NDArray[np.float64]:
        """Return one measure of all candidates."""
        return self.features[:, FEATURES.index(feature)]


@dataclass(frozen=True, slots=True)
class Coverage:
    """The words of a query against one passage, each 0 to 1.

    Attributes:
        here: the share of the query's rarity that the passage has.
        anywhere: the share that any passage has.
        missing: the rarity of the rarest word that the passage lacks, as a share of that of an unknown word.
        subject: 1 if the query names what most of the corpus is about.
    """

    here: float
    anywhere: float
    missing: float
    subject: float


class CandidateFinder:
    """Finds and measures candidates in one build; reads only, so any thread may use it."""

    def __init__(
        self, store: VectorStore, rows: VectorRows, lexical: LexicalIndex, expander: Expander | None = None
    ) -> None:
        self._store = store
        self._rows = rows
        self._lexical = lexical
        self._expander = expander or Expander()
        self._field_codes = {field: code for code, field in enumerate(SearchField)}

    def find(self, query: str, vector: Vectors) -> Candidates:
        """Return the candidates for a query, given as text and as its (dim,) unit vector."""
        words = self._expander.expand(query)
        lexical = {field: self._lexical.scores(field, words.searched) for field in LEXICAL_FIELDS}
        near, _ = self._store.search(vector, NEAREST_VECTORS)
        found = [self._rows.passages[near[near >= 0]].astype(np.int64)]
        found += [best_by_words(scores) for scores in lexical.values()]
        numbers = np.unique(np.concatenate(found))
        features = np.zeros((len(numbers), len(FEATURES)))
        self._measure_dense(numbers, vector, features)
        for column, field in enumerate(LEXICAL_FIELDS, start=len(DENSE_FEATURES)):
            features[:, column] = share_of_best(lexical[field], numbers)
        return Candidates(numbers, features, words)

    def _measure_dense(
        self, numbers: npt.NDArray[np.int64], vector: Vectors, features: npt.NDArray[np.float64]
    ) -> None:
        """Fill in the best similarity per field; a passage without questions is measured by its other fields."""
        rows = self._rows.rows_of(numbers)
        similarities = self._store.vectors(rows.tolist()) @ vector
        features[:, : len(DENSE_FEATURES)] = -1.0
        position = np.searchsorted(numbers, self._rows.passages[rows])
        np.maximum.at(features, (position, self._rows.fields[rows]), similarities)
        question = self._field_codes[SearchField.QUESTION]
        without = features[:, question] <= -1.0
        features[without, question] = features[without, : len(DENSE_FEATURES)].max(axis=1)

    def sentences(self, number: int, vector: Vectors) -> tuple[float, ...]:
        """Return the similarity of a (dim,) query to each sentence of a passage, in the order of the passage."""
        rows = self._rows.rows_of(np.array([number]))
        rows = rows[self._rows.fields[rows] == self._field_codes[SearchField.SENTENCE]]
        rows = rows[np.argsort(self._rows.parts[rows], kind="stable")]
        return tuple(float(value) for value in self._store.vectors(rows.tolist()) @ vector) if len(rows) else ()

    def likeness(self, numbers: Sequence[int]) -> tuple[tuple[float, ...], ...]:
        """Return the similarity of the text of each of these passages to that of each other (of their beginnings)."""
        text = self._field_codes[SearchField.TEXT]
        first = []
        for number in numbers:
            rows = self._rows.rows_of(np.array([number]))
            first.append(int(rows[np.argmax(self._rows.fields[rows] == text)]))
        vectors = self._store.vectors(first)
        return tuple(tuple(float(value) for value in row) for row in vectors @ vectors.T)

    def coverage(self, words: Sequence[str], passage_words: frozenset[str]) -> Coverage:
        """Return how much of a query's words a passage has; see `coverage_of`."""
        return coverage_of(self._lexical, words, passage_words)


def coverage_of(lexical: LexicalIndex, words: Sequence[str], passage_words: frozenset[str]) -> Coverage:
    """Return how much of a query's words a passage has; a rare word weighs more than a common one."""
    rarity = {word: lexical.rarity(word) for word in words}
    total = sum(rarity.values())
    if total <= 0:
        return Coverage(0.0, 0.0, 1.0, 0.0)
    return Coverage(
        here=sum(weight for word, weight in rarity.items() if word in passage_words) / total,
        anywhere=sum(weight for word, weight in rarity.items() if lexical.knows(word)) / total,
        missing=max((weight for word, weight in rarity.items() if word not in passage_words), default=0.0)
        / lexical.greatest_rarity,
        subject=float(any(lexical.is_everywhere(word) for word in rarity)),
    )


def share_of_best(scores: Vectors, numbers: npt.NDArray[np.int64]) -> Vectors:
    """Return the BM25 scores of some passages as a share (0 to 1) of the highest of all; 0 where none is positive."""
    highest = scores.max(initial=0.0)
    share: Vectors = scores[numbers] / highest if highest > 0 else np.zeros(len(numbers), dtype=np.float32)
    return share


def best_by_words(scores: Vectors) -> npt.NDArray[np.int64]:
    """Return the passages that become candidates by their (n,) BM25 scores in one field."""
    positive = np.flatnonzero(scores > 0)
    if len(positive) <= _BEST_PER_FIELD:
        return positive
    return positive[np.argpartition(-scores[positive], _BEST_PER_FIELD)[:_BEST_PER_FIELD]]


__all__ = ["EVERYTHING", "FEATURES", "CandidateFinder", "Candidates", "VectorRows"]
