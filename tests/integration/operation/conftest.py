"""A state folder with something of everything in it, and settings that name it."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from pydantic import SecretStr

from bot.answering.withdrawals import LiveWithdrawals
from bot.settings import Settings
from bot.state.models import Subject, Verdict, Vote
from bot.storage.store import StoredState, open_state

NOW = datetime(2026, 11, 23, 1, 30, tzinfo=UTC)
KEY = "a key that is long enough"
SettingsFor = Callable[..., Settings]


def settings_for(folder: Path, *, key: str | None = None, url: str | None = None) -> Settings:
    return Settings(
        state_dir=folder,
        backup_key=SecretStr(key) if key is not None else None,
        database_url=SecretStr(url) if url else None,
    )


def fill(state: StoredState) -> None:
    state.feedback.give(7, "build", ["tea#one"], Vote(Verdict.HELPFUL))
    state.withdrawals.withdraw(Subject("tea"), 5, 10, "out of date")
    state.overlay.save("kratom-tea", "forms", "words of an added article\n", 5, 10)


def shown(folder: Path, url: str | None = None) -> dict[str, object]:
    """What a bot finds in a state folder."""
    live = LiveWithdrawals()
    state = open_state(folder, url, live)
    try:
        return {
            "counts": state.counts(),
            "feedback": state.feedback.given(7, "build", "tea#one"),
            "withdrawn": live.current(),
            "overlay": [state.overlay.path(article).read_text("utf-8") for article in state.overlay.all()],
            "audit": [(entry.number, entry.entry) for entry in state.audit.latest()],
        }
    finally:
        state.close()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A state folder in which something was kept."""
    folder = tmp_path / "state"
    state = open_state(folder, None, LiveWithdrawals())
    fill(state)
    state.close()
    return folder
