"""Take away what every program needs: room on the disk, the right to write, file descriptors, a true clock."""

import os
import random
import resource
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from bench.torture.killing import ROOT
from bench.torture.places import built_place, change_corpus
from bench.torture.served import look_at, settings_of
from bench.torture.trial import Budget, Findings
from bot.answering.models import Outcome, Question
from bot.answering.withdrawals import LiveWithdrawals
from bot.bootstrap import assemble
from bot.operation.archive import unpack
from bot.state.errors import StateError
from bot.state.models import GuildSettings, Subject
from bot.storage.store import StoredState, open_state
from tests.e2e.bots import Place

_BUSY = 69


@dataclass(frozen=True, slots=True)
class DiskFull:
    """Where there is no room, nothing is half written: an act is saved, or whoever did it is told that it is not."""

    name: str = "disk-full"
    breaks: str = "rebuilds, backups and acts of moderators with room for a part of what they write, and read-only"
    unit: str = "tries"
    full_s: float = 45
    short_s: float = 12
    least: int = 12

    def run(self, seed: int, budget: Budget) -> Findings:
        """Limit what a program may write, to the byte, and look what is there afterwards."""
        dice, found = random.Random(seed), Findings()
        with built_place() as place:
            works = (_rebuild_without_room, _back_up_without_room, _act_without_room)
            while budget:
                works[found.tried % len(works)](place, dice, found, f"seed {seed}, number {found.tried}")
                found.tried += 1
            _read_only(place, found)
        return found


@dataclass(frozen=True, slots=True)
class Descriptors:
    """A program without file descriptors says so and ends, or goes on; what is on the disk stays whole."""

    name: str = "descriptors"
    breaks: str = "answering, rebuilding and keeping state with almost no file descriptors"
    unit: str = "tries"
    full_s: float = 30
    short_s: float = 8
    least: int = 8

    def run(self, seed: int, budget: Budget) -> Findings:
        """Give programs few descriptors, one more each time."""
        dice, found = random.Random(seed), Findings()
        with built_place() as place:
            while budget:
                most = dice.randrange(6, 40)
                at = f"seed {seed}, number {found.tried}, {most} descriptors"
                command = dice.choice(
                    (
                        ["bot", "ask", "--json", "--", "i want to kill myself"],
                        ["index.rebuild", "--force"],
                        ["bot", "state", "check"],
                    )
                )
                done = _limited(place, command, resource.RLIMIT_NOFILE, most)
                found.check(done.returncode >= 0, f"{at}: {command} died of signal {-done.returncode}")
                found.tried += 1
                for wrong in look_at(place).wrong:
                    found.lose(f"{at}: {wrong}")
        return found


@dataclass(frozen=True, slots=True)
class ClockJumps:
    """Whatever the clock says, nothing withdrawn comes back, no setting goes, and every reply has its notices."""

    name: str = "clock-jumps"
    breaks: str = "the clock set forth and back by up to decades, between questions, acts and tidyings"
    unit: str = "jumps"
    full_s: float = 15
    short_s: float = 4
    least: int = 200

    def run(self, seed: int, budget: Budget) -> Findings:
        """Jump, ask, act and tidy."""
        dice, found = random.Random(seed), Findings()
        with built_place() as place:
            assembly = assemble(settings_of(place))
            refused = 0
            clock = [datetime(2026, 11, 23)]
            state = open_state(place.state, None, assembly.withdrawals, lambda: clock[0])
            state.guilds.change(1, 1, lambda _before: GuildSettings(private_by_default=True))
            state.withdrawals.withdraw(Subject("depression"), 1, None, "")
            while budget:
                clock[0] = datetime(dice.randrange(1970, 2107), dice.randrange(1, 13), dice.randrange(1, 29))
                at = f"seed {seed}, number {found.tried}, {clock[0]:%Y-%m-%d}"
                found.tried += 1
                try:
                    state.withdrawals.withdraw(Subject(f"a-{found.tried % 7}"), 1, None, "")
                    state.withdrawals.refresh()
                except (StateError, ValueError, OverflowError) as error:
                    found.lose(f"{at}: {error!r}")
                try:
                    state.prune(clock[0].date())
                except StateError:  # the audit log goes by the clock of the database, and lets nothing go too soon
                    refused += 1
                found.check("depression" in assembly.withdrawals.current().articles, f"{at}: a withdrawal is gone")
                found.check(state.guilds.get(1).private_by_default, f"{at}: a setting is gone")
                answer = assembly.service.answer(Question(("can kratom hurt the liver",), clock[0].date()))
                found.check(answer.outcome is Outcome.ANSWERED, f"{at}: {answer.outcome}")
            state.close()
        found.notes.append(f"the audit log refused to be tidied too soon {refused} times")
        return found


