"""Put dates into months along one line of time, with what lies far off gathered at its ends."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

MONTHS_BACK = 12
MONTHS_AHEAD = 18
_NAMES = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()


@dataclass(frozen=True, slots=True)
class Bucket:
    """The dates of one month: `past` of them lie before the day that is looked from, `ahead` on or after it.

    `name` is "2026-12", or "earlier", "later", "no date"; `short` and `year` label a bar.
    """

    name: str
    short: str
    year: str
    past: int
    ahead: int

    @property
    def number(self) -> int:
        """Return the number of all of them."""
        return self.past + self.ahead


def by_month(dates: Iterable[date | None], today: date) -> tuple[Bucket, ...]:
    """Return the months from the first to the last with a date in it, those without one between them included.

    Nothing leaves the line: dates more than 12 months back or 18 ahead, and missing ones, have buckets of their own.
    """
    now = _number(today)
    past: Counter[str | int] = Counter()
    ahead: Counter[str | int] = Counter()
    for day in dates:
        past[_place(day, now)] += day is not None and day < today
        ahead[_place(day, now)] += day is None or day >= today
    months = {place for place in (*past, *ahead) if isinstance(place, int)} | {now}
    places: list[str | int] = ["earlier", *range(min(months), max(months) + 1), "later", "no date"]
    return tuple(
        _bucket(place, past[place], ahead[place])
        for place in places
        if isinstance(place, int) or past[place] + ahead[place]
    )


def _number(day: date) -> int:
    return day.year * 12 + day.month - 1


def _place(day: date | None, now: int) -> str | int:
    if day is None:
        return "no date"
    month = _number(day)
    return "earlier" if month < now - MONTHS_BACK else "later" if month > now + MONTHS_AHEAD else month


def _bucket(place: str | int, past: int, ahead: int) -> Bucket:
    if isinstance(place, str):
        return Bucket(place, place, "", past, ahead)
    year, month = divmod(place, 12)
    return Bucket(f"{year}-{month + 1:02}", _NAMES[month], str(year), past, ahead)
