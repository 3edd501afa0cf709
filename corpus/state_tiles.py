"""Where each US state stands on a map of equal tiles, so that small states are seen as well as large ones.

Positions only, no drawing: whatever draws the map, a page or an image, takes them from here. The arrangement of the
50 states and DC is the one that NPR made known (`us_state_grid2` of the R package geofacet holds the same); the
territories stand in places that it leaves empty: https://hafen.github.io/geofacet/rd.html#us-state-grid-2
"""

from dataclasses import dataclass

_STATES = """
AK .. .. .. .. .. .. .. .. .. ME
.. .. .. .. .. WI .. .. .. VT NH
WA ID MT ND MN IL MI .. NY MA ..
OR NV WY SD IA IN OH PA NJ CT RI
CA UT CO NE MO KY WV VA MD DE ..
.. AZ NM KS AR TN NC SC DC .. ..
.. .. .. OK LA MS AL GA .. .. ..
HI .. .. TX .. .. .. .. FL .. ..
"""
_TERRITORIES = """
.. .. .. .. .. .. .. .. .. .. ..
.. .. .. .. .. .. .. .. .. .. ..
.. .. .. .. .. .. .. .. .. .. ..
.. .. .. .. .. .. .. .. .. .. ..
.. .. .. .. .. .. .. .. .. .. ..
.. .. .. .. .. .. .. .. .. .. ..
MP .. .. .. .. .. .. .. .. .. ..
.. AS GU .. .. .. .. .. .. PR VI
"""


@dataclass(frozen=True, slots=True)
class Tile:
    """One place of the map: its two-letter postal code, its column from the west and row from the north, from 0."""

    code: str
    column: int
    row: int


def _read(drawn: str) -> tuple[Tile, ...]:
    rows = [line.split() for line in drawn.strip().splitlines()]
    return tuple(
        Tile(code, column, row) for row, codes in enumerate(rows) for column, code in enumerate(codes) if code != ".."
    )


STATE_TILES = _read(_STATES)
"""The 50 states and the District of Columbia, row by row."""
TERRITORY_TILES = _read(_TERRITORIES)
"""The inhabited territories; draw those that there is something to say about."""

COLUMNS = 11
ROWS = 8
