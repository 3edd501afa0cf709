"""Write the overview of a corpus folder to a file."""

import dataclasses
import os
import secrets
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Any

from corpus.loader import load_corpus
from corpus.report.numbers import Numbers, count_corpus
from corpus.report.page import render_page

REASONS = Path("docs", "unused-facts.md")
"""Where the list of unused cards lies, as seen from the folder that the corpus folder is in."""


class ReportNotWrittenError(Exception):
    """The page could not be written; the message says what to do."""


def write_report(root: Path, out: Path, today: date) -> Numbers:
    """Count the corpus at `root`, write the page to `out` in one step, and return the numbers.

    Raises:
        CorpusMissingError: there is no corpus at `root`.
        ReportNotWrittenError: `out` cannot be written; a page that was there is left as it was.
    """
    numbers = count_corpus(load_corpus(root), today, root.resolve().parent / REASONS)
    _write(out, render_page(numbers))
    return numbers


def to_values(value: Any) -> Any:
    """Return the numbers as values of JSON: dates as YYYY-MM-DD, statuses as they stand in the tables."""
    if dataclasses.is_dataclass(value):
        return {item.name: to_values(getattr(value, item.name)) for item in dataclasses.fields(value)}
    if isinstance(value, tuple):
        return [to_values(item) for item in value]
    if isinstance(value, date):
        return value.isoformat()
    return value.value if isinstance(value, StrEnum) else value


def _write(out: Path, text: str) -> None:
    temporary = out.with_name(f".{out.name}.{secrets.token_hex(4)}")
    try:
        if out.is_dir():
            raise IsADirectoryError(0, "it is a folder")
        out.parent.mkdir(parents=True, exist_ok=True)
        with temporary.open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(out)
    except OSError as error:
        _remove(temporary)
        step = "name a file in a folder that can be written to: python -m corpus report --out FILE.html"
        raise ReportNotWrittenError(f"{out} cannot be written ({error.strerror}); {step}") from error


def _remove(path: Path) -> None:
    try:
        path.unlink(missing_ok=True)
    except OSError:
        return  # its folder is no folder, so it was never made
