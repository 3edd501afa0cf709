"""The map of tiles: every state once, no two in one place, and the coasts where they belong."""

from corpus.loader import CORPUS_DIR, load_corpus
from corpus.state_tiles import COLUMNS, ROWS, STATE_TILES, TERRITORY_TILES

ALL = (*STATE_TILES, *TERRITORY_TILES)
POSTAL_CODES = set(
    "AL AK AZ AR CA CO CT DE DC FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR"
    " PA RI SC SD TN TX UT VT VA WA WV WI WY".split()
)


def test_every_state_and_dc_has_exactly_one_tile() -> None:
    assert len(STATE_TILES) == 51
    assert {tile.code for tile in STATE_TILES} == POSTAL_CODES


def test_the_five_inhabited_territories_have_one_tile_each() -> None:
    assert sorted(tile.code for tile in TERRITORY_TILES) == ["AS", "GU", "MP", "PR", "VI"]


def test_no_two_tiles_share_a_place() -> None:
    assert len({(tile.column, tile.row) for tile in ALL}) == len(ALL)


def test_all_tiles_lie_on_the_map_and_reach_its_edges() -> None:
    assert {tile.column for tile in ALL} == set(range(COLUMNS))
    assert {tile.row for tile in ALL} == set(range(ROWS))


def test_neighbours_lie_on_the_right_side_of_each_other() -> None:
    at = {tile.code: tile for tile in ALL}

    assert at["CA"].column < at["NV"].column < at["CO"].column < at["VA"].column
    assert at["WA"].row < at["OR"].row < at["CA"].row
    assert (at["ME"].row, at["ME"].column) < (at["FL"].row, at["ME"].column + 1)
    assert at["ND"].row < at["SD"].row < at["NE"].row < at["KS"].row < at["OK"].row < at["TX"].row


def test_every_us_code_of_the_corpus_has_a_tile() -> None:
    codes = {record.code for record in load_corpus(CORPUS_DIR).corpus.legality}

    assert {code.removeprefix("US-") for code in codes if code and code.startswith("US-")} <= {t.code for t in ALL}
