"""Put a prepared set of files in the place of those in a state folder: all of them, whatever happens meanwhile.

What is to be moved is written down first. A program that is stopped in the middle leaves that note; whoever opens the
folder next finishes the work, step by step, so that no one ever works with half of it. What was there is kept aside.
"""

import contextlib
import os
import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError

from bot.state.errors import StateDamagedError
from bot.state.files import sync_folder, write_whole

STAGE = ".restore"
PLAN = "plan.json"


@dataclass(frozen=True, slots=True)
class Move:
    """What takes a place (None: nothing does), the place, and where what was there goes."""

    staged: Path | None
    place: Path
    aside: Path


class _WrittenMove(BaseModel):
    model_config = ConfigDict(extra="forbid")

    staged: str | None
    place: str
    aside: str


class _Plan(BaseModel):
    model_config = ConfigDict(extra="forbid")

    moves: tuple[_WrittenMove, ...]


def new_stage(folder: Path) -> Path:
    """Return an empty folder to prepare files in; what an earlier try left there is removed."""
    stage = folder / STAGE
    shutil.rmtree(stage, ignore_errors=True)
    stage.mkdir(mode=0o700)
    return stage


def swap(folder: Path, moves: Sequence[Move]) -> None:
    """Make the moves, of which all happen from the moment on in which the plan is written.

    Raises:
        OSError: before that moment, and then nothing happened; after it, `finish_swap` goes on.
    """
    relative = [
        _WrittenMove(
            staged=os.path.relpath(move.staged, folder) if move.staged else None,
            place=os.path.relpath(move.place, folder),
            aside=os.path.relpath(move.aside, folder),
        )
        for move in moves
    ]
    for move in moves:
        if move.staged is not None:
            _flush(move.staged)
    write_whole(folder / STAGE / PLAN, _Plan(moves=tuple(relative)).model_dump_json(indent=1).encode())
    finish_swap(folder)


def is_unfinished(folder: Path) -> bool:
    """Tell whether a swap was begun and stopped in the middle."""
    return (folder / STAGE / PLAN).exists()


def finish_swap(folder: Path) -> None:
    """Make the moves of the plan that were not made yet; nothing where there is no plan.

    Raises:
        StateDamagedError: the plan cannot be read.
        OSError: a file cannot be moved; run it again.
    """
    path = folder / STAGE / PLAN
    try:
        plan = _Plan.model_validate_json(path.read_bytes())
    except FileNotFoundError:
        return
    except ValidationError as error:
        remedy = f"run kratom-bot restore with the same backup again, after: rm -r '{folder / STAGE}'"
        raise StateDamagedError(str(path), "it is not what was written", remedy) from error
    for written in plan.moves:
        _move(Move(folder / written.staged if written.staged else None, folder / written.place, folder / written.aside))
    with contextlib.suppress(FileNotFoundError):
        path.unlink()
    sync_folder(folder / STAGE)
    shutil.rmtree(folder / STAGE, ignore_errors=True)


def _move(move: Move) -> None:
    """Make one move; made a second time, it changes nothing.

    A file is kept aside under a second name before the new one takes its place, so that there is one at any moment:
    the list of what is withdrawn must never be missed.
    """
    if move.staged is not None and not move.staged.exists():
        return
    if move.place.exists() and not move.aside.exists():
        move.aside.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        if move.staged is None or move.place.is_dir():
            move.place.rename(move.aside)
        else:
            _keep_file(move.place, move.aside)
        sync_folder(move.aside.parent)
    if move.staged is not None:
        move.staged.replace(move.place)
    if move.place.parent.exists():
        sync_folder(move.place.parent)


def _keep_file(path: Path, aside: Path) -> None:
    try:
        os.link(path, aside)
    except OSError:  # a file system without second names
        write_whole(aside, path.read_bytes())


def _flush(path: Path) -> None:
    """Bring a file, or a folder with its files, to the disk."""
    for one in (path, *path.iterdir()) if path.is_dir() else (path,):
        if one.is_dir():
            sync_folder(one)
        else:
            with one.open("rb") as file:
                os.fsync(file.fileno())
