"""How near a query is to labelled questions: those that the corpus answers, and those that it does not.

A question about another herb can share every word with an article and still have no answer there. Its likeness to
questions that were labelled as unanswerable tells what no measure of the passages can.
"""

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
        if not self.are_enough:
            return dict.fromkeys(NEIGHBOUR_FEATURES, 0.0)
        similar = self.vectors @ vector
        if itself is not None:
            similar[itself] = -1.0
        answerable = np.sort(similar[self.answerable])[-_NEAREST:]
        unanswerable = np.sort(similar[~self.answerable])[-_NEAREST:]
        return {
            "nearest_answerable": float(answerable[-1]),
            "nearest_unanswerable": float(unanswerable[-1]),
            "neighbours": float(answerable.mean() - unanswerable.mean()),
        }
