"""Killed in the middle, several at once, damaged, locked, read-only, full, too new: nothing confirmed is lost."""

import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import event

from bot.answering.withdrawals import LiveWithdrawals, Withdrawals
from bot.state.errors import (
    StateBusyError,
    StateDamagedError,
    StateFullError,
    StateNewerError,
    StateReadOnlyError,
    StateUnavailableError,
)
from bot.state.models import Act, ActOutcome, AuditEntry, Subject, Verdict, Vote
from bot.state.withdrawn_file import NAME, load_withdrawn
from bot.storage import database as database_module
from bot.storage.store import FILE, StoredState, open_state
from tests.integration.state.conftest import OpenState

ROOT = Path(__file__).resolve().parents[3]
HELPFUL = Vote(Verdict.HELPFUL)
ENTRY = AuditEntry(Act.RELOAD, ActOutcome.DONE, 1)


def start_writer(folder: Path, name: str, count: int = 100_000) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "tests.integration.state.writer", str(folder), name, str(count)]
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def open_sqlite(folder: Path, live: LiveWithdrawals | None = None) -> StoredState:
    return open_state(folder, None, live or LiveWithdrawals())


def saved(folder: Path) -> set[str]:
    """What the tables hold, read without the program."""
    with sqlite3.connect(folder / FILE) as connection:
        rows = connection.execute(
            "SELECT subject FROM audit_log WHERE act = 'reload' UNION ALL SELECT passage_id FROM feedback "
            "UNION ALL SELECT subject_id FROM withdrawn UNION ALL SELECT topic FROM gap_marks"
        ).fetchall()
    connection.close()
    assert len(rows) == len(set(rows))
    return {subject for (subject,) in rows}


def test_what_was_confirmed_is_there_after_the_program_was_killed(folder: Path) -> None:
    confirmed: set[str] = set()
    for start in range(4):
        writer = start_writer(folder, f"w{start}")
        assert writer.stdout is not None
        confirmed |= {writer.stdout.readline().strip() for _ in range(5)}
        killer = threading.Timer(random.uniform(0.0, 0.6), writer.send_signal, (signal.SIGKILL,))
        killer.start()
        lines = writer.stdout.read().split("\n")
        killer.join()
        assert writer.wait() == -signal.SIGKILL, writer.stderr.read() if writer.stderr else ""
        confirmed |= {line for line in lines[:-1] if line}
        writer.communicate()
        assert confirmed <= saved(folder)
    assert len(confirmed) >= 20
    live = LiveWithdrawals()
    state = open_sqlite(folder, live)  # the file is whole, and what was withdrawn is
    assert {one for one in confirmed if int(one.split("-")[1].split("#")[0]) % 4 == 2} <= live.current().passages
    state.close()


def test_two_programs_save_everything_that_each_was_told_is_saved(folder: Path) -> None:
    writers = [start_writer(folder, name, 60) for name in ("one", "two")]  # both begin on an empty folder
    told = set()
    for writer in writers:
        out, err = writer.communicate(timeout=120)
        assert writer.returncode == 0, err
        told |= set(out.split())
    assert len(told) == 120
    assert saved(folder) == told
    open_sqlite(folder).close()
    assert load_withdrawn(folder).passages == {one for one in told if int(one.split("-")[1].split("#")[0]) % 4 == 2}


def test_many_threads_lose_no_write_and_no_change_of_a_setting(state: StoredState) -> None:
    def work(number: int) -> None:
        state.feedback.give(number, "b1", ["liver#a"], HELPFUL)
        state.guilds.change(1, number, lambda now: replace(now, allowed_channels=now.allowed_channels | {number + 1}))
        state.gaps.count(number, ["sleep"], date(2026, 11, 22))
        assert state.feedback.given(number, "b1", "liver#a") == HELPFUL

    with ThreadPoolExecutor(16) as pool:
        list(pool.map(work, range(60)))
    assert state.feedback.by_passage()[0].helpful == 60
    assert len(state.guilds.get(1).allowed_channels) == 60
    assert state.gaps.shown()[0].people == 60
    assert len(state.audit.latest(100)) == 60


def test_several_threads_that_withdraw_agree_on_what_is_withdrawn(open_here: OpenState, folder: Path) -> None:
    live = LiveWithdrawals()
    state = open_here(live)
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda n: state.withdrawals.withdraw(Subject(f"a-{n}"), 1, None, ""), range(24)))
        list(pool.map(lambda n: state.withdrawals.restore(Subject(f"a-{n}"), 1, None), range(0, 24, 2)))
    assert live.current() == load_withdrawn(folder) == Withdrawals(frozenset(f"a-{n}" for n in range(1, 24, 2)))


