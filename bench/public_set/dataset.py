"""Read the public set: passages with a title and a text, and questions with the ids of the passages that answer."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from corpus.models import Passage, ProductForm

DATA = Path(__file__).with_name("data")
PASSAGES, QUESTIONS = "passages.jsonl", "questions.jsonl"
_Row = TypeVar("_Row", bound=BaseModel)


class PublicSetError(Exception):
    """A file of the set is missing, or a line of it is not what it should be; the message says where."""


@dataclass(frozen=True, slots=True)
class PublicQuestion:
    """One question; `answers` are numbers of passages, all of which answer it; `source` is where they are from."""

    id: str
    text: str
    source: str
    answers: frozenset[int]


@dataclass(frozen=True, slots=True)
class PublicSet:
    """Passages, which are numbered by their position, and the questions they answer. Passages list no questions."""

    passages: tuple[Passage, ...]
    questions: tuple[PublicQuestion, ...]


class _PassageRow(BaseModel):
    model_config = ConfigDict(strict=True, extra="forbid")

    id: str = Field(min_length=1)
    source: str = Field(min_length=1)
    title: str = Field(min_length=1)
    url: str = Field(pattern="^https?://")
    text: str = Field(min_length=1)


class _QuestionRow(BaseModel):
    model_config = ConfigDict(strict=True, extra="forbid")

    id: str = Field(min_length=1)
    text: str = Field(min_length=1)
    answers: list[str] = Field(min_length=1)


def load_public_set(folder: Path = DATA) -> PublicSet:
    """Return the set that a folder holds.

    Raises:
        PublicSetError: a file is missing or not of the right form, or a question names an unknown passage.
    """
    rows = _read(folder / PASSAGES, _PassageRow)
    numbers = _numbers(folder / PASSAGES, [row.id for row in rows])
    questions = []
    asked = _read(folder / QUESTIONS, _QuestionRow)
    _numbers(folder / QUESTIONS, [row.id for row in asked])
    for line, question in enumerate(asked, start=1):
        unknown = [answer for answer in question.answers if answer not in numbers]
        if unknown:
            raise PublicSetError(f"{folder / QUESTIONS}:{line}: no passage has the id {unknown[0]}")
        answers = frozenset(numbers[answer] for answer in question.answers)
        questions.append(PublicQuestion(question.id, question.text, rows[min(answers)].source, answers))
    return PublicSet(tuple(_passage(row) for row in rows), tuple(questions))


def _passage(row: _PassageRow) -> Passage:
    """Return a row as the passage of an article that has its title; it has no heading and lists no questions."""
    return Passage(
        id=row.id,
        article_id=f"{row.source}: {row.title}",
        article_title=row.title,
        heading="",
        topic=row.source,
        product_form=ProductForm.ANY,
        text=row.text,
        start=0,
        end=len(row.text),
        statements=(),
    )


def _read(path: Path, row: type[_Row]) -> list[_Row]:
    try:
        lines = path.read_text("utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise PublicSetError(
            f"{path}: cannot be read ({error}); it is part of the repository: git restore it"
        ) from error
    found = []
    for number, line in enumerate(lines, start=1):
        try:
            found.append(row.model_validate_json(line))
        except ValidationError as error:
            first = error.errors(include_url=False, include_input=False)[0]
            where = ".".join(str(part) for part in first["loc"]) or "the line"
            raise PublicSetError(f"{path}:{number}: {where}: {first['msg']}") from error
    if not found:
        raise PublicSetError(f"{path}: is empty")
    return found


def _numbers(path: Path, ids: Sequence[str]) -> dict[str, int]:
    numbers: dict[str, int] = {}
    for line, one in enumerate(ids, start=1):
        if one in numbers:
            raise PublicSetError(f"{path}:{line}: the id {one} is already that of line {numbers[one] + 1}")
        numbers[one] = line - 1
    return numbers
