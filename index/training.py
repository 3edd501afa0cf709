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
from functools import cached_property
from pathlib import Path

import numpy as np

from corpus.models import GlossaryTerm, LabelledQuestion, Passage
from index.candidates import Candidates, VectorRows, coverage_of
from index.embedder import Vectors
from index.expansion import Expander
from index.fitting import Evidence, Judged, fit_decision, fit_fusion
from index.kept_learning import learning_key
from index.lexical import EVERYTHING, LexicalIndex, passage_words
from index.many_candidates import SearchedTexts, find_many
from index.models import FieldText, SearchField
from index.neighbours import Neighbours
from index.ranking import DECISION_FEATURES, Calibration, LinearModel, Ranking, decision_values, rank_candidates
from index.tokens import Words, remembering_words

TRAINING_VERSION = 3
"""Raised when the same corpus teaches something else than before: builds made until then no longer fit.

It is part of the name of a build, and of what is kept between rebuilds. `tests/integration/test_what_is_learned.py`
fails where what is learned changes and this does not.
"""
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

    @cached_property
    def rows(self) -> VectorRows:
        """Return what each vector is of."""
        return VectorRows.of(self.texts)

    @cached_property
    def words(self) -> Words:
        """Return what cuts texts into words, each text once."""
        return remembering_words()

    @cached_property
    def lexical(self) -> LexicalIndex:
        """Return the word index of the passages with all their questions."""
        return LexicalIndex.build(self.passages, self.words)

    @cached_property
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
    lexical: LexicalIndex
    passages: frozenset[int]
    articles: frozenset[str]
    neighbours: Mapping[str, float] = field(default_factory=dict)


def default_calibration(*, with_questions: bool) -> Calibration:
    """Return the models learned on the project's own corpus, for corpora that have nothing to learn from.

    Their quality is left out: it was measured on another corpus.
    """
    stored = json.loads(DEFAULTS.read_text("utf-8"))["with_questions" if with_questions else "without_questions"]
    return Calibration.model_validate({**stored, "quality": {}, "reliability": []})


def training_fingerprint() -> str:
    """Return what decides, besides the corpus and the model, what is learned: the version, and the defaults."""
    return f"{TRAINING_VERSION}:{hashlib.sha256(DEFAULTS.read_bytes()).hexdigest()}"


def calibration_key(training: TrainingSet) -> str:
    """Return what stands for all that `learn` learns from."""
    return learning_key(
        training_fingerprint(),
        [f"{one.id}\0{one.article_id}" for one in training.passages],
        [f"{text.passage}\0{text.field}\0{text.part}\0{text.text}" for text in training.texts],
        training.vectors,
        [json.dumps([one.text, *one.answers]) for one in training.labelled],
        training.neighbours.vectors,
        training.neighbours.answerable,
        [repr(term) for term in training.glossary],
    )


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
    practice = _evidence(training, fusion, _ask_written(training))
    return fit_decision(fusion, _evidence(training, fusion, [*answerable, *unanswerable]), practice)


def _ask_written(training: TrainingSet) -> list[_Asked]:
    """Ask each written question of an index without it."""
    asked: list[_Asked] = []
    written = [row for row, text in enumerate(training.texts) if text.field is SearchField.QUESTION]
    # By what a question says, not by where it stands: one passage more must not deal all of them out anew.
    lot = {row: hashlib.sha256(training.texts[row].text.encode()).digest() for row in written}
    asking = set(sorted(written, key=lambda row: lot[row])[:_MOST_WRITTEN])
    for fold in range(_FOLDS):
        held_out = [row for row in written if lot[row][-1] % _FOLDS == fold]
        chosen = [row for row in held_out if row in asking]
        passages = [training.texts[row].passage for row in chosen]
        right = [(frozenset({p}), frozenset({training.passages[p].article_id})) for p in passages]
        texts = [training.texts[row].text for row in chosen]
        vectors = training.vectors[chosen]
        neighbours = training.neighbours.values_of_many(vectors)
        asked += _ask(training, _without(training, held_out), texts, vectors, right, neighbours)
    return asked


