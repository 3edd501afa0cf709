"""Kill `python -m index.rebuild` at each of its steps on the disk, and at random moments; look what is served then."""

import random
from dataclasses import dataclass

from bench.torture.killing import NEVER, Ended, run_doomed
from bench.torture.places import built_place, change_corpus
from bench.torture.served import look_at
from bench.torture.trial import Budget, Findings
from tests.e2e.bots import Place

_WAYS = ("--json", "--force")
"""A rebuild of changed text, and one that writes anew what is there."""
_MOST_STEPS = 150
_AT_ANY_MOMENT = 0.25
"""The share that is killed by the clock: also between two steps, such as in the middle of a file."""
_FINISHED_AFTER = 6
"""After so many kills a rebuild is let come to its end: what they left behind must not keep it from that."""


@dataclass(frozen=True, slots=True)
class RebuildKills:
    """A rebuild that is killed leaves the build live that was, or the new one, whole."""

    name: str = "rebuild-kills"
    breaks: str = "a rebuild (of changed text, with --force) killed at each of its steps on the disk, and at any moment"
    unit: str = "kills"
    full_s: float = 160
    short_s: float = 20
    least: int = 40

    def run(self, seed: int, budget: Budget) -> Findings:
        """Kill rebuilds one after the other in one place."""
        dice, found = random.Random(seed), Findings()
        steps = _every_step(dice)
        reached: set[tuple[str, int]] = set()
        with built_place() as place:
            while budget:
                at = f"seed {seed}, number {found.tried}"
                change_corpus(place, dice.randrange(1, 1000))
                if dice.random() < _AT_ANY_MOMENT:
                    _look(place, found, _rebuild(place, dice.choice(_WAYS), after_s=dice.uniform(0.3, 2.5)), at)
                    continue
                steps = steps or _every_step(dice)
                way, step = steps.pop()
                ended = _rebuild(place, way, fatal=step)
                _look(place, found, ended, f"{at}, {way}")
                if ended.was_killed:
                    reached.add((way, step))
                else:
                    steps = [(one, number) for one, number in steps if one != way or number <= ended.steps]
        found.notes.append(f"{len(reached)} different steps of a rebuild were its last")
        return found


TRIALS = (RebuildKills(),)


def _every_step(dice: random.Random) -> list[tuple[str, int]]:
    every = [(way, step) for way in _WAYS for step in range(1, _MOST_STEPS + 1)]
    dice.shuffle(every)
    return every


def _rebuild(place: Place, way: str, *, fatal: int = NEVER, after_s: float | None = None) -> Ended:
    command = ["index.rebuild", "--strict", "--keep", "3", way]
    return run_doomed(command, place.root, place.env, fatal=fatal, after_s=after_s)


def _look(place: Place, found: Findings, ended: Ended, at: str) -> None:
    """Look what is served after a rebuild; where it was killed, that is one more kill."""
    if not ended.was_killed:
        found.check(ended.status == 0, f"{at}: a rebuild ended with {ended.status}: {ended.err[-300:]}")
    else:
        found.tried += 1
        at += f", {ended.last_words}"
    wrong = look_at(place).wrong
    for one in wrong:
        found.lose(f"{at}: {one}")
    if ended.was_killed and (wrong or found.tried % _FINISHED_AFTER == 0):
        _finish(place, found, at)


def _finish(place: Place, found: Findings, at: str) -> None:
    """Rebuild to the end: what was left half done must be no hindrance, and must not stay."""
    ended = _rebuild(place, "--json")
    found.check(ended.status == 0, f"{at}: no rebuild after kills: {ended.out[-300:]} {ended.err[-300:]}")
    for wrong in look_at(place).wrong:
        found.lose(f"{at}: after a whole rebuild: {wrong}")
    left_over = [path.name for path in place.index.glob(".building-*")]
    found.check(not left_over, f"{at}: a whole rebuild left {left_over} behind")
