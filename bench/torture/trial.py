"""What a kind of trial is: a name, what it breaks, how long it may take, and what came of it."""

import time
from dataclasses import dataclass, field
from typing import Protocol

_MOST_TOLD = 20
"""Losses that are told in words; all are counted."""


class Budget:
    """How long a trial may take. True while there is time left: `while budget: ...`."""

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds
        self._until = time.monotonic() + seconds

    def __bool__(self) -> bool:
        return self.left_s > 0

    @property
    def left_s(self) -> float:
        """Return the seconds that are left; not below 0."""
        return max(0.0, self._until - time.monotonic())

    def part(self, share: float) -> "Budget":
        """Return a budget of a share (0 to 1) of what is left, from now on."""
        return Budget(self.left_s * share)


@dataclass
class Findings:
    """What a trial tried and lost; a trial counts in it as it goes.

    `tried` and `lost` are numbers of the trial's unit. `losses` says of the first losses what and how to see it again.
    `notes` are shown under the table: figures, and what could not be tried on this machine, and why.
    """

    tried: int = 0
    lost: int = 0
    losses: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    def lose(self, sentence: str) -> None:
        """Count a loss."""
        self.lost += 1
        if len(self.losses) < _MOST_TOLD:
            self.losses.append(sentence)

    def check(self, holds: object, sentence: str) -> None:
        """Count a loss unless what must hold does."""
        if not holds:
            self.lose(sentence)


class Trial(Protocol):
    """One kind of trial. It runs in a process of its own: it may change its environment, and may crash.

    `name` is one or two words with hyphens, `breaks` a sentence for the table without a full stop, `unit` the plural of
    what is counted. `full_s` and `short_s` are how long it may take in the full form and in that of continuous
    integration; 0: it is not part of it. `least` is how many have to be tried in the full form.
    """

    @property
    def name(self) -> str: ...  # noqa: D102 - see above
    @property
    def breaks(self) -> str: ...  # noqa: D102
    @property
    def unit(self) -> str: ...  # noqa: D102
    @property
    def full_s(self) -> float: ...  # noqa: D102
    @property
    def short_s(self) -> float: ...  # noqa: D102
    @property
    def least(self) -> int: ...  # noqa: D102

    def run(self, seed: int, budget: Budget) -> Findings:
        """Try as much as the budget allows, the same for the same seed; an exception counts as one loss."""
        ...
