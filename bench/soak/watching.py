"""Watch the bot: its memory, how late its event loop turns, and how late any process wakes on this machine."""

import asyncio
import contextlib
import json
import re
import statistics
import sys
import time
from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path

import aiohttp
import numpy as np

from tests.discord_sim.report import percentile

_BUCKET = re.compile(r'^kratom_event_loop_delay_seconds_bucket\{le="([^"]+)"\} (\S+)$', re.MULTILINE)
_BLOCKS = 8
_T_95 = 2.447
"""Of Student's distribution, two-sided, for the blocks less two."""
IDLE = """
import json, sys, threading, time
late, done = [], threading.Event()
threading.Thread(target=lambda: (sys.stdin.read(), done.set()), daemon=True).start()
while not done.is_set():
    due = time.monotonic() + 0.05
    time.sleep(0.05)
    late.append(time.monotonic() - due)
print(json.dumps(late))
"""
"""A process that does nothing but sleep: how late it wakes is the machine's doing."""


def resident_mb(pid: int) -> float:
    """Return the memory that a process holds, in megabytes; only Linux tells it."""
    found = re.search(r"^VmRSS:\s+(\d+) kB", Path(f"/proc/{pid}/status").read_text("utf-8"), re.MULTILINE)
    return int(found[1]) / 1024 if found else float("nan")


@dataclass
class MemorySamples:
    """What a process held, by the seconds since it was ready."""

    at_s: list[float] = field(default_factory=list)
    held_mb: list[float] = field(default_factory=list)

    def add(self, at_s: float, held_mb: float) -> None:
        """Note one sample."""
        self.at_s.append(at_s)
        self.held_mb.append(held_mb)


@dataclass(frozen=True, slots=True)
class Slope:
    """How memory grew: megabytes a minute with the half width of its 95 % interval, after `from_s` for `over_s`."""

    mb_a_minute: float
    uncertainty: float
    from_s: float
    over_s: float
    first_mb: float
    last_mb: float

    @property
    def is_flat(self) -> bool:
        """Tell whether growth is within the noise, or below a hundredth of what is held in the time looked at."""
        grown = self.mb_a_minute * self.over_s / 60
        return self.mb_a_minute <= self.uncertainty or grown <= 0.01 * self.first_mb


def slope_of(samples: MemorySamples, warm_up_share: float) -> Slope | None:
    """Fit a line to medians of equal stretches after the warm-up; None where there are too few samples for that."""
    times, held = np.array(samples.at_s), np.array(samples.held_mb)
    if not len(times):
        return None
    start = times[-1] * warm_up_share
    times, held = times[times >= start], held[times >= start]
    if len(times) < 3 * _BLOCKS:
        return None
    x = np.array([block.mean() for block in np.array_split(times, _BLOCKS)])
    y = np.array([np.median(block) for block in np.array_split(held, _BLOCKS)])
    gradient, offset = np.polyfit(x, y, 1)
    rest = y - (gradient * x + offset)
    error = float(np.sqrt((rest**2).sum() / (_BLOCKS - 2) / ((x - x.mean()) ** 2).sum()))
    return Slope(float(gradient) * 60, _T_95 * error * 60, float(start), float(times[-1] - start), y[0], y[-1])


class LoopDelay:
    """How late the bot's event loop turned, over all its lives, as its own figures tell."""

    def __init__(self) -> None:
        self._turns: defaultdict[float, float] = defaultdict(float)

    async def read(self, address: str) -> None:
        """Add the figures of a bot that is about to end."""
        async with aiohttp.ClientSession() as session, session.get(f"http://{address}/metrics") as answer:
            text = await answer.text()
        below = 0.0
        for limit, count in _BUCKET.findall(text):
            self._turns[float(limit)] += float(count) - below
            below = float(count)

    @property
    def turns(self) -> int:
        """Return how many were measured."""
        return int(sum(self._turns.values()))

    def percentile_ms(self, share: float) -> float:
        """Return the upper limit of the class that this share of the turns is within, in milliseconds."""
        wanted, below = share / 100 * sum(self._turns.values()), 0.0
        for limit in sorted(self._turns):
            below += self._turns[limit]
            if below >= wanted:
                return limit * 1000
        return float("nan")


class IdleProcess:
    """A process that sleeps, beside the bot, for comparison."""

    async def start(self) -> None:
        """Begin to sleep."""
        pipe = asyncio.subprocess.PIPE
        self._process = await asyncio.create_subprocess_exec(sys.executable, "-c", IDLE, stdin=pipe, stdout=pipe)

    async def stop(self) -> tuple[float, float]:
        """Return how late it woke, p50 and p99 in milliseconds."""
        output, _ = await self._process.communicate(b"")  # without input, Python 3.11 would leave its input open
        late = json.loads(output)
        return statistics.median(late) * 1000, percentile(late, 99) * 1000


async def sample_memory(pid: int, samples: MemorySamples, every_s: float = 1.0) -> None:
    """Note what a process holds until it ends or the task is cancelled."""
    began = time.monotonic()
    with contextlib.suppress(OSError):
        while True:
            samples.add(time.monotonic() - began, resident_mb(pid))
            await asyncio.sleep(every_s)
