"""Ask for minutes at a steady rate while moderators work and the bot is restarted: see `bench.soak`."""

import asyncio
from dataclasses import dataclass

from bench.soak.soaking import Report, Soak
from bench.torture.places import built_place
from bench.torture.trial import Budget, Findings

_PREPARING_S = 30
_LONG_S = 300
"""From so long a soak on, memory is judged; a shorter one tells nothing about it."""
_RATE = 50.0
_SHORT_RATE = 15.0


@dataclass(frozen=True, slots=True)
class SoakTrial:
    """Nothing is answered wrong, half new, without notices or not at all."""

    name: str = "soak"
    breaks: str = "questions at a steady rate with reloads, rollbacks, withdrawals and restarts in between"
    unit: str = "questions"
    full_s: float = 300
    short_s: float = 60
    least: int = 5000

    def run(self, seed: int, budget: Budget) -> Findings:
        """Soak once."""
        long = budget.seconds >= _LONG_S
        with built_place() as place:
            seconds = max(25.0, budget.left_s - _PREPARING_S)
            soak = Soak(place, seconds, _RATE if long else _SHORT_RATE, seed, strict=False, told=lambda _: None)
            report = asyncio.run(soak.run())
        found = _findings(report)
        if long and report.slope is not None:
            found.check(report.slope.is_flat, f"memory grew by {report.slope.mb_a_minute:.2f} MB a minute")
        return found


TRIALS = (SoakTrial(),)


def _findings(report: Report) -> Findings:
    counts = report.verdicts.counts
    found = Findings(tried=counts["asked"], losses=[*report.losses, *report.verdicts.faults])
    found.lost = sum(counts[kind] for kind in ("wrong", "lost", "bare", "pings"))
    found.lost += len(report.failed_acts) + len(report.violations) + report.tracebacks
    acts = ", ".join(f"{name} {count}" for name, count in sorted(report.acts.items()))
    found.notes.append(
        f"{report.rate:.0f} a second for {report.seconds:.0f} s; {counts['busy']} told to ask again; {acts}"
    )
    found.notes.append(
        f"event loop late by at most {report.delay.percentile_ms(99):.0f} ms (p99); "
        f"a process that only sleeps: {report.idle_ms[1]:.0f} ms"
    )
    if report.slope is not None:
        found.notes.append(f"memory {report.slope.mb_a_minute:+.2f} ± {report.slope.uncertainty:.2f} MB a minute")
    return found
