"""Who works with a state folder: any number of programs at once, or one that replaces what is in it.

The claim is a lock of the system on a file in the folder, which ends with the process, however that ends. It holds
between containers of one machine too. Where the system has no such locks (Windows), nothing is claimed.
"""

import contextlib
import os
import time
from collections.abc import Iterator
from pathlib import Path

from bot.state.errors import StateInUseError

NAME = ".in-use"
_POLL_S = 0.05


class Claim:
    """A claim on a folder; `release` ends it, at the latest the end of the process does."""

    def __init__(self, handle: int) -> None:
        self._handle: int | None = handle

    def release(self) -> None:
        """End the claim."""
        if self._handle is not None:
            os.close(self._handle)
            self._handle = None


def join_folder(folder: Path, wait_s: float = 0.0) -> Claim:
    """Claim a folder together with others, after waiting for a restore to end.

    Raises:
        StateInUseError: a backup is being restored into it.
        OSError: the folder cannot be used.
    """
    busy = f"a backup is being restored into {folder}; wait until that is done, then try again"
    return _claim(folder, exclusive=False, wait_s=wait_s, busy=busy)


@contextlib.contextmanager
def alone_in_folder(folder: Path) -> Iterator[None]:
    """Claim a folder for oneself.

    Raises:
        StateInUseError: a bot, or another command, works with it.
        OSError: the folder cannot be used.
    """
    busy = (
        f"a bot is running on {folder}, so nothing was changed; stop it (docker compose stop bot, or: systemctl stop "
        "kratom-bot), then run this again"
    )
    claim = _claim(folder, exclusive=True, wait_s=0.0, busy=busy)
    try:
        yield
    finally:
        claim.release()


def _claim(folder: Path, *, exclusive: bool, wait_s: float, busy: str) -> Claim:
    handle = os.open(folder / NAME, os.O_RDONLY | os.O_CREAT | getattr(os, "O_CLOEXEC", 0), 0o600)
    try:
        _lock(handle, exclusive=exclusive, until=time.monotonic() + wait_s, busy=busy)
    except BaseException:
        os.close(handle)
        raise
    return Claim(handle)


def _lock(handle: int, *, exclusive: bool, until: float, busy: str) -> None:
    try:
        import fcntl
    except ImportError:  # Windows
        return
    while True:
        try:
            fcntl.flock(handle, (fcntl.LOCK_EX if exclusive else fcntl.LOCK_SH) | fcntl.LOCK_NB)
        except BlockingIOError as error:
            if time.monotonic() >= until:
                raise StateInUseError(busy) from error
            time.sleep(_POLL_S)
        else:
            return
