"""A finding about the corpus, as a value: where, which rule, what to do about it."""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path


class Severity(StrEnum):
    """How bad a finding is, the worst first.

    `invalid`: the article or row cannot be used and is left out. `error`: it breaks a promise or a rule of the form.
    `warning`: an editor should look; fails only a strict check. `note`: worth knowing; never fails, shown on request.
    """

    INVALID = "invalid"
    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


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


@dataclass(frozen=True, slots=True)
class Code:
    """A kind of finding. `meaning` is the line that `python -m corpus codes` prints for it."""

    name: str
    meaning: str
    severity: Severity = Severity.ERROR

    def at(self, path: Path, line: int, message: str) -> Problem:
        """Return a finding of this kind."""
        return Problem(path, line, self.name, message, self.severity)
