"""Word the state of the law of one place, so that old law is never shown as current (promise P7)."""

from datetime import date

from corpus.models import LegalRecord, LegalStatus
from corpus.words import LAW_WORDS, SEVEN_OH_WORDS


def law_headline(record: LegalRecord, today: date) -> str:
    """Return one line: place, status of leaf and of 7-OH products, age, and the date on which it was last checked.

    Past its date, a status is only said to be the last one known.
    """
    if record.is_current(today) and record.checked_on is not None:
        age = f" Minimum age: {record.min_age}." if record.min_age else ""
        return (
            f"{record.name}, last checked {day_words(record.checked_on)}: kratom leaf {LAW_WORDS[record.status]}; "
            f"concentrated 7-OH products: {SEVEN_OH_WORDS[record.seven_oh]}.{age}"
        )
    since = "never confirmed by a dated source"
    if record.checked_on is not None:
        since = f"not confirmed since {day_words(record.checked_on)}"
    if record.status is LegalStatus.BANNED:
        return (
            f"{record.name}: {since}. Kratom leaf was banned when last seen; treat it as banned until you have checked."
        )
    return f"{record.name}: {since}. Check the current law before you rely on anything below."


MAX_PLACES = 10
"""How many places an answer gives the law of. With more, its receipt would not fit into the id of a button."""


def day_words(day: date) -> str:
    """Return a day as people write it, such as "22 November 2026"."""
    return f"{day.day} {day:%B %Y}"