def hold_write_lock(folder: Path, seconds: float) -> threading.Thread:
    held = threading.Event()

    def hold() -> None:
        connection = sqlite3.connect(folder / FILE, isolation_level=None)
        connection.execute("BEGIN IMMEDIATE")
        held.set()
        time.sleep(seconds)
        connection.execute("ROLLBACK")
        connection.close()

    thread = threading.Thread(target=hold)
    thread.start()
    assert held.wait(10)
    return thread


def quick(monkeypatch: pytest.MonkeyPatch, busy_s: float) -> None:
    monkeypatch.setattr(database_module, "_BUSY_TIMEOUT_S", busy_s)


def test_write_that_finds_the_database_locked_is_tried_again(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    quick(monkeypatch, 0.1)
    monkeypatch.setattr(database_module, "_PAUSES_S", (0.2,) * 20)
    state = open_sqlite(folder)
    holder = hold_write_lock(folder, 1.0)
    state.audit.append(ENTRY)
    holder.join()
    assert len(state.audit.latest()) == 1
    state.close()


def test_write_that_stays_locked_out_says_so_and_saves_nothing(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    quick(monkeypatch, 0.05)
    state = open_sqlite(folder)
    holder = hold_write_lock(folder, 4.0)
    with pytest.raises(StateBusyError, match=r"another program.*nothing was saved"):
        state.audit.append(ENTRY)
    assert state.audit.latest() == ()  # reading goes on meanwhile
    holder.join()
    state.audit.append(ENTRY)
    state.close()


def test_every_connection_has_commits_on_the_disk_and_overwrites_what_is_deleted(folder: Path) -> None:
    state = open_sqlite(folder)
    for engine in (state.database._engine, state.database._writer):
        with engine.connect() as connection:
            found = {
                name: connection.exec_driver_sql(f"PRAGMA {name}").scalar()
                for name in ("journal_mode", "synchronous", "secure_delete", "busy_timeout")
            }
        assert found == {"journal_mode": "wal", "synchronous": 2, "secure_delete": 1, "busy_timeout": 5000}
    state.close()


def overwrite_header(path: Path) -> None:
    path.write_bytes(b"garbage" * 5000)


def overwrite_middle(path: Path) -> None:
    data = bytearray(path.read_bytes())
    for start in range(4096 * 3, len(data), 4096):
        data[start : start + 64] = b"\xff" * 64
    path.write_bytes(data)


def cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:5000])


@pytest.mark.parametrize("damage", [overwrite_header, overwrite_middle, cut])
def test_damaged_file_is_named_with_the_next_command_and_left_as_it_is(
    folder: Path, damage: Callable[[Path], None]
) -> None:
    open_sqlite(folder).close()
    path = folder / FILE
    damage(path)
    found = path.read_bytes()
    with pytest.raises(StateDamagedError) as caught:
        open_sqlite(folder)
    assert f"mv '{path}'" in str(caught.value)
    assert path.read_bytes() == found


def test_lost_database_brings_nothing_back_that_was_withdrawn(folder: Path) -> None:
    state = open_sqlite(folder)
    state.withdrawals.withdraw(Subject("liver#a"), 1, None, "")
    state.withdrawals.withdraw(Subject("sleep"), 1, None, "")
    state.close()
    (folder / FILE).unlink()
    live = LiveWithdrawals()
    state = open_sqlite(folder, live)
    assert live.current() == Withdrawals(frozenset({"sleep"}), frozenset({"liver#a"}))
    assert {one.reason for one in state.withdrawals.all()} == {f"taken over from {NAME}"}
    state.withdrawals.restore(Subject("sleep"), 1, None)
    state.withdrawals.restore(Subject("liver#a"), 1, None)
    state.close()
    open_sqlite(folder, live)
    assert live.current() == Withdrawals()


def test_damaged_copy_of_the_withdrawals_is_written_anew_from_the_table(folder: Path) -> None:
    state = open_sqlite(folder)
    state.withdrawals.withdraw(Subject("liver"), 1, None, "")
    state.close()
    (folder / NAME).write_text("{")
    with pytest.raises(StateDamagedError, match="kratom-bot state check"):
        load_withdrawn(folder)
    open_sqlite(folder).close()
    assert load_withdrawn(folder).articles == {"liver"}


def test_folder_where_nothing_can_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(StateReadOnlyError, match="file"):
        open_sqlite(tmp_path / "file" / "state")


