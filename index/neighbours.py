"""How near a query is to labelled questions: those that the corpus answers, and those that it does not.

A question about another herb can share every word with an article and still have no answer there. Its likeness to
questions that were labelled as unanswerable tells what no measure of the passages can.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from index.embedder import Vectors

NEIGHBOUR_FEATURES = ("nearest_answerable", "nearest_unanswerable", "neighbours")
_NEAREST = 3


@dataclass(frozen=True, slots=True)
class Neighbours:
    """The labelled questions of a build: (n, dim) unit vectors, and whether each has an answer, (n,)."""

    vectors: Vectors
    answerable: npt.NDArray[np.bool_]

    @property
    def are_enough(self) -> bool:
        """Tell whether there are questions of both kinds to compare with."""
        return min(int(self.answerable.sum()), int((~self.answerable).sum())) > _NEAREST

    def values(self, vector: Vectors, itself: int | None = None) -> dict[str, float]:
        """Return the measures for a (dim,) unit vector, each a cosine similarity or a difference of two.

        Args:
            vector: the query.
            itself: the row of the query, where it is one of the labelled questions, so that it is not compared with
                itself.
        """
        if itself is not None or not self.are_enough:
            return self.values_of_many(vector[None, :], None if itself is None else [itself])[0]
        similar = self.vectors @ vector
        answerable = _nearest_of_one(similar[self.answerable])
        unanswerable = _nearest_of_one(similar[~self.answerable])
        difference = (sum(answerable) - sum(unanswerable)) / _NEAREST
        return dict(zip(NEIGHBOUR_FEATURES, (answerable[-1], unanswerable[-1], difference), strict=True))

    def values_of_many(self, vectors: Vectors, themselves: Sequence[int] | None = None) -> list[dict[str, float]]:
        """Return the measures for each row of (queries, dim) unit vectors; see `values`."""
        if not self.are_enough:
            return [dict.fromkeys(NEIGHBOUR_FEATURES, 0.0) for _ in vectors]
        similar = vectors @ self.vectors.T
        if themselves is not None:
            similar[np.arange(len(vectors)), np.asarray(themselves)] = -1.0
        answerable = _nearest(similar[:, self.answerable])
        unanswerable = _nearest(similar[:, ~self.answerable])
        columns = (answerable[:, -1], unanswerable[:, -1], answerable.mean(axis=1) - unanswerable.mean(axis=1))
        return [dict(zip(NEIGHBOUR_FEATURES, map(float, row), strict=True)) for row in zip(*columns, strict=True)]


def _nearest(similar: Vectors) -> Vectors:
    """Return the greatest similarities of each row, ascending."""
    return np.sort(np.partition(similar, -_NEAREST, axis=1)[:, -_NEAREST:], axis=1)


def _nearest_of_one(similar: Vectors) -> list[float]:
    """Return the greatest of (n,) similarities, ascending."""
    return sorted(np.partition(similar, -_NEAREST)[-_NEAREST:].tolist())
