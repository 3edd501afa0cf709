"""A backup is whole, private and of one moment; a restore brings all of it back, or changes nothing."""

import hashlib
import io
import json
import os
import shutil
import sqlite3
import subprocess
import sys
import threading
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from bot.answering.withdrawals import LiveWithdrawals
from bot.operation import archive as form
from bot.operation.archive import Archive, describe, pack, unpack
from bot.operation.backup import (
    default_name,
    make_backup,
    remove_old_backups,
    save_backup,
)
from bot.operation.errors import BackupDamagedError, BackupError, BackupKeyError, BackupRefusedError
from bot.operation.last_backup import last_backup, note_backup
from bot.operation.restore import restore
from bot.operation.sealing import MAGIC
from bot.state import swapping
from bot.state.errors import StateDamagedError, StateError, StateInUseError
from bot.state.files import sync_folder
from bot.state.models import Subject, Verdict, Vote
from bot.state.presence import alone_in_folder, join_folder
from bot.state.withdrawn_file import load_withdrawn
from bot.storage.database import Database
from bot.storage.migrating import known_revisions, migrate
from bot.storage.store import FILE, default_url, open_state
from corpus.added import load_added
from tests.integration.operation.conftest import KEY, NOW, fill, settings_for, shown
from tests.integration.state.test_migrations import fill as fill_tables
from tests.integration.state.test_migrations import read as read_tables

ROOT = Path(__file__).resolve().parents[3]


def backup_of(folder: Path, key: str | None = None) -> bytes:
    return make_backup(settings_for(folder, key=key), NOW).data


def files_in(folder: Path) -> dict[str, str]:
    """Name and content of every file, but of what only says that the folder is in use."""
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name != ".in-use"
    }


@pytest.mark.parametrize("key", [None, KEY])
def test_restored_folder_holds_all_that_was_kept(folder: Path, tmp_path: Path, key: str | None) -> None:
    before = shown(folder)
    data = backup_of(folder, key)
    elsewhere = tmp_path / "new-machine" / "state"
    restored = restore(data, settings_for(elsewhere, key=key), NOW)
    assert restored.aside is None
    assert shown(elsewhere) == before
    assert (elsewhere / "asker.key").read_bytes() == (folder / "asker.key").read_bytes()
    assert load_withdrawn(elsewhere).articles == {"tea"}
    for path in elsewhere.rglob("*"):
        assert path.stat().st_mode & 0o077 == 0, path


def test_restore_keeps_what_was_there_as_a_folder_that_opens(folder: Path) -> None:
    data = backup_of(folder)
    state = open_state(folder, None, LiveWithdrawals())
    state.feedback.give(8, "build", ["tea#two"], Vote(Verdict.NOT_HELPFUL))
    state.withdrawals.restore(Subject("tea"), 5, 10)
    state.close()
    later = shown(folder)
    restored = restore(data, settings_for(folder), NOW)
    assert restored.aside is not None
    assert load_withdrawn(folder).articles == {"tea"}
    assert shown(folder) != later
    assert shown(restored.aside) == later


@pytest.mark.parametrize("revision", known_revisions())
def test_backup_of_every_revision_can_be_restored(tmp_path: Path, revision: str) -> None:
    old = tmp_path / "old"
    old.mkdir()
    database = Database(default_url(old))
    migrate(database, revision)
    database.write(fill_overlay_free)
    rows = database.read(read_tables)
    database.close()
    assert any(rows.values())
    made = make_backup(settings_for(old), NOW)
    assert made.manifest.revision == revision
    new = tmp_path / "new"
    restore(made.data, settings_for(new), NOW)
    opened = open_state(new, None, LiveWithdrawals())
    after = opened.database.read(read_tables)
    opened.close()
    for table, before in rows.items():
        kept = [{name: row[name] for name in old_row} for old_row, row in zip(before, after[table], strict=True)]
        assert kept == before, table