def _ask_labelled(training: TrainingSet, *, answerable: bool) -> list[_Asked]:
    """Ask the labelled questions of the whole index; those whose passages are all gone are left out."""
    if training.labelled_vectors is None:
        return []
    numbers = {passage.id: number for number, passage in enumerate(training.passages)}
    chosen: list[int] = []
    right: list[tuple[frozenset[int], frozenset[str]]] = []
    for row, question in enumerate(training.labelled):
        passages = frozenset(numbers[answer] for answer in question.answers if answer in numbers)
        if bool(question.answers) == answerable and (passages or not question.answers):
            chosen.append(row)
            right.append((passages, frozenset(training.passages[number].article_id for number in passages)))
    texts = [training.labelled[row].text for row in chosen]
    vectors = training.labelled_vectors[chosen]
    neighbours = training.neighbours.values_of_many(vectors, chosen)
    return _ask(training, _without(training, ()), texts, vectors, right, neighbours)


def _without(training: TrainingSet, left_out: Sequence[int]) -> SearchedTexts:
    """Return the texts of the corpus without some of its written questions, given as rows."""
    lexical = training.lexical
    if left_out:
        gone = set(left_out)
        questions: list[list[str]] = [[] for _ in training.passages]
        for row, text in enumerate(training.texts):
            if text.field is SearchField.QUESTION and row not in gone:
                questions[text.passage].append(text.text)
        lexical = lexical.with_questions(training.passages, questions, training.words)
    return SearchedTexts(training.vectors, training.rows, lexical, np.array(left_out, dtype=np.int64))


def _ask(
    training: TrainingSet,
    searched: SearchedTexts,
    texts: Sequence[str],
    vectors: Vectors,
    right: Sequence[tuple[frozenset[int], frozenset[str]]],
    neighbours: Sequence[Mapping[str, float]],
) -> list[_Asked]:
    """Ask questions, given as texts and (n, dim) vectors, with the passages and articles that are right for each."""
    expander = Expander(training.glossary)
    found = find_many(searched, [expander.expand(text) for text in texts], vectors)
    return [
        _Asked(candidates, searched.lexical, passages, articles, near)
        for candidates, (passages, articles), near in zip(found, right, neighbours, strict=True)
    ]


def _judged(one: _Asked) -> Judged:
    return Judged(one.candidates.features, np.isin(one.candidates.numbers, sorted(one.passages)))


def _evidence(training: TrainingSet, fusion: LinearModel, asked: Sequence[_Asked]) -> Evidence:
    """Rank each question's candidates and note what speaks for the best one, and whether it is right."""
    passages = training.passages
    articles = [passage.article_id for passage in passages]
    words_of: dict[int, frozenset[str]] = {}
    values, first, shown, known = [], [], [], []
    for one in asked:
        if len(one.candidates.numbers) == 0:
            continue
        ranking = rank_candidates(one.candidates, fusion)
        best = int(ranking.numbers[0])
        if best not in words_of:
            words_of[best] = frozenset(
                passage_words(passages[best], EVERYTHING, passages[best].questions, training.words)
            )
        coverage = coverage_of(one.lexical, one.candidates.words.meant, words_of[best])
        evidence = decision_values(ranking, articles, coverage) | dict(one.neighbours)
        values.append([evidence[name] for name in DECISION_FEATURES])
        first.append(articles[best] in one.articles)
        shown.append(_right_among(ranking, _SHOWN, articles, one.articles))
        known.append(bool(one.articles))
    table = np.array(values).reshape(-1, len(DECISION_FEATURES))
    return Evidence(table, np.array(first, bool), np.array(shown, bool), np.array(known, bool))


def _right_among(ranking: Ranking, shown: int, articles: Sequence[str], right: frozenset[str]) -> bool:
    return any(articles[number] in right for number in ranking.numbers[:shown])
