"""Put a backup in the place of a state folder's content: checked by opening it first, in one step, nothing lost."""

import shutil
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from bot.answering.withdrawals import LiveWithdrawals
from bot.operation import archive as form
from bot.operation.archive import Archive, Manifest, unpack
from bot.operation.backup import database_of
from bot.operation.errors import BackupDamagedError, BackupRefusedError
from bot.operation.sealing import is_sealed, unseal
from bot.settings import Settings
from bot.state.errors import OverlayError, StateError, StateReadOnlyError
from bot.state.files import write_whole
from bot.state.presence import alone_in_folder
from bot.state.swapping import Move, finish_swap, is_unfinished, new_stage, swap
from bot.state.withdrawn_file import load_withdrawn
from bot.storage.asker_secret import load_asker_keys
from bot.storage.store import open_state
from corpus.added import LIST

_NEW = "new"
_REHEARSAL = "rehearsal"


@dataclass(frozen=True, slots=True)
class Restored:
    """What was restored, and the folder in which lies what was there before; None where nothing was."""

    manifest: Manifest
    aside: Path | None


def read_backup(data: bytes, settings: Settings) -> Archive:
    """Return what a backup file holds.

    Raises:
        BackupError: it cannot be read, with this key or at all.
    """
    key = settings.backup_key.get_secret_value() if settings.backup_key else None
    return unpack(unseal(data, key) if is_sealed(data) else data)


def restore(data: bytes, settings: Settings, now: datetime) -> Restored:
    """Restore a backup. After an error everything is as it was.

    Raises:
        BackupError: the backup cannot be read, or does not belong here.
        StateInUseError: a bot is running on the folder.
        StateError: what is in the backup cannot be opened, or the folder cannot be written.
    """
    archive = read_backup(data, settings)
    database, where = database_of(settings)
    _compare_kinds(archive.manifest, database, where)
    folder = settings.state_dir
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        with alone_in_folder(folder):
            if is_unfinished(folder):
                finish_swap(folder)
            stage = new_stage(folder)
            try:
                aside = _prepare_and_swap(archive, folder, stage, database, now)
            finally:
                if not is_unfinished(folder):
                    shutil.rmtree(stage, ignore_errors=True)
    except OSError as error:
        raise StateReadOnlyError(str(error.filename or folder)) from error
    return Restored(archive.manifest, aside if aside.exists() else None)


def _compare_kinds(manifest: Manifest, database: Path | None, where: str) -> None:
    if manifest.database == "server" and database is not None:
        raise BackupRefusedError(
            "the tables of this backup are on a database server and not in the file; set KRATOM_DATABASE_URL to that "
            "server (restored by its own tools), then run this again. Nothing was changed"
        )
    if manifest.database == "sqlite" and database is None:
        raise BackupRefusedError(
            f"this backup holds a SQLite database, and the settings name {where}; take KRATOM_DATABASE_URL away to "
            "restore it into a file. Nothing was changed"
        )


def _prepare_and_swap(archive: Archive, folder: Path, stage: Path, database: Path | None, now: datetime) -> Path:
    fresh, rehearsal = stage / _NEW, stage / _REHEARSAL
    _write(archive, fresh)
    _write(archive, rehearsal)
    _rehearse(archive.manifest, rehearsal)
    _take_list_of_added(rehearsal / form.OVERLAY / LIST, fresh / form.OVERLAY / LIST)
    shutil.rmtree(rehearsal)
    aside = _aside(folder, now)
    swap(folder, _moves(fresh, folder, aside, database))
    return aside


def _take_list_of_added(written: Path, target: Path) -> None:
    """Put the list of added articles beside them, as the rehearsal wrote it from the tables.

    A rebuild before the next start, as Docker makes one, would otherwise leave the added articles out of the index.
    """
    if written.exists() and target.parent.is_dir():
        write_whole(target, written.read_bytes())


def _write(archive: Archive, folder: Path) -> None:
    folder.mkdir(mode=0o700)
    for name, content in archive.files.items():
        path = folder / name
        path.parent.mkdir(mode=0o700, exist_ok=True)
        path.touch(mode=0o600)
        path.write_bytes(content)


def _rehearse(manifest: Manifest, folder: Path) -> None:
    """Open a copy as the bot will: its tables are brought up to date, looked through, and compared with the files."""
    try:
        load_withdrawn(folder)
        if manifest.database == "server":
            load_asker_keys(folder)
            return
        state = open_state(folder, None, LiveWithdrawals())
    except StateError as error:
        raise BackupDamagedError(f"what is in it cannot be opened ({error})") from error
    try:
        for article in state.overlay.all():
            if article.article_id not in manifest.left_out:
                state.overlay.path(article)
    except OverlayError as error:
        raise BackupDamagedError(f"an added article is missing in it ({error})") from error
    finally:
        state.close()


def _aside(folder: Path, now: datetime) -> Path:
    """Return a name in the folder that is not taken; a folder that is a mount point cannot itself be moved aside."""
    wanted = f"before-restore-{now.astimezone(UTC):%Y%m%dT%H%M%SZ}"
    names = (wanted, *(f"{wanted}-{number}" for number in range(2, 1000)))
    return next(folder / name for name in names if not (folder / name).exists())


def _moves(fresh: Path, folder: Path, aside: Path, database: Path | None) -> list[Move]:
    """Return the moves: SQLite's log first, since it belongs to the database that goes."""
    moves = []
    if database is not None:
        staged = fresh / form.DATABASE
        if database.absolute().parent != folder.absolute():
            staged = _bring_near(staged, database)
        kept = _kept_database(database, folder, aside)
        for suffix in ("-wal", "-shm", "-journal"):
            moves.append(Move(None, database.with_name(database.name + suffix), kept.with_name(kept.name + suffix)))
        moves.append(Move(staged, database, kept))
    for name in (form.SECRET, form.WITHDRAWN, form.OVERLAY):
        staged_one = fresh / name
        moves.append(Move(staged_one if staged_one.exists() else None, folder / name, aside / name))
    return moves


def _bring_near(staged: Path, database: Path) -> Path:
    """Put the new database beside the place it will take, which may be on another disk."""
    database.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    near = database.with_name(f".{database.name}.restoring")
    shutil.copy2(staged, near)
    return near


def _kept_database(database: Path, folder: Path, aside: Path) -> Path:
    if database.absolute().parent == folder.absolute():
        return aside / database.name
    return database.with_name(f"{database.name}.{aside.name}")
