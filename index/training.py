"""Learn, at each rebuild, how to weigh the fields and when to answer.

Both are learned from the labelled questions (corpus/questions.yaml). The questions written for the passages are asked
too, each of an index from which half of them, itself among them, were left out: they are practice for the decision, and
a corpus with too few labelled ones learns the weights from them. What cannot be learned is taken from the project's own
corpus.
"""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

from corpus.models import GlossaryTerm, LabelledQuestion, Passage
from index.candidates import CandidateFinder, Candidates, VectorRows
from index.embedder import Vectors
from index.expansion import Expander
from index.faiss_store import FaissStore
from index.fitting import Evidence, Judged, fit_decision, fit_fusion
from index.lexical import EVERYTHING, LexicalIndex, passage_words
from index.models import FieldText, SearchField
from index.neighbours import Neighbours
from index.ranking import DECISION_FEATURES, Calibration, LinearModel, Ranking, decision_values, rank_candidates

DEFAULTS = Path(__file__).with_name("defaults.json")
_FOLDS = 2
_MIN_LABELLED = 100
_MIN_UNANSWERABLE = 30
_SHOWN = 3
"""How many passages an answer shows; a question counts as answered if one of them is of a right article."""
_MOST_WRITTEN = 1500
"""More written questions than this teach nothing new and make a rebuild slow."""


@dataclass(frozen=True)
class TrainingSet:
    """What can be learned from: passages, their texts (row n of `vectors` is `texts[n]`), labelled questions.

    Without `compare`, what is learned does not rest on how near a query is to the labelled questions, so that it can
    serve a corpus which has none.
    """

    passages: Sequence[Passage]
    texts: Sequence[FieldText]
    vectors: Vectors
    labelled: Sequence[LabelledQuestion] = ()
    labelled_vectors: Vectors | None = None
    glossary: Sequence[GlossaryTerm] = ()
    compare: bool = True

    @property
    def neighbours(self) -> Neighbours:
        """Return the labelled questions as what later questions are compared with."""
        dimension = self.vectors.shape[1]
        if not self.compare or self.labelled_vectors is None:
            return Neighbours(np.empty((0, dimension), np.float32), np.empty(0, np.bool_))
        answerable = np.array([bool(question.answers) for question in self.labelled], dtype=np.bool_)
        return Neighbours(self.labelled_vectors, answerable)


@dataclass(frozen=True)
class _Asked:
    """A question asked of an index that does not know it, and the passages and articles that are right."""

    candidates: Candidates
    finder: CandidateFinder
    passages: frozenset[int]
    articles: frozenset[str]
    neighbours: Mapping[str, float] = field(default_factory=dict)


def default_calibration(*, with_questions: bool) -> Calibration:
    """Return the models learned on the project's own corpus, for corpora that have nothing to learn from.

    Their quality is left out: it was measured on another corpus.
    """
    stored = json.loads(DEFAULTS.read_text("utf-8"))["with_questions" if with_questions else "without_questions"]
    return Calibration.model_validate({**stored, "quality": {}, "reliability": []})


def learn(training: TrainingSet) -> Calibration:
    """Return the calibration for a build; parts that cannot be learned for want of questions are the defaults."""
    from threadpoolctl import threadpool_limits

    with threadpool_limits(limits=1):  # thousands of small products, for which threads wait longer than they work
        return _learn(training)


def _learn(training: TrainingSet) -> Calibration:
    has_questions = any(text.field is SearchField.QUESTION for text in training.texts)
    default = default_calibration(with_questions=has_questions)
    answerable = _ask_labelled(training, answerable=True)
    unanswerable = _ask_labelled(training, answerable=False)
    teaching = answerable if len(answerable) >= _MIN_LABELLED else _ask_written(training)
    if len(teaching) < _MIN_LABELLED:
        return default
    fusion = fit_fusion([_judged(one) for one in teaching])
    if len(answerable) < _MIN_LABELLED or len(unanswerable) < _MIN_UNANSWERABLE:
        return default.model_copy(update={"fusion": fusion})
    practice = _evidence(training.passages, fusion, _ask_written(training))
    return fit_decision(fusion, _evidence(training.passages, fusion, [*answerable, *unanswerable]), practice)


