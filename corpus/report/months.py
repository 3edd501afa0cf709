"""Put dates into months along one line of time, with what lies far off gathered at its ends."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

MONTHS_BACK = 12
MONTHS_AHEAD = 18
_NAMES = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()


@dataclass(frozen=True, slots=True)
class Bucket:
    """The dates of one month: `past` of them lie before the day that is looked from, `ahead` on or after it.

    The bucket of missing dates has `undated` ones only. `name` is "2026-12", or "earlier", "later", "no date"; `short`
    and `year` label a bar.
    """

    name: str
    short: str
    year: str
    past: int = 0
    ahead: int = 0
    undated: int = 0

    @property
    def number(self) -> int:
        """Return the number of all of them."""
        return self.past + self.ahead + self.undated


def by_month(dates: Sequence[date | None], today: date) -> tuple[Bucket, ...]:
    """Return the months from the first to the last with a date in it, those without one between them included.

    Nothing leaves the line: dates more than 12 months back or 18 ahead, and missing ones, have buckets of their own.
    """
    now = _number(today)
    known = [day for day in dates if day is not None]
    places = {_place(day, now) for day in known} | {now}
    months = [place for place in places if isinstance(place, int)]
    line: list[str | int] = ["earlier", *range(min(months), max(months) + 1), "later"]
    past = Counter(_place(day, now) for day in known if day < today)
    ahead = Counter(_place(day, now) for day in known if day >= today)
    buckets = [_bucket(place, past[place], ahead[place]) for place in line if isinstance(place, int) or place in places]
    missing = len(dates) - len(known)
    return (*buckets, Bucket("no date", "no date", "", undated=missing)) if missing else tuple(buckets)


def _number(day: date) -> int:
    return day.year * 12 + day.month - 1


def _place(day: date, now: int) -> str | int:
    month = _number(day)
    return "earlier" if month < now - MONTHS_BACK else "later" if month > now + MONTHS_AHEAD else month


def _bucket(place: str | int, past: int, ahead: int) -> Bucket:
    if isinstance(place, str):
        return Bucket(place, place, "", past, ahead)
    year, month = divmod(place, 12)
    return Bucket(f"{year}-{month + 1:02}", _NAMES[month], str(year), past, ahead)
