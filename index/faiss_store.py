"""The vector store over FAISS; the only module that imports it."""

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import faiss
import numpy as np
import numpy.typing as npt

from index.embedder import Vectors
from index.errors import IndexCorruptError
from index.vector_index_choice import VectorIndexChoice, VectorIndexKind, choose_vector_index
from index.vector_store import Similarities

# A search takes a millisecond or two. More threads make it no faster, and on a busy machine they wait for each other.
faiss.omp_set_num_threads(1)

LEAST_RECALL = 0.995
"""The share of the ten nearest that inverted lists must find; above 0.98, for it is measured on a sample."""
_TRIED_QUERIES = 200
_TRIED_NEAREST = 10
_QUERY_NOISE = 0.05  # a dimension: with 384 of them, a query has a cosine of about 0.7 to the vector it was made from
_TRAINED_PER_LIST = 64
_SEED = 11
_MAPPED_FROM_BYTES = 100 * 2**20
_BY_ROW = 1  # faiss.DirectMap.Array, which its type stubs leave out
_INNER_PRODUCTS: Any = vars(faiss)["fvec_inner_products_ny"]  # left out as well


class AllSimilarities:
    """The similarities of all vectors, computed at once: reading all of them is what an exact search does anyway."""

    def __init__(self, values: Vectors) -> None:
        """Take the (n,) similarities."""
        self._values = values

    def nearest(self, k: int) -> npt.NDArray[np.int64]:
        """Return the rows of the k nearest vectors, in no order."""
        if k >= len(self._values):
            return np.arange(len(self._values))
        return np.argpartition(self._values, len(self._values) - k)[-k:]

    def of(self, rows: npt.NDArray[np.int64]) -> Vectors:
        """Return the (len(rows),) similarities of the vectors at these rows."""
        return self._values[rows]


class SearchedSimilarities:
    """The similarities of few vectors: the nearest are searched for, those of given rows are computed when asked."""

    def __init__(self, store: "FaissStore", query: Vectors) -> None:
        """Take the store and the (dim,) query."""
        self._store = store
        self._query = query

    def nearest(self, k: int) -> npt.NDArray[np.int64]:
        """Return the rows of about the k nearest vectors."""
        rows, _ = self._store.search(self._query, k)
        return rows[rows >= 0]

    def of(self, rows: npt.NDArray[np.int64]) -> Vectors:
        """Return the (len(rows),) similarities of the vectors at these rows."""
        similarities: Vectors = self._store.vectors(rows) @ self._query
        return similarities


