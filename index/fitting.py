"""Fit the models of a build to questions whose answers are known."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from index.candidates import FEATURES
from index.logistic import fit_logistic, stratified_folds
from index.ranking import DECISION_FEATURES, Calibration, LinearModel, relative_measures

Matrix = npt.NDArray[np.float64]
Flags = npt.NDArray[np.bool_]

_FUSION_PENALTY = 0.001
_FOLDS = 5
_UNANSWERABLE_SHARE = 0.25
"""The share of questions without an answer that the probability is calibrated for; a choice, not a measurement."""
_LEFT_UNANSWERED = 0.88
"""The least share of the questions without an answer that have to stay below the threshold; a choice as well. The
labelled ones are near misses for the most part, which are harder to tell than what people ask in passing."""
_PRACTICE_SHARE = 0.5
"""How much of the weight of questions with an answer goes to those for practice; by trial on a separate set."""


@dataclass(frozen=True, slots=True)
class Judged:
    """The candidates of one question, (m, len(FEATURES)), and which of them answer it, (m,)."""

    features: Matrix
    right: Flags


@dataclass(frozen=True, slots=True)
class Evidence:
    """What is known when deciding about questions, one row a question.

    Attributes:
        values: (n, len(DECISION_FEATURES)).
        first: whether the first passage is of an article that answers, (n,).
        right: whether one of the passages shown is, (n,); this is what the probability is of.
        answerable: whether the question has an answer at all, (n,).
    """

    values: Matrix
    first: Flags
    right: Flags
    answerable: Flags

    def rows(self, chosen: npt.NDArray[np.int64]) -> "Evidence":
        """Return the evidence of some of the questions."""
        return Evidence(self.values[chosen], self.first[chosen], self.right[chosen], self.answerable[chosen])


def fit_fusion(questions: Sequence[Judged]) -> LinearModel:
    """Return the weights under which right candidates come first: a softmax over each question's candidates."""
    from scipy.optimize import minimize

    usable = [(relative_measures(question.features), question.right) for question in questions if question.right.any()]
    scale = np.concatenate([measures for measures, _ in usable]).std(axis=0)
    scale[scale < 1e-9] = 1.0
    # The candidates of all questions in one table, those of one question together: it starts at starts[question].
    features = np.concatenate([measures for measures, _ in usable]) / scale
    right = np.concatenate([right for _, right in usable])
    sizes = np.array([len(measures) for measures, _ in usable])
    starts = np.concatenate([[0], np.cumsum(sizes)[:-1]])

    def loss(weights: Matrix) -> tuple[float, Matrix]:
        odds = features @ weights
        odds = np.exp(odds - np.repeat(np.maximum.reduceat(odds, starts), sizes))
        odds_right = np.where(right, odds, 0.0)
        sums, sums_right = np.add.reduceat(odds, starts), np.add.reduceat(odds_right, starts)
        mean = -float(np.log(sums_right / sums).sum()) / len(usable) + _FUSION_PENALTY * float(weights @ weights)
        shares = odds / np.repeat(sums, sizes) - odds_right / np.repeat(sums_right, sizes)
        return mean, shares @ features / len(usable) + 2 * _FUSION_PENALTY * weights

    found: Any = minimize(loss, np.zeros(len(FEATURES)), jac=True, method="L-BFGS-B")
    weights = found.x / scale
    return LinearModel(bias=0.0, weights=_rounded(FEATURES, weights))


def fit_decision(fusion: LinearModel, evidence: Evidence, practice: Evidence) -> Calibration:
    """Return fusion and decision together; threshold and quality come from questions that the fit did not see.

    Args:
        fusion: the weights by which the evidence was ranked.
        evidence: labelled questions, of both kinds.
        practice: written questions asked of an index without them. They are short where labelled ones are long, so
            the model learns that a short question can be clear; nothing is measured on them.
    """
    weights = _weights(evidence.answerable)
    odds = _cross_validated(evidence, practice)
    slope, shift = _fit_scale(odds, evidence.right, weights)
    predicted = 1.0 / (1.0 + np.exp(-(slope * odds + shift)))
    threshold, quality = _choose_threshold(predicted, evidence)
    return Calibration(
        fusion=fusion,
        decision=_fit_logistic(evidence, practice).scaled(slope, shift),
        threshold=threshold,
        quality=quality,
        reliability=_reliability(predicted, evidence.right, weights),
    )


def _weights(answerable: Flags) -> Matrix:
    """Return a weight for each question, 1 on average, so that the share without an answer is as intended."""
    weights = np.empty(len(answerable))
    weights[answerable] = (1 - _UNANSWERABLE_SHARE) / answerable.sum() * len(answerable)
    weights[~answerable] = _UNANSWERABLE_SHARE / (~answerable).sum() * len(answerable)
    return weights


def _fit_scale(odds: Matrix, right: Flags, weights: Matrix) -> tuple[float, float]:
    """Return slope and shift that turn log-odds of unseen questions into calibrated ones (Platt's method).

    The model is fitted on easier questions as well, so that by itself it is too unsure or too sure of these.
    """
    slopes, bias = fit_logistic(odds.reshape(-1, 1), right, weights, looseness=100.0)
    return float(slopes[0]), bias


def _fit_logistic(evidence: Evidence, practice: Evidence) -> LinearModel:
    """Fit a regularised logistic model on standardised values and return it for values as they are."""
    weights = _weights(evidence.answerable)
    if len(practice.right):
        answerable = float(weights[evidence.answerable].sum())
        weights[evidence.answerable] *= 1 - _PRACTICE_SHARE
        practised = np.full(len(practice.right), answerable * _PRACTICE_SHARE / len(practice.right))
        weights = np.concatenate([weights, practised])
    values = np.concatenate([evidence.values, practice.values])
    labels = np.concatenate([evidence.right, practice.right])
    mean, scale = values.mean(axis=0), values.std(axis=0)
    scale[scale < 1e-9] = 1.0
    slopes, bias = fit_logistic((values - mean) / scale, labels, weights, looseness=0.1)
    slopes /= scale
    return LinearModel(bias=round(bias - float((slopes * mean).sum()), 6), weights=_rounded(DECISION_FEATURES, slopes))


def _cross_validated(evidence: Evidence, practice: Evidence) -> Matrix:
    """Return the log-odds of each question by a model that did not see it."""
    odds = np.zeros(len(evidence.right))
    kinds = evidence.right * 2 + evidence.answerable
    for seen, unseen in stratified_folds(kinds, _FOLDS):
        model = _fit_logistic(evidence.rows(seen), practice)
        for row in unseen:
            odds[row] = model.logit(dict(zip(DECISION_FEATURES, evidence.values[row], strict=True)))
    return odds


def _choose_threshold(predicted: Matrix, evidence: Evidence) -> tuple[float, dict[str, float]]:
    """Choose the least threshold under which enough of the questions without an answer are left unanswered."""
    answerable = evidence.answerable
    threshold = math.ceil(float(np.quantile(predicted[~answerable], _LEFT_UNANSWERED, method="higher")) * 1000) / 1000
    quality = {
        "questions_answerable": float(answerable.sum()),
        "questions_unanswerable": float((~answerable).sum()),
        "right_article_first": round(float(evidence.first[answerable].mean()), 4),
        "right_article_shown": round(float(evidence.right[answerable].mean()), 4),
        "answered_when_answerable": round(float((predicted[answerable] >= threshold).mean()), 4),
        "abstained_when_unanswerable": round(float((predicted[~answerable] < threshold).mean()), 4),
    }
    return threshold, quality


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