def finder_over(training: TrainingSet, keep: Sequence[int] | None = None) -> CandidateFinder:
    """Return a finder over some rows of the encoded texts (all, where `keep` is None)."""
    passages, texts, vectors = training.passages, training.texts, training.vectors
    kept = list(range(len(texts))) if keep is None else list(keep)
    rows = VectorRows.of([texts[row] for row in kept])
    questions: list[list[str]] = [[] for _ in passages]
    for row in kept:
        if texts[row].field is SearchField.QUESTION:
            questions[texts[row].passage].append(texts[row].text)
    lexical = LexicalIndex.build(passages, questions)
    return CandidateFinder(FaissStore(vectors[kept]), rows, lexical, Expander(training.glossary))


def _ask_written(training: TrainingSet) -> list[_Asked]:
    """Ask each written question of an index without it."""
    asked = []
    neighbours = training.neighbours
    written = [row for row, text in enumerate(training.texts) if text.field is SearchField.QUESTION]
    # By what a question says, not by where it stands: one passage more must not deal all of them out anew.
    lot = {row: hashlib.sha256(training.texts[row].text.encode()).digest() for row in written}
    asking = set(sorted(written, key=lambda row: lot[row])[:_MOST_WRITTEN])
    fold_of = {row: lot[row][-1] % _FOLDS for row in written}
    for fold in range(_FOLDS):
        kept = [row for row in range(len(training.texts)) if fold_of.get(row) != fold]
        finder = finder_over(training, kept)
        for row in sorted(asking & {row for row, held_out in fold_of.items() if held_out == fold}):
            text = training.texts[row]
            vector = training.vectors[row]
            candidates = finder.find(text.text, vector)
            articles = frozenset({training.passages[text.passage].article_id})
            asked.append(_Asked(candidates, finder, frozenset({text.passage}), articles, neighbours.values(vector)))
    return asked


def _ask_labelled(training: TrainingSet, *, answerable: bool) -> list[_Asked]:
    """Ask the labelled questions of the whole index; those whose passages are all gone are left out."""
    wanted = [(n, q) for n, q in enumerate(training.labelled) if bool(q.answers) == answerable]
    if not wanted or training.labelled_vectors is None:
        return []
    numbers = {passage.id: number for number, passage in enumerate(training.passages)}
    finder, neighbours = finder_over(training), training.neighbours
    asked = []
    for row, question in wanted:
        right = frozenset(numbers[answer] for answer in question.answers if answer in numbers)
        if question.answers and not right:
            continue
        articles = frozenset(training.passages[number].article_id for number in right)
        vector = training.labelled_vectors[row]
        candidates = finder.find(question.text, vector)
        asked.append(_Asked(candidates, finder, right, articles, neighbours.values(vector, itself=row)))
    return asked


def _judged(one: _Asked) -> Judged:
    return Judged(one.candidates.features, np.isin(one.candidates.numbers, sorted(one.passages)))


def _evidence(passages: Sequence[Passage], fusion: LinearModel, asked: Sequence[_Asked]) -> Evidence:
    """Rank each question's candidates and note what speaks for the best one, and whether it is right."""
    articles = [passage.article_id for passage in passages]
    values, first, shown, known = [], [], [], []
    for one in asked:
        if len(one.candidates.numbers) == 0:
            continue
        ranking = rank_candidates(one.candidates, fusion)
        best = int(ranking.numbers[0])
        words = frozenset(passage_words(passages[best], EVERYTHING, passages[best].questions))
        coverage = one.finder.coverage(one.candidates.words.meant, words)
        evidence = decision_values(ranking, articles, coverage) | dict(one.neighbours)
        values.append([evidence[name] for name in DECISION_FEATURES])
        first.append(articles[best] in one.articles)
        shown.append(_right_among(ranking, _SHOWN, articles, one.articles))
        known.append(bool(one.articles))
    table = np.array(values).reshape(-1, len(DECISION_FEATURES))
    return Evidence(table, np.array(first, bool), np.array(shown, bool), np.array(known, bool))


def _right_among(ranking: Ranking, shown: int, articles: Sequence[str], right: frozenset[str]) -> bool:
    return any(articles[number] in right for number in ranking.numbers[:shown])
