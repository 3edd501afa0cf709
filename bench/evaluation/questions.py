"""Read labelled questions: a file of JSON lines, or the project's own corpus/questions.yaml."""

import hashlib
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError

from bench.evaluation.matching import Key
from corpus.models import LabelledQuestion, Passage


class Kind(StrEnum):
    """What a question is there to test."""

    IN_SCOPE = "in_scope"
    FOLLOWUP = "followup"
    OUT_OF_SCOPE = "out_of_scope"
    CRISIS = "crisis"
    CRISIS_NEAR_MISS = "crisis_near_miss"
    UNSAFE = "unsafe"
    ABUSE = "abuse"


ANSWERABLE = frozenset({Kind.IN_SCOPE, Kind.FOLLOWUP})


class QuestionFileError(Exception):
    """A file of labelled questions cannot be used; the message names file and line."""


@dataclass(frozen=True, slots=True)
class Item:
    """One labelled question. It is right by its key or, where `answers` are given, by the ids of passages."""

    id: str
    kind: Kind
    topic: str
    turns: tuple[str, ...]
    key: Key = field(default_factory=Key)
    answers: frozenset[str] = frozenset()

    @property
    def question(self) -> str:
        """Return the turns as one text, which is also what plain rankers are asked."""
        return " ".join(self.turns)

    def is_answered_by(self, passages: Sequence[Passage]) -> bool:
        """Tell whether these passages, read together, answer the question."""
        if not passages:
            return False
        if self.answers:
            return any(passage.id in self.answers for passage in passages)
        return self.key.matches(joined_text(passages))


class _Row(BaseModel):
    """A line of the file; fields that are not listed here are ignored."""

    model_config = ConfigDict(strict=True)

    id: str
    kind: str
    topic: str = ""
    question: str | None = None
    turns: list[str] | None = None
    must_any: list[list[str]] = []
    must_not: list[str] = []


def joined_text(passages: Sequence[Passage]) -> str:
    """Return the texts of passages as a key is matched against them."""
    return " ".join(passage.text for passage in passages)


def read_items(path: Path) -> list[Item]:
    """Read a file of JSON lines.

    Raises:
        QuestionFileError: the file cannot be read, or a line is not a labelled question.
    """
    try:
        lines = path.read_text("utf-8").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise QuestionFileError(f"{path}: cannot be read ({error})") from error
    items = [_parse(path, number, line) for number, line in enumerate(lines, start=1) if line.strip()]
    if not items:
        raise QuestionFileError(f"{path}: has no questions")
    return items


def own_items(questions: Sequence[LabelledQuestion], topics: Mapping[str, str]) -> list[Item]:
    """Return the project's own labelled questions; `topics` gives the topic of each passage by its id.

    Those that name only passages which are not in the index are left out.
    """
    items = []
    for question in questions:
        known = [answer for answer in question.answers if answer in topics]
        if question.answers and not known:
            continue
        number = hashlib.sha256(question.text.encode()).hexdigest()[:10]
        kind = Kind.IN_SCOPE if known else Kind.OUT_OF_SCOPE
        topic = topics[known[0]] if known else question.kind
        items.append(Item(f"own-{number}", kind, topic, (question.text,), answers=frozenset(known)))
    return items


def spread(items: Sequence[Item], limit: int | None) -> list[Item]:
    """Return at most `limit` items, spread evenly over the list, so that a quick look sees every part of it."""
    if limit is None or limit >= len(items):
        return list(items)
    return [items[position * len(items) // limit] for position in range(limit)]


def _parse(path: Path, number: int, line: str) -> Item:
    try:
        row = _Row.model_validate_json(line)
        kind = Kind(row.kind)
        key = Key.of(row.must_any, row.must_not)
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        where = ".".join(str(part) for part in first["loc"]) or "the line"
        raise QuestionFileError(f"{path}:{number}: {where}: {first['msg']}") from error
    except (ValueError, re.error) as error:
        raise QuestionFileError(f"{path}:{number}: {error}") from error
    turns = row.turns if row.turns is not None else [row.question] if row.question is not None else []
    if not turns:
        raise QuestionFileError(f"{path}:{number}: has neither `question` nor `turns`")
    return Item(row.id, kind, row.topic, tuple(turns), key)
