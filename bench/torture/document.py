"""docs/reliability.md: written from what was found, and read back, so that a test can tell that nobody edited it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from bench.torture.running import Outcome

_HEAD = """\
# What was broken on purpose, and what was lost

Written by `make torture`, not by hand. Each kind of trial breaks the real program in one way, again and again, and
counts what was lost: a confirmed act or a person's feedback that is gone, an answer that is wrong, uncited or without
its notices, a start that fails, a refusal that was none. How each is done stands in `bench/torture/trials/`.
"""
_RUN = re.compile(r"Run of (\d{4}-\d\d-\d\d), seed (\d+), (\d+) minutes\.")
_ROW = re.compile(r"\| ([a-z0-9-]+) \| ([^|]+) \| ([\d,]+) ([^|]+) \| ([\d,]+) \|")
_NOTE = re.compile(r"- ([a-z0-9-]+): (.+)")


@dataclass(frozen=True, slots=True)
class Row:
    """A trial in the table, with what is said below it."""

    name: str
    breaks: str
    tried: int
    unit: str
    lost: int
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Record:
    """A run: when, with which seed, how long, and its rows."""

    day: date
    seed: int
    minutes: int
    rows: tuple[Row, ...]


def to_record(outcomes: Sequence[Outcome], day: date, seed: int) -> Record:
    """Return what is written down of a run."""
    rows = tuple(
        Row(
            one.trial.name,
            _plain(one.trial.breaks),
            one.findings.tried,
            one.trial.unit,
            one.findings.lost,
            tuple(_plain(note) for note in (*one.findings.notes, *(f"LOST {loss}" for loss in one.findings.losses))),
        )
        for one in outcomes
    )
    return Record(day, seed, round(sum(one.seconds for one in outcomes) / 60), rows)


def render_record(record: Record) -> str:
    """Return the document."""
    run = f"Run of {record.day.isoformat()}, seed {record.seed}, {record.minutes} minutes."
    lines = ["| trial | what is broken | tried | lost |", "| --- | --- | --- | --- |"]
    lines += [f"| {row.name} | {row.breaks} | {row.tried:,} {row.unit} | {row.lost:,} |" for row in record.rows]
    notes = [f"- {row.name}: {note}" for row in record.rows for note in row.notes]
    return "\n".join([_HEAD, run, "", *lines, *(["", "Notes:", "", *notes] if notes else []), ""])


def parse_record(text: str) -> Record:
    """Return what a document says.

    Raises:
        ValueError: it is not of the form that `render_record` writes.
    """
    run = _RUN.search(text)
    if run is None:
        raise ValueError("no run is named; write the document with: make torture")
    notes: dict[str, list[str]] = {}
    for name, note in _matches(_NOTE, text):
        notes.setdefault(name, []).append(note)
    rows = tuple(
        Row(name, breaks, _number(tried), unit, _number(lost), tuple(notes.get(name, ())))
        for name, breaks, tried, unit, lost in _matches(_ROW, text)
    )
    record = Record(date.fromisoformat(run[1]), int(run[2]), int(run[3]), rows)
    if render_record(record) != text:
        raise ValueError("it was edited by hand; write the document with: make torture")
    return record


def _matches(form: re.Pattern[str], text: str) -> Iterator[tuple[str, ...]]:
    return (found.groups() for line in text.splitlines() if (found := form.fullmatch(line)))


def _number(words: str) -> int:
    return int(words.replace(",", ""))


def _plain(words: str) -> str:
    """Return words that fit into one cell or one line."""
    return " ".join(words.replace("|", "/").split())
