"""How long what is kept. These numbers are what /privacy and docs/state.md promise."""

from datetime import date, timedelta

FEEDBACK_DAYS = 365
MESSAGE_DAYS = 30
AUDIT_DAYS = 730
GAP_TOTAL_DAYS = 365
GAP_LEAST_PEOPLE = 5
"""From how many different people on a topic without an answer is shown, and kept once its period is over."""


def period_of(day: date) -> str:
    """Return the calendar quarter of a day, such as "2026-Q4": within it, a person counts once for each topic."""
    return f"{day.year:04d}-Q{(day.month + 2) // 3}"


def oldest_kept(today: date, days: int) -> date:
    """Return the first day that is still kept."""
    return today - timedelta(days=days)
