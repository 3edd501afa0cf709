"""Draw the numbers of a corpus as one HTML page that needs nothing else: no script, no network, no font."""

import re
from datetime import date
from functools import cache
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from corpus import words
from corpus.models import LegalStatus, SevenOhStatus, Tier
from corpus.report.evidence import HOW_COUNTED
from corpus.report.law import SOON
from corpus.report.law_map import arrange
from corpus.report.numbers import Numbers
from corpus.report.reviews import SOON_DAYS
from corpus.state_tiles import COLUMNS, ROWS

_MONTHS = "January February March April May June July August September October November December".split()
# Not characters of a page (https://www.w3.org/TR/xml/#charsets), or ones that turn the order of what follows round.
_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff\u202a-\u202e\u2066-\u2069]")
_HEAT_STEPS = (0.1, 0.25, 0.5, 0.75)


def render_page(numbers: Numbers) -> str:
    """Return the page as text; the same numbers give the same text."""
    template = _environment().get_template("page.html.j2")
    return template.render(
        n=numbers,
        map=arrange(numbers.law),
        words=words,
        statuses=tuple(LegalStatus),
        seven_oh_statuses=tuple(SevenOhStatus),
        tiers=tuple(Tier),
        how_counted=HOW_COUNTED,
        soon_days=SOON_DAYS,
        law_soon_days=SOON.days,
        columns=COLUMNS,
        rows=ROWS,
    )


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("corpus.report"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        finalize=_printable,
    )
    environment.filters |= {"long_day": _long_day, "heat": _heat, "share": _share}
    return environment


def _printable(value: Any) -> Any:
    """Put a visible sign in place of what no page may hold, so that nobody's title can break or turn round the page."""
    if not isinstance(value, str):
        return value
    printable = _UNPRINTABLE.sub("\ufffd", value)
    return Markup(printable) if isinstance(value, Markup) else printable  # escaped before, and no less now


def _long_day(day: date) -> str:
    """Return "23 November 2026", whatever the language of the machine."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def _share(part: int, whole: int) -> str:
    """Return a part as a percentage for a length in CSS."""
    return f"{100 * part / whole:.2f}%" if whole else "0%"


def _heat(part: int, whole: int) -> int:
    """Return how dark a cell is, from 0 (nothing) to 5 (more than three quarters)."""
    return 0 if not part else 1 + sum(part / whole > step for step in _HEAT_STEPS)
