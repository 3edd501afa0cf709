"""Find the record of a place or substance by what was picked from a list or typed: its id, a name, or a text."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeVar

from bot.answering.cleaning import clean
from bot.answering.library import Library
from bot.answering.selection import MAX_PASSAGES
from corpus.models import InteractionRecord, LegalRecord

PICKED = "id:"
"""How a value begins that was picked from a list. "in" typed is a word or Indiana; "id:in" is the record of India."""

Record = TypeVar("Record", LegalRecord, InteractionRecord)


@dataclass(frozen=True, slots=True)
class Entry:
    """A record as it is looked up: the value that stands for it, its name, all names people use, and its passage."""

    value: str
    name: str
    names: tuple[str, ...]
    passage_id: str


def place_entries(library: Library) -> tuple[Entry, ...]:
    """Return the places of the law table that may be shown, in its order."""
    return tuple(_place(record) for record in library.corpus.legality if library.may_use(record))


def substance_entries(library: Library) -> tuple[Entry, ...]:
    """Return the substance classes of the interaction table that may be shown, with their members and brands."""
    return tuple(_substance(record) for record in library.corpus.interactions if library.may_use(record))


def _place(record: LegalRecord) -> Entry:
    return Entry(PICKED + record.id, record.name, (record.name, *record.aliases), record.passage_id)


def _substance(record: InteractionRecord) -> Entry:
    return Entry(PICKED + record.id, record.name, (record.name, *record.members, *record.brands), record.passage_id)


def find_places(library: Library, typed: str) -> tuple[LegalRecord, ...]:
    """Return the places that a value or text names, at most three, also withdrawn ones; none where it names none."""
    records = {record.id: record for record in library.corpus.legality}
    if typed.startswith(PICKED):
        return _picked(typed, records)
    named = _named(typed, records, map(_place, library.corpus.legality))
    return named or library.names.find(clean(typed), codes=True).places[:MAX_PASSAGES]


def find_substances(library: Library, typed: str) -> tuple[InteractionRecord, ...]:
    """Return the substance classes that a value or text names, at most three; none where it names none."""
    records = {record.id: record for record in library.corpus.interactions}
    if typed.startswith(PICKED):
        return _picked(typed, records)
    named = _named(typed, records, map(_substance, library.corpus.interactions))
    return named or library.names.find(clean(typed)).substances[:MAX_PASSAGES]


def _picked(value: str, records: dict[str, Record]) -> tuple[Record, ...]:
    """Return the record that was picked, and no other: a place that is gone is not answered with its neighbour."""
    record = records.get(value.removeprefix(PICKED))
    return (record,) if record else ()


def _named(typed: str, records: dict[str, Record], entries: Iterable[Entry]) -> tuple[Record, ...]:
    """Return the records one of whose names is exactly what was typed."""
    wanted, known = " ".join(typed.split()), tuple(entries)
    for same in (str, str.casefold):  # "CA" is California before it is Canada
        named = [entry for entry in known if any(same(name) == same(wanted) for name in entry.names)]
        if wanted and named:
            return tuple(records[entry.value.removeprefix(PICKED)] for entry in named)[:MAX_PASSAGES]
    return ()
