"""Rules that depend on today's date; `checks` runs them only where it is told the day."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

from corpus.codes import LAW_DATE, REVIEW_DUE
from corpus.loader import LoadedCorpus
from corpus.problems import Problem

_AHEAD = timedelta(days=1)  # where the record was made it may be tomorrow already


def reviews(loaded: LoadedCorpus, today: date) -> Iterator[Problem]:
    """No article, notice or interaction is past the date of its next review."""
    for path, line, value in _review_dates(loaded):
        due = as_date(value)
        if due is not None and due < today:
            yield REVIEW_DUE.at(path, line, f"the next review was due on {due}")


def law_checks(loaded: LoadedCorpus, today: date) -> Iterator[Problem]:
    """No law was checked in the future: a slip in the year would keep it current for as long."""
    for row in loaded.rows("legality.yaml", "records"):
        checked = as_date(row.values.get("checked_on"))
        if checked is not None and checked > today + _AHEAD:
            path = loaded.tables["legality.yaml"].path
            yield LAW_DATE.at(path, row.line, f"{row.values.get('id')}: `checked_on` {checked} lies in the future")


def _review_dates(loaded: LoadedCorpus) -> Iterator[tuple[Path, int, Any]]:
    for article in loaded.files:
        yield article.path, 2, article.article.next_review_on
    for notice in loaded.notice_files:
        yield notice.path, 2, notice.metadata.get("next_review_on")
    for row in loaded.rows("interactions.yaml", "records"):
        yield loaded.tables["interactions.yaml"].path, row.line, row.values.get("next_review_on")


def as_date(value: Any) -> date | None:
    """Return a date of YAML, written with or without quotes; None for anything else."""
    if isinstance(value, datetime):
        return value.date()
    try:
        return value if isinstance(value, date) else date.fromisoformat(str(value))
    except ValueError:
        return None


RULES = (reviews, law_checks)
