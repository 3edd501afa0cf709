"""What a person asked before, so that a follow-up can lean on it: in memory, for minutes, and nowhere else (P9)."""

import time
from collections import OrderedDict
from collections.abc import Callable

KEPT_S = 600.0
_MOST_KEPT = 1000
_MOST_TURNS = 2


class Conversations:
    """The last questions by asker and answer. Forgets after ten minutes, and the oldest where there are too many."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._turns: OrderedDict[tuple[int, str], tuple[float, tuple[str, ...]]] = OrderedDict()

    def remember(self, asker: int, receipt: str, turns: tuple[str, ...]) -> None:
        """Keep what led to an answer."""
        self.forget_old()
        key = (asker, _plain(receipt))
        self._turns[key] = (self._clock(), turns[-_MOST_TURNS:])
        self._turns.move_to_end(key)
        while len(self._turns) > _MOST_KEPT:
            self._turns.popitem(last=False)

    def recall(self, asker: int, receipt: str) -> tuple[str, ...]:
        """Return what this person asked to get this answer, oldest first; () where it is forgotten."""
        self.forget_old()
        return self._turns.get((asker, _plain(receipt)), (0.0, ()))[1]

    def held(self, asker: int) -> int:
        """Return to how many answers a person's questions are still in memory."""
        self.forget_old()
        return sum(key[0] == asker for key in self._turns)

    def forget(self, asker: int) -> int:
        """Drop all that a person asked; return to how many answers that was."""
        mine = [key for key in self._turns if key[0] == asker]
        for key in mine:
            del self._turns[key]
        return len(mine)

    def forget_old(self) -> None:
        """Drop what was kept long enough."""
        oldest_kept = self._clock() - KEPT_S
        while self._turns and next(iter(self._turns.values()))[0] < oldest_kept:
            self._turns.popitem(last=False)


def _plain(receipt: str) -> str:
    return receipt.replace("-", "")
