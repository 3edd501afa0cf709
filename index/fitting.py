"""Fit the models of a build to questions whose answers are known; scipy and scikit-learn are needed only here."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from index.candidates import FEATURES
from index.ranking import DECISION_FEATURES, Calibration, LinearModel

Matrix = npt.NDArray[np.float64]
Flags = npt.NDArray[np.bool_]

_FUSION_PENALTY = 0.001
_FOLDS = 5
_UNANSWERABLE_SHARE = 0.25
"""The share of questions without an answer that the probability is calibrated for; a choice, not a measurement."""


@dataclass(frozen=True, slots=True)
class Judged:
    """The candidates of one question, (m, len(FEATURES)), and which of them answer it, (m,)."""

    features: Matrix
    right: Flags


@dataclass(frozen=True, slots=True)
class Evidence:
    """What is known when deciding about questions: (n, len(DECISION_FEATURES)) values, whether the best hit answers,
    and whether the question has an answer at all."""

    values: Matrix
    right: Flags
    answerable: Flags


def fit_fusion(questions: Sequence[Judged]) -> LinearModel:
    """Return the weights under which right candidates come first: a softmax over each question's candidates."""
    from scipy.optimize import minimize

    usable = [question for question in questions if question.right.any()]
    everything = np.concatenate([question.features for question in usable])
    scale = everything.std(axis=0)
    scale[scale < 1e-9] = 1.0
    scaled = [(question.features / scale, question.right) for question in usable]

    def loss(weights: Matrix) -> tuple[float, Matrix]:
        total, gradient = 0.0, np.zeros_like(weights)
        for features, right in scaled:
            odds = features @ weights
            odds = np.exp(odds - odds.max())
            total -= np.log(odds[right].sum() / odds.sum())
            gradient += odds @ features / odds.sum() - odds[right] @ features[right] / odds[right].sum()
        mean = total / len(scaled) + _FUSION_PENALTY * float(weights @ weights)
        return mean, gradient / len(scaled) + 2 * _FUSION_PENALTY * weights

    found: Any = minimize(loss, np.zeros(len(FEATURES)), jac=True, method="L-BFGS-B")
    weights = found.x / scale
    return LinearModel(bias=0.0, weights=_rounded(FEATURES, weights))


def fit_decision(fusion: LinearModel, evidence: Evidence) -> Calibration:
    """Return fusion and decision together; threshold and quality come from questions that the fit did not see."""
    share = np.where(
        evidence.answerable,
        (1 - _UNANSWERABLE_SHARE) / evidence.answerable.sum(),
        _UNANSWERABLE_SHARE / (~evidence.answerable).sum(),
    )
    weights = share * len(share)
    predicted = _cross_validated(evidence, weights)
    threshold, quality = _choose_threshold(predicted, evidence)
    return Calibration(
        fusion=fusion,
        decision=_fit_logistic(evidence.values, evidence.right, weights),
        threshold=threshold,
        quality=quality,
        reliability=_reliability(predicted, evidence.right, weights),
    )


def _fit_logistic(values: Matrix, labels: Flags, weights: Matrix) -> LinearModel:
    """Fit a regularised logistic model on standardised values and return it for values as they are."""
    from sklearn.linear_model import LogisticRegression

    mean, scale = values.mean(axis=0), values.std(axis=0)
    scale[scale < 1e-9] = 1.0
    fitted: Any = LogisticRegression(C=1.0, max_iter=2000)
    fitted.fit((values - mean) / scale, labels, sample_weight=weights)
    slopes = fitted.coef_[0] / scale
    bias = float(fitted.intercept_[0] - (slopes * mean).sum())
    return LinearModel(bias=round(bias, 6), weights=_rounded(DECISION_FEATURES, slopes))


def _cross_validated(evidence: Evidence, weights: Matrix) -> Matrix:
    """Return the probability of each question by a model that did not see it."""
    from sklearn.model_selection import StratifiedKFold

    predicted = np.zeros(len(evidence.right))
    kinds = evidence.right * 2 + evidence.answerable
    for seen, unseen in StratifiedKFold(n_splits=_FOLDS, shuffle=True, random_state=0).split(evidence.values, kinds):
        model = _fit_logistic(evidence.values[seen], evidence.right[seen], weights[seen])
        for row in unseen:
            predicted[row] = model.probability(dict(zip(DECISION_FEATURES, evidence.values[row], strict=True)))
    return predicted


def _choose_threshold(predicted: Matrix, evidence: Evidence) -> tuple[float, dict[str, float]]:
    """Choose where wrong answers and needless abstentions, each as a share of its kind, add up to the least."""
    answerable = evidence.answerable
    grid = np.unique(np.round(predicted, 3))
    answered = [float((predicted[answerable] >= level).mean()) for level in grid]
    abstained = [float((predicted[~answerable] < level).mean()) for level in grid]
    best = int(np.argmax(np.add(answered, abstained)))
    quality = {
        "questions_answerable": float(answerable.sum()),
        "questions_unanswerable": float((~answerable).sum()),
        "right_article_first": round(float(evidence.right[answerable].mean()), 4),
        "answered_when_answerable": round(answered[best], 4),
        "abstained_when_unanswerable": round(abstained[best], 4),
    }
    return round(float(grid[best]), 4), quality


def _reliability(predicted: Matrix, right: Flags, weights: Matrix) -> list[dict[str, float]]:
    """Return, per tenth of predicted probability, the mean prediction, the observed share and the number."""
    rows = []
    for tenth in range(10):
        inside = (predicted >= tenth / 10) & (predicted < (tenth + 1) / 10 + (tenth == 9))
        if inside.any():
            share = weights[inside] / weights[inside].sum()
            rows.append(
                {
                    "predicted": round(float((predicted[inside] * share).sum()), 4),
                    "observed": round(float((right[inside] * share).sum()), 4),
                    "count": float(inside.sum()),
                }
            )
    return rows


def _rounded(names: Sequence[str], values: Matrix) -> dict[str, float]:
    return {name: round(float(value), 6) for name, value in zip(names, values, strict=True)}
