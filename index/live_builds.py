"""Remember which builds were live, and whether the live one was chosen by rolling back.

Both are small files beside CURRENT. Without them, or where they cannot be read, all builds count as once live and none
as rolled back to.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

CURRENT = "CURRENT"
HISTORY = "HISTORY.json"
ROLLED_BACK = "ROLLED_BACK.json"
_MOST_REMEMBERED = 200


@dataclass(frozen=True, slots=True)
class Rollback:
    """The live build was chosen by rolling back from `left` to `build_id`, at `at` (ISO 8601, UTC)."""

    build_id: str
    left: str
    at: str


_HISTORY = TypeAdapter(dict[str, str])
_ROLLBACK = TypeAdapter(Rollback)


def once_live(root: Path) -> dict[str, str] | None:
    """Return when each build went live last (ISO 8601, UTC), by its id; None where that was not noted."""
    try:
        return _HISTORY.validate_json((root / HISTORY).read_bytes())
    except (OSError, ValidationError):
        return None


def begin_history(root: Path, existing: Iterable[str]) -> None:
    """Count what is there as once live, where nothing was noted before."""
    if once_live(root) is None:
        _write(root / HISTORY, _HISTORY.dump_json(dict.fromkeys(existing, ""), indent=1))


def note_live(root: Path, build_id: str) -> None:
    """Note that a build goes live now."""
    known = once_live(root) or {}
    known.pop(build_id, None)
    known[build_id] = now()
    latest = dict(list(known.items())[-_MOST_REMEMBERED:])
    _write(root / HISTORY, _HISTORY.dump_json(latest, indent=1))


def note_rollback(root: Path, build_id: str, left: str) -> None:
    """Note that a build is about to go live by rolling back; it counts only while CURRENT names that build."""
    _write(root / ROLLED_BACK, _ROLLBACK.dump_json(Rollback(build_id, left, now()), indent=1))


def forget_rollback(root: Path) -> None:
    """Note that the live build was chosen in another way."""
    (root / ROLLED_BACK).unlink(missing_ok=True)


def rollback_of(root: Path) -> Rollback | None:
    """Return by which rollback the live build came to be live; None where by none."""
    try:
        found = _ROLLBACK.validate_json((root / ROLLED_BACK).read_bytes())
        return found if (root / CURRENT).read_text("utf-8").strip() == found.build_id else None
    except (OSError, UnicodeDecodeError, ValidationError):
        return None


def now() -> str:
    """Return the time as ISO 8601 in UTC, with microseconds, so that builds sort by age."""
    return datetime.now(UTC).isoformat(timespec="microseconds")


def _write(path: Path, data: bytes) -> None:
    """Replace a file in one step."""
    new = path.with_name(f".{path.name}.new")
    new.write_bytes(data + b"\n")
    new.replace(path)
