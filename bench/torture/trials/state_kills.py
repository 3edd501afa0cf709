"""Kill what works on the state alone: an update of the tables, a backup, a restore, the yearly tidying, and writers."""

import random
import shutil
import tempfile
from collections import Counter
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from bench.torture.killing import NEVER, Ended, run_doomed
from bench.torture.trial import Budget, Findings
from bot.answering.withdrawals import LiveWithdrawals
from bot.operation.archive import unpack
from bot.state.models import Subject, Verdict, Vote
from bot.state.withdrawn_file import load_withdrawn
from bot.storage.database import Database
from bot.storage.migrating import migrate
from bot.storage.store import FILE, StoredState, default_url, open_state
from tests.integration.state.test_trouble import saved

_LANES = 2
"""Worked on at once, each in folders of its own: the machine has at least so many cores."""
_PERSON = 7
_OLD, _NEW = "old", "new"
Facts = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class StateKills:
    """Work on the state that is killed is done, or not begun; nothing of what was there is lost."""

    name: str = "state-kills"
    breaks: str = "an update of the tables, a backup, a restore, a tidying and two writers killed at each step"
    unit: str = "kills"
    full_s: float = 150
    short_s: float = 20
    least: int = 120

    def run(self, seed: int, budget: Budget) -> Findings:
        """Kill each kind of work in turn, in two lanes."""
        with tempfile.TemporaryDirectory(prefix="torture-state-") as folder:
            templates = Path(folder) / "templates"
            make_templates(templates)
            lanes = [_Lane(Path(folder) / f"lane-{lane}", templates, seed + lane) for lane in range(_LANES)]
            with ThreadPoolExecutor(_LANES) as pool:
                list(pool.map(lambda lane: lane.run(budget), lanes))
        found, killed = Findings(), Counter[str]()
        for lane in lanes:
            found.tried += lane.found.tried
            found.lost += lane.found.lost
            found.losses += lane.found.losses
            killed += lane.killed
        found.notes.append("killed: " + ", ".join(f"{name} {count}" for name, count in sorted(killed.items())))
        return found


TRIALS = (StateKills(),)


def make_templates(folder: Path) -> None:
    """Make a state of today (old), another one with its backup (new), and one of the first revision (past)."""
    folder.mkdir()
    for name in (_OLD, _NEW):
        with closing(open_state(folder / name, None, LiveWithdrawals())) as state:
            _fill(state, name)
    done = run_doomed(["bot", "backup", str(folder / "new.backup")], folder, {"KRATOM_STATE_DIR": str(folder / _NEW)})
    if done.status:
        raise RuntimeError(f"no backup could be made: {done.err}")
    shutil.copytree(folder / _OLD, folder / "past")
    (folder / "past" / FILE).unlink()
    with closing(Database(default_url(folder / "past"))) as database:
        migrate(database, "0001")
    with closing(Database(default_url(folder / "past"))) as database:
        database.write(lambda connection: connection.exec_driver_sql(_ENTRY))


_ENTRY = (
    "INSERT INTO withdrawn (subject_id, by_id, guild_id, at, reason) "
    "VALUES ('past', 5, NULL, '2026-11-22 10:00:00', 'wrong')"
)


def _fill(state: StoredState, name: str) -> None:
    state.withdrawals.withdraw(Subject(name), 5, 10, "wrong")
    state.feedback.give(_PERSON, "build", ["tea#one"], Vote(Verdict.HELPFUL if name == _OLD else Verdict.NOT_HELPFUL))
    state.overlay.save(f"{name}-tea", "forms", f"words of an article, {name}\n", 5, 10)


def facts_of(folder: Path) -> Facts:
    """Return what a program finds that opens a state; the copy of what is withdrawn can be read before it is mended."""
    load_withdrawn(folder)
    live = LiveWithdrawals()
    with closing(open_state(folder, None, live)) as state:
        vote = state.feedback.given(_PERSON, "build", "tea#one")
        return {
            "withdrawn": live.current(),
            "vote": vote.verdict.value if vote else "",
            "overlay": tuple(state.overlay.path(one).read_text("utf-8") for one in state.overlay.all()),
            "acts": len(state.audit.latest(1000)),
            "copied": load_withdrawn(folder),
        }


