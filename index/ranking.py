"""Order candidates by fused measures, and turn the evidence for the best one into a probability.

Both are small logistic models, learned at each rebuild (see `training`) and saved with the build. Here they are only
applied, so that answering needs numpy alone.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from pydantic import BaseModel, ConfigDict

from index.candidates import DENSE_FEATURES, FEATURES, LEXICAL_FEATURES, Candidates, Coverage
from index.neighbours import NEIGHBOUR_FEATURES

PASSAGE_FEATURES = (
    "dense_text",
    "dense_title",
    "dense_question",
    "dense_sentence",
    "coverage",
    "known_words",
    "missing_word",
    "subject",
    "fused",
    "margin",
    "agreement",
)
DECISION_FEATURES = (*PASSAGE_FEATURES, *NEIGHBOUR_FEATURES)

_LEAST_SPREAD = 0.05
"""Measures of one query that lie closer together than this hardly tell its candidates apart, and are not blown up."""
_USUAL_SPREAD = np.array([0.1] * len(DENSE_FEATURES) + [0.2] * len(LEXICAL_FEATURES))
"""Standard deviations as they are usual among the candidates of a query, over corpora of one subject and of many."""


class LinearModel(BaseModel):
    """A logistic model over named features: probability = 1 / (1 + exp(-(bias + sum(weight * value))))."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    bias: float
    weights: dict[str, float]

    def logit(self, values: Mapping[str, float]) -> float:
        """Return the log-odds for one set of values."""
        return self.bias + sum(weight * values[name] for name, weight in self.weights.items())

    def scaled(self, slope: float, shift: float) -> "LinearModel":
        """Return the model whose log-odds are those of this one, times `slope`, plus `shift`."""
        weights = {name: round(slope * weight, 6) for name, weight in self.weights.items()}
        return LinearModel(bias=round(slope * self.bias + shift, 6), weights=weights)

    def probability(self, values: Mapping[str, float]) -> float:
        """Return the probability for one set of values, 0 to 1."""
        return 1.0 / (1.0 + math.exp(-max(-60.0, min(60.0, self.logit(values)))))


class Calibration(BaseModel):
    """All that was learned for a build. `threshold` is the least probability at which the bot answers."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    fusion: LinearModel
    decision: LinearModel
    threshold: float
    quality: dict[str, float] = {}
    reliability: list[dict[str, float]] = []


@dataclass(frozen=True, slots=True)
class Ranking:
    """Candidates in order, best first: passage numbers, fused scores (log-odds), measures and evidence.

    Scores order the candidates of one query. Evidence weighs the same measures as they are, not by how they stand out
    among the candidates, so that it can be compared between queries.
    """

    numbers: npt.NDArray[np.int64]
    scores: npt.NDArray[np.float64]
    features: npt.NDArray[np.float64]
    evidence: npt.NDArray[np.float64]

    def measures(self, k: int) -> list[dict[str, float]]:
        """Return the measures of the k best hits by name."""
        return [dict(zip(FEATURES, row, strict=True)) for row in self.features[:k].tolist()]


def relative_measures(features: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    """Return (m, len(FEATURES)) measures of one query by how far each stands out among the candidates.

    How far similarities lie apart depends on the corpus: where all passages speak of one subject, half as far as
    elsewhere. Weights for the measures themselves, learned on one corpus, trust vectors too much on another. A measure
    that no passage has is 0 for all.
    """
    if len(features) == 0:
        return features
    spread = np.maximum(features.std(axis=0), _LEAST_SPREAD)
    relative: npt.NDArray[np.float64] = (features - features.mean(axis=0)) / spread
    return relative


def rank_candidates(candidates: Candidates, fusion: LinearModel) -> Ranking:
    """Order candidates by the fusion model; ties go to the lower passage number, so that order is reproducible."""
    weights = np.array([fusion.weights.get(name, 0.0) for name in FEATURES])
    scores = relative_measures(candidates.features) @ weights + fusion.bias
    order = np.lexsort((candidates.numbers, -np.round(scores, 9)))
    evidence = (candidates.features / _USUAL_SPREAD) @ weights
    return Ranking(candidates.numbers[order], scores[order], candidates.features[order], evidence[order])


def decision_values(ranking: Ranking, articles: Sequence[str], coverage: Coverage) -> dict[str, float]:
    """Return the evidence of the passages (PASSAGE_FEATURES) that the best hit answers; `articles[p]` is that of p.

    The margin is to the best hit of another article, since passages of one article often answer alike. How long the
    query is does not count: what labelled questions tell of it is how their author writes.
    """
    best = ranking.measures(1)[0]
    here = articles[ranking.numbers[0]]
    other = next((i for i, number in enumerate(ranking.numbers.tolist()) if articles[number] != here), None)
    rival = ranking.evidence[other] if other is not None else ranking.evidence[0] - 5.0
    dense = ranking.features[:, : len(DENSE_FEATURES)].max(axis=1)
    lexical = ranking.features[:, FEATURES.index("bm25_everything")]
    agreement = float(dense[0] >= np.sort(dense)[-3:][0]) * 0.5 + float(lexical[0] >= np.sort(lexical)[-3:][0]) * 0.5
    return {
        "dense_text": best["dense_text"],
        "dense_title": best["dense_title"],
        "dense_question": best["dense_question"],
        "dense_sentence": best["dense_sentence"],
        "coverage": coverage.here,
        "known_words": coverage.anywhere,
        "missing_word": coverage.missing,
        "subject": coverage.subject,
        "fused": float(ranking.evidence[0]),
        "margin": float(min(5.0, ranking.evidence[0] - rival)),
        "agreement": agreement,
    }
