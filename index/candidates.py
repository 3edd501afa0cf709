"""Measure, for one query, how well each candidate passage fits in each field: the numbers that fusion weighs."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from index.embedder import Vectors
from index.expansion import Expander, QueryWords
from index.lexical import EVERYTHING, LEXICAL_FIELDS, LexicalIndex
from index.models import FieldText, SearchField
from index.vector_store import Similarities, VectorStore

NEAREST_VECTORS = 256
_BEST_PER_FIELD = 40

DENSE_FEATURES = tuple(f"dense_{field.value}" for field in SearchField)
LEXICAL_FEATURES = tuple(f"bm25_{field}" for field in LEXICAL_FIELDS)
FEATURES = (*DENSE_FEATURES, *LEXICAL_FEATURES)
_FIELD_CODES = {field: code for code, field in enumerate(SearchField)}
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
        table = np.array([(text.passage, _FIELD_CODES[text.field], text.part) for text in texts], dtype=np.int32)
        return cls(*table.reshape(-1, 3).T)

    def rows_of(self, numbers: npt.NDArray[np.int64]) -> npt.NDArray[np.int64]:
        """Return the rows of these passages. Rows are grouped by passage, in ascending order."""
        wanted = numbers.astype(self.passages.dtype)  # of another type, it would make numpy copy all the passages
        first = np.searchsorted(self.passages, wanted, side="left")
        counts = np.searchsorted(self.passages, wanted, side="right") - first
        # Of each passage the rows first, first + 1, ..., all in one array: count on, and start anew at each passage.
        rows: npt.NDArray[np.int64] = np.arange(counts.sum()) + np.repeat(first - counts.cumsum() + counts, counts)
        return rows

    def sentences(self) -> npt.NDArray[np.int64]:
        """Return the rows of all sentences, by passage and in the order in which each passage has them."""
        rows = np.flatnonzero(self.fields == _FIELD_CODES[SearchField.SENTENCE])
        return rows[np.lexsort((self.parts[rows], self.passages[rows]))]

    def texts(self, passages: int) -> npt.NDArray[np.int64]:
        """Return, for each of the passages from 0, the row of its text; where it has none, of its first field."""
        first = np.searchsorted(self.passages, np.arange(passages, dtype=self.passages.dtype))
        texts = np.flatnonzero(self.fields == _FIELD_CODES[SearchField.TEXT])
        of_texts, where = np.unique(self.passages[texts], return_index=True)
        first[of_texts] = texts[where]
        return first.astype(np.int64)


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
        self._sentences = rows.sentences()
        passages = int(rows.passages[-1]) + 1 if len(rows.passages) else 0
        self._sentence_starts = np.searchsorted(rows.passages[self._sentences], np.arange(passages + 1)).tolist()
        self._texts = rows.texts(passages)

    def compare(self, vector: Vectors) -> Similarities:
        """Return how near the vectors of the build are to a (dim,) unit vector; ask for it once per query."""
        return self._store.compare(vector)

    def find(self, query: str, similar: Similarities) -> Candidates:
        """Return the candidates for a query, given as text and by what is near to its vector."""
        words = self._expander.expand(query)
        lexical = {field: self._lexical.scores(field, words.searched) for field in LEXICAL_FIELDS}
        found = [self._rows.passages[similar.nearest(NEAREST_VECTORS)].astype(np.int64)]
        found += [best_by_words(scores) for scores in lexical.values()]
        numbers = np.unique(np.concatenate(found))
        features = np.zeros((len(numbers), len(FEATURES)))
        self._measure_dense(numbers, similar, features)
        for column, field in enumerate(LEXICAL_FIELDS, start=len(DENSE_FEATURES)):
            features[:, column] = share_of_best(lexical[field], numbers)
        return Candidates(numbers, features, words)

    def _measure_dense(
        self, numbers: npt.NDArray[np.int64], similar: Similarities, features: npt.NDArray[np.float64]
    ) -> None:
        """Fill in the best similarity per field; a passage without questions is measured by its other fields."""
        rows = self._rows.rows_of(numbers)
        features[:, : len(DENSE_FEATURES)] = -1.0
        if len(rows):
            fields = self._rows.fields[rows]
            of = self._rows.passages[rows]
            # The texts of one field of one passage stand together.
            starts = np.flatnonzero(np.diff(of * len(SearchField) + fields, prepend=-1))
            position = np.searchsorted(numbers, of[starts].astype(np.int64))
            best = np.maximum.reduceat(similar.of(rows), starts)
            features[position, fields[starts]] = np.maximum(best, -1.0)
        question = _FIELD_CODES[SearchField.QUESTION]
        without = features[:, question] <= -1.0
        features[without, question] = features[without, : len(DENSE_FEATURES)].max(axis=1)

    def sentences(self, number: int, similar: Similarities) -> tuple[float, ...]:
        """Return the similarity of a query to each sentence of a passage, in the order of the passage."""
        if number + 1 >= len(self._sentence_starts):
            return ()
        rows = self._sentences[self._sentence_starts[number] : self._sentence_starts[number + 1]]
        return tuple(similar.of(rows).tolist())

    def likeness(self, numbers: npt.NDArray[np.int64]) -> tuple[tuple[float, ...], ...]:
        """Return the similarity of the text of each of these passages to that of each other (of their beginnings)."""
        vectors = self._store.vectors(self._texts[numbers])
        return tuple(map(tuple, (vectors @ vectors.T).tolist()))

    def coverage(self, words: Sequence[str], number: int) -> Coverage:
        """Return how much of a query's words a passage has, its title and its questions counted; see `coverage_of`."""
        return coverage_of(self._lexical, words, self._lexical.words_in(number, words))


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
