"""So many cases over all targets, on every core: the plan, and what came of it."""

import multiprocessing
import os
import time
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor, as_completed
from dataclasses import dataclass
from pathlib import Path

from bench.hostile import guided
from bench.hostile.catalogue import SHARES, target_named
from bench.hostile.plain import Tally, attack

_GUIDED_SHARE = 0.2
_FIRST = "whole interactions"
"""It takes longest, so that no core waits for it in the end."""


@dataclass(frozen=True, slots=True)
class Job:
    """So many cases of one target by one engine."""

    target: str
    cases: int
    is_guided: bool


def plan(cases: int, *, with_guide: bool) -> list[Job]:
    """Return who tries what: by the targets' shares, each at least 20; a fifth guided where that can be."""
    total = sum(SHARES.values())
    jobs = []
    for name, share in SHARES.items():
        wanted = max(20, -(-cases * share // total))
        led = int(wanted * _GUIDED_SHARE) if with_guide and name in guided.GUIDED else 0
        jobs.append(Job(name, wanted - led, False))
        jobs += [Job(name, led, True)] if led else []
    return sorted(jobs, key=lambda job: (job.is_guided, job.target != _FIRST, -job.cases))


@dataclass(frozen=True, slots=True)
class Ground:
    """What is attacked with: a folder of builds, and the corpus they are of; and until when (`time.time`)."""

    index_dir: Path
    corpus_dir: Path
    until: float


def run(jobs: list[Job], seed: int, ground: Ground, workers: int | None = None) -> Iterator[tuple[Job, Tally]]:
    """Do the jobs and yield what came of each as it ends; no case is begun past the ground's time."""
    os.environ["OMP_NUM_THREADS"] = "1"
    with ProcessPoolExecutor(workers or os.cpu_count() or 1, mp_context=multiprocessing.get_context("spawn")) as pool:
        waiting = {pool.submit(do, job, seed, ground): job for job in jobs}
        for done in as_completed(waiting):
            yield waiting[done], done.result()


def do(job: Job, seed: int, ground: Ground) -> Tally:
    """Do one job in this process; what keeps a target from being made ready counts as broken."""
    started = time.monotonic()
    try:
        if job.is_guided:
            tally = guided.attack_guided(job.target, seed, job.cases, max(1.0, ground.until - time.time()))
        else:
            with target_named(job.target, ground.index_dir, ground.corpus_dir) as target:
                tally = attack(target, seed, job.cases, lambda: time.time() < ground.until)
    except Exception as error:
        tally = Tally(job.target, broken=1, findings=[f"{job.target}: not tried, {type(error).__name__}: {error}"])
    tally.seconds = time.monotonic() - started
    return tally
