"""Learn, at each rebuild, how to weigh the fields and when to answer.

The questions written for the passages teach the weights: each is asked of an index from which half of the questions,
itself among them, were left out. The labelled questions (corpus/questions.yaml), above all those the corpus cannot
answer, teach the decision. scikit-learn fits; nothing of it is needed to answer.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from corpus.models import LabelledQuestion, Passage
from index.candidates import FEATURES, CandidateFinder, Candidates, VectorRows
from index.embedder import Vectors
from index.faiss_store import FaissStore
from index.lexical import EVERYTHING, LexicalIndex, passage_words
from index.models import FieldText, SearchField
from index.ranking import DECISION_FEATURES, Calibration, LinearModel, decision_values, rank_candidates

_DEFAULTS = Path(__file__).with_name("defaults.json")
_FOLDS = 2
_HARD_NEGATIVES = 20
_MIN_QUESTIONS = 50
_MIN_UNANSWERABLE = 30
_UNANSWERABLE_SHARE = 0.25
"""The share of questions without an answer that the probability is calibrated for; a choice, not a measurement."""


@dataclass(frozen=True)
class TrainingSet:
    """What can be learned from: passages, their encoded texts (row n of `vectors` is `texts[n]`), labelled questions."""

    passages: Sequence[Passage]
    texts: Sequence[FieldText]
    vectors: Vectors
    labelled: Sequence[LabelledQuestion] = ()
    labelled_vectors: Vectors | None = None


@dataclass(frozen=True)
class _Asked:
    """A question asked of an index that does not know it, and the passages and articles that are right."""

    candidates: Candidates
    finder: CandidateFinder
    passages: frozenset[int]
    articles: frozenset[str]


def default_calibration(*, with_questions: bool) -> Calibration:
    """Return the models learned on the project's own corpus, for corpora that have nothing to learn from."""
    stored = json.loads(_DEFAULTS.read_text("utf-8"))
    return Calibration.model_validate(stored["with_questions" if with_questions else "without_questions"])


def learn(training: TrainingSet) -> Calibration:
    """Return the calibration for a build; parts that cannot be learned for want of questions are the defaults."""
    has_questions = any(text.field is SearchField.QUESTION for text in training.texts)
    default = default_calibration(with_questions=has_questions)
    answerable = _ask_written(training) if has_questions else []
    answerable += _ask_labelled(training, answerable=True)
    unanswerable = _ask_labelled(training, answerable=False)
    fusion = _fit_fusion(answerable) if len(answerable) >= _MIN_QUESTIONS else default.fusion
    if len(answerable) < _MIN_QUESTIONS or len(unanswerable) < _MIN_UNANSWERABLE:
        return default.model_copy(update={"fusion": fusion})
    return _fit_decision(training.passages, fusion, answerable, unanswerable)


def finder_over(
    passages: Sequence[Passage], texts: Sequence[FieldText], vectors: Vectors, keep: Sequence[int] | None = None
) -> CandidateFinder:
    """Return a finder over some rows of the encoded texts (all, where `keep` is None)."""
    kept = list(range(len(texts))) if keep is None else list(keep)
    codes = {field: code for code, field in enumerate(SearchField)}
    rows = VectorRows(
        np.array([texts[row].passage for row in kept], dtype=np.int32),
        np.array([codes[texts[row].field] for row in kept], dtype=np.int32),
    )
    questions: list[list[str]] = [[] for _ in passages]
    for row in kept:
        if texts[row].field is SearchField.QUESTION:
            questions[texts[row].passage].append(texts[row].text)
    return CandidateFinder(FaissStore(vectors[kept]), rows, LexicalIndex.build(passages, questions))


def _ask_written(training: TrainingSet) -> list[_Asked]:
    """Ask each written question of an index without it."""
    asked = []
    numbered: dict[int, int] = {}
    fold_of: dict[int, int] = {}
    for row, text in enumerate(training.texts):
        if text.field is SearchField.QUESTION:
            numbered[text.passage] = numbered.get(text.passage, 0) + 1
            fold_of[row] = (numbered[text.passage] + text.passage) % _FOLDS
    for fold in range(_FOLDS):
        kept = [row for row in range(len(training.texts)) if fold_of.get(row) != fold]
        finder = finder_over(training.passages, training.texts, training.vectors, kept)
        for row in (row for row, held_out in fold_of.items() if held_out == fold):
            text = training.texts[row]
            candidates = finder.find(text.text, training.vectors[row])
            article = training.passages[text.passage].article_id
            asked.append(_Asked(candidates, finder, frozenset({text.passage}), frozenset({article})))
    return asked


def _ask_labelled(training: TrainingSet, *, answerable: bool) -> list[_Asked]:
    """Ask the labelled questions of the whole index; those whose passages are all gone are left out."""
    wanted = [(n, q) for n, q in enumerate(training.labelled) if bool(q.answers) == answerable]
    if not wanted or training.labelled_vectors is None:
        return []
    numbers = {passage.id: number for number, passage in enumerate(training.passages)}
    finder = finder_over(training.passages, training.texts, training.vectors)
    asked = []
    for row, question in wanted:
        right = frozenset(numbers[answer] for answer in question.answers if answer in numbers)
        if question.answers and not right:
            continue
        articles = frozenset(training.passages[number].article_id for number in right)
        asked.append(_Asked(finder.find(question.text, training.labelled_vectors[row]), finder, right, articles))
    return asked


