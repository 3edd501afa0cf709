from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.answering.law import law_headline
from corpus.models import Confidence, LegalRecord, LegalStatus, SevenOhStatus

RECORD = LegalRecord(
    id="us-xx",
    name="Xanadu",
    kind="state",
    status=LegalStatus.REGULATED,
    seven_oh=SevenOhStatus.BANNED,
    confidence=Confidence.HIGH,
    passage_id="law-us-xx#record",
    min_age=21,
    checked_on=date(2026, 7, 29),
    valid_until=date(2027, 1, 25),
)


def test_a_current_record_says_status_7_oh_age_and_date() -> None:
    headline = law_headline(RECORD, date(2026, 11, 22))
    assert headline == (
        "Xanadu, last checked 29 July 2026: kratom leaf legal under kratom rules; "
        "concentrated 7-OH products: banned. Minimum age: 21."
    )


@given(st.sampled_from([s for s in LegalStatus if s is not LegalStatus.BANNED]), st.integers(1, 4000))
def test_a_record_past_its_date_never_says_legal(status: LegalStatus, days: int) -> None:
    assert RECORD.valid_until is not None
    headline = law_headline(replace(RECORD, status=status), RECORD.valid_until + timedelta(days=days))
    assert "not confirmed since 29 July 2026" in headline
    assert "legal" not in headline.replace("Check the current law", "")


def test_a_ban_past_its_date_is_still_treated_as_one() -> None:
    headline = law_headline(replace(RECORD, status=LegalStatus.BANNED), date(2028, 1, 1))
    assert "not confirmed since" in headline
    assert "treat it as banned" in headline


@pytest.mark.parametrize("status", list(LegalStatus))
def test_a_record_without_a_dated_source_is_never_current(status: LegalStatus) -> None:
    undated = replace(RECORD, status=status, checked_on=None, valid_until=None)
    assert "never confirmed by a dated source" in law_headline(undated, date(2020, 1, 1))
