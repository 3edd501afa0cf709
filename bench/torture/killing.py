"""Run a command of the program and kill it with SIGKILL, at one of its steps on the disk or after a time."""

import os
import signal
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
DOOM = Path(__file__).resolve().parent / "doom"
NEVER = 1_000_000_000
"""A step that is never reached, to count how many there are."""
_WITHIN_S = 120


@dataclass(frozen=True, slots=True)
class Ended:
    """How a command ended: its status (negative: a signal), the steps on the disk it came to, and what it said."""

    status: int
    steps: int
    out: str
    err: str

    @property
    def was_killed(self) -> bool:
        """Tell whether it was killed before it came to its end."""
        return self.status == -signal.SIGKILL

    @property
    def last_words(self) -> str:
        """Return at which step it was killed."""
        lines = [line for line in self.err.splitlines() if line.startswith("killed before")]
        return lines[-1] if lines else "killed by the clock"


def doomed_environment(under: Path, steps: Path, env: Mapping[str, str]) -> dict[str, str]:
    """Return an environment in which Python processes kill themselves once `arm` says at which step."""
    paths = os.pathsep.join((str(DOOM), str(ROOT)))
    extra = {"TORTURE_UNDER": str(under), "TORTURE_STEPS": str(steps), "PYTHONPATH": paths, "OMP_NUM_THREADS": "1"}
    return {**os.environ, **env, **extra}


def arm(steps: Path, fatal: int) -> None:
    """Begin to count steps; the process that comes to number `fatal` dies before it."""
    new = steps.with_name(f"{steps.name}.new")
    new.write_text(f"{fatal}\n")
    new.replace(steps)


def disarm(steps: Path) -> int:
    """Stop counting and return how many steps there were."""
    done = len(steps.read_bytes().partition(b"\n")[2])
    steps.unlink()
    return done


def run_doomed(
    command: Sequence[str],
    folder: Path,
    env: Mapping[str, str],
    *,
    fatal: int = NEVER,
    after_s: float | None = None,
    stdin: bytes | None = None,
) -> Ended:
    """Run `python -m COMMAND` in a folder; it dies at step `fatal` below that folder, or after a time."""
    steps = folder / ".torture-steps"
    arm(steps, fatal)
    process = subprocess.Popen(
        [sys.executable, "-m", *command],
        cwd=folder,
        env=doomed_environment(folder, steps, env),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )
    try:
        out, err = process.communicate(stdin, timeout=_WITHIN_S if after_s is None else after_s)
    except subprocess.TimeoutExpired:
        _kill_session(process.pid)
        out, err = process.communicate()
    _kill_session(process.pid)  # what it had started dies as well, as when the power fails
    return Ended(process.returncode, disarm(steps), out.decode(errors="replace"), err.decode(errors="replace"))


def _kill_session(leader: int) -> None:
    try:
        os.killpg(leader, signal.SIGKILL)
    except ProcessLookupError:
        return
