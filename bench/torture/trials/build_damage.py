"""Damage every file of a build, one at a time: each has to be found, and nothing may be answered from it."""

import random
import shutil
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from bench.torture.damage import DAMAGES
from bench.torture.killing import run_doomed
from bench.torture.places import built_place
from bench.torture.served import look_at, settings_of
from bench.torture.trial import Budget, Findings
from bot.bootstrap import assemble
from index import artifact
from index.errors import VectorIndexError
from index.live_builds import CURRENT
from tests.e2e.bots import Place

_REBUILT_EVERY = 40


@dataclass(frozen=True, slots=True)
class BuildDamage:
    """A build with any damage is not answered from; one that is open already is answered from as before."""

    name: str = "build-damage"
    breaks: str = "every file of a build in turn: a flipped bit, a cut, other bytes, a removal"
    unit: str = "damages"
    full_s: float = 40
    short_s: float = 10
    least: int = 72

    def run(self, seed: int, budget: Budget) -> Findings:
        """Damage each file in each way, then begin again, until the time is over."""
        dice, found, files = random.Random(seed), Findings(), Counter[str]()
        with built_place() as place:
            build = artifact.current_build(place.index)
            names = [path.relative_to(place.index) for path in build.rglob("*") if path.is_file()] + [Path(CURRENT)]
            open_before = assemble(settings_of(place))
            cases: list[tuple[Path, str]] = []
            while budget or found.tried < len(names) * len(DAMAGES):
                if not cases:
                    cases = [(name, kind) for kind in DAMAGES for name in names]
                    dice.shuffle(cases)
                name, kind = cases.pop()
                at = f"seed {seed}, number {found.tried}, {kind} in {name}"
                self._damage(place, place.index / name, kind, dice, found, at, mend=found.tried % _REBUILT_EVERY == 39)
                files[name.name] += 1
                found.tried += 1
            still = open_before.shelf.current()
            found.check(still is not None and still.build_id == build.name, "an open build was let go of")
        found.notes.append(f"{len(files)} files, each damaged {min(files.values())} times or more; all were found")
        return found

    def _damage(
        self, place: Place, path: Path, kind: str, dice: random.Random, found: Findings, at: str, *, mend: bool
    ) -> None:
        before = path.read_bytes()
        DAMAGES[kind](path, dice)
        try:
            if path.exists() and path.read_bytes() == before:
                found.lose(f"{at}: nothing was damaged")
            elif path.name != CURRENT and _is_taken(path):
                found.lose(f"{at}: the damage was not found")
            served = look_at(place, indexed=False)
            found.check(served.build_id is None or path.name == CURRENT, f"{at}: it is answered from")
            found.check(served.fault or served.build_id, f"{at}: nobody is told")
            found.check(
                "index.rebuild" in served.fault or served.build_id, f"{at}: no next command in {served.fault!r}"
            )
            for wrong in served.wrong:
                found.lose(f"{at}: {wrong}")
            if mend:
                self._mend(place, found, at)
        finally:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(before)

    def _mend(self, place: Place, found: Findings, at: str) -> None:
        """What `make run` does before each start mends it."""
        kept = place.index.with_name("kept")
        shutil.copytree(place.index, kept)
        ended = run_doomed(["index.rebuild", "--if-needed", "--json"], place.root, place.env)
        found.check(ended.status == 0, f"{at}: not mended: {ended.out} {ended.err[-300:]}")
        for wrong in look_at(place).wrong:
            found.lose(f"{at}: after it was mended: {wrong}")
        shutil.rmtree(place.index)
        kept.rename(place.index)


TRIALS = (BuildDamage(),)


def _is_taken(path: Path) -> bool:
    """Tell whether a build with a damaged file can be opened."""
    build = next(parent for parent in path.parents if (parent.parent / CURRENT).exists())
    try:
        artifact.open_build(build)
    except VectorIndexError:
        return False
    return True
