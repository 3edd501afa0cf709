from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.state.keys import SECRET_BYTES, AskerKeys
from bot.state.models import (
    MAX_COOLDOWN_S,
    Act,
    ActOutcome,
    AuditEntry,
    FeedbackReason,
    GuildSettings,
    Held,
    Subject,
    SubjectKind,
    Verdict,
    Vote,
)
from bot.state.retention import period_of

KEYS = AskerKeys(b"s" * SECRET_BYTES)


@pytest.mark.parametrize(
    "wrong",
    [
        {"cooldown_s": -1},
        {"cooldown_s": MAX_COOLDOWN_S + 1},
        {"language": ""},
        {"language": "German, please"},
        {"language": "de\n"},
        {"allowed_channels": frozenset({0})},
        {"allowed_channels": frozenset({2**63})},
        {"moderator_roles": frozenset(range(1, 102))},
    ],
)
def test_settings_that_cannot_be_do_not_exist(wrong: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match=r"cooldown|language|ids"):
        replace(GuildSettings(), **wrong)


@pytest.mark.parametrize("language", [None, "de", "es-ES", "fil", "zh-Hant"])
def test_codes_of_languages_are_accepted(language: str | None) -> None:
    assert GuildSettings(language=language).language == language


def test_what_helped_has_no_reason() -> None:
    with pytest.raises(ValueError, match="reason"):
        Vote(Verdict.HELPFUL, FeedbackReason.WRONG)


@pytest.mark.parametrize("text", ["", "two words", "x" * 201, "tab\t", "\N{ZERO WIDTH SPACE}", "line\n", "what?", "né"])
def test_words_are_no_subject(text: str) -> None:
    with pytest.raises(ValueError, match="id"):
        Subject(text)
    with pytest.raises(ValueError, match="id"):
        AuditEntry(Act.WITHDRAW, ActOutcome.DONE, 1, subject=text)


def test_subject_with_an_anchor_is_a_passage() -> None:
    assert Subject("liver#injury").kind is SubjectKind.PASSAGE
    assert Subject("liver").kind is SubjectKind.ARTICLE


def test_held_is_true_if_anything_is() -> None:
    assert not Held()
    assert all(Held(**{name: 1}) for name in Held.__slots__)


@given(st.dates(date(2020, 1, 1), date(2090, 1, 1)))
def test_quarters_follow_one_another_in_order(day: date) -> None:
    assert period_of(day) <= period_of(day + timedelta(1)) <= period_of(day + timedelta(93))
    assert period_of(day) != period_of(day + timedelta(93))
    assert len(period_of(day)) <= 8


@pytest.mark.parametrize(
    ("day", "period"),
    [("2026-01-01", "2026-Q1"), ("2026-03-31", "2026-Q1"), ("2026-04-01", "2026-Q2"), ("2026-12-31", "2026-Q4")],
)
def test_quarter_of_a_day(day: str, period: str) -> None:
    assert period_of(date.fromisoformat(day)) == period


subjects = st.text(max_size=5)


@given(st.lists(st.tuples(st.integers(0, 99), subjects, subjects), min_size=2, unique=True))
def test_no_two_people_or_subjects_share_a_key(rows: list[tuple[int, str, str]]) -> None:
    assert len({KEYS.of_feedback(*row) for row in rows}) == len(rows)
    other = AskerKeys(b"t" * SECRET_BYTES)
    assert KEYS.of_feedback(*rows[0]) == KEYS.of_feedback(*rows[0]) != other.of_feedback(*rows[0])


def test_key_for_one_purpose_is_none_for_another() -> None:
    keys = {KEYS.of_message(1, 2), KEYS.of_gap(1, b"2", "3"), KEYS.of_feedback(1, "2", "3"), KEYS.of_message(2, 1)}
    assert len(keys) == 4


@pytest.mark.parametrize("secret", [b"", b"short"])
def test_short_secret_is_refused(secret: bytes) -> None:
    with pytest.raises(ValueError, match="32"):
        AskerKeys(secret)
