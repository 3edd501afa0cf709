"""Read the labelled questions that the decision to answer is learned from: corpus/questions.yaml."""

from pathlib import Path
from typing import Any

from corpus.errors import ArticleInvalidError, TableInvalidError
from corpus.files import read_text
from corpus.models import LabelledQuestion
from corpus.rows import parse_table

QUESTIONS_FILE = "questions.yaml"
QUESTIONS_KEY = "questions"


def load_labelled_questions(root: Path) -> tuple[LabelledQuestion, ...]:
    """Return the labelled questions of a corpus folder; none where it has no such file.

    Raises:
        TableInvalidError: the file is not a list of `ask:` with `answers:`.
    """
    path = root / QUESTIONS_FILE
    if not path.is_file():
        return ()
    try:
        rows = parse_table(path, read_text(path)).rows(QUESTIONS_KEY)
    except ArticleInvalidError as error:
        raise TableInvalidError(path, error.message, error.line) from error
    questions = []
    for row in rows:
        try:
            questions.append(to_question(row.values))
        except ValueError as error:
            raise TableInvalidError(path, str(error), row.line) from error
    return tuple(questions)


def to_question(row: Any) -> LabelledQuestion:
    """Return the labelled question of a row as written.

    Raises:
        ValueError: the row has no `ask:`, or its `answers:` are not a list.
    """
    answers = row.get("answers") if isinstance(row, dict) else None
    if not isinstance(row, dict) or not str(row.get("ask") or "").strip():
        raise ValueError("a row has no question under `ask:`")
    if not isinstance(answers or [], list):
        raise ValueError("`answers:` is not a list of passage ids")
    return LabelledQuestion(str(row["ask"]), tuple(str(answer) for answer in answers or []), str(row.get("kind") or ""))
