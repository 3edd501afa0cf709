"""Ways to keep vectors: those of the product, through its own store, and others that were weighed against them."""

import math
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any, Protocol

import faiss
import numpy as np
import numpy.typing as npt

from bench.scaling.synthetic import Matrix
from index.faiss_store import FaissStore
from index.vector_index_choice import VectorIndexChoice, VectorIndexKind, choose_vector_index

LISTS_8_BIT = "lists-8-bit"
LISTS_PRODUCT = "lists-product"
GRAPH = "hnsw"
OTHERS = (LISTS_8_BIT, LISTS_PRODUCT, GRAPH)
KINDS = (*(kind.value for kind in VectorIndexKind), *OTHERS)
_LISTS_READ_OF_OTHERS = 16
_NEIGHBOURS_KEPT, _LOOKED_AT_MAKING, _LOOKED_AT_SEARCHING = 32, 80, 96


class Searches(Protocol):
    """What a kept collection of vectors can do."""

    def search(self, query: Matrix, k: int) -> tuple[npt.NDArray[np.int64], Matrix]:
        """Return (rows, similarities) of the k nearest to one (dim,) query."""
        ...


class _Plain:
    """A FAISS index that the product does not use."""

    def __init__(self, index: Any) -> None:
        self._index = index

    def search(self, query: Matrix, k: int) -> tuple[npt.NDArray[np.int64], Matrix]:
        similarities, rows = self._index.search(query.reshape(1, -1), k)
        return rows[0], similarities[0]


def write_index(kind: str, vectors: Matrix, path: Path) -> None:
    """Make an index of the vectors and write it to one file."""
    if kind in OTHERS:
        faiss.omp_set_num_threads(int(os.environ["OMP_NUM_THREADS"]))  # as the product's store does
        index = _MAKERS[kind](vectors)
        faiss.write_index(index, str(path))
        return
    store = FaissStore(vectors, _choice(VectorIndexKind(kind), len(vectors)))
    store.save(path)


def open_index(kind: str, path: Path) -> Searches:
    """Open an index that `write_index` wrote, mapped into memory."""
    if kind in OTHERS:
        return _Plain(faiss.read_index(str(path), faiss.IO_FLAG_MMAP_IFC))
    return FaissStore.open(path)


def lists_for(count: int) -> int:
    """Return how many lists the product would take, also for so few vectors that it takes none."""
    return choose_vector_index(count).lists or 1 << round(math.log2(count) / 2)


def _choice(kind: VectorIndexKind, count: int) -> VectorIndexChoice:
    return VectorIndexChoice(kind, lists_for(count) if kind is VectorIndexKind.LISTS else 0)


def _lists(vectors: Matrix, code: str) -> Any:
    index: Any = faiss.index_factory(
        vectors.shape[1], f"IVF{lists_for(len(vectors))},{code}", faiss.METRIC_INNER_PRODUCT
    )
    index.train(vectors)
    index.add(vectors)
    index.nprobe = _LISTS_READ_OF_OTHERS
    return index


def _graph(vectors: Matrix) -> Any:
    index = faiss.IndexHNSWFlat(vectors.shape[1], _NEIGHBOURS_KEPT, faiss.METRIC_INNER_PRODUCT)
    index.hnsw.efConstruction, index.hnsw.efSearch = _LOOKED_AT_MAKING, _LOOKED_AT_SEARCHING
    index.add(vectors)
    return index


_MAKERS: dict[str, Callable[[Matrix], Any]] = {
    LISTS_8_BIT: lambda vectors: _lists(vectors, "SQ8"),
    LISTS_PRODUCT: lambda vectors: _lists(vectors, "PQ48"),
    GRAPH: _graph,
}
