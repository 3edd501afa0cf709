"""Fit multinomial logistic models with many features until nothing moves any more, so that rounding decides nothing."""

from typing import Any, Protocol

import numpy as np
import numpy.typing as npt

Matrix = npt.NDArray[np.float64]
Flat = npt.NDArray[np.float64]

_STEP_TOLERANCE = 1e-6
_MOST_STEPS = 200


class Features(Protocol):
    """(n, features) values, dense or sparse, that multiply matrices."""

    shape: tuple[int, ...]

    @property
    def T(self) -> Any:  # noqa: N802  # numpy's and scipy's name
        """The (features, n) transpose."""

    def __matmul__(self, other: Any) -> Any:
        """Return the (n, columns) product."""


class NotFittedError(Exception):
    """The fit of a model came to no end, so that there is no net to rely on."""


def fit_multinomial(features: Features, kinds: npt.NDArray[np.int64], how_many: int, *, looseness: float) -> Matrix:
    """Return the (features + 1, how_many) weights of a multinomial logistic model; the last row is the bias.

    The weights, without the bias, have a penalty on their squares. There is one minimum, and Newton's method, with
    conjugate gradients for its steps, comes so near to it that the probabilities hold to four digits or more.

    Args:
        features: (n, features), float64.
        kinds: (n,), which of the kinds, from 0, each row is.
        how_many: the number of kinds.
        looseness: the inverse of the penalty; scikit-learn's C.

    Raises:
        NotFittedError: the steps did not end.
    """
    from scipy.optimize import minimize

    problem = _Problem(features, kinds, how_many, looseness)
    start = np.zeros((features.shape[1] + 1) * how_many)
    options = {"xtol": _STEP_TOLERANCE, "maxiter": _MOST_STEPS}
    found: Any = minimize(problem.loss, start, jac=True, hessp=problem.curvature, method="Newton-CG", options=options)
    if not found.success:
        raise NotFittedError(f"the weights of {how_many} kinds were not found: {found.message}")
    weights: Matrix = found.x.reshape(-1, how_many)
    return weights


class _Problem:
    """The mean surprise of the rows with the penalty, its slope, and the product of its curvature with a direction."""

    def __init__(self, features: Features, kinds: npt.NDArray[np.int64], how_many: int, looseness: float) -> None:
        self._features = features
        self._turned = features.T
        if hasattr(self._turned, "tocsr"):
            self._turned = self._turned.tocsr()  # by rows, as it is used
        self._kinds = kinds
        self._rows = np.arange(len(kinds))
        self._how_many = how_many
        self._penalty = 1.0 / (looseness * len(kinds))
        self._at: Flat | None = None
        self._probabilities: Matrix = np.empty(0)

    def loss(self, flat: Flat) -> tuple[float, Flat]:
        """Return the loss of some weights, and its slope."""
        weights = flat.reshape(-1, self._how_many)
        logits = self._logits(weights)
        logits -= logits.max(axis=1, keepdims=True)
        odds = np.exp(logits)
        sums = odds.sum(axis=1)
        mean = float((np.log(sums) - logits[self._rows, self._kinds]).mean())
        odds /= sums[:, None]
        self._at, self._probabilities = flat.copy(), odds
        off = odds.copy()
        off[self._rows, self._kinds] -= 1.0
        return mean + self._penalty / 2 * float(np.vdot(weights[:-1], weights[:-1])), self._back(off, weights)

    def curvature(self, flat: Flat, direction: Flat) -> Flat:
        """Return the Hessian at some weights times a direction."""
        if self._at is None or not np.array_equal(self._at, flat):
            self.loss(flat)
        ahead = direction.reshape(-1, self._how_many)
        moved = self._logits(ahead)
        moved -= (self._probabilities * moved).sum(axis=1, keepdims=True)
        return self._back(self._probabilities * moved, ahead)

    def _logits(self, weights: Matrix) -> Matrix:
        logits: Matrix = self._features @ weights[:-1] + weights[-1]
        return logits

    def _back(self, rows: Matrix, weights: Matrix) -> Flat:
        rows = rows / len(self._kinds)
        slope = np.empty_like(weights)
        slope[:-1] = self._turned @ rows + self._penalty * weights[:-1]
        slope[-1] = rows.sum(axis=0)
        return slope.ravel()
