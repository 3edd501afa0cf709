"""Fit small logistic models, and deal questions into folds, as scikit-learn does, without loading it.

Loading scikit-learn takes longer than all the fits of a calibration, and one changed article waits for it. The results
are its own up to rounding: `tests/unit/index/test_logistic.py` compares them.
"""

from collections.abc import Iterator
from typing import Any

import numpy as np
import numpy.typing as npt

Matrix = npt.NDArray[np.float64]
Flags = npt.NDArray[np.bool_]
Rows = npt.NDArray[np.int64]

_GRADIENT_TOLERANCE = 1e-4
_MOST_STEPS = 2000


def fit_logistic(values: Matrix, labels: Flags, weights: Matrix, *, looseness: float) -> tuple[Matrix, float]:
    """Return the slopes (features,) and the bias of a logistic model with a penalty on squared slopes.

    Args:
        values: (n, features).
        labels: (n,), what is predicted.
        weights: (n,), how much each row counts.
        looseness: the inverse of the penalty; scikit-learn's C.
    """
    from scipy.optimize import minimize

    total = float(weights.sum())
    penalty = 1.0 / (looseness * total)
    shares = weights / total
    signs = np.where(labels, 1.0, -1.0)

    def loss(model: Matrix) -> tuple[float, Matrix]:
        odds = values @ model[:-1] + model[-1]
        surprise = np.logaddexp(0.0, -signs * odds)
        slope = shares * (1.0 / (1.0 + np.exp(-odds)) - labels)
        mean = float(shares @ surprise) + penalty / 2 * float(model[:-1] @ model[:-1])
        return mean, np.append(slope @ values + penalty * model[:-1], slope.sum())

    # Tolerances and start are those of scikit-learn, so that it stops where that does.
    options = {"maxiter": _MOST_STEPS, "maxls": 50, "gtol": _GRADIENT_TOLERANCE, "ftol": 64 * np.finfo(float).eps}
    found: Any = minimize(loss, np.zeros(values.shape[1] + 1), jac=True, method="L-BFGS-B", options=options)
    return found.x[:-1], float(found.x[-1])


def stratified_folds(kinds: npt.NDArray[np.int64], folds: int, *, seed: int = 0) -> Iterator[tuple[Rows, Rows]]:
    """Yield (rows to learn from, rows to ask) for each fold; every kind is dealt out evenly, in random order."""
    chance = np.random.RandomState(seed)
    _, first, encoded = np.unique(kinds, return_index=True, return_inverse=True)
    _, by_first = np.unique(first, return_inverse=True)
    encoded = by_first[encoded]  # kinds count in the order in which they come first
    ordered = np.sort(encoded)
    shares = np.array([np.bincount(ordered[fold::folds], minlength=len(first)) for fold in range(folds)])
    fold_of = np.empty(len(kinds), dtype=np.int64)
    for kind in range(len(first)):
        dealt = np.arange(folds).repeat(shares[:, kind])
        chance.shuffle(dealt)
        fold_of[encoded == kind] = dealt
    for fold in range(folds):
        yield np.flatnonzero(fold_of != fold), np.flatnonzero(fold_of == fold)
