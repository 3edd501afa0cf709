"""A target: a part of the program, and a check that fails where it does not hold for some bytes."""

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum


class Promise(StrEnum):
    """What must hold for each case."""

    CRASH = "crashes"
    PING = "pings"
    MASKED_LINK = "masked links that were not ours"
    NOTICES = "answers without both notices"
    LOGGED_WORDS = "words of a question in the log"
    WRONG = "values that came back changed"


class BrokenPromiseError(AssertionError):
    """A case broke a promise; the bytes of the case make it happen again."""

    def __init__(self, promise: Promise, what: str) -> None:
        super().__init__(f"{promise}: {what}")
        self.promise = promise


@dataclass(frozen=True)
class Target:
    """Something to attack.

    Attributes:
        name: what is attacked, as the report names it.
        check: raises BrokenPromiseError, or whatever crashes, for bytes that break it; any other return is fine.
        share: of a thousand cases, how many are for this target: quick ones get more.
        max_bytes: how long a case is at most.
        seeds: bytes that lead far into the code, to begin from.
    """

    name: str
    check: Callable[[bytes], None]
    share: int
    max_bytes: int = 256
    seeds: tuple[bytes, ...] = field(default=(), repr=False)


def require(holds: object, promise: Promise, what: str) -> None:
    """Fail with a broken promise where something does not hold."""
    if not holds:
        raise BrokenPromiseError(promise, what)
