"""Find and measure the candidates of many queries at once, as `CandidateFinder.find` does one by one; for learning.

It compares every query with every text, in products of matrices. That is fast for thousands of queries over a corpus
that people write, and needs a table of queries by texts, so that it is not how one question is answered.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from index.candidates import (
    DENSE_FEATURES,
    NEAREST_VECTORS,
    Candidates,
    VectorRows,
    best_by_words,
    share_of_best,
)
from index.embedder import Vectors
from index.expansion import QueryWords
from index.lexical import LEXICAL_FIELDS, LexicalIndex, WordScores
from index.models import SearchField

_QUERIES_AT_ONCE = 128
_LEFT_OUT = -2.0
"""Below any cosine similarity."""
_QUESTION = list(SearchField).index(SearchField.QUESTION)


@dataclass(frozen=True, slots=True)
class SearchedTexts:
    """What is searched: (n, dim) unit vectors, what each is of, the words of the passages, and rows to leave out."""

    vectors: Vectors
    rows: VectorRows
    lexical: LexicalIndex
    left_out: npt.NDArray[np.int64]


def find_many(texts: SearchedTexts, queries: Sequence[QueryWords], vectors: Vectors) -> list[Candidates]:
    """Return the candidates of each query, given as words and as rows of (queries, dim) unit vectors.

    They are those of `CandidateFinder.find` over the texts that are not left out, up to the rounding of a product.
    """
    found: list[Candidates] = []
    for start in range(0, len(queries), _QUERIES_AT_ONCE):
        chosen = slice(start, start + _QUERIES_AT_ONCE)
        found.extend(_find_some(texts, queries[chosen], vectors[chosen]))
    return found


def _find_some(texts: SearchedTexts, queries: Sequence[QueryWords], vectors: Vectors) -> Iterator[Candidates]:
    similarities = vectors @ texts.vectors.T
    similarities[:, texts.left_out] = _LEFT_OUT
    asked = [one.searched for one in queries]
    lexical = [score_many(texts.lexical.word_scores(field), asked) for field in LEXICAL_FIELDS]
    passages = lexical[0].shape[1]
    dense = _best_of_fields(similarities, texts.rows, passages)
    near = np.zeros((len(queries), passages), dtype=np.bool_)
    for row, nearest in enumerate(_nearest(similarities, len(texts.vectors) - len(texts.left_out))):
        near[row, texts.rows.passages[nearest]] = True
    for row, words in enumerate(queries):
        by_words = [scores[row] for scores in lexical]
        for scores in by_words:
            near[row, best_by_words(scores)] = True
        numbers = np.flatnonzero(near[row])
        features = np.empty((len(numbers), len(DENSE_FEATURES) + len(LEXICAL_FIELDS)))
        features[:, : len(DENSE_FEATURES)] = dense[row, numbers]
        for column, scores in enumerate(by_words, start=len(DENSE_FEATURES)):
            features[:, column] = share_of_best(scores, numbers)
        yield Candidates(numbers, features, words)


def score_many(field: WordScores, queries: Sequence[Sequence[str]]) -> Vectors:
    """Return (queries, passages) BM25 scores in one field; row r is what `LexicalIndex.scores` gives for query r."""
    from scipy.sparse import csr_matrix  # only here: what starts a build is imported by a running bot too

    numbers = [[field.words[word] for word in words if word in field.words] for words in queries]
    starts = np.cumsum([0, *map(len, numbers)])
    asked = np.fromiter((number for row in numbers for number in row), dtype=np.int32, count=int(starts[-1]))
    ones = np.ones(len(asked), dtype=np.float32)  # a word that is asked twice stands twice, and counts twice
    words = len(field.starts) - 1
    query_words = csr_matrix((ones, asked, starts), shape=(len(queries), words))
    word_passages = csr_matrix((field.scores, field.passages, field.starts), shape=(words, field.count))
    found: Vectors = (query_words @ word_passages).toarray()
    return found


def _nearest(similarities: Vectors, known: int) -> npt.NDArray[np.int64]:
    """Return (queries, k) rows of the nearest texts, in no order; `known` texts are not left out."""
    k = min(NEAREST_VECTORS, known)
    if k >= similarities.shape[1]:
        return np.broadcast_to(np.arange(k), (len(similarities), k))
    return np.argpartition(-similarities, k, axis=1)[:, :k]


def _best_of_fields(similarities: Vectors, rows: VectorRows, passages: int) -> Vectors:
    """Return (queries, passages, fields) best similarities; see `CandidateFinder` for passages without questions."""
    fields = rows.passages.astype(np.int64) * len(SearchField) + rows.fields
    if not len(fields):
        return np.full((len(similarities), passages, len(SearchField)), -1.0, dtype=np.float32)
    starts = np.flatnonzero(np.diff(fields, prepend=-1))  # the texts of one field of one passage stand together
    best = np.full((len(similarities), passages * len(SearchField)), -1.0, dtype=np.float32)
    best[:, fields[starts]] = np.maximum(np.maximum.reduceat(similarities, starts, axis=1), -1.0)
    table = best.reshape(len(similarities), passages, len(SearchField))
    question = table[:, :, _QUESTION]
    np.copyto(question, table.max(axis=2), where=question <= -1.0)
    return table
