"""A state over real files in a folder of its own.

Also over PostgreSQL, where STATE_TEST_DATABASE_URL names a database that may be emptied.
"""

import os
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text

from bot.answering.withdrawals import LiveWithdrawals
from bot.storage.store import StoredState, open_state

SERVER = os.environ.get("STATE_TEST_DATABASE_URL")
DATABASES = ["sqlite", "server"] if SERVER else ["sqlite"]
OpenState = Callable[..., StoredState]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "state"


@pytest.fixture(params=DATABASES)
def url(request: pytest.FixtureRequest) -> str | None:
    if request.param == "sqlite":
        return None
    assert SERVER is not None
    engine = create_engine(SERVER)
    with engine.begin() as connection:
        connection.execute(text("DROP SCHEMA public CASCADE"))
        connection.execute(text("CREATE SCHEMA public"))
    engine.dispose()
    return SERVER


@pytest.fixture
def open_here(folder: Path, url: str | None) -> Iterator[OpenState]:
    """Open the same state again and again, as restarts and second programs do."""
    opened: list[StoredState] = []

    def open_(live: LiveWithdrawals | None = None, now: datetime | None = None) -> StoredState:
        clock = (lambda: now) if now else (lambda: datetime.now(UTC))
        opened.append(open_state(folder, url, live or LiveWithdrawals(), clock))
        return opened[-1]

    yield open_
    for state in opened:
        state.close()


@pytest.fixture
def state(open_here: OpenState) -> StoredState:
    return open_here()