def fill_overlay_free(connection: object) -> None:
    """Rows in every table; those of added articles would need files."""
    fill_tables(connection)  # type: ignore[arg-type]
    connection.exec_driver_sql("DELETE FROM overlay_articles")  # type: ignore[attr-defined]


def test_backup_is_of_one_moment_while_others_write(folder: Path, tmp_path: Path) -> None:
    """Each person's two votes are given in one transaction: a backup holds both, or neither."""
    state = open_state(folder, None, LiveWithdrawals())
    enough = threading.Event()

    def write() -> None:
        for person in range(100, 100_000):
            if enough.is_set():
                return
            state.feedback.give(person, "build", ["tea#one", "tea#two"], Vote(Verdict.HELPFUL))

    writer = threading.Thread(target=write)
    writer.start()
    try:
        backups = [backup_of(folder) for _ in range(5)]
    finally:
        enough.set()
        writer.join()
        state.close()
    counts = []
    for number, data in enumerate(backups):
        place = tmp_path / str(number)
        restore(data, settings_for(place), NOW)
        with sqlite3.connect(place / FILE) as connection:
            rows = connection.execute("SELECT asker_key, passage_id FROM feedback").fetchall()
        connection.close()
        counts.append(len(rows))
        assert sum(passage == "tea#two" for _, passage in rows) == len(rows) // 2
    assert counts[-1] > counts[0]


def test_file_is_private_whole_and_not_overwritten(folder: Path, tmp_path: Path) -> None:
    target = tmp_path / "out" / "one.backup"
    save_backup(backup_of(folder), target, replace=False)
    assert target.stat().st_mode & 0o777 == 0o600
    with pytest.raises(BackupRefusedError, match="--force"):
        save_backup(b"other", target, replace=False)
    assert zipfile.is_zipfile(target)
    save_backup(b"other", target, replace=True)
    assert target.read_bytes() == b"other"
    assert [path.name for path in target.parent.iterdir()] == ["one.backup"]


def test_encrypted_backup_shows_nothing(folder: Path) -> None:
    secret = (folder / "asker.key").read_bytes()
    plain, sealed = backup_of(folder), backup_of(folder, KEY)
    with zipfile.ZipFile(io.BytesIO(plain)) as file:
        assert file.read("asker.key") == secret
    assert sealed.startswith(MAGIC)
    for words in (secret, b"kratom-tea", b"manifest", b"PK\x03\x04", KEY.encode()):
        assert words not in sealed[len(MAGIC) :]
    assert backup_of(folder, KEY)[len(MAGIC) :] != sealed[len(MAGIC) :]


@pytest.mark.parametrize("key", [None, "", "another key that is long enough"])
def test_without_its_key_a_backup_is_refused_and_nothing_changed(folder: Path, key: str | None) -> None:
    data = backup_of(folder, KEY)
    before = files_in(folder)
    with pytest.raises(BackupKeyError, match="KRATOM_BACKUP_KEY"):
        restore(data, settings_for(folder, key=key), NOW)
    assert files_in(folder) == before


def test_short_key_is_refused(folder: Path) -> None:
    with pytest.raises(BackupKeyError, match="openssl rand"):
        backup_of(folder, "short")


