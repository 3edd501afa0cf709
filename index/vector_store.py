"""The role of a vector store: find the rows nearest to a query. FAISS is one; a distributed engine can be another."""

from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

import numpy as np
import numpy.typing as npt

from index.embedder import Vectors


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

    def vectors(self, rows: Sequence[int]) -> Vectors:
        """Return the (len(rows), dim) vectors stored at these rows."""
        ...

    def save(self, path: Path) -> None:
        """Write all vectors to one file."""
        ...
