"""Learn the second net of triage from example phrases, at each rebuild, and measure it.

What speaks against an alarm are the ordinary phrases, the labelled questions and questions written for passages. The
thresholds are set by what the net says of phrases and questions that it was not taught (cross-validation): so that of
the corpus's own questions, which are nearly all ordinary, no more than a stated share would raise an alarm.
"""

import hashlib
import re
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor

import numpy as np
import numpy.typing as npt
from threadpoolctl import threadpool_limits

from corpus.triage_phrases import CRISIS_KINDS
from index.embedder import Vectors
from index.multinomial import fit_multinomial
from index.phrase_lesson import Lesson
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

Rows = npt.NDArray[np.int64]

LEAST_PHRASES = 500
"""From fewer phrases nothing is learned that could be relied on."""
_FOLDS = 4
_WORD = re.compile(r"[^\W_]+")
_DENSE_REGULARISATION = 10.0
_WORD_REGULARISATION = 30.0
# The share of ordinary questions at or above each threshold. A question without its answer is a mistake too, and what
# is just below the threshold of a crisis has a help line in view.
_SHARES = {
    "crisis": {"notice": 0.04, "alone": 0.005, "sure": 0.0025},
    "refusal": {"notice": 0.04, "alone": 0.006, "sure": 0.0025},
}


def learn_phrase_net(lesson: Lesson, *, jobs: int = 1) -> LearnedNet | None:
    """Return the net; None where there is too little to learn from. With more `jobs`, as many threads learn.

    Raises:
        ValueError: a kind has too few phrases to be in every part of them.
    """
    if lesson.questions_from < LEAST_PHRASES or len(lesson.texts) == lesson.questions_from:
        return None
    kinds = tuple(sorted(set(lesson.kinds.tolist())))
    columns = np.searchsorted(np.array(kinds), lesson.kinds)
    untaught = np.zeros((len(lesson.texts), len(kinds)))
    fold_of = folds_of(lesson.texts)
    folds = [(np.flatnonzero(fold_of != fold), np.flatnonzero(fold_of == fold)) for fold in range(_FOLDS)]
    counts = WordCounts.of(lesson.texts)

    def fit(taught: Rows) -> PhraseWeights:
        return _fit(lesson.vectors[taught], counts.rows(taught), columns[taught], len(kinds))

    # The libraries let other threads run while they compute; each thread adds up on one core, in one order.
    with threadpool_limits(limits=1), ThreadPoolExecutor(jobs) as threads:
        fitted = list(threads.map(fit, (np.arange(len(lesson.texts)), *(taught for taught, _ in folds))))
    for (_, asked), weights in zip(folds, fitted[1:], strict=True):
        worded = counts.rows(asked).features(weights.rarity) @ weights.words[:-1] + weights.words[-1]
        meant = lesson.vectors[asked] @ weights.dense[:-1] + weights.dense[-1]
        untaught[asked] = mean_of_models(meant, worded)
    return LearnedNet(fitted[0], _terms(lesson, kinds, untaught))


def folds_of(texts: Sequence[str]) -> Rows:
    """Return (n,) numbers of the folds in which texts are asked, by their words: others beside them change nothing.

    Texts that differ by punctuation and capitals alone are in the same fold, so that none is taught what is asked.
    """
    words = (" ".join(_WORD.findall(text.casefold())) for text in texts)
    return np.array([hashlib.sha256(one.encode()).digest()[0] % _FOLDS for one in words], dtype=np.int64)


def _fit(vectors: Vectors, counts: WordCounts, columns: Rows, kinds: int) -> PhraseWeights:
    if len(np.unique(columns)) < kinds:
        raise ValueError("a kind has too few phrases to be in every part of them")
    rarity = counts.rarity()
    dense = fit_multinomial(vectors.astype(np.float64), columns, kinds, looseness=_DENSE_REGULARISATION)
    return PhraseWeights(
        dense=dense.astype(np.float32), words=_fit_words(counts, rarity, columns, kinds), rarity=rarity
    )


def _fit_words(counts: WordCounts, rarity: Weights, columns: Rows, kinds: int) -> Weights:
    """Return (BUCKETS + 1, kinds) weights of a model over words; the last row is the bias.

    A bucket that no text hits has no weight, so that it need not be fitted.
    """
    used = np.unique(counts.table.indices)
    features = counts.features(rarity)[:, used].astype(np.float64)
    fitted = fit_multinomial(features, columns, kinds, looseness=_WORD_REGULARISATION)
    weights = np.zeros((BUCKETS + 1, kinds), dtype=np.float32)
    weights[used] = fitted[:-1]
    weights[-1] = fitted[-1]
    return weights


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
