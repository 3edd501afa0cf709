"""The vector store over FAISS; the only module that imports it."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import faiss
import numpy as np
import numpy.typing as npt

from index.embedder import Vectors
from index.errors import IndexCorruptError

# A search takes a millisecond or two. More threads make it no faster, and on a busy machine they wait for each other.
faiss.omp_set_num_threads(1)


class FaissStore:
    """Exact inner-product search (IndexFlatIP)."""

    def __init__(self, vectors: Vectors) -> None:
        self._index: Any = faiss.IndexFlatIP(vectors.shape[1])
        self._index.add(np.ascontiguousarray(vectors, dtype=np.float32))

    @classmethod
    def open(cls, path: Path) -> "FaissStore":
        """Open a file that `save` wrote, by reading it whole.

        It is not mapped into memory: checksums are compared when a build is opened, and a file that is cut after that
        would end the program where it is mapped, while what was read stays right. A corpus that people write has some
        ten thousand vectors, which are 20 MB.

        Raises:
            IndexCorruptError: FAISS cannot read it.
        """
        store = cls.__new__(cls)
        try:
            store._index = faiss.read_index(str(path))
        except RuntimeError as error:
            raise IndexCorruptError(path.parent, f"{path.name} is not a FAISS index") from error
        return store

    @property
    def count(self) -> int:
        """Return how many vectors it holds."""
        return int(self._index.ntotal)

    @property
    def dimension(self) -> int:
        """Return the length of a vector."""
        return int(self._index.d)

    def search(self, query: Vectors, k: int) -> tuple[npt.NDArray[np.int64], Vectors]:
        """Return (rows, similarities) of the k nearest to one (dim,) query, nearest first."""
        similarities, rows = self._index.search(query.reshape(1, -1), min(k, self.count))
        return rows[0], similarities[0]

    def vectors(self, rows: Sequence[int]) -> Vectors:
        """Return the (len(rows), dim) vectors stored at these rows."""
        found: Vectors = self._index.reconstruct_batch(np.asarray(rows, dtype=np.int64))
        return found

    def save(self, path: Path) -> None:
        """Write all vectors to one file."""
        faiss.write_index(self._index, str(path))
