"""Rates and paired differences with bootstrap intervals; the same values give the same interval."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

SEED = 20261122
RESAMPLES = 4000
_TAILS = (2.5, 97.5)


@dataclass(frozen=True, slots=True)
class Rate:
    """A share, a mean or a mean difference over `count` questions, with its 95 % bootstrap interval; empty: count 0."""

    value: float
    low: float
    high: float
    count: int


def rate(values: Sequence[float]) -> Rate:
    """Return the mean; of true and false values it is the share of true ones."""
    return _estimate(np.asarray(values, dtype=np.float64))


def difference(values: Sequence[float], others: Sequence[float]) -> Rate:
    """Return by how much `values` are higher (or more often true) than `others`, question by question.

    Raises:
        ValueError: they are not about the same number of questions.
    """
    if len(values) != len(others):
        raise ValueError(f"{len(values)} values cannot be paired with {len(others)}")
    return _estimate(np.asarray(values, dtype=np.float64) - np.asarray(others, dtype=np.float64))


def _estimate(values: npt.NDArray[np.float64]) -> Rate:
    if len(values) == 0:
        return Rate(0.0, 0.0, 0.0, 0)
    drawn = np.random.default_rng(SEED).integers(len(values), size=(RESAMPLES, len(values)), dtype=np.int32)
    low, high = np.percentile(values[drawn].mean(axis=1), _TAILS)
    return Rate(round(float(values.mean()), 4), round(float(low), 4), round(float(high), 4), len(values))
