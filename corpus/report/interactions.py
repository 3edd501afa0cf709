"""Group the interactions by their level and by what they rest on."""

from dataclasses import dataclass

from corpus.loader import LoadedCorpus
from corpus.models import InteractionLevel


@dataclass(frozen=True, slots=True)
class Basis:
    """The interactions of one level that rest on the same thing, by name."""

    rests_on: str
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Level:
    """One level of interaction and what its classes rest on, the most frequent first."""

    level: InteractionLevel
    bases: tuple[Basis, ...]

    @property
    def number(self) -> int:
        """Return the number of interactions of the level."""
        return sum(len(basis.names) for basis in self.bases)


def count_levels(loaded: LoadedCorpus) -> tuple[Level, ...]:
    """Return every level, those without interactions included, from the worst known to the least known."""
    return tuple(_level(loaded, level) for level in InteractionLevel)


def _level(loaded: LoadedCorpus, level: InteractionLevel) -> Level:
    found: dict[str, list[str]] = {}
    for record in loaded.corpus.interactions:
        if record.level is level:
            found.setdefault(record.rests_on, []).append(record.name)
    bases = [Basis(rests_on, tuple(sorted(names, key=str.casefold))) for rests_on, names in found.items()]
    return Level(level, tuple(sorted(bases, key=lambda basis: (-len(basis.names), basis.rests_on))))