@dataclass(frozen=True, slots=True)
class TwoAtOnce:
    """Two programs on one folder: one waits or is told to, and what is served is whole at every moment."""

    name: str = "two-at-once"
    breaks: str = "two rebuilds, and a rebuild beside one who asks, on one folder at the same time"
    unit: str = "pairs"
    full_s: float = 30
    short_s: float = 8
    least: int = 5

    def run(self, seed: int, budget: Budget) -> Findings:
        """Start two rebuilds of different corpora, and ask meanwhile."""
        dice, found = random.Random(seed), Findings()
        busy = 0
        with built_place() as place:
            while budget:
                at = f"seed {seed}, number {found.tried}"
                change_corpus(place, dice.randrange(1, 1000))
                pair = [_start(place, ["index.rebuild", "--keep", "2"]) for _ in range(2)]
                while any(one.poll() is None for one in pair):
                    for wrong in look_at(place).wrong:
                        found.lose(f"{at}: meanwhile: {wrong}")
                ends = [one.communicate()[1] and one.returncode for one in pair]
                statuses = sorted(one.returncode for one in pair)
                busy += _BUSY in statuses
                found.check(statuses in ([0, 0], [0, _BUSY]), f"{at}: they ended with {statuses}: {ends}")
                for wrong in look_at(place).wrong:
                    found.lose(f"{at}: afterwards: {wrong}")
                found.tried += 1
        found.notes.append(f"one of two was told to wait {busy} times")
        return found


TRIALS = (DiskFull(), Descriptors(), ClockJumps(), TwoAtOnce())


def _environment(place: Place) -> dict[str, str]:
    return {**os.environ, **place.env, "OMP_NUM_THREADS": "1", "PYTHONPATH": str(ROOT)}


def _start(place: Place, command: list[str], limit: Callable[[], None] | None = None) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        [sys.executable, "-m", *command],
        cwd=place.root,
        env=_environment(place),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        preexec_fn=limit,
    )


def _limited(place: Place, command: list[str], what: int, most: int) -> "subprocess.CompletedProcess[str]":
    """Run a command with a limit of the system on it."""
    process = _start(place, command, lambda: resource.setrlimit(what, (most, most)))
    out, err = process.communicate(timeout=120)
    return subprocess.CompletedProcess(command, process.returncode, out, err)


def _rebuild_without_room(place: Place, dice: random.Random, found: Findings, at: str) -> None:
    change_corpus(place, dice.randrange(1, 1000))
    before = look_at(place).build_id
    most = dice.choice((0, 100, 5_000, 60_000, 400_000, 5_000_000, 20_000_000))
    done = _limited(place, ["index.rebuild"], resource.RLIMIT_FSIZE, most)
    at += f", a rebuild with files up to {most} bytes"
    served = look_at(place)
    for wrong in served.wrong:
        found.lose(f"{at}: {wrong}")
    if done.returncode == 0:
        return
    found.check(done.returncode == _BUSY, f"{at}: it ended with {done.returncode}: {done.stderr[-300:]}")
    found.check("live build is as before" in done.stderr, f"{at}: it says {done.stderr[-300:]}")
    found.check(served.build_id == before, f"{at}: {served.build_id} is live, and not {before}")


