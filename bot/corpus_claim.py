"""One long piece of work on the corpus at a time, whoever asks for it."""

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum


class Work(StrEnum):
    """What takes long, or must not happen twice at once."""

    PREVIEW = "preview"
    RELOAD = "reload"
    ROLLBACK = "rollback"
    ADD = "add"
    REMOVE = "remove"


class CorpusBusyError(Exception):
    """Someone else is at it: `by` says who, `work` what they do, `seconds` for how long."""

    def __init__(self, by: str, work: Work, seconds: float) -> None:
        super().__init__(f"another {work} is running")
        self.by = by
        self.work = work
        self.seconds = seconds


@dataclass(frozen=True, slots=True)
class Holder:
    """Who is at work, on what, and since when (monotonic clock)."""

    by: str
    work: Work
    since: float


class CorpusClaim:
    """Held by one at a time; `holder` tells by whom."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self.holder: Holder | None = None

    @contextmanager
    def held(self, by: str, work: Work) -> Iterator[None]:
        """Hold the claim while the block runs.

        Raises:
            CorpusBusyError: someone else holds it.
        """
        if not self._lock.acquire(blocking=False):
            holder = self.holder or Holder("someone", work, time.monotonic())
            raise CorpusBusyError(holder.by, holder.work, time.monotonic() - holder.since)
        self.holder = Holder(by, work, time.monotonic())
        try:
            yield
        finally:
            self.holder = None
            self._lock.release()
