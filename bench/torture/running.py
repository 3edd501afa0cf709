"""Run trials, each in a process of its own, so that one that crashes or hangs is one that lost something."""

import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from bench.torture.killing import end_session
from bench.torture.trial import Findings, Trial

ROOT = Path(__file__).resolve().parents[2]
_MORE_TIME_S = 300
"""What a trial may take beyond its budget: it looks at the time between its steps, and a step can be slow."""
_ROOM_BYTES = 4 << 30


class Form(StrEnum):
    """How much is tried."""

    FULL = "full"
    SHORT = "short"


@dataclass(frozen=True, slots=True)
class Outcome:
    """A trial, what it found, and how long it took."""

    trial: Trial
    findings: Findings
    seconds: float


def seconds_of(trial: Trial, form: Form, times: float) -> float:
    """Return the budget of a trial."""
    return (trial.full_s if form is Form.FULL else trial.short_s) * times


def run_trials(
    trials: Sequence[Trial], *, seed: int, form: Form, times: float, told: Callable[[Outcome], object]
) -> list[Outcome]:
    """Run trials one after the other and return what came of them; those without a budget in this form are left out."""
    with tempfile.TemporaryDirectory(prefix="torture-", dir=quick_folder()) as folder:
        env = {**os.environ, "TMPDIR": folder}
        outcomes = []
        for trial in trials:
            if seconds_of(trial, form, times):
                outcomes.append(_run_in(trial, env, seed, form, times))
                told(outcomes[-1])
        return outcomes


def quick_folder() -> str | None:
    """Return a folder in memory where there is one with room: killed processes leave the same files on any disk."""
    memory = Path("/dev/shm")
    return str(memory) if memory.is_dir() and shutil.disk_usage(memory).free > _ROOM_BYTES else None


def _run_in(trial: Trial, env: Mapping[str, str], seed: int, form: Form, times: float) -> Outcome:
    outcome = _run(trial, env, seed, seconds_of(trial, form, times))
    if form is Form.FULL and times >= 1 and outcome.findings.tried < trial.least:
        outcome.findings.lose(f"tried {outcome.findings.tried} {trial.unit}, fewer than the {trial.least} wanted")
    return outcome


def _run(trial: Trial, env: Mapping[str, str], seed: int, seconds: float) -> Outcome:
    started = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "findings.json"
        command = [sys.executable, "-m", "bench.torture.one", trial.name, str(seed), str(seconds), str(file)]
        process = subprocess.Popen(command, cwd=ROOT, env=env, start_new_session=True)
        try:
            status = process.wait(seconds + _MORE_TIME_S)
            findings = _read(file, f"it ended with status {status}")
        except subprocess.TimeoutExpired:
            findings = _read(file, f"it did not end within {seconds + _MORE_TIME_S:.0f} s")
        finally:
            end_session(process)
    return Outcome(trial, findings, time.monotonic() - started)


def _read(file: Path, otherwise: str) -> Findings:
    try:
        return Findings(**json.loads(file.read_text("utf-8")))
    except OSError:
        return Findings(tried=1, lost=1, losses=[f"the trial told nothing: {otherwise}"])