def test_database_that_can_only_be_read_says_so(folder: Path) -> None:
    open_sqlite(folder).close()
    with pytest.raises(StateReadOnlyError, match="cannot be written"):
        open_state(folder, f"sqlite:///file:{folder / FILE}?mode=ro&uri=true", LiveWithdrawals())


def test_database_that_turns_read_only_saves_nothing_and_says_so(folder: Path) -> None:
    state = open_sqlite(folder)
    state.close()
    event.listen(state.database._engine, "connect", lambda raw, _: raw.execute("PRAGMA query_only=ON"))
    with pytest.raises(StateReadOnlyError, match="kratom-bot state check"):
        state.audit.append(ENTRY)
    assert state.audit.latest() == ()
    state.close()


def test_database_without_room_saves_nothing_and_goes_on_when_there_is_some(folder: Path) -> None:
    state = open_sqlite(folder)
    state.close()

    def limit(raw: sqlite3.Connection, _record: object) -> None:
        raw.execute("PRAGMA max_page_count=1")  # which SQLite takes for as many as there are

    def fill() -> None:
        for number in range(2000):
            state.messages.remember(number, 1, "K1-" + "A" * 150, date(2026, 11, 22))

    event.listen(state.database._engine, "connect", limit)
    with pytest.raises(StateFullError, match="nothing was saved"):
        fill()
    event.remove(state.database._engine, "connect", limit)
    state.close()
    state.audit.append(ENTRY)
    assert len(state.audit.latest()) == 1
    state.close()


def test_database_of_a_newer_version_is_refused_and_left_as_it_is(folder: Path) -> None:
    open_sqlite(folder).close()
    with sqlite3.connect(folder / FILE) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.close()
    with pytest.raises(StateNewerError, match=r"newer version.*9999"):
        open_sqlite(folder)
    with sqlite3.connect(folder / FILE) as connection:
        assert connection.execute("SELECT version_num FROM alembic_version").fetchone() == ("9999",)
    connection.close()


@pytest.mark.parametrize("url", ["nonsense", "://", "foo://x/y", "sqlite://", "sqlite:///:memory:"])
def test_url_that_cannot_be_used_is_explained(folder: Path, url: str) -> None:
    with pytest.raises(StateUnavailableError, match="KRATOM_DATABASE_URL"):
        open_state(folder, url, LiveWithdrawals())


def test_password_of_a_url_is_in_no_message(folder: Path) -> None:
    with pytest.raises(StateUnavailableError) as caught:
        open_state(folder, "foo://user:swordfish@host/name", LiveWithdrawals())
    assert "swordfish" not in str(caught.value)


def test_secret_that_was_cut_is_refused(folder: Path) -> None:
    open_sqlite(folder).close()
    (folder / "asker.key").write_text("abcd")
    with pytest.raises(StateDamagedError, match=r"asker\.key"):
        open_sqlite(folder)


def test_commits_lost_with_the_log_bring_nothing_back_that_was_withdrawn(folder: Path, tmp_path: Path) -> None:
    state = open_sqlite(folder)
    state.audit.append(ENTRY)
    state.close()  # so that this stands in the database, and what follows in its log alone
    state = open_sqlite(folder)
    state.withdrawals.withdraw(Subject("liver#a"), 1, None, "")
    state.withdrawals.restore(Subject("liver#a"), 1, None)  # which empties the log
    state.withdrawals.withdraw(Subject("sleep"), 1, None, "")
    killed = Path(shutil.copytree(folder, tmp_path / "killed"))
    state.close()
    log = killed / f"{FILE}-wal"
    assert log.stat().st_size > 100
    data = bytearray(log.read_bytes())
    data[40] ^= 1  # in its first frame: SQLite then takes none of it
    log.write_bytes(data)
    (killed / f"{FILE}-shm").unlink()
    live = LiveWithdrawals()
    state = open_sqlite(killed, live)
    assert live.current() == Withdrawals(frozenset({"sleep"})) == load_withdrawn(killed)
    state.close()


def test_copy_that_was_not_brought_up_to_date_does_not_withdraw_again_what_was_brought_back(folder: Path) -> None:
    state = open_sqlite(folder)
    state.withdrawals.withdraw(Subject("sleep"), 1, None, "")
    older = (folder / NAME).read_bytes()
    state.withdrawals.restore(Subject("sleep"), 1, None)
    state.close()
    (folder / NAME).write_bytes(older)  # as after a kill between the commit and the copy
    live = LiveWithdrawals()
    open_sqlite(folder, live).close()
    assert live.current() == Withdrawals()
