"""When the last backup was made, noted in the state folder: read while the bot runs, without the database."""

import contextlib
from datetime import UTC, datetime
from pathlib import Path

from bot.state.files import write_whole

LAST = "last-backup"
"""A file in the state folder: when the last backup was made, as ISO 8601 in UTC."""


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
