"""Dates along the line of time: each is counted once, on the right side of today."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.report.months import by_month

TODAY = date(2026, 11, 23)


@given(st.lists(st.none() | st.dates(date(1990, 1, 1), date(2090, 1, 1))), st.dates(date(2000, 1, 1), date(2080, 1, 1)))
def test_no_date_is_lost_and_none_changes_sides(dates: list[date | None], today: date) -> None:
    buckets = by_month(dates, today)

    assert sum(bucket.past for bucket in buckets) == sum(day is not None and day < today for day in dates)
    assert sum(bucket.ahead for bucket in buckets) == sum(day is not None and day >= today for day in dates)
    assert sum(bucket.undated for bucket in buckets) == dates.count(None)


@given(st.lists(st.dates(date(1990, 1, 1), date(2090, 1, 1))))
def test_months_follow_each_other_without_a_gap_and_hold_today(dates: list[date]) -> None:
    months = [bucket.name for bucket in by_month(dates, TODAY) if bucket.year]

    numbers = [int(name[:4]) * 12 + int(name[5:]) for name in months]
    assert numbers == list(range(numbers[0], numbers[0] + len(numbers)))
    assert "2026-11" in months
    assert len(months) <= 31


@pytest.mark.parametrize(
    ("day", "name"),
    [
        (date(2025, 10, 31), "earlier"),
        (date(2025, 11, 1), "2025-11"),
        (date(2028, 5, 31), "2028-05"),
        (date(2028, 6, 1), "later"),
        (None, "no date"),
    ],
)
def test_what_lies_far_off_is_gathered_at_the_ends(day: date | None, name: str) -> None:
    (bucket,) = [bucket for bucket in by_month([day], TODAY) if bucket.number]

    assert bucket.name == name


def test_today_itself_is_not_past() -> None:
    (bucket,) = by_month([TODAY - timedelta(days=1), TODAY, TODAY + timedelta(days=1)], TODAY)

    assert (bucket.past, bucket.ahead) == (1, 2)
