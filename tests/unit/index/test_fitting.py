"""The decision, fitted to evidence whose truth is known because it was made up."""

import numpy as np
import pytest

from index.fitting import Evidence, fit_decision
from index.ranking import DECISION_FEATURES, Calibration, LinearModel

FUSION = LinearModel(bias=0.0, weights={})
TOLD_BY = DECISION_FEATURES.index("dense_question")


def made_up(answerable: int, unanswerable: int, seed: int = 0, apart: float = 2.0) -> Evidence:
    """Return evidence in which one measure tells the two kinds apart, and the others are noise."""
    chance = np.random.default_rng(seed)
    known = np.arange(answerable + unanswerable) < answerable
    values = chance.normal(size=(len(known), len(DECISION_FEATURES)))
    values[:, TOLD_BY] += np.where(known, apart, 0.0)
    right = known & (chance.random(len(known)) < 0.9)
    return Evidence(values, right, right, known)


NOTHING = made_up(0, 0)


@pytest.fixture(scope="module")
def fitted() -> Calibration:
    return fit_decision(FUSION, made_up(600, 200), NOTHING)


def test_the_measure_that_tells_weighs_most(fitted: Calibration) -> None:
    weights = {name: abs(weight) for name, weight in fitted.decision.weights.items()}
    assert max(weights, key=weights.__getitem__) == "dense_question"


def test_most_unanswerable_questions_stay_below_the_threshold(fitted: Calibration) -> None:
    assert 0.88 <= fitted.quality["abstained_when_unanswerable"] < 0.91
    assert fitted.quality["answered_when_answerable"] > 0.6


def test_the_threshold_holds_for_questions_the_fit_never_saw(fitted: Calibration) -> None:
    fresh = made_up(600, 600, seed=1)
    chances = [fitted.decision.probability(dict(zip(DECISION_FEATURES, row, strict=True))) for row in fresh.values]
    below = np.array(chances) < fitted.threshold
    assert below[~fresh.answerable].mean() > 0.83


def test_a_probability_means_what_it_says(fitted: Calibration) -> None:
    sure = [row for row in fitted.reliability if row["count"] >= 40]
    assert sure
    for row in sure:
        assert row["predicted"] == pytest.approx(row["observed"], abs=0.12)


def test_practice_teaches_but_is_not_measured() -> None:
    practised = fit_decision(FUSION, made_up(600, 200), made_up(500, 0, seed=3))
    assert practised.quality["questions_answerable"] == 600.0
    assert sum(row["count"] for row in practised.reliability) == 800.0


def test_the_same_evidence_gives_the_same_models(fitted: Calibration) -> None:
    assert fit_decision(FUSION, made_up(600, 200), NOTHING) == fitted


def test_a_scaled_model_has_the_scaled_log_odds() -> None:
    model = LinearModel(bias=0.5, weights={"a": 2.0, "b": -1.0})
    values = {"a": 0.3, "b": 0.7}
    assert model.scaled(1.5, -0.2).logit(values) == pytest.approx(1.5 * model.logit(values) - 0.2)