@pytest.mark.parametrize("key", [None, KEY])
def test_cut_or_changed_file_is_refused_and_nothing_changed(folder: Path, key: str | None) -> None:
    data = backup_of(folder, key)
    before = files_in(folder)
    step = max(1, len(data) // 40)
    broken = [data[:length] for length in range(0, len(data), step)]
    for position in range(0, len(data), step):
        broken.append(data[:position] + bytes([data[position] ^ 1]) + data[position + 1 :])
    refused = 0
    for one in broken:
        try:
            restore(one, settings_for(folder, key=key), NOW)
        except BackupError:
            refused += 1
            assert files_in(folder) == before
            continue
        # A ZIP file has bytes that mean nothing, such as times: then every file came out as the manifest says.
        assert key is None
        assert unpack(one).manifest == unpack(data).manifest
        shutil.rmtree(next(folder.glob("before-restore-*")))
        before = files_in(folder)
    assert refused >= len(broken) * 0.9
    if key:
        assert refused == len(broken)


def repacked(data: bytes, change: Callable[[dict[str, bytes]], None]) -> bytes:
    """A backup whose files somebody changed, with a manifest that fits them."""
    archive = unpack(data)
    files = dict(archive.files)
    change(files)
    entries = {name: describe(content) for name, content in files.items()}
    return pack(Archive(archive.manifest.model_copy(update={"files": entries}), files))


def damage_database(files: dict[str, bytes]) -> None:
    files[form.DATABASE] = files[form.DATABASE][:4096] + os.urandom(len(files[form.DATABASE]) - 4096)


def make_newer(files: dict[str, bytes]) -> None:
    connection = sqlite3.connect(":memory:")
    connection.deserialize(files[form.DATABASE])
    connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.commit()
    files[form.DATABASE] = connection.serialize()
    connection.close()


def lose_article(files: dict[str, bytes]) -> None:
    del files[next(name for name in files if name.startswith("overlay/"))]


def break_secret(files: dict[str, bytes]) -> None:
    files[form.SECRET] = b"not hex at all"


def break_withdrawn(files: dict[str, bytes]) -> None:
    files[form.WITHDRAWN] = b"[]"


def climb_out(files: dict[str, bytes]) -> None:
    files["overlay/../../../escaped.md"] = b"text"


def name_absolute(files: dict[str, bytes]) -> None:
    files["/tmp/escaped.md"] = b"text"


@pytest.mark.parametrize(
    "change",
    [damage_database, make_newer, lose_article, break_secret, break_withdrawn, climb_out, name_absolute],
)
def test_backup_that_a_bot_could_not_open_is_refused_before_anything_changes(
    folder: Path, change: Callable[[dict[str, bytes]], None]
) -> None:
    data = repacked(backup_of(folder), change)
    before = files_in(folder)
    with pytest.raises(BackupDamagedError, match="nothing was changed"):
        restore(data, settings_for(folder), NOW)
    assert files_in(folder) == before


def test_file_larger_than_it_says_is_not_read_to_its_end(folder: Path) -> None:
    with zipfile.ZipFile(io.BytesIO(backup_of(folder))) as file:
        contents = {name: file.read(name) for name in file.namelist()}
    contents[form.SECRET] = b"0" * 50_000_000
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in contents.items():
            file.writestr(name, content)
    with pytest.raises(BackupDamagedError, match="larger than it says"):
        unpack(buffer.getvalue())


@pytest.mark.parametrize("junk", [b"", b"PK", b"hello", MAGIC, MAGIC + b"0" * 200, b"\0" * 5000])
def test_what_is_no_backup_is_refused(tmp_path: Path, junk: bytes) -> None:
    with pytest.raises(BackupError):
        restore(junk, settings_for(tmp_path / "state", key=KEY), NOW)
    assert not (tmp_path / "state" / FILE).exists()


def test_restore_refuses_while_a_bot_has_the_folder(folder: Path) -> None:
    data = backup_of(folder)
    before = files_in(folder)
    bot = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(folder)], cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert bot.stdout is not None
    assert bot.stdout.readline() == "joined\n"
    try:
        with pytest.raises(StateInUseError, match="stop it"):
            restore(data, settings_for(folder), NOW)
        assert files_in(folder) == before
        assert backup_of(folder)
    finally:
        bot.kill()  # a bot that was killed holds nothing any more
        bot.communicate()
    assert restore(data, settings_for(folder), NOW).aside


HOLD = """
import sys
from pathlib import Path
from bot.state.presence import join_folder
claim = join_folder(Path(sys.argv[1]))
print("joined", flush=True)
sys.stdin.read()
"""


