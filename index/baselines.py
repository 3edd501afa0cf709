"""Plain ways to rank the passages of a build, to measure the learned fusion against.

They look at every passage, not at candidates, and know nothing of tables, threshold or triage. Ties go to the lower
passage number, as in `ranking`.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from index.candidates import VectorRows
from index.embedder import Vectors
from index.lexical import EVERYTHING, LexicalIndex
from index.models import SearchField
from index.tokens import content_words
from index.vector_store import VectorStore

Numbers = npt.NDArray[np.int64]
Scores = npt.NDArray[np.float64]

RANK_FUSION_K = 60
"""The constant of reciprocal rank fusion, as in Cormack, Clarke and Büttcher, SIGIR 2009."""
_TEXT = list(SearchField).index(SearchField.TEXT)


@dataclass(frozen=True, slots=True)
class PlainScores:
    """How well every passage fits one query: row p is passage p, higher is better.

    `dense` is (passages, fields) cosine similarities, the best of each field, -1 where a passage has no such field;
    `bm25` is (passages,) BM25 scores over all fields together, 0 where no word is shared.
    """

    dense: Scores
    bm25: Scores


class PlainScorer:
    """Scores all passages of one build; holds a copy of its vectors, so it is for measuring, not for serving."""

    def __init__(self, store: VectorStore, rows: VectorRows, lexical: LexicalIndex) -> None:
        self._vectors = store.vectors(range(store.count))
        self._rows = rows
        self._lexical = lexical

    def score(self, query: str, vector: Vectors) -> PlainScores:
        """Return the scores for a query, given as text and as its (dim,) unit vector."""
        bm25 = self._lexical.scores(EVERYTHING, content_words(query)).astype(np.float64)
        dense = np.full((len(bm25), len(SearchField)), -1.0)
        np.maximum.at(dense, (self._rows.passages, self._rows.fields), self._vectors @ vector)
        return PlainScores(dense, bm25)


def rank_dense_text(scores: PlainScores) -> Numbers:
    """Rank by the similarity of query and text: what an embedding model over a vector index gives."""
    return _descending(scores.dense[:, _TEXT])


def rank_dense_any(scores: PlainScores) -> Numbers:
    """Rank by the best similarity of any field: text, title and heading, or a question that the passage answers."""
    return _descending(scores.dense.max(axis=1))


def rank_bm25(scores: PlainScores) -> Numbers:
    """Rank by BM25 over all fields; passages that share no word with the query are left out."""
    order = _descending(scores.bm25)
    return order[scores.bm25[order] > 0]


def rank_fused(scores: PlainScores) -> Numbers:
    """Rank by plain reciprocal rank fusion of `rank_dense_any` and `rank_bm25`."""
    return reciprocal_rank_fusion((rank_dense_any(scores), rank_bm25(scores)), len(scores.bm25))


def reciprocal_rank_fusion(rankings: Sequence[Numbers], count: int, k: int = RANK_FUSION_K) -> Numbers:
    """Rank passages 0 to `count` - 1 by the sum of 1 / (k + rank) over rankings; unranked ones add nothing."""
    sums = np.zeros(count)
    for ranking in rankings:
        sums[ranking] += 1.0 / (k + 1 + np.arange(len(ranking)))
    return _descending(sums)


BASELINES: Mapping[str, Callable[[PlainScores], Numbers]] = {
    "dense_text": rank_dense_text,
    "dense_any": rank_dense_any,
    "bm25": rank_bm25,
    "rank_fusion": rank_fused,
}


def _descending(values: Scores) -> Numbers:
    return np.lexsort((np.arange(len(values)), -np.round(values, 9))).astype(np.int64)
