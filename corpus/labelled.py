"""Read the labelled questions that the decision to answer is learned from: corpus/questions.yaml."""

from pathlib import Path
from typing import Any

import yaml

from corpus.errors import TableInvalidError
from corpus.models import LabelledQuestion


def load_labelled_questions(root: Path) -> tuple[LabelledQuestion, ...]:
    """Return the labelled questions of a corpus folder; none where it has no such file.

    Raises:
        TableInvalidError: the file is not a list of `ask:` with `answers:`.
    """
    path = root / "questions.yaml"
    if not path.is_file():
        return ()
    try:
        table = yaml.load(path.read_text("utf-8"), Loader=yaml.CSafeLoader)
        return tuple(_question(row) for row in table["questions"])
    except (yaml.YAMLError, UnicodeDecodeError, KeyError, TypeError) as error:
        raise TableInvalidError(path, f"not a list of questions under `questions:` ({error})") from error


def _question(row: dict[str, Any]) -> LabelledQuestion:
    answers = row.get("answers") or []
    return LabelledQuestion(str(row["ask"]), tuple(str(answer) for answer in answers), str(row.get("kind", "")))
