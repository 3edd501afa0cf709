"""The picture of the map: drawn once a build and day, and never at the cost of the answer."""

import asyncio
import threading
from dataclasses import replace
from datetime import date

import pytest

from bot.answering.library import Library
from bot.answering.safeguards import Safeguards
from bot.answering.withdrawals import Withdrawals
from bot.frontends.discord_client import map_pictures, texts
from bot.frontends.discord_client.map_pictures import MapPictures, map_parts, usable_laws
from bot.rendering.state_map import StateMap, map_states
from tests.factories import make_corpus, make_legal_record

pytestmark = pytest.mark.asyncio
DAY = date(2026, 11, 22)


def states(day: date = DAY, **fields: object) -> StateMap:
    return map_states((make_legal_record(**{"code": "US-AL", **fields}),), day)


@pytest.fixture
def drawn(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The threads on which a picture was drawn."""
    threads: list[str] = []

    def draw(_states: object) -> bytes:
        threads.append(threading.current_thread().name)
        return b"picture"

    monkeypatch.setattr(map_pictures, "_draw", draw)
    return threads


async def test_many_who_ask_at_once_get_one_drawing_that_is_not_on_the_loop(drawn: list[str]) -> None:
    pictures = MapPictures()
    made = await asyncio.gather(*(pictures.of(states()) for _ in range(50)))
    assert {one.data for one in made if one} == {b"picture"}
    assert drawn == ["map"]
    assert made[0] is not None
    assert "Banned (1): AL." in made[0].description


async def test_other_records_or_another_day_are_drawn_anew(drawn: list[str]) -> None:
    pictures = MapPictures()
    await pictures.of(states())
    await pictures.of(states(min_age=21))
    await pictures.of(states(date(2026, 11, 23), min_age=21))
    await pictures.of(states(date(2026, 11, 23), min_age=21))
    assert len(drawn) == 3


async def test_one_who_gives_up_does_not_end_the_drawing_for_the_others(drawn: list[str]) -> None:
    pictures = MapPictures()
    impatient = asyncio.create_task(pictures.of(states()))
    await asyncio.sleep(0)
    impatient.cancel()
    assert await pictures.of(states()) is not None
    assert len(drawn) == 1


async def test_picture_that_cannot_be_drawn_is_tried_again_later(monkeypatch: pytest.MonkeyPatch) -> None:
    tries: list[int] = []

    def draw(_states: object) -> bytes:
        tries.append(1)
        if len(tries) == 1:
            raise OSError("no font")
        return b"picture"

    monkeypatch.setattr(map_pictures, "_draw", draw)
    pictures = MapPictures()
    assert await pictures.of(states()) is None
    assert await pictures.of(states()) is not None


async def test_words_say_that_the_picture_is_missing_and_hold_all_of_it() -> None:
    text = "\n".join(block for part in map_parts(states(), Safeguards({}, ()), drawn=False) for block in part.body)
    assert texts.MAP_IMAGE_MISSING in text
    assert "Banned (1): Alabama." in text


async def test_state_whose_record_is_withdrawn_is_not_on_the_map() -> None:
    library = Library.of(make_corpus(legality=(make_legal_record(code="US-AL"),)))
    assert len(usable_laws(library)) == 1
    # The record's passage has to be one of the build, as it is wherever a corpus was loaded.
    known = replace(library, passage_ids=("law-us-al#record",), passages={})
    gone = known.without(Withdrawals(everything=True))
    assert usable_laws(gone) == []
    assert map_states(usable_laws(gone), DAY).known == ()
