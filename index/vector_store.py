"""The role of a vector store: find the rows nearest to a query. FAISS is one; a distributed engine can be another."""

from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

import numpy as np
import numpy.typing as npt

from index.embedder import Vectors


class Similarities(Protocol):
    """How near the vectors of a store are to one query, as cosine similarities in [-1, 1]."""

    def nearest(self, k: int) -> npt.NDArray[np.int64]:
        """Return the rows of the k nearest vectors, in no order; of fewer, where the store finds fewer."""
        ...

    def of(self, rows: npt.NDArray[np.int64]) -> Vectors:
        """Return the (len(rows),) similarities of the vectors at these rows."""
        ...


class VectorStore(Protocol):
    """Holds (n, dim) unit vectors and searches them by inner product."""

    @property
    def count(self) -> int:
        """Return how many vectors it holds."""
        ...

    @property
    def dimension(self) -> int:
        """Return the length of a vector."""
        ...

    def search(self, query: Vectors, k: int) -> tuple[npt.NDArray[np.int64], Vectors]:
        """Return (rows, similarities) of the k nearest to one (dim,) query, nearest first; similarity in [-1, 1]."""
        ...

    def compare(self, query: Vectors) -> Similarities:
        """Return how near the vectors are to one (dim,) query."""
        ...

    def vectors(self, rows: Sequence[int] | npt.NDArray[np.int64]) -> Vectors:
        """Return the (len(rows), dim) vectors stored at these rows."""
        ...

    def save(self, path: Path) -> None:
        """Write all vectors to one file."""
        ...
