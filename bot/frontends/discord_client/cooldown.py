"""The pause between two questions of one person: in memory only, and never for a crisis."""

import math
import time
from collections import OrderedDict
from collections.abc import Callable

from bot.state.models import MAX_COOLDOWN_S

_MOST_KEPT = 50_000


class Cooldown:
    """Remembers when each person last asked in each server; for direct messages the server is None."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._asked: OrderedDict[tuple[int, int | None], float] = OrderedDict()

    def take(self, person: int, guild_id: int | None, seconds: int) -> int:
        """Return 0 and begin the pause if the person may ask now; else how many whole seconds are left, at least 1."""
        self.forget_old()
        now = self._clock()
        left = self._asked.get((person, guild_id), -math.inf) + seconds - now
        if left > 0:
            return math.ceil(left)
        if seconds > 0:
            self._asked[(person, guild_id)] = now
            self._asked.move_to_end((person, guild_id))
            while len(self._asked) > _MOST_KEPT:
                self._asked.popitem(last=False)
        return 0

    def forget_old(self) -> None:
        """Drop what is older than any pause."""
        oldest_kept = self._clock() - MAX_COOLDOWN_S
        while self._asked and next(iter(self._asked.values())) <= oldest_kept:
            self._asked.popitem(last=False)

    def release(self, person: int, guild_id: int | None) -> None:
        """End a person's pause: what they asked was a crisis, or could not be answered."""
        self._asked.pop((person, guild_id), None)
