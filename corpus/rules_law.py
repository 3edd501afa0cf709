"""Rules on legality.yaml: every record has its dates, its place and a name of its own (promise P7)."""

import re
from collections.abc import Iterator
from datetime import timedelta

from corpus.codes import ALIAS, LAW_DATE, LAW_PARENT, LAW_UNDATED
from corpus.loader import LoadedCorpus
from corpus.models import LegalRecord
from corpus.problems import Problem
from corpus.texts import quoted_rows

LAW_FILE = "legality.yaml"
# How long a checked record may be shown as the present law. Rules change fastest in the United States, and for 7-OH.
FAST_CHANGING, ELSEWHERE = timedelta(days=180), timedelta(days=365)

_DATED = re.compile(
    r"\b(?:1[89]|20)\d\d\b|\bundated\b|\bno dated? (?:source|text|record)|\bwithout a date\b|\bdate (?:is|was) not\b"
    r"|\b(?:carr(?:y|ies)|ha(?:s|ve)|gives?|with) no date\b",
    re.IGNORECASE,
)
_SEVEN_OH = re.compile(r"(?:^|-)(?:7-?oh|seven-oh)(?:-|$)")


def dates(loaded: LoadedCorpus) -> Iterator[Problem]:
    """A record is shown as current for 180 days (United States, 7-OH) or 365 days (elsewhere) at the most."""
    records = {record.id: record for record in loaded.corpus.legality}
    for record, line in _lines(loaded):
        if finding := _date_finding(record, records):
            yield LAW_DATE.at(loaded.tables[LAW_FILE].path, line, f"{record.id}: {finding}")


def undated(loaded: LoadedCorpus) -> Iterator[Problem]:
    """The first sentence of a record says of when it is, or that no date was found."""
    for row in quoted_rows(loaded):
        if row.path.name == LAW_FILE and not _DATED.search(row.section.lines[0].text):
            message = f"write the date into the first sentence: {row.section.lines[0].text[:60]}"
            yield LAW_UNDATED.at(row.path, row.line, message)


def parents(loaded: LoadedCorpus) -> Iterator[Problem]:
    """The place that a place belongs to has a record."""
    known = {record.id for record in loaded.corpus.legality}
    for record, line in _lines(loaded):
        if record.parent is not None and (record.parent not in known or record.parent == record.id):
            message = f"{record.id}: the parent {record.parent} has no record"
            yield LAW_PARENT.at(loaded.tables[LAW_FILE].path, line, message)


def aliases(loaded: LoadedCorpus) -> Iterator[Problem]:
    """No two records of a table go by the same name: a question would get the law, or the number, of another place."""
    tables: dict[str, dict[str, tuple[str, ...]]] = {
        LAW_FILE: {record.id: (record.name, *record.aliases) for record in loaded.corpus.legality},
        "crisis_lines.yaml": {record.id: (record.name, *record.aliases) for record in loaded.corpus.crisis},
        # Members and brands may stand in several classes: some products combine two medicines.
        "interactions.yaml": {record.id: (record.name,) for record in loaded.corpus.interactions},
    }
    for table, names in tables.items():
        first: dict[str, str] = {}
        for row in loaded.rows(table, "records"):
            own = str(row.values["id"])
            for name in names[own]:
                other = first.setdefault(_key(name), own)
                if other != own:
                    yield ALIAS.at(loaded.tables[table].path, row.line, f"{own}: `{name}` also names {other}")


def _lines(loaded: LoadedCorpus) -> Iterator[tuple[LegalRecord, int]]:
    """Yield the records with their lines in the table."""
    records = {record.id: record for record in loaded.corpus.legality}
    for row in loaded.rows(LAW_FILE, "records"):
        yield records[str(row.values["id"])], row.line


def _date_finding(record: LegalRecord, records: dict[str, LegalRecord]) -> str | None:
    if record.checked_on is None or record.valid_until is None:
        if record.checked_on is record.valid_until:
            return None
        return "`checked_on` and `valid_until` go together; without a dated source both are null"
    allowed = FAST_CHANGING if _changes_fast(record, records) else ELSEWHERE
    if record.valid_until <= record.checked_on:
        return "`valid_until` does not come after `checked_on`"
    if record.valid_until - record.checked_on > allowed:
        latest = record.checked_on + allowed
        return f"`valid_until` is more than {allowed.days} days after `checked_on`; the latest is {latest}"
    return None


def _changes_fast(record: LegalRecord, records: dict[str, LegalRecord]) -> bool:
    """Tell whether a record is of the United States or a place in it, or about 7-OH alone."""
    if _SEVEN_OH.search(record.id) or _SEVEN_OH.search(record.kind):
        return True
    place: LegalRecord | None = record
    for _ in records:
        if place is None or place.id == "us" or (place.code or "").startswith("US"):
            break
        place = records.get(place.parent or "")
    return place is not None and (place.id == "us" or (place.code or "").startswith("US"))


def _key(name: str) -> str:
    return " ".join(re.findall(r"\w+", name.casefold()))


RULES = (dates, undated, parents, aliases)
