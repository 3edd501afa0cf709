"""Multinomial fits end where there is nothing left to gain, whatever the last bits are."""

import numpy as np
import pytest
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from index.multinomial import NotFittedError, fit_multinomial


def some_data(seed: int, *, rows: int = 300, features: int = 8, kinds: int = 4) -> tuple[np.ndarray, np.ndarray]:
    chance = np.random.default_rng(seed)
    values = chance.normal(size=(rows, features)) * chance.uniform(0.2, 2.0, features)
    return values, (values @ chance.normal(size=(features, kinds)) + chance.gumbel(size=(rows, kinds))).argmax(axis=1)


@pytest.mark.parametrize("looseness", [0.1, 30.0])
@pytest.mark.parametrize("seed", range(3))
def test_the_fit_is_that_of_scikit_learn(seed: int, looseness: float) -> None:
    values, kinds = some_data(seed)
    expected = LogisticRegression(C=looseness, max_iter=5000, tol=1e-9).fit(values, kinds)
    weights = fit_multinomial(values, kinds, 4, looseness=looseness)
    np.testing.assert_allclose(weights[:-1], expected.coef_.T, atol=1e-4)
    np.testing.assert_allclose(weights[-1], expected.intercept_, atol=1e-4)


def test_sparse_and_dense_features_give_the_same() -> None:
    values, kinds = some_data(3)
    values[np.abs(values) < 0.7] = 0.0
    dense = fit_multinomial(values, kinds, 4, looseness=10.0)
    np.testing.assert_allclose(fit_multinomial(csr_matrix(values), kinds, 4, looseness=10.0), dense, atol=1e-6)


def test_rounding_and_the_order_of_rows_decide_nothing() -> None:
    values, kinds = some_data(4, rows=500, features=40)
    once = fit_multinomial(values, kinds, 4, looseness=10.0)
    order = np.random.default_rng(0).permutation(len(kinds))
    shaken = values[order] * (1 + 1e-12)
    np.testing.assert_allclose(fit_multinomial(shaken, kinds[order], 4, looseness=10.0), once, atol=1e-5)


def test_a_fit_that_comes_to_no_end_is_no_fit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("index.multinomial._MOST_STEPS", 1)
    with pytest.raises(NotFittedError, match="4 kinds"):
        fit_multinomial(*some_data(5), 4, looseness=1000.0)
