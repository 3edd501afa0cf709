"""Sort the places for the picture of the law: which stand on the map of tiles, and which are listed beside it."""

from dataclasses import dataclass

from corpus.models import LegalStatus
from corpus.report.law import Law, Place
from corpus.state_tiles import STATE_TILES, TERRITORY_TILES, Tile

US_PREFIX = "US-"


@dataclass(frozen=True, slots=True)
class MapTile:
    """One tile and the record of its state; None: the corpus has no record of it."""

    tile: Tile
    place: Place | None


@dataclass(frozen=True, slots=True)
class StatusGroup:
    """The places of one status, by name."""

    status: LegalStatus
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class LocalGroup:
    """The cities and counties of one place; `parent` is None where the corpus has no record of that."""

    name: str
    parent: Place | None
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class LawMap:
    """Every place of the corpus, in exactly one of the four."""

    tiles: tuple[MapTile, ...]
    wide: tuple[Place, ...]
    countries: tuple[StatusGroup, ...]
    local: tuple[LocalGroup, ...]


def arrange(law: Law) -> LawMap:
    """Put each place where it is looked for; a territory gets a tile only if there is a record of it."""
    known = {tile.code for tile in (*STATE_TILES, *TERRITORY_TILES)}
    on_map: dict[str, Place] = {}
    countries, local, wide = [], [], []
    for place in law.places:
        code = (place.record.code or "").removeprefix(US_PREFIX)
        if (place.record.code or "").startswith(US_PREFIX) and code in known and code not in on_map:
            on_map[code] = place
        elif place.record.kind in {"country", "territory"}:
            countries.append(place)
        elif place.record.kind in {"city", "county"}:
            local.append(place)
        else:
            wide.append(place)
    tiles = (*STATE_TILES, *(tile for tile in TERRITORY_TILES if tile.code in on_map))
    return LawMap(
        tiles=tuple(MapTile(tile, on_map.get(tile.code)) for tile in tiles),
        wide=tuple(wide),
        countries=_by_status(countries),
        local=_by_parent(local, law),
    )


def _by_status(places: list[Place]) -> tuple[StatusGroup, ...]:
    groups = [
        StatusGroup(status, _by_name([place for place in places if place.record.status is status]))
        for status in LegalStatus
    ]
    return tuple(group for group in groups if group.places)


def _by_parent(places: list[Place], law: Law) -> tuple[LocalGroup, ...]:
    by_id = {place.record.id: place for place in law.places}
    groups: dict[str, list[Place]] = {}
    for place in places:
        groups.setdefault(place.record.parent or "", []).append(place)
    found = []
    for parent_id, of_parent in groups.items():
        parent = by_id.get(parent_id)
        found.append(
            LocalGroup(parent.record.name if parent else parent_id or "elsewhere", parent, _by_name(of_parent))
        )
    return tuple(sorted(found, key=lambda group: group.name))


def _by_name(places: list[Place]) -> tuple[Place, ...]:
    return tuple(sorted(places, key=lambda place: (place.record.name, place.record.id)))
