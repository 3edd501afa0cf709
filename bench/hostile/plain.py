"""The engine that needs nothing: cases from a seeded generator, half new, half changed from what was there before."""

import contextlib
import random
import signal
import threading
import time
import traceback
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from bench.hostile.target import Target

_MOST_TOLD = 10
_TOO_LONG_S = 20.0


class TooSlowError(Exception):
    """A case took so long that it would keep others from being served."""


@dataclass
class Tally:
    """What came of the cases of one target: how many, how many broke a promise, and the first of those in words."""

    target: str
    cases: int = 0
    broken: int = 0
    findings: list[str] = field(default_factory=list)
    seconds: float = 0.0

    def note(self, data: bytes, error: BaseException) -> None:
        """Note a case that broke something, with what makes it happen again."""
        self.broken += 1
        if len(self.findings) < _MOST_TOLD:
            frames = traceback.extract_tb(error.__traceback__)
            where = f"{frames[-1].filename.rpartition('/')[2]}:{frames[-1].lineno}" if frames else "?"
            words = str(error)[:160]
            self.findings.append(f"{self.target}: {type(error).__name__} at {where}: {words!r}; case {data.hex()}")


def cases(target: Target, seed: int) -> Iterator[bytes]:
    """Yield the cases of a target without end; the same seed gives the same."""
    source = random.Random(f"{seed} {target.name}")
    yield from target.seeds
    known = list(target.seeds)
    while True:
        if not known or source.random() < 0.5:
            made = source.randbytes(source.randint(1, target.max_bytes))
        else:
            made = _changed(source.choice(known), source, target.max_bytes)
        if len(known) < 512:
            known.append(made)
        else:
            known[source.randrange(512)] = made
        yield made


def _changed(data: bytes, source: random.Random, most: int) -> bytes:
    changed = bytearray(data)
    for _ in range(source.randint(1, 4)):
        at = source.randint(0, len(changed))
        kind = source.randrange(4)
        if kind == 0 and at < len(changed):
            changed[at] = source.randrange(256)
        elif kind == 1:
            changed[at:at] = source.randbytes(source.randint(1, 8))
        elif kind == 2:
            del changed[at : at + source.randint(1, 8)]
        else:
            changed += changed[at : at + 16]
    return bytes(changed[:most])


def attack(target: Target, seed: int, most: int, may_go_on: Callable[[], object] = lambda: True) -> Tally:
    """Try up to `most` cases on a target, as long as `may_go_on` says so; some in any case."""
    tally, started = Tally(target.name), time.monotonic()
    for data in cases(target, seed):
        if tally.cases >= most or (tally.cases and tally.cases % 64 == 0 and not may_go_on()):
            break
        tally.cases += 1
        try:
            with _at_most(_TOO_LONG_S):
                target.check(data)
        except Exception as error:  # that is what is looked for
            tally.note(data, error)
    tally.seconds = time.monotonic() - started
    return tally


@contextlib.contextmanager
def _at_most(seconds: float) -> Iterator[None]:
    """Raise TooSlowError in the block after a time; regular expressions notice it too. Only on the main thread."""
    if threading.current_thread() is not threading.main_thread() or not hasattr(signal, "setitimer"):
        yield
        return

    def stop(_number: int, _frame: object) -> None:
        raise TooSlowError(f"more than {seconds:.0f} s")

    before = signal.signal(signal.SIGALRM, stop)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
