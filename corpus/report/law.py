"""Sort the law records by place, and tell which of them may still be shown as the law on a day (promise P7)."""

from dataclasses import dataclass
from datetime import date, timedelta

from corpus.loader import LoadedCorpus
from corpus.models import LegalRecord
from corpus.report.months import Bucket, by_month
from corpus.words import LAW_WORDS, SEVEN_OH_WORDS

SOON = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class Place:
    """One record as of a day; `current` is false from the day after `valid_until`, or where a date is missing."""

    record: LegalRecord
    current: bool
    ends_soon: bool

    @property
    def words(self) -> str:
        """Return all that the marks of the place say, in full."""
        record = self.record
        leaf = LAW_WORDS[record.status]
        if self.current:
            state = f"kratom leaf {leaf}; checked on {record.checked_on}, valid until {record.valid_until}"
        elif record.checked_on:
            until = f" (valid until {record.valid_until})" if record.valid_until else ""
            state = f"not confirmed since {record.checked_on}{until}; then: kratom leaf {leaf}"
        else:
            state = f"never confirmed by a dated source; the record says: kratom leaf {leaf}"
        age = f"; minimum age {record.min_age}" if record.min_age else ""
        return f"{record.name}: {state}{age}; concentrated 7-OH products: {SEVEN_OH_WORDS[record.seven_oh]}"


@dataclass(frozen=True, slots=True)
class Law:
    """All places in the order of the table. `months` are those in which records stop being current."""

    places: tuple[Place, ...]
    months: tuple[Bucket, ...]

    @property
    def not_current(self) -> tuple[Place, ...]:
        """Return the places whose record may no longer be shown as the law."""
        return tuple(place for place in self.places if not place.current)

    @property
    def ending_soon(self) -> tuple[Place, ...]:
        """Return the places whose record is current for up to 30 days more, the first to end first."""
        ending = [place for place in self.places if place.ends_soon]
        return tuple(sorted(ending, key=lambda place: (str(place.record.valid_until), place.record.id)))


def count_law(loaded: LoadedCorpus, today: date) -> Law:
    """Judge each record as answers do: by its own `is_current`, and never as current without a day of checking."""
    records = loaded.corpus.legality
    return Law(
        places=tuple(_place(record, today) for record in records),
        months=by_month([record.valid_until for record in records], today),
    )


def _place(record: LegalRecord, today: date) -> Place:
    current = record.is_current(today) and record.checked_on is not None
    ends_soon = current and record.valid_until is not None and record.valid_until <= today + SOON
    return Place(record, current, ends_soon)
