"""Small logistic models are those of scikit-learn, which is too slow to load for them."""

import numpy as np
import pytest
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import StratifiedKFold

from index.logistic import fit_logistic, stratified_folds


@pytest.mark.parametrize("looseness", [0.1, 100.0])
@pytest.mark.parametrize("seed", range(3))
def test_the_fit_is_that_of_scikit_learn(seed: int, looseness: float) -> None:
    chance = np.random.default_rng(seed)
    values = chance.normal(size=(400, 6)) * chance.uniform(0.5, 3.0, 6)
    labels = values @ chance.normal(size=6) + chance.normal(size=400) > 0.5
    weights = chance.uniform(0.2, 2.0, 400)
    expected = LogisticRegression(C=looseness, max_iter=2000).fit(values, labels, sample_weight=weights)
    slopes, bias = fit_logistic(values, labels, weights, looseness=looseness)
    np.testing.assert_allclose(slopes, expected.coef_[0], atol=1e-4)
    assert bias == pytest.approx(expected.intercept_[0], abs=1e-4)


def test_rows_without_weight_do_not_count() -> None:
    chance = np.random.default_rng(5)
    values = chance.normal(size=(200, 2))
    labels = values[:, 0] > 0
    weights = np.concatenate([np.ones(100), np.zeros(100)])
    labels[100:] = ~labels[100:]
    slopes, _ = fit_logistic(values, labels, weights, looseness=1.0)
    assert slopes[0] > 1


@pytest.mark.parametrize("kinds", [[3, 1, 1, 0, 3, 3, 1, 0, 0, 1, 3, 0, 1, 3], [2] * 9 + [0] * 6])
def test_the_folds_are_those_of_scikit_learn(kinds: list[int]) -> None:
    expected = StratifiedKFold(3, shuffle=True, random_state=0).split(np.zeros(len(kinds)), kinds)
    found = list(stratified_folds(np.array(kinds), 3))
    assert [(seen.tolist(), asked.tolist()) for seen, asked in found] == [
        (seen.tolist(), asked.tolist()) for seen, asked in expected
    ]
