"""Back up what the bot keeps: the tables as of one moment, the secret of people's keys, withdrawals, added articles.

Not in a backup: the corpus folder and the index (the one is the operator's own, the other is built from it), the bot
token and other settings, and tables on a database server, which its own tools back up.
"""

import contextlib
import hashlib
import tempfile
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from bot.operation import archive as form
from bot.operation.archive import Archive, Manifest, describe, pack
from bot.operation.errors import BackupRefusedError
from bot.operation.sealing import seal
from bot.operation.versions import program_version
from bot.settings import Settings
from bot.state.errors import StateReadOnlyError
from bot.state.files import write_whole
from bot.state.presence import join_folder
from bot.state.withdrawn_file import to_file
from bot.storage.database import Database
from bot.storage.snapshots import SnapshotContents, copy_database, read_contents
from bot.storage.store import OVERLAY, default_path, default_url
from bot.storage.withdrawals import to_withdrawals

FOLDER = "backups"
LAST = "last-backup"
"""A file in the state folder: when the last backup was made, as ISO 8601 in UTC."""


@dataclass(frozen=True, slots=True)
class MadeBackup:
    """A backup as one file's content, and what to tell about it."""

    data: bytes
    manifest: Manifest
    sealed: bool


def database_of(settings: Settings) -> tuple[Path | None, str]:
    """Return the SQLite file of the state, or None for a server; and its name for people, without a password.

    Raises:
        BackupRefusedError: it is a SQLite file given in a form that cannot be copied.
        StateUnavailableError: the URL is not one.
    """
    url = settings.database_url.get_secret_value() if settings.database_url else None
    database = Database(url or default_url(settings.state_dir))
    database.close()
    if database.is_sqlite and database.path is None:
        raise BackupRefusedError("KRATOM_DATABASE_URL has options of SQLite in it; write it as sqlite:////path/to/file")
    return database.path, database.where


def make_backup(settings: Settings, now: datetime) -> MadeBackup:
    """Return a backup of the state, encrypted where KRATOM_BACKUP_KEY is set; bots may run meanwhile.

    Raises:
        BackupError: there is nothing to back up, or the key is too short.
        StateError: the state cannot be read, or is damaged.
    """
    path, _ = database_of(settings)
    folder = settings.state_dir
    if not (path or default_path(folder).parent).exists():
        raise BackupRefusedError(f"there is no state in {folder} yet; the Discord bot makes it when it starts")
    try:
        claim = join_folder(folder)
        try:
            archive = _collect(folder, path, now)
        finally:
            claim.release()
    except OSError as error:
        raise StateReadOnlyError(str(error.filename or folder)) from error
    data = pack(archive)
    key = settings.backup_key.get_secret_value() if settings.backup_key else ""
    return MadeBackup(seal(data, key) if key else data, archive.manifest, bool(key))


def default_name(now: datetime) -> str:
    """Return the name of a backup of that moment; by name they sort by age."""
    return f"kratom-{now.astimezone(UTC):%Y%m%dT%H%M%SZ}.backup"


def save_backup(data: bytes, target: Path, *, replace: bool) -> None:
    """Write a backup in one step, readable by its owner alone.

    Raises:
        BackupRefusedError: there is a file of that name already.
        OSError: it could not be written; there is no half of it.
    """
    if target.exists() and not replace:
        raise BackupRefusedError(f"{target} exists; name another file, or replace it with --force")
    target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    write_whole(target, data)


def note_backup(folder: Path, now: datetime) -> None:
    """Note when the last backup was made, for `doctor` and the metrics; that this cannot be noted is no failure."""
    with contextlib.suppress(OSError):
        write_whole(folder / LAST, f"{now.astimezone(UTC).isoformat(timespec='seconds')}\n".encode())


def last_backup(folder: Path) -> datetime | None:
    """Return when the last backup was made; None where none was, or it is not known."""
    try:
        made = datetime.fromisoformat((folder / LAST).read_text("ascii").strip())
    except (OSError, ValueError):
        return None
    return made if made.tzinfo else None


def remove_old_backups(folder: Path, keep: int) -> tuple[Path, ...]:
    """Remove all but the newest `keep` backups with names like those of `default_name`; return which."""
    old = tuple(sorted(folder.glob("kratom-*Z.backup"), reverse=True)[keep:])
    for path in old:
        path.unlink(missing_ok=True)
    return old


def _collect(folder: Path, database: Path | None, now: datetime) -> Archive:
    files: dict[str, bytes] = {}
    left_out: list[str] = []
    contents = None
    if database is not None:
        files[form.DATABASE], contents = _copied(database)
        files[form.WITHDRAWN] = to_file(to_withdrawals(contents.withdrawn))
        overlay = contents.overlay
    else:
        overlay = _overlay_on_disk(folder / OVERLAY)
        _add(files, form.WITHDRAWN, folder / form.WITHDRAWN)
    _add(files, form.SECRET, folder / form.SECRET)
    for article_id, name, sha256 in overlay:
        content = _read_if_there(folder / OVERLAY / name)
        if content is None or hashlib.sha256(content).hexdigest() != sha256:
            left_out.append(article_id)
        else:
            files[f"{form.OVERLAY}/{name}"] = content
    manifest = Manifest(
        format=form.FORMAT,
        made_at=now.astimezone(UTC).isoformat(timespec="seconds"),
        program=program_version(),
        database="server" if database is None else "sqlite",
        revision=contents.revision if contents else None,
        files={name: describe(content) for name, content in sorted(files.items())},
        left_out=tuple(left_out),
    )
    return Archive(manifest, files)


def _copied(database: Path) -> tuple[bytes, SnapshotContents]:
    with tempfile.TemporaryDirectory(prefix="kratom-backup-") as scratch:
        copy = Path(scratch) / form.DATABASE
        copy_database(database, copy)
        return copy.read_bytes(), read_contents(copy)


def _overlay_on_disk(folder: Path) -> tuple[tuple[str, str, str], ...]:
    """Return the added articles' files, where the table that says which of them count is on a server.

    Not the list beside them, which is written anew from that table.
    """
    if not folder.is_dir():
        return ()
    paths = sorted(path for path in folder.iterdir() if path.suffix == ".md" and not path.name.startswith("."))
    return tuple((path.name, path.name, hashlib.sha256(path.read_bytes()).hexdigest()) for path in paths)


def _add(files: dict[str, bytes], name: str, path: Path) -> None:
    content = _read_if_there(path)
    if content is not None:
        files[name] = content


def _read_if_there(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None
