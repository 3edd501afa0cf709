"""What PRIVACY.md and TERMS.md tell people is what the program does."""

import re
from pathlib import Path

import pytest

from bot.frontends.discord_client import texts
from bot.frontends.discord_client.conversations import KEPT_S
from bot.languages.catalogue import LANGUAGES, load_catalogue
from bot.state.models import GuildSettings
from bot.state.retention import AUDIT_DAYS, FEEDBACK_DAYS, GAP_LEAST_PEOPLE, GAP_TOTAL_DAYS, MESSAGE_DAYS
from bot.storage.tables import metadata

ROOT = Path(__file__).resolve().parents[2]
PRIVACY = (ROOT / "PRIVACY.md").read_text("utf-8")
TERMS = (ROOT / "TERMS.md").read_text("utf-8")


def row(start: str) -> str:
    return next(line for line in PRIVACY.splitlines() if line.startswith(f"| {start}"))


@pytest.mark.parametrize(
    ("start", "days"),
    [
        ('"helpful"', FEEDBACK_DAYS),
        ("how many people", GAP_TOTAL_DAYS),
        ("the number of a message", MESSAGE_DAYS),
        ("what moderators did", AUDIT_DAYS),
    ],
)
def test_privacy_names_the_days_that_the_code_keeps(start: str, days: int) -> None:
    assert row(start).endswith(f"| {days} days |")


def test_privacy_names_from_how_many_people_on_and_how_long_a_question_is_held() -> None:
    assert f"from {GAP_LEAST_PEOPLE} different people on" in row("how many people")
    assert f"for {KEPT_S / 60:.0f} minutes" in PRIVACY
    assert "ten minutes" in texts.PRIVACY


def test_every_table_has_its_line_in_privacy() -> None:
    lines = {
        "feedback": '"helpful"',
        "gap_periods": "that you were among",
        "gap_marks": "that you were among",
        "gap_totals": "how many people",
        "answer_messages": "the number of a message",
        "audit_log": "what moderators did",
        "withdrawn": "what moderators withdrew",
        "overlay_articles": "what moderators withdrew",
        "guild_settings": "settings of a server",
    }
    assert set(lines) == set(metadata.tables)
    assert all(row(start) for start in lines.values())


@pytest.mark.parametrize("text", [PRIVACY, TERMS], ids=["PRIVACY.md", "TERMS.md"])
def test_every_command_named_exists(text: str) -> None:
    known = {name.split()[0].lstrip("/") for name in (*texts.COMMANDS, *texts.MODERATOR_COMMANDS)}
    known |= set(load_catalogue(LANGUAGES[0]).commands)
    named = re.findall(r"`/([a-z]+)", text)
    assert named
    assert set(named) <= known


def test_the_settings_that_terms_speak_of_exist() -> None:
    assert "age-restricted" in TERMS
    assert {"age_restricted_only", "allowed_channels"} <= set(GuildSettings.__dataclass_fields__)


@pytest.mark.parametrize("text", [PRIVACY, TERMS], ids=["PRIVACY.md", "TERMS.md"])
def test_files_and_links_named_are_there(text: str) -> None:
    for target in re.findall(r"\]\((?!https?:)([^)#]+)\)", text) + re.findall(r"`((?:bot|corpus)/[\w/.-]*)`", text):
        assert (ROOT / target).exists(), target