class FaissStore:
    """Search by inner product; exact, or above `EXACT_UP_TO` vectors by inverted lists."""

    def __init__(self, vectors: Vectors, choice: VectorIndexChoice | None = None) -> None:
        """Keep (n, dim) unit vectors as `choice` says; the default follows from their number."""
        chosen = choice or choose_vector_index(len(vectors))
        flat = np.ascontiguousarray(vectors, dtype=np.float32)
        if chosen.kind is VectorIndexKind.EXACT:
            self._index: Any = faiss.IndexFlatIP(vectors.shape[1])
            self._index.add(flat)
            return
        with _all_cores():
            self._index = _lists(flat, chosen.lists)

    @classmethod
    def open(cls, path: Path) -> "FaissStore":
        """Open a file that `save` wrote; a large one is mapped into memory, so that only what a search reads is loaded.

        A smaller one is read whole: checksums are compared when a build is opened, and a file that is cut after that
        would end the program where it is mapped, while what was read stays right.

        Raises:
            IndexCorruptError: FAISS cannot read it.
        """
        store = cls.__new__(cls)
        try:
            flags = faiss.IO_FLAG_MMAP_IFC if path.stat().st_size > _MAPPED_FROM_BYTES else 0
            store._index = faiss.read_index(str(path), flags)
        except (RuntimeError, OSError) as error:
            raise IndexCorruptError(path.parent, f"{path.name} is not a FAISS index") from error
        return store

    @property
    def kind(self) -> VectorIndexKind:
        """Return how the vectors are kept."""
        return VectorIndexKind.LISTS if isinstance(self._index, faiss.IndexIVF) else VectorIndexKind.EXACT

    @property
    def count(self) -> int:
        """Return how many vectors it holds."""
        return int(self._index.ntotal)

    @property
    def dimension(self) -> int:
        """Return the length of a vector."""
        return int(self._index.d)

    def search(self, query: Vectors, k: int) -> tuple[npt.NDArray[np.int64], Vectors]:
        """Return (rows, similarities) of the k nearest to one (dim,) query, nearest first.

        By inverted lists some of the nearest may be missing; a row of -1 says that fewer than k were found.
        """
        similarities, rows = self._index.search(query.reshape(1, -1), min(k, self.count))
        return rows[0], similarities[0]

    def compare(self, query: Vectors) -> Similarities:
        """Return how near the vectors are to one (dim,) query: of all of them, where the store is exact."""
        if self.kind is not VectorIndexKind.EXACT:
            return SearchedSimilarities(self, query)
        flat = np.ascontiguousarray(query, dtype=np.float32)
        if flat.shape != (self.dimension,):
            raise ValueError(f"a query of shape {flat.shape} for vectors of {self.dimension} numbers")
        values = np.empty(self.count, dtype=np.float32)
        _INNER_PRODUCTS(faiss.swig_ptr(values), faiss.swig_ptr(flat), self._index.get_xb(), self.dimension, self.count)
        return AllSimilarities(values)

    def vectors(self, rows: Sequence[int] | npt.NDArray[np.int64]) -> Vectors:
        """Return the (len(rows), dim) vectors stored at these rows."""
        found: Vectors = self._index.reconstruct_batch(np.asarray(rows, dtype=np.int64))
        return found

    def save(self, path: Path) -> None:
        """Write all vectors to one file."""
        faiss.write_index(self._index, str(path))


def _lists(vectors: Vectors, lists: int) -> Any:
    """Return inverted lists of 16-bit vectors that read as few lists a search as `LEAST_RECALL` needs."""
    index: Any = faiss.index_factory(vectors.shape[1], f"IVF{lists},SQfp16", faiss.METRIC_INNER_PRODUCT)
    index.by_residual = False  # keep the vectors themselves, not how they differ from the centre
    index.cp.max_points_per_centroid = _TRAINED_PER_LIST
    index.cp.seed = _SEED
    index.train(vectors)
    index.add(vectors)
    index.set_direct_map_type(_BY_ROW)  # so that a vector can be had by its row
    index.nprobe = _lists_to_read(index, vectors)
    return index


def _lists_to_read(index: Any, vectors: Vectors) -> int:
    """Return about the least number of lists with which queries near some of the vectors find enough of the nearest."""
    generator = np.random.default_rng(_SEED)
    queries = vectors[generator.integers(len(vectors), size=_TRIED_QUERIES)]
    queries = queries + generator.normal(scale=_QUERY_NOISE, size=queries.shape).astype(np.float32)
    queries /= np.linalg.norm(queries, axis=1, keepdims=True)
    _, nearest = faiss.knn(queries, vectors, _TRIED_NEAREST, metric=faiss.METRIC_INNER_PRODUCT)
    read = 1
    while read < index.nlist:
        index.nprobe = read
        if _recall(index.search(queries, _TRIED_NEAREST)[1], nearest) >= LEAST_RECALL:
            return read
        read += max(1, read // 4)
    return int(index.nlist)


def _recall(found: npt.NDArray[np.int64], nearest: npt.NDArray[np.int64]) -> float:
    """Return the share of the rows of `nearest` that are in the same line of `found`."""
    both = [len(np.intersect1d(one, other)) for one, other in zip(found, nearest, strict=True)]
    return sum(both) / nearest.size


@contextmanager
def _all_cores() -> Iterator[None]:
    """Use all cores while an index is made, or as many as OMP_NUM_THREADS allows: the bot sets it to one."""
    before = faiss.omp_get_max_threads()
    allowed = os.environ.get("OMP_NUM_THREADS", "")
    faiss.omp_set_num_threads(int(allowed) if allowed.isdigit() and int(allowed) else os.cpu_count() or 1)
    try:
        yield
    finally:
        faiss.omp_set_num_threads(before)
