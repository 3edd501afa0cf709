"""A copy of a SQLite database that is in use, as of one moment, and what a backup has to know about it."""

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from bot.state.errors import StateDamagedError
from bot.storage.faults import from_driver


@dataclass(frozen=True, slots=True)
class SnapshotContents:
    """What stands in a copy: the revision of its tables, the files it names, and what it says is withdrawn."""

    revision: str | None
    overlay: tuple[tuple[str, str, str], ...]
    """Of each added article: its id, its file's name and SHA-256."""
    withdrawn: tuple[str, ...]


def copy_database(source: Path, target: Path) -> None:
    """Copy a database through SQLite's online backup, while others read and write it; the copy is one plain file.

    Raises:
        StateError: it cannot be read, or is damaged, or there is no room.
    """
    address = f"file:{quote(str(source.absolute()))}?mode=rw"
    try:
        with (
            closing(sqlite3.connect(address, uri=True, timeout=10.0)) as original,
            closing(sqlite3.connect(target)) as copy,
        ):
            original.backup(copy)
            copy.execute("PRAGMA journal_mode=DELETE").fetchall()
            found = copy.execute("PRAGMA integrity_check(1)").fetchone()[0]
    except sqlite3.Error as error:
        raise from_driver(error, str(source)) from error
    if found != "ok":
        raise StateDamagedError(str(source), str(found).partition("\n")[0])


def read_contents(path: Path) -> SnapshotContents:
    """Return what stands in a copy of any revision.

    Raises:
        StateError: it is no database of this program, or damaged.
    """
    try:
        with closing(sqlite3.connect(path)) as copy:
            if not copy.execute("SELECT 1 FROM sqlite_master WHERE name = 'alembic_version'").fetchone():
                return SnapshotContents(None, (), ())
            revision = copy.execute("SELECT version_num FROM alembic_version").fetchone()
            overlay = copy.execute("SELECT article_id, file, sha256 FROM overlay_articles ORDER BY article_id")
            withdrawn = copy.execute("SELECT subject_id FROM withdrawn ORDER BY subject_id")
            return SnapshotContents(
                revision[0] if revision else None, tuple(overlay.fetchall()), tuple(one for (one,) in withdrawn)
            )
    except sqlite3.Error as error:
        raise StateDamagedError(str(path), type(error).__name__) from error
