"""The assembly with and without a state: answers go on, and what was withdrawn stays withdrawn."""

import asyncio
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import pytest
from typer.testing import CliRunner

from bot.answering.models import Question
from bot.answering.withdrawals import EVERYTHING_WITHDRAWN, Withdrawals
from bot.bootstrap import Assembly, assemble
from bot.cli import app
from bot.frontends.discord_client.desk import Desk
from bot.frontends.discord_client.housekeeping import keep_house
from bot.settings import Settings
from bot.state.errors import StateUnavailableError
from bot.state.models import Subject
from bot.state.withdrawn_file import NAME
from bot.storage.store import FILE
from tests.e2e.corpus_on_disk import write_corpus

DAY = date(2026, 11, 22)
ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    write_corpus(tmp_path / "corpus")
    folders = {"corpus_dir": tmp_path / "corpus", "index_dir": tmp_path / "index", "state_dir": tmp_path / "state"}
    return Settings(_env_file=None, **folders)  # type: ignore[call-arg, arg-type]


def start(settings: Settings) -> Assembly:
    return assemble(settings, open_index=False)


def withdraw(settings: Settings, subject: str) -> None:
    assembly = start(settings)
    assembly.open_state()
    assembly.state.withdrawals.withdraw(Subject(subject), 1, None, "")
    assembly.state.close()


def test_before_it_is_opened_the_state_says_so(settings: Settings) -> None:
    assembly = start(settings)
    assert "not open yet" in str(assembly.state.fault)
    assert not settings.state_dir.exists()


def test_withdrawal_reaches_the_answers_of_this_program_and_the_next(settings: Settings) -> None:
    assembly = start(settings)
    assembly.open_state()
    assert assembly.state.fault is None
    assembly.state.withdrawals.withdraw(Subject("liver"), 1, None, "")
    wanted = Withdrawals(articles=frozenset({"liver"}))
    assert assembly.withdrawals.current() == wanted
    assembly.state.close()
    assert start(settings).withdrawals.current() == wanted  # as the terminal does, without opening the database


def test_damaged_database_leaves_answers_and_withdrawals(settings: Settings) -> None:
    withdraw(settings, "liver")
    (settings.state_dir / FILE).write_bytes(b"garbage" * 3000)
    assembly = start(settings)
    assembly.open_state()
    assert FILE in str(assembly.state.fault)
    assert assembly.withdrawals.current().articles == {"liver"}
    assert assembly.service.answer(Question(("i want to kill myself",), DAY)).crisis is not None
    with pytest.raises(StateUnavailableError, match=FILE):
        assembly.state.guilds.change(1, 2, lambda now: now)


def test_with_database_and_copy_both_damaged_nothing_is_quoted_until_one_is_back(settings: Settings) -> None:
    withdraw(settings, "liver")
    found = (settings.state_dir / FILE).read_bytes()
    (settings.state_dir / FILE).write_bytes(b"garbage" * 3000)
    (settings.state_dir / NAME).write_text("garbage")
    assembly = start(settings)
    assembly.open_state()
    assert assembly.withdrawals.current() == EVERYTHING_WITHDRAWN
    (settings.state_dir / FILE).write_bytes(found)
    assembly.tend_state(DAY)
    assert assembly.state.fault is None
    assert assembly.withdrawals.current().articles == {"liver"}
    assembly.state.close()


def test_tending_outlives_a_database_that_stops_working(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    assembly = start(settings)
    assembly.tend_state(DAY)
    assert assembly.state.fault is None

    def fail(_day: date) -> None:
        raise StateUnavailableError("gone")

    monkeypatch.setattr(assembly.state, "prune", fail)
    assembly.tend_state(DAY)
    assembly.state.close()


def test_new_notices_keep_the_withdrawals(settings: Settings) -> None:
    assembly = start(settings)
    assembly.use(assembly.safeguards)
    assert assembly.service._withdrawals is assembly.withdrawals


@dataclass
class Tended:
    errors: list[Exception]
    enough: Callable[[], object]
    days: list[date] = field(default_factory=list)

    def tend_state(self, today: date) -> None:
        self.days.append(today)
        if len(self.days) == 3:
            self.enough()
        if self.errors:
            raise self.errors.pop()


def test_state_is_tended_again_and_again_whatever_fails_until_the_bot_stops() -> None:
    async def run() -> list[date]:
        stopping, loop = asyncio.Event(), asyncio.get_running_loop()
        tended = Tended([ValueError("unexpected")], lambda: loop.call_soon_threadsafe(stopping.set))
        desk = cast("Desk", SimpleNamespace(assembly=tended, stopping=stopping))
        await asyncio.wait_for(keep_house(desk, lambda: DAY, 0.001), 10)
        return tended.days

    assert asyncio.run(run()) == [DAY] * 3


def test_asking_in_the_terminal_loads_no_database() -> None:
    script = (
        "import sys; import bot.cli, bot.bootstrap, bot.frontends.terminal, bot.frontends.discord_client.client; "
        "print([name for name in ('sqlalchemy', 'alembic') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def run_command(settings: Settings, *words: str) -> Any:
    env = {"KRATOM_STATE_DIR": str(settings.state_dir)}
    return CliRunner().invoke(app, ["state", *words], env=env)


def test_check_makes_no_state_where_there_is_none(settings: Settings) -> None:
    done = run_command(settings, "check")
    assert done.exit_code == 0
    assert "no state" in done.output
    assert not settings.state_dir.exists()


def test_check_counts_what_is_there_and_prune_removes_what_is_old(settings: Settings) -> None:
    withdraw(settings, "liver")
    done = run_command(settings, "check")
    assert done.exit_code == 0
    assert "no damage" in done.output
    assert "withdrawn: 1" in done.output
    assert "acts: 0 removed" in run_command(settings, "prune").output


@pytest.mark.parametrize("command", ["check", "prune"])
def test_damage_is_told_with_the_next_command(settings: Settings, command: str) -> None:
    withdraw(settings, "liver")
    (settings.state_dir / FILE).write_bytes(b"garbage" * 3000)
    done = run_command(settings, command)
    assert done.exit_code == 1
    assert "mv '" in done.output


def test_check_tells_of_an_added_article_that_was_changed(settings: Settings) -> None:
    assembly = start(settings)
    assembly.open_state()
    added = assembly.state.overlay.save("kratom-tea", "basics", "some text", 1, None)
    assembly.state.overlay.path(added).write_text("other text")
    assembly.state.close()
    done = run_command(settings, "check")
    assert done.exit_code == 1
    assert "kratom-tea" in done.output
