"""The map of the states and its words: the same facts, and nothing past its date shown as the law."""

import io
import sys
from datetime import date

import pytest
from PIL import Image

from bot.rendering.state_map import MAX_ALT_CHARS, StateMap, map_alt_text, map_lines, map_states
from bot.rendering.state_map_image import HEIGHT, WIDTH, draw_state_map
from corpus.models import LegalRecord, LegalStatus, SevenOhStatus
from corpus.state_tiles import STATE_TILES
from tests.factories import make_legal_record

DAY = date(2026, 11, 22)
PAST = date(2026, 11, 21)
BANNED_COLOUR = (213, 94, 0)


def state(code: str, **fields: object) -> LegalRecord:
    return make_legal_record(**{"id": code.lower(), "code": f"US-{code}", "name": f"State {code}", **fields})


def lines(*records: LegalRecord, day: date = DAY) -> str:
    return "\n".join(map_lines(map_states(records, day)))


def test_state_is_confirmed_through_its_last_day_and_not_after() -> None:
    record = state("AL", valid_until=DAY)
    assert "Banned (1): State AL." in lines(record)
    later = lines(record, day=date(2026, 11, 23))
    assert "Banned (1)" not in later
    assert "State AL (not confirmed since 1 October 2026, then banned)" in later


def test_days_of_checking_are_told() -> None:
    both = lines(state("AL"), state("AK", checked_on=date(2026, 11, 2)))
    assert "hold on 22 November 2026, each last checked on a day between 1 October 2026 and 2 November 2026." in both
    assert "last checked on 1 October 2026." in lines(state("AL"))
    assert "last checked" not in lines(state("AL", valid_until=PAST))


def test_state_without_a_dated_source_is_never_confirmed() -> None:
    assert "State AL (not confirmed since no dated source" in lines(state("AL", checked_on=None))


def test_legal_status_of_the_past_is_not_repeated() -> None:
    text = lines(state("AL", status=LegalStatus.LEGAL_UNREGULATED, valid_until=PAST))
    assert "legal, without" not in text.lower()


def test_seven_oh_and_age_are_told_only_of_confirmed_records() -> None:
    now = lines(state("AL", seven_oh=SevenOhStatus.BANNED, min_age=21))
    assert "Concentrated 7-OH products banned (1): AL." in now
    assert "Minimum age 21 (1): AL." in now
    past = lines(state("AL", seven_oh=SevenOhStatus.BANNED, min_age=21, valid_until=PAST))
    assert "7-OH" not in past
    assert "Minimum age" not in past


def test_states_without_a_record_are_named() -> None:
    assert f"No record ({len(STATE_TILES) - 1}): AK, " in lines(state("AL"))


def test_only_states_stand_on_the_map() -> None:
    others = [state("XX"), make_legal_record(code="US"), make_legal_record(kind="county", code="US-AL")]
    assert map_states(others, DAY).known == ()
    assert len(map_states([state("PR", kind="territory")], DAY).states) == len(STATE_TILES) + 1


@pytest.mark.parametrize("status", LegalStatus)
def test_alt_text_of_all_states_fits_and_holds_every_code(status: LegalStatus) -> None:
    records = [state(tile.code, status=status, name="A state with quite a long name") for tile in STATE_TILES]
    for valid_until in (DAY, PAST):
        states = map_states([make_valid(record, valid_until) for record in records], DAY)
        text = map_alt_text(states)
        assert len(text) <= MAX_ALT_CHARS
        assert all(tile.code in text for tile in STATE_TILES)


def make_valid(record: LegalRecord, until: date) -> LegalRecord:
    return state(record.id.upper(), status=record.status, valid_until=until)


def picture(states: StateMap) -> Image.Image:
    return Image.open(io.BytesIO(draw_state_map(states))).convert("RGB")


def colours(image: Image.Image) -> dict[tuple[int, int, int], int]:
    return {colour: count for count, colour in image.getcolors(1 << 24) or []}  # type: ignore[misc]


def near(found: dict[tuple[int, int, int], int], wanted: tuple[int, int, int]) -> int:
    return sum(n for c, n in found.items() if all(abs(a - b) < 12 for a, b in zip(c, wanted, strict=True)))


def test_tile_is_filled_while_confirmed_and_hollow_after() -> None:
    legend = near(colours(picture(map_states([], DAY))), BANNED_COLOUR)
    now = near(colours(picture(map_states([state("AL")], DAY))), BANNED_COLOUR)
    past = near(colours(picture(map_states([state("AL", valid_until=PAST)], DAY))), BANNED_COLOUR)
    assert legend > 0  # its own square in the legend
    assert now > legend + 2000
    assert past == legend


def test_every_status_is_told_by_a_mark_too() -> None:
    """In shades of grey alone, no two statuses look the same."""
    drawn = {picture(map_states([state("AL", status=status)], DAY)).convert("1").tobytes() for status in LegalStatus}
    assert len(drawn) == len(LegalStatus)


def test_picture_has_the_size_it_says_and_is_small_enough_to_send() -> None:
    data = draw_state_map(map_states([state(tile.code) for tile in STATE_TILES], DAY))
    assert Image.open(io.BytesIO(data)).size == (WIDTH, HEIGHT)
    assert len(data) < 300_000


def test_same_records_on_the_same_day_give_the_same_picture() -> None:
    states = map_states([state("AL")], DAY)
    assert draw_state_map(states) == draw_state_map(states)


def test_pillow_is_loaded_only_to_draw() -> None:
    import subprocess

    code = "import sys, bot.rendering.state_map_image; sys.exit('PIL' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