def test_open_state_holds_the_folder_and_several_may(folder: Path) -> None:
    first, second = (open_state(folder, None, LiveWithdrawals()) for _ in range(2))
    first.close()
    with pytest.raises(StateInUseError), alone_in_folder(folder):
        pass
    second.close()
    with alone_in_folder(folder):
        with pytest.raises(StateInUseError, match="being restored"):
            join_folder(folder)
        with pytest.raises(StateInUseError):
            open_state(folder, None, LiveWithdrawals())


class StoppedError(Exception):
    """Stands for a power cut."""


def test_restore_stopped_after_any_step_is_finished_by_the_next_start(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = backup_of(folder)
    state = open_state(folder, None, LiveWithdrawals())
    state.withdrawals.withdraw(Subject("coffee"), 5, 10, "")
    state.overlay.save("later", "forms", "an article that came later\n", 5, 10)
    state.close()
    wanted, later = None, shown(folder)
    stops = 0
    for step in range(40):
        place = tmp_path / f"stopped-{step}"
        shutil.copytree(folder, place)
        calls = iter(range(1000))

        def stop(path: Path, step: int = step, calls: Iterator[int] = calls) -> None:
            if next(calls) == step:
                raise StoppedError
            sync_folder(path)

        monkeypatch.setattr(swapping, "sync_folder", stop)
        try:
            restore(data, settings_for(place), NOW)
            finished = True
        except StoppedError:
            finished = False
        finally:
            monkeypatch.undo()
        assert "tea" in load_withdrawn(place).articles  # at no moment is it forgotten
        found = shown(place)
        if finished:
            wanted = wanted or found
        stops += not finished
        if found == later:  # stopped before the plan was there: as if nothing had been asked
            assert not finished
            assert not list(place.glob("before-restore-*"))
            continue
        assert found["overlay"] == ["words of an added article\n"]
        aside = next(place.glob("before-restore-*"))
        assert shown(aside) == later
        assert not (place / swapping.STAGE).exists()
        if finished and stops and step > stops:
            break
    assert stops >= 5
    assert wanted is not None


def test_unreadable_plan_is_said_with_what_to_do(folder: Path) -> None:
    (folder / swapping.STAGE).mkdir()
    (folder / swapping.STAGE / swapping.PLAN).write_text("{")
    with pytest.raises(StateDamagedError, match="kratom-bot restore"):
        open_state(folder, None, LiveWithdrawals())


def test_database_elsewhere_is_backed_up_and_restored_there(tmp_path: Path) -> None:
    folder, other = tmp_path / "state", tmp_path / "data" / "own.sqlite3"
    url = f"sqlite:///{other}"
    state = open_state(folder, url, LiveWithdrawals())
    fill(state)
    state.close()
    settings = settings_for(folder, url=url)
    before = shown(folder, url)
    made = make_backup(settings, NOW)
    state = open_state(folder, url, LiveWithdrawals())
    state.feedback.take_back(7, "build", ["tea#one"])
    state.close()
    restore(made.data, settings, NOW)
    assert shown(folder, url) == before
    kept = [path.name for path in other.parent.iterdir() if "before-restore" in path.name]
    assert "own.sqlite3.before-restore-20261123T013000Z" in kept


def test_tables_on_a_server_are_left_to_its_tools(folder: Path, tmp_path: Path) -> None:
    url = "postgresql+psycopg://user:word@host/name"
    made = make_backup(settings_for(folder, url=url), NOW)
    assert made.manifest.database == "server"
    assert sorted(made.manifest.files)[0] == "asker.key"
    assert form.DATABASE not in made.manifest.files
    with pytest.raises(BackupRefusedError, match="KRATOM_DATABASE_URL"):
        restore(made.data, settings_for(tmp_path / "new"), NOW)
    with pytest.raises(BackupRefusedError) as refused:
        restore(backup_of(folder), settings_for(tmp_path / "new", url=url), NOW)
    assert "word" not in str(refused.value)
    restore(made.data, settings_for(tmp_path / "new", url=url), NOW)
    assert files_in(tmp_path / "new").keys() == made.manifest.files.keys()


def test_stray_files_beside_added_articles_keep_no_backup_from_being_restored(folder: Path, tmp_path: Path) -> None:
    for name in ("kratom-tea.md~", "notes.txt", ".kratom-tea.md.swp"):
        (folder / "overlay" / name).write_text("an editor's own")
    for url in (None, "postgresql+psycopg://user:word@host/name"):
        made = make_backup(settings_for(folder, url=url), NOW)
        assert len([name for name in made.manifest.files if name.startswith("overlay/")]) == 1
        restore(made.data, settings_for(tmp_path / f"new-{bool(url)}", url=url), NOW)


def test_rebuild_between_a_restore_and_the_next_start_knows_the_added_articles(folder: Path, tmp_path: Path) -> None:
    restore(backup_of(folder), settings_for(tmp_path / "new"), NOW)
    assert [one.article_id for one in load_added(tmp_path / "new" / "overlay")] == ["kratom-tea"]


def test_missing_file_of_an_article_is_named_and_the_rest_backed_up(folder: Path, tmp_path: Path) -> None:
    next((folder / "overlay").glob("*.md")).unlink()
    made = make_backup(settings_for(folder), NOW)
    assert made.manifest.left_out == ("kratom-tea",)
    restored = restore(made.data, settings_for(tmp_path / "new"), NOW)
    assert restored.manifest.left_out == ("kratom-tea",)
    assert load_withdrawn(tmp_path / "new").articles == {"tea"}


def test_damaged_database_is_not_backed_up(folder: Path) -> None:
    path = folder / FILE
    path.write_bytes(path.read_bytes()[:8192])
    with pytest.raises(StateError):
        backup_of(folder)


def test_nothing_to_back_up_is_said(tmp_path: Path) -> None:
    with pytest.raises(BackupRefusedError, match="no state"):
        backup_of(tmp_path / "none")


def test_newest_backups_stay(tmp_path: Path) -> None:
    names = [default_name(NOW.replace(hour=hour)) for hour in range(5)]
    for name in [*names, "mine.backup"]:
        (tmp_path / name).touch()
    removed = remove_old_backups(tmp_path, 2)
    assert {path.name for path in removed} == set(names[:3])
    assert (tmp_path / "mine.backup").exists()


def test_last_backup_is_noted(tmp_path: Path) -> None:
    assert last_backup(tmp_path) is None
    note_backup(tmp_path, NOW)
    assert last_backup(tmp_path) == NOW
    (tmp_path / "last-backup").write_text("yesterday")
    assert last_backup(tmp_path) is None


def run(place: Path, *words: str, key: str = KEY, data: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    env = {**os.environ, "KRATOM_STATE_DIR": str(place / "state"), "KRATOM_BACKUP_KEY": key, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-m", "bot", *words]
    return subprocess.run(command, cwd=place, env=env, input=data, capture_output=True, check=False)


def test_commands_back_up_and_restore(folder: Path, tmp_path: Path) -> None:
    before = shown(folder)
    done = run(tmp_path, "backup", "one.backup")
    assert done.returncode == 0, done.stderr
    assert b"encrypted" in done.stderr
    streamed = run(tmp_path, "backup", "-")
    assert streamed.stdout.startswith(MAGIC)
    shutil.rmtree(folder)
    wrong = run(tmp_path, "restore", "one.backup", key="another key, long enough")
    assert wrong.returncode == 1
    assert b"KRATOM_BACKUP_KEY is not the key" in wrong.stderr
    assert b"Traceback" not in wrong.stderr
    assert not (folder / FILE).exists()
    again = run(tmp_path, "restore", "-", data=streamed.stdout)
    assert again.returncode == 0, again.stderr
    assert shown(folder) == before
    assert json.loads(json.dumps(again.stdout.decode())).count("Next:") == 1
