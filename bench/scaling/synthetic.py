"""Vectors that lie as real ones do, made directly: subjects, closer groups within them, texts around these.

The numbers are set so that 13,000 of them resemble the 13,000 vectors of the real index: median cosine to the nearest,
tenth and hundredth neighbour 0.85, 0.71, 0.61 (real) and 0.88, 0.71, 0.61 (these); between any two 0.26 and 0.29;
share of the variance in the first 10, 50, 100 directions 0.35, 0.64, 0.79 and 0.40, 0.72, 0.82. Uniform noise would
have no neighbours to find.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

DIMENSION = 384
_SHARED = 0.5  # what all texts have in common, for all are about one thing
_SUBJECT, _GROUP, _TEXT = 0.5, 0.5, 0.4
_DECAY = 0.9  # of the variance, from one direction to the next, as a power
_TEXTS_A_SUBJECT, _TEXTS_A_GROUP = 400, 8
_ROWS_AT_A_TIME = 50_000

Matrix = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Landscape:
    """The (groups, dim) middles that texts lie around, and the (dim,) spread of each direction."""

    groups: Matrix
    spread: Matrix


def make_landscape(count: int, seed: int = 5) -> Landscape:
    """Return the landscape of a collection of `count` texts."""
    generator = np.random.default_rng(seed)
    variance = np.arange(1, DIMENSION + 1) ** -_DECAY
    spread = np.sqrt(variance / variance.sum()).astype(np.float32)
    subjects = _noise(generator, max(8, count // _TEXTS_A_SUBJECT)) * spread
    groups = _GROUP * _noise(generator, max(8, count // _TEXTS_A_GROUP)) * spread
    groups += _SUBJECT * subjects[generator.integers(len(subjects), size=len(groups))]
    groups[:, -1] += _SHARED
    return Landscape(groups, spread)


def draw(landscape: Landscape, count: int, seed: int) -> Iterator[Matrix]:
    """Yield `count` unit vectors in (rows, dim) blocks; another seed gives others of the same landscape."""
    generator = np.random.default_rng(seed)
    for start in range(0, count, _ROWS_AT_A_TIME):
        rows = min(_ROWS_AT_A_TIME, count - start)
        distance = generator.uniform(0.5, 1.5, size=(rows, 1)).astype(np.float32)
        block = _TEXT * distance * _noise(generator, rows) * landscape.spread
        block += landscape.groups[generator.integers(len(landscape.groups), size=rows)]
        block /= np.linalg.norm(block, axis=1, keepdims=True)
        yield block


def write_vectors(landscape: Landscape, count: int, path: Path) -> None:
    """Write `count` vectors as one .npy file, block by block, so that they need not fit into memory twice."""
    target: Any = np.lib.format.open_memmap(path, mode="w+", dtype=np.float32, shape=(count, DIMENSION))
    row = 0
    for block in draw(landscape, count, seed=1):
        target[row : row + len(block)] = block
        row += len(block)
    target.flush()


def _noise(generator: np.random.Generator, rows: int) -> Matrix:
    return generator.standard_normal((rows, DIMENSION), dtype=np.float32)
