"""Send what strangers could: to everything that reads it, by the million, some led by what of the code they reach."""

import time
from collections import Counter
from dataclasses import dataclass

from bench.hostile import guided
from bench.hostile.campaign import Ground, plan, run
from bench.torture.places import built_place
from bench.torture.trial import Budget, Findings

_A_SECOND = 1_760
"""Cases for each second of the budget: on two cores that leaves time for the quick and the slow."""


@dataclass(frozen=True, slots=True)
class HostileInput:
    """No case crashes anything, pings, hides a link, lacks a notice, or puts words of a question into the log."""

    name: str = "hostile-input"
    breaks: str = "made-up articles, imports, builds, custom_ids, receipts, settings, follow-ups, interactions"
    unit: str = "cases"
    full_s: float = 480
    short_s: float = 60
    least: int = 1_000_000

    def run(self, seed: int, budget: Budget) -> Findings:
        """Try as many cases as belong to the budget, and end in time."""
        found, by_target, led = Findings(), Counter[str](), 0
        with built_place() as place:
            ground = Ground(place.index, place.corpus, time.time() + 1.2 * budget.left_s)
            jobs = plan(
                int(budget.seconds * _A_SECOND), with_guide=guided.is_available() and budget.seconds > self.short_s
            )
            for job, tally in run(jobs, seed, ground):
                found.tried += tally.cases
                found.lost += tally.broken
                found.losses += tally.findings
                by_target[job.target] += tally.cases
                led += tally.cases if job.is_guided else 0
        found.notes.append("; ".join(f"{name} {count:,}" for name, count in by_target.most_common()))
        found.notes.append(
            f"{led:,} cases were led by the code they reached (atheris)"
            if led
            else "none was led by the code (no atheris)"
        )
        return found


TRIALS = (HostileInput(),)
