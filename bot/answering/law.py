"""Word the state of the law of one place, so that old law is never shown as current (promise P7)."""

from datetime import date

from corpus.models import LegalRecord, LegalStatus, SevenOhStatus

_STATUS_WORDS = {
    LegalStatus.BANNED: "banned",
    LegalStatus.RESTRICTED: "restricted",
    LegalStatus.REGULATED: "legal under kratom rules",
    LegalStatus.AGE_LIMIT_ONLY: "legal, with an age limit",
    LegalStatus.LEGAL_UNREGULATED: "legal, without rules of its own",
    LegalStatus.UNCLEAR: "unclear",
}
_SEVEN_OH_WORDS = {
    SevenOhStatus.BANNED: "banned",
    SevenOhStatus.RESTRICTED: "restricted",
    SevenOhStatus.NONE: "no rule of its own was seen",
    SevenOhStatus.UNKNOWN: "not known here",
}


def law_headline(record: LegalRecord, today: date) -> str:
    """Return one line: place, status of leaf and of 7-OH products, age, and the date on which it was last checked.

    Past its date, a status is only said to be the last one known.
    """
    if record.is_current(today) and record.checked_on is not None:
        age = f" Minimum age: {record.min_age}." if record.min_age else ""
        return (
            f"{record.name}, last checked {_day(record.checked_on)}: kratom leaf {_STATUS_WORDS[record.status]}; "
            f"concentrated 7-OH products: {_SEVEN_OH_WORDS[record.seven_oh]}.{age}"
        )
    since = (
        f"not confirmed since {_day(record.checked_on)}" if record.checked_on else "never confirmed by a dated source"
    )
    if record.status is LegalStatus.BANNED:
        return (
            f"{record.name}: {since}. Kratom leaf was banned when last seen; treat it as banned until you have checked."
        )
    return f"{record.name}: {since}. Check the current law before you rely on anything below."


def _day(day: date) -> str:
    return f"{day.day} {day:%B %Y}"
