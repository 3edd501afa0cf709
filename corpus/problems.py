"""A finding about the corpus, as a value: where, which rule, what to do about it."""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path


class Severity(StrEnum):
    """`invalid`: the article cannot be used. `error`: it breaks a promise. `warning`: an editor should look."""

    INVALID = "invalid"
    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One finding; `line` counts from 1."""

    path: Path
    line: int
    code: str
    message: str
    severity: Severity = Severity.ERROR

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.code} {self.message}"