class _Lane:
    def __init__(self, folder: Path, templates: Path, seed: int) -> None:
        folder.mkdir()
        self._folder, self._templates, self._seed = folder, templates, seed
        self._dice = random.Random(seed)
        self.found = Findings()
        self.killed: Counter[str] = Counter()
        self._facts = {name: facts_of(templates / name) for name in (_OLD, _NEW)}
        self._most: dict[str, int] = {}

    def run(self, budget: Budget) -> None:
        works: dict[str, Callable[[str], Ended]] = {
            "update": self._update,
            "backup": self._backup,
            "restore": self._restore,
            "restore-resumed": self._restore_twice,
            "tidying": self._tidy,
            "writer": self._write,
        }
        number = 0
        while budget:
            name = list(works)[number % len(works)]
            number += 1
            at = f"seed {self._seed}, number {number}, {name}"
            for left in self._folder.iterdir():
                shutil.rmtree(left) if left.is_dir() else left.unlink()
            try:
                ended = works[name](at)
            except Exception as error:  # what cannot be opened any more is lost
                self.found.lose(f"{at}: {type(error).__name__}: {error}")
                continue
            if ended.was_killed:
                self.found.tried += 1
                self.killed[name] += 1
            elif ended.status:
                self.found.lose(f"{at}: ended with {ended.status}: {ended.err[-300:]}")

    def _place(self, template: str) -> Path:
        return Path(shutil.copytree(self._templates / template, self._folder / "state"))

    def _doom(self, name: str, *command: str) -> Ended:
        """Run a command until one of its steps; how many there are is learned by letting it run once."""
        fatal = self._dice.randrange(1, self._most[name] + 1) if name in self._most else NEVER
        env = {"KRATOM_STATE_DIR": str(self._folder / "state")}
        ended = run_doomed(command, self._folder, env, fatal=fatal)
        if not ended.was_killed:
            self._most[name] = ended.steps
        return ended

    def _update(self, at: str) -> Ended:
        folder = self._place("past")
        ended = self._doom("update", "bot", "state", "check")
        facts = facts_of(folder)
        self.found.check("past" in facts["withdrawn"].articles, f"{at}, {ended.last_words}: {facts}")  # type: ignore[attr-defined]
        return ended

    def _backup(self, at: str) -> Ended:
        folder, file = self._place(_OLD), self._folder / "made.backup"
        ended = self._doom("backup", "bot", "backup", str(file))
        self._same(folder, at, ended, _OLD)
        if file.exists():
            unpack(file.read_bytes())  # raises where it is half of one
        else:
            self.found.check(ended.was_killed, f"{at}: no file was written")
        return ended

    def _restore(self, at: str) -> Ended:
        folder = self._place(_OLD)
        ended = self._doom("restore", "bot", "restore", str(self._templates / "new.backup"))
        self._same(folder, at, ended, *((_OLD, _NEW) if ended.was_killed else (_NEW,)))
        return ended

    def _restore_twice(self, at: str) -> Ended:
        """Kill a restore, and kill what finishes it as well."""
        folder = self._place(_OLD)
        self._doom("restore", "bot", "restore", str(self._templates / "new.backup"))
        ended = self._doom("restore-resumed", "bot", "state", "check")
        self._same(folder, at, ended, _OLD, _NEW)
        return ended

    def _tidy(self, at: str) -> Ended:
        folder = self._place(_OLD)
        ended = self._doom("tidying", "bot", "state", "prune")
        self._same(folder, at, ended, _OLD)
        return ended

    def _write(self, at: str) -> Ended:
        """Kill a program that saves one thing after the other and says so."""
        state = self._folder / "state"
        fatal = self._dice.randrange(30, 600)
        ended = run_doomed(["tests.integration.state.writer", str(state), "w", "100000"], self._folder, {}, fatal=fatal)
        whole = ended.out.rpartition("\n")[0].split()
        lost = set(whole) - (saved(state) if whole else set())
        self.found.check(not lost, f"{at}: confirmed and gone: {sorted(lost)}")
        if state.exists():
            load_withdrawn(state)
            open_state(state, None, LiveWithdrawals()).close()
        return ended

    def _same(self, folder: Path, at: str, ended: Ended, *allowed: str) -> None:
        """Compare all that is kept with what may be: one of these states, and never half of each."""
        facts = facts_of(folder)
        known = [self._facts[name] for name in allowed]
        self.found.check(facts in known, f"{at}, {ended.last_words}: {facts} is none of {known}")