def _fit_fusion(asked: Sequence[_Asked]) -> LinearModel:
    """Fit on each right passage against the hardest wrong ones of its question."""
    rows, labels = [], []
    for one in asked:
        right = np.isin(one.candidates.numbers, sorted(one.passages))
        hardness = one.candidates.features[:, :3].max(axis=1) + one.candidates.column(f"bm25_{EVERYTHING}")
        hardest = [i for i in np.argsort(-hardness, kind="stable") if not right[i]][:_HARD_NEGATIVES]
        chosen = [*np.flatnonzero(right), *hardest]
        rows.append(one.candidates.features[chosen])
        labels.append(right[chosen])
    return _fit_logistic(np.concatenate(rows), np.concatenate(labels), FEATURES, None)


def _fit_decision(
    passages: Sequence[Passage], fusion: LinearModel, answerable: Sequence[_Asked], unanswerable: Sequence[_Asked]
) -> Calibration:
    """Fit the decision and choose the threshold on predictions for questions that the fit did not see."""
    articles = [passage.article_id for passage in passages]
    values, labels = [], []
    for one in (*answerable, *unanswerable):
        if len(one.candidates.numbers) == 0:
            continue
        ranking = rank_candidates(one.candidates, fusion)
        best = int(ranking.numbers[0])
        words = frozenset(passage_words(passages[best], EVERYTHING, passages[best].questions))
        coverage = one.finder.coverage(one.candidates.words, words)
        evidence = decision_values(ranking, articles, coverage, len(one.candidates.words))
        values.append([evidence[name] for name in DECISION_FEATURES])
        labels.append(articles[best] in one.articles)
    matrix, right = np.array(values), np.array(labels)
    negative = np.arange(len(right)) >= len(right) - len(unanswerable)
    weights = np.where(negative, _UNANSWERABLE_SHARE / negative.sum(), (1 - _UNANSWERABLE_SHARE) / (~negative).sum())
    weights *= len(right)
    predicted = _cross_validated(matrix, right, weights)
    threshold, quality = _choose_threshold(predicted, right, negative)
    model = _fit_logistic(matrix, right, DECISION_FEATURES, weights)
    return Calibration(
        fusion=fusion,
        decision=model,
        threshold=round(threshold, 4),
        quality=quality,
        reliability=_reliability(predicted, right, weights),
    )


def _fit_logistic(
    matrix: npt.NDArray[np.float64],
    labels: npt.NDArray[np.bool_],
    names: Sequence[str],
    sample_weight: npt.NDArray[np.float64] | None,
) -> LinearModel:
    """Fit a regularised logistic model on standardised features and return it for features as they are."""
    from sklearn.linear_model import LogisticRegression

    mean, scale = matrix.mean(axis=0), matrix.std(axis=0)
    scale[scale < 1e-9] = 1.0
    fitted: Any = LogisticRegression(C=1.0, max_iter=2000)
    fitted.fit((matrix - mean) / scale, labels, sample_weight=sample_weight)
    weights = fitted.coef_[0] / scale
    bias = float(fitted.intercept_[0] - (weights * mean).sum())
    rounded = {name: round(float(weight), 6) for name, weight in zip(names, weights, strict=True)}
    return LinearModel(bias=round(bias, 6), weights=rounded)


def _cross_validated(
    matrix: npt.NDArray[np.float64], labels: npt.NDArray[np.bool_], weights: npt.NDArray[np.float64]
) -> npt.NDArray[np.float64]:
    """Return the probability of each question by a model that did not see it."""
    from sklearn.model_selection import StratifiedKFold

    predicted = np.zeros(len(labels))
    for seen, unseen in StratifiedKFold(n_splits=5, shuffle=True, random_state=0).split(matrix, labels):
        model = _fit_logistic(matrix[seen], labels[seen], DECISION_FEATURES, weights[seen])
        for row in unseen:
            predicted[row] = model.probability(dict(zip(DECISION_FEATURES, matrix[row], strict=True)))
    return predicted


def _choose_threshold(
    predicted: npt.NDArray[np.float64], right: npt.NDArray[np.bool_], unanswerable: npt.NDArray[np.bool_]
) -> tuple[float, dict[str, float]]:
    """Choose where wrongly answering and wrongly abstaining, each as a share of its kind, add up to the least."""
    grid = np.unique(np.round(predicted, 3))
    answered_well = [(predicted[~unanswerable] >= level).mean() for level in grid]
    abstained_well = [(predicted[unanswerable] < level).mean() for level in grid]
    best = int(np.argmax(np.add(answered_well, abstained_well)))
    quality = {
        "questions_answerable": float((~unanswerable).sum()),
        "questions_unanswerable": float(unanswerable.sum()),
        "right_article_first": round(float(right[~unanswerable].mean()), 4),
        "answered_when_answerable": round(float(answered_well[best]), 4),
        "abstained_when_unanswerable": round(float(abstained_well[best]), 4),
    }
    return float(grid[best]), quality


def _reliability(
    predicted: npt.NDArray[np.float64], right: npt.NDArray[np.bool_], weights: npt.NDArray[np.float64]
) -> list[dict[str, float]]:
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
