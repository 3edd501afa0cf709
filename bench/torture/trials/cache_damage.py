"""Damage what a rebuild keeps for the next one: vectors, the encoder, what was learned. It may not go into a build."""

import random
import shutil
from dataclasses import dataclass

import numpy as np

from bench.torture.damage import DAMAGES
from bench.torture.killing import run_doomed
from bench.torture.places import built_place
from bench.torture.served import look_at
from bench.torture.trial import Budget, Findings
from index import artifact
from index.embedder import Vectors
from tests.e2e.bots import Place

_NEEDS_THE_MODEL = "exact-"
"""Where the export in full precision is damaged, the model itself encodes: no other build, but a slow one."""

_NOT_REPEATED = ("lexical/", artifact.VECTORS)
"""The words stand in another order each time and take nothing from the cache; vectors are compared as numbers."""
_NEAR = 1e-3
"""What encodes differs between a first rebuild (the model) and later ones (its export), by less than this."""


@dataclass(frozen=True, slots=True)
class CacheDamage:
    """A rebuild from a damaged cache makes the build that it makes from a whole one."""

    name: str = "cache-damage"
    breaks: str = "what rebuilds keep (vectors, encoder, what was learned), damaged before a rebuild with --force"
    unit: str = "damages"
    full_s: float = 40
    short_s: float = 0
    least: int = 5

    def run(self, seed: int, budget: Budget) -> Findings:
        """Damage one file each time, rebuild, and compare with the build made before."""
        dice, found = random.Random(seed), Findings()
        with built_place() as place:
            cache, kept = place.index / ".cache", place.root / "kept-cache"
            shutil.copytree(cache, kept)
            expected, vectors = _files(place), _vectors(place)
            names = sorted(path.relative_to(cache) for path in cache.rglob("*") if path.is_file())
            names = [name for name in names if not name.parts[0].startswith(_NEEDS_THE_MODEL)]
            while budget:
                name, kind = dice.choice(names), dice.choice(list(DAMAGES))
                at = f"seed {seed}, number {found.tried}, {kind} in {name}"
                DAMAGES[kind](cache / name, dice)
                ended = run_doomed(["index.rebuild", "--force", "--strict"], place.root, place.env)
                found.tried += 1
                found.check(ended.status == 0, f"{at}: the rebuild ended with {ended.status}: {ended.err[-300:]}")
                differing = sorted(one for one, sha256 in _files(place).items() if sha256 != expected.get(one))
                found.check(not differing, f"{at}: the build differs in {differing}")
                near = np.allclose(_vectors(place), vectors, rtol=0, atol=_NEAR)
                found.check(near, f"{at}: the vectors of the build are others")
                for wrong in look_at(place).wrong:
                    found.lose(f"{at}: {wrong}")
                shutil.rmtree(cache)
                shutil.copytree(kept, cache)
        return found


TRIALS = (CacheDamage(),)


def _files(place: Place) -> dict[str, str]:
    manifest = artifact.read_manifest(artifact.current_build(place.index))
    return {name: info.sha256 for name, info in manifest.files.items() if not name.startswith(_NOT_REPEATED)}


def _vectors(place: Place) -> Vectors:
    store = artifact.open_build(artifact.current_build(place.index)).store
    return store.vectors(range(store.count))
