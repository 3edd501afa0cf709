"""Choose how vectors are kept by how many there are: all compared exactly, or in lists of which the nearest are read.

`python -m bench.scale` measures it. Comparing all is exact and needs nothing but the vectors, and its time grows with
their number. Inverted lists of vectors in half precision read a small part of them, find at least 98 of 100 of the same
neighbours and take 0.8 KB a vector. A graph (HNSW) over 32 bits would take more than 1.5 KB a vector; product
quantisation takes little room and loses a quarter of the neighbours.
"""

import math
from dataclasses import dataclass
from enum import StrEnum

EXACT_UP_TO = 40_000
"""Above so many vectors (60 MB), comparing all of them may take longer than 10 ms on one busy core."""


class VectorIndexKind(StrEnum):
    """How vectors are kept."""

    EXACT = "exact"
    """All in 32 bits, all compared."""
    LISTS = "lists-16-bit"
    """In lists around centres, in 16 bits; only the lists whose centres are nearest are read."""


@dataclass(frozen=True, slots=True)
class VectorIndexChoice:
    """How to keep some vectors. `lists` is how many lists there are; 0 where there are none."""

    kind: VectorIndexKind
    lists: int = 0


def choose_vector_index(count: int) -> VectorIndexChoice:
    """Return how so many vectors are best kept.

    The number of lists is the power of two next to the root of `count`: finding the nearest centres and reading their
    lists then cost about the same.
    """
    if count <= EXACT_UP_TO:
        return VectorIndexChoice(VectorIndexKind.EXACT)
    return VectorIndexChoice(VectorIndexKind.LISTS, lists=1 << round(math.log2(count) / 2))
