"""Compare the build's probabilities with what happened: is a passage given 0.8 right in eight of ten questions?"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from bench.evaluation.comparison import Ranked
from bench.evaluation.intervals import Rate, rate
from bench.evaluation.questions import Kind

_BINS = 10
_STEPS = 101


@dataclass(frozen=True, slots=True)
class Bin:
    """The questions of one tenth of probability: their mean probability, and how often the best hit was right."""

    predicted: float
    observed: Rate


@dataclass(frozen=True, slots=True)
class CurvePoint:
    """What a threshold would do.

    `answered` and `abstained` are shares of the answerable and of the unanswerable questions; `right` is the share of
    right best hits among all that would be answered, None where none would be.
    """

    threshold: float
    answered: float
    abstained: float
    right: float | None


@dataclass(frozen=True, slots=True)
class CalibrationScore:
    """Reliability and abstention over in-scope and out-of-scope questions, for search alone: no tables, no triage.

    `brier` is the mean squared error of the probability, `expected_error` the mean distance of predicted and observed
    share over tenths, weighted by count; for both 0 is best. `separation` is the area under the ROC curve of
    answerable against unanswerable.
    """

    threshold: float
    answerable: int
    unanswerable: int
    brier: float
    expected_error: float
    separation: float | None
    bins: tuple[Bin, ...]
    curve: tuple[CurvePoint, ...]
    at_threshold: CurvePoint


def measure_calibration(ranked: Sequence[Ranked], threshold: float) -> CalibrationScore | None:
    """Return how the probabilities fare; None where there is no question to judge them by."""
    usable = [one for one in ranked if one.item.kind in (Kind.IN_SCOPE, Kind.OUT_OF_SCOPE)]
    if not usable:
        return None
    predicted = np.array([one.probability for one in usable])
    answerable = np.array([one.item.kind is Kind.IN_SCOPE for one in usable])
    right = np.array(
        [one.item.kind is Kind.IN_SCOPE and one.item.is_answered_by(one.learned[:1]) for one in usable], dtype=bool
    )
    tenth = np.minimum((predicted * _BINS).astype(int), _BINS - 1)
    bins = tuple(
        Bin(round(float(predicted[tenth == n].mean()), 4), rate(right[tenth == n].tolist()))
        for n in range(_BINS)
        if (tenth == n).any()
    )

    def at(level: float) -> CurvePoint:
        chosen = predicted >= level
        return CurvePoint(
            round(level, 4),
            _share(chosen[answerable]),
            _share(~chosen[~answerable]),
            round(float(right[chosen].mean()), 4) if chosen.any() else None,
        )

    return CalibrationScore(
        threshold,
        int(answerable.sum()),
        int((~answerable).sum()),
        round(float(((predicted - right) ** 2).mean()), 4),
        round(sum(abs(one.predicted - one.observed.value) * one.observed.count for one in bins) / len(usable), 4),
        _separation(predicted[answerable].tolist(), predicted[~answerable].tolist()),
        bins,
        tuple(at(level) for level in np.linspace(0.0, 1.0, _STEPS).tolist()),
        at(threshold),
    )


def _share(flags: npt.NDArray[np.bool_]) -> float:
    return round(float(flags.mean()), 4) if len(flags) else 0.0


def _separation(answerable: list[float], unanswerable: list[float]) -> float | None:
    """Return how often an answerable question has the higher probability of a pair; ties count half."""
    if not answerable or not unanswerable:
        return None
    ours, others = np.array(answerable)[:, None], np.array(unanswerable)[None, :]
    return round(float((ours > others).mean() + 0.5 * (ours == others).mean()), 4)
