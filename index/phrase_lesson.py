"""What the second net of triage is learned from: the example phrases of triage, and ordinary questions."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from corpus.models import TriagePhrase
from corpus.triage_phrases import ORDINARY_KINDS
from index.embedder import Vectors
from index.kept_learning import learning_key
from index.models import SearchField
from index.phrase_net import ORDINARY
from index.training import TrainingSet, training_fingerprint

MOST_QUESTIONS = 6000
Labels = npt.NDArray[np.str_]


@dataclass(frozen=True)
class Lesson:
    """Texts, their (n, dim) unit vectors, and their kinds; from row `questions_from` on they are questions."""

    texts: Sequence[str]
    vectors: Vectors
    kinds: Labels
    questions_from: int


def make_lesson(phrases: Sequence[TriagePhrase], vectors: Vectors, training: TrainingSet) -> Lesson:
    """Return the lesson of some phrases (row n of `vectors` is phrase n) and of the questions of a corpus.

    A question that is also a phrase counts as the phrase.
    """
    rows = [(phrase.text, ORDINARY if phrase.kind in ORDINARY_KINDS else phrase.kind) for phrase in phrases]
    known = {text.lower() for text, _ in rows}
    questions: dict[str, Vectors] = {}
    if training.labelled_vectors is not None:
        questions |= dict(zip((one.text for one in training.labelled), training.labelled_vectors, strict=True))
    for text, vector in zip(training.texts, training.vectors, strict=True):
        if text.field is SearchField.QUESTION and text.text.lower() not in known and len(questions) < MOST_QUESTIONS:
            questions.setdefault(text.text, vector)
    taught = [*vectors, *questions.values()]
    return Lesson(
        texts=[*(text for text, _ in rows), *questions],
        vectors=np.stack(taught) if taught else vectors,
        kinds=np.array([*(kind for _, kind in rows), *([ORDINARY] * len(questions))]),
        questions_from=len(rows),
    )


def lesson_key(lesson: Lesson) -> str:
    """Return what stands for all that `learn_phrase_net` learns from."""
    kinds = [str(kind) for kind in lesson.kinds]
    return learning_key(training_fingerprint(), lesson.texts, lesson.vectors, kinds, str(lesson.questions_from))