def _back_up_without_room(place: Place, dice: random.Random, found: Findings, at: str) -> None:
    with _state(place) as state:
        state.withdrawals.withdraw(Subject("elsewhere"), 1, None, "")
    file = place.root / "made.backup"
    file.unlink(missing_ok=True)
    most = dice.choice((0, 1000, 8_000, 50_000, 200_000))
    done = _limited(place, ["bot", "backup", str(file)], resource.RLIMIT_FSIZE, most)
    at += f", a backup with files up to {most} bytes"
    if file.exists():
        unpack(file.read_bytes())
    else:
        found.check(done.returncode == 1, f"{at}: no file, and status {done.returncode}: {done.stderr[-300:]}")
    found.check("Traceback" not in done.stderr, f"{at}: {done.stderr[-300:]}")


_ACT = """\
import sys
from pathlib import Path
from bot.answering.withdrawals import LiveWithdrawals
from bot.state.errors import StateError
from bot.state.models import Subject
from bot.storage.store import StoredState, open_state
try:
    state = open_state(Path(sys.argv[1]), None, LiveWithdrawals())
    for number in range(40):
        state.withdrawals.withdraw(Subject(f"full-{sys.argv[2]}-{number}"), 1, None, "words " * 20)
        print(f"full-{sys.argv[2]}-{number}", flush=True)
except StateError as error:
    print(error, file=sys.stderr)
    sys.exit(3)
"""


def _act_without_room(place: Place, dice: random.Random, found: Findings, at: str) -> None:
    with _state(place):
        pass
    script = place.root / "act.py"
    script.write_text(_ACT, "utf-8")
    most = dice.choice((0, 4_096, 60_000, 90_000, 150_000))
    process = subprocess.run(
        [sys.executable, str(script), str(place.state), str(found.tried)],
        cwd=ROOT,
        env=_environment(place),
        capture_output=True,
        text=True,
        check=False,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (most, most)),
    )
    at += f", acts with files up to {most} bytes"
    found.check(process.returncode in (0, 3), f"{at}: status {process.returncode}: {process.stderr[-300:]}")
    live = LiveWithdrawals()
    open_state(place.state, None, live).close()
    lost = set(process.stdout.split()) - live.current().articles
    found.check(not lost, f"{at}: confirmed and gone: {sorted(lost)}")


@contextmanager
def _state(place: Place) -> Iterator[StoredState]:
    state = open_state(place.state, None, LiveWithdrawals())
    try:
        yield state
    finally:
        state.close()


def _read_only(place: Place, found: Findings) -> None:
    """Mount a copy read-only, where the system lets us: it is answered from, and a rebuild says why it cannot."""
    folder = Path(tempfile.mkdtemp(prefix="torture-ro-"))
    mounts = (["mount", "--bind", str(place.root), str(folder)], ["mount", "-o", "remount,ro,bind", str(folder)])
    try:
        for mount in mounts:
            if shutil.which("mount") is None or subprocess.run(mount, capture_output=True, check=False).returncode:
                found.notes.append("nothing could be mounted read-only here (that needs root)")
                return
        there = Place(folder)
        for wrong in look_at(there).wrong:
            found.lose(f"read-only: {wrong}")
        change_corpus(place, 5)
        done = _limited(there, ["index.rebuild"], resource.RLIMIT_CORE, 0)
        found.check(
            done.returncode == _BUSY, f"read-only: a rebuild ended with {done.returncode}: {done.stderr[-300:]}"
        )
        assembly = assemble(settings_of(there))
        assembly.open_state()
        found.check(assembly.state.fault, "read-only: the state is said to be writable")
        found.tried += 3
    finally:
        with suppress(OSError):
            subprocess.run(["umount", str(folder)], capture_output=True, check=False)
            folder.rmdir()
