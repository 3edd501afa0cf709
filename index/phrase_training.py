"""Learn the second net of triage from example phrases, at each rebuild, and measure it.

What speaks against an alarm are the ordinary phrases, the labelled questions and questions written for passages. The
thresholds are set by what the net says of phrases and questions that it was not taught (cross-validation): so that of
the corpus's own questions, which are nearly all ordinary, no more than a stated share would raise an alarm.
"""

import numpy as np
import numpy.typing as npt
from joblib import Parallel, delayed
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import StratifiedKFold
from threadpoolctl import threadpool_limits

from corpus.triage_phrases import CRISIS_KINDS
from index.embedder import Vectors
from index.phrase_lesson import Labels, Lesson
from index.phrase_net import (
    BUCKETS,
    ORDINARY,
    LearnedNet,
    NetTerms,
    PhraseWeights,
    Thresholds,
    Weights,
    mean_of_models,
)
from index.word_counts import WordCounts

LEAST_PHRASES = 500
"""From fewer phrases nothing is learned that could be relied on."""
_FOLDS = 4
_DENSE_REGULARISATION = 10.0
_WORD_REGULARISATION = 30.0
# The share of ordinary questions at or above each threshold. A question without its answer is a mistake too, and what
# is just below the threshold of a crisis has a help line in view.
_SHARES = {
    "crisis": {"notice": 0.04, "alone": 0.006, "sure": 0.0025},
    "refusal": {"notice": 0.04, "alone": 0.006, "sure": 0.0025},
}


def learn_phrase_net(lesson: Lesson, *, jobs: int = 1) -> LearnedNet | None:
    """Return the net; None where there is too little to learn from. With more `jobs`, as many processes learn."""
    if lesson.questions_from < LEAST_PHRASES or len(lesson.texts) == lesson.questions_from:
        return None
    kinds = tuple(sorted(set(lesson.kinds.tolist())))
    untaught = np.zeros((len(lesson.texts), len(kinds)))
    folds = list(StratifiedKFold(_FOLDS, shuffle=True, random_state=0).split(lesson.vectors, lesson.kinds))
    counts = WordCounts.of(lesson.texts)
    everything = np.arange(len(lesson.texts))
    fitted: list[PhraseWeights] = Parallel(n_jobs=jobs)(
        delayed(_fit)(lesson.vectors[taught], counts.rows(taught), lesson.kinds[taught], kinds)
        for taught in (everything, *(taught for taught, _ in folds))
    )
    for (_, asked), weights in zip(folds, fitted[1:], strict=True):
        worded = counts.rows(asked).features(weights.rarity) @ weights.words[:-1] + weights.words[-1]
        meant = lesson.vectors[asked] @ weights.dense[:-1] + weights.dense[-1]
        untaught[asked] = mean_of_models(meant, worded)
    return LearnedNet(fitted[0], _terms(lesson, kinds, untaught))


def _fit(vectors: Vectors, counts: WordCounts, labels: Labels, kinds: tuple[str, ...]) -> PhraseWeights:
    rarity = counts.rarity()
    with threadpool_limits(limits=1):  # where a fit ends turns on the last bits of sums, and so on who adds them up
        return PhraseWeights(
            dense=_logistic(vectors, labels, kinds, _DENSE_REGULARISATION),
            words=_fit_words(counts, rarity, labels, kinds),
            rarity=rarity,
        )


def _fit_words(counts: WordCounts, rarity: Weights, labels: Labels, kinds: tuple[str, ...]) -> Weights:
    """Return (BUCKETS + 1, kinds) weights of a model over words; the last row is the bias.

    A bucket that no text hits has no weight, so that it need not be fitted.
    """
    used = np.unique(counts.table.indices)
    fitted = _logistic(counts.features(rarity)[:, used], labels, kinds, _WORD_REGULARISATION)
    weights = np.zeros((BUCKETS + 1, len(kinds)), dtype=np.float32)
    weights[used] = fitted[:-1]
    weights[-1] = fitted[-1]
    return weights


def _logistic(features: "Vectors | csr_matrix", labels: Labels, kinds: tuple[str, ...], looseness: float) -> Weights:
    """Return (features + 1, kinds) weights of a multinomial logistic model; the last row is the bias."""
    model = LogisticRegression(C=looseness, max_iter=400, tol=1e-3).fit(features, labels)
    if tuple(model.classes_) != kinds:
        raise ValueError("a kind has too few phrases to be in every part of them")
    return np.vstack([model.coef_.T, model.intercept_]).astype(np.float32)


def _terms(lesson: Lesson, kinds: tuple[str, ...], untaught: npt.NDArray[np.float64]) -> NetTerms:
    danger = np.array([kind in CRISIS_KINDS for kind in kinds])
    refused = np.array([kind not in CRISIS_KINDS and kind != ORDINARY for kind in kinds])
    quality = {}
    chosen = {}
    ordinary = lesson.kinds == ORDINARY
    is_question = np.arange(len(lesson.texts)) >= lesson.questions_from
    for name, columns in (("crisis", danger), ("refusal", refused)):
        score = untaught[:, columns].sum(axis=1)
        asked, near = score[ordinary & is_question], score[ordinary & ~is_question]
        limits = {level: float(np.quantile(asked, 1 - share)) for level, share in _SHARES[name].items()}
        chosen[name] = Thresholds(**limits)
        wanted = score[np.isin(lesson.kinds, [kind for kind, one in zip(kinds, columns, strict=True) if one])]
        for level, limit in limits.items():
            quality[f"{name}_recall_{level}"] = float((wanted >= limit).mean())
            quality[f"{name}_false_alarms_{level}"] = float((asked >= limit).mean())
            quality[f"{name}_false_alarms_near_{level}"] = float((near >= limit).mean())
    quality["phrases"], quality["questions"] = float(lesson.questions_from), float(is_question.sum())
    return NetTerms(
        kinds=kinds,
        crisis_kinds=tuple(kind for kind in kinds if kind in CRISIS_KINDS),
        crisis=chosen["crisis"],
        refusal=chosen["refusal"],
        quality={name: round(value, 4) for name, value in quality.items()},
    )
