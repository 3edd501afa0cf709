import ast
import asyncio
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import aiohttp
import discord
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.answering.safeguards import Safeguards
from bot.frontends import discord_client
from bot.frontends.discord_client.catalogue import Listing, Option
from bot.frontends.discord_client.controls import under_listing, under_names
from bot.frontends.discord_client.custom_ids import Level, Place
from bot.frontends.discord_client.messages import (
    NO_PINGS,
    Extras,
    Picture,
    put_above,
    reply_parts,
    send_reply,
    to_view,
)
from bot.rendering.discord_markdown import MAX_BLOCKS, MAX_CHARS, MAX_NOTICES_CHARS, MessagePart, split_blocks
from tests.unit.bot.frontends.discord_client.fakes import FakeInteraction, http_error, text_of

NOTICES = "**Safety:** s\n**Law:** l"
BARE = Safeguards({}, ())
SENDING = {"send", "send_message", "edit_message", "edit_original_response", "reply", "edit", "send_modal"}
blocks = st.lists(st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=3000), max_size=30)


def all_components(view: discord.ui.LayoutView) -> Iterator[dict[str, Any]]:
    pending = list(view.to_components())
    while pending:
        component = pending.pop()
        yield component
        pending += component.get("components", [])


@given(blocks)
def test_any_message_fits_discord_as_text_that_always_shows(texts: list[str]) -> None:
    parts = split_blocks([text for text in texts if text.strip()], NOTICES)
    for part in parts:
        view = to_view(part)
        components = list(all_components(view))
        assert len(components) <= 40
        shown = [component["content"] for component in components if "content" in component]
        assert 0 < sum(map(len, shown)) <= MAX_CHARS
        assert all(text.strip() for text in shown)
        assert sorted(shown) == sorted(part.blocks)
        assert view.to_components()[0]["components"][-1]["content"] == NOTICES


def test_largest_message_fits_discord() -> None:
    room = MAX_CHARS - MAX_NOTICES_CHARS
    notices = NOTICES.ljust(MAX_NOTICES_CHARS, ".")
    part = MessagePart(("x" * (room // MAX_BLOCKS),) * MAX_BLOCKS, notices)
    assert part.length == MAX_CHARS
    assert len(list(all_components(to_view(part)))) <= 40


@pytest.mark.asyncio
async def test_view_is_not_kept_in_memory() -> None:
    assert to_view(MessagePart(("a",), NOTICES)).is_finished()


def test_notices_that_leave_no_room_are_refused_and_not_cut() -> None:
    with pytest.raises(ValueError, match="leave no room"):
        split_blocks(["a"], "**Safety:** **Law:** " + "x" * MAX_NOTICES_CHARS)


def test_own_words_come_with_both_notices() -> None:
    for words in ([], ["one"], ["long " * 2000, "two"]):
        for part in reply_parts(words, BARE):
            assert "Safety:" in part.notices
            assert "Law:" in part.notices


@pytest.mark.asyncio
async def test_first_message_answers_and_the_rest_follow() -> None:
    interaction = FakeInteraction()
    await send_reply(interaction.as_real, reply_parts(["word " * 1500], BARE), ephemeral=True)
    assert [call.kind for call in interaction.calls] == ["send_message", "followup", "followup"]
    for call in interaction.calls:
        assert call.ephemeral
        assert call.allowed_mentions is NO_PINGS


@pytest.mark.asyncio
async def test_first_message_takes_the_place_of_thinking() -> None:
    interaction = FakeInteraction(deferred=True)
    await send_reply(interaction.as_real, reply_parts(["hello"], BARE), ephemeral=False)
    assert [call.kind for call in interaction.calls] == ["edit"]
    assert text_of(interaction.calls[0].view).startswith("hello")
    assert interaction.calls[0].allowed_mentions is NO_PINGS


@pytest.mark.asyncio
async def test_apology_follows_what_was_shown_and_does_not_take_its_place() -> None:
    interaction = FakeInteraction(deferred=True)
    await send_reply(interaction.as_real, reply_parts(["answer"], BARE), ephemeral=False)
    await send_reply(interaction.as_real, reply_parts(["sorry"], BARE), ephemeral=True)
    assert [call.kind for call in interaction.calls] == ["edit", "followup"]


@pytest.mark.asyncio
@pytest.mark.parametrize("error", [aiohttp.ServerDisconnectedError(), ConnectionResetError()])
async def test_cut_connection_is_tried_again(error: Exception, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.frontends.discord_client.messages._PAUSES_S", (0.0, 0.0))
    interaction = FakeInteraction(errors=[error, error])
    await send_reply(interaction.as_real, reply_parts(["hello"], BARE), ephemeral=False)
    assert [call.kind for call in interaction.calls] == ["send_message"] * 3


@pytest.mark.asyncio
async def test_reply_that_had_arrived_before_the_cut_is_not_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.frontends.discord_client.messages._PAUSES_S", (0.0, 0.0))
    interaction = FakeInteraction(errors=[aiohttp.ServerDisconnectedError(), http_error(400, 40060)])
    await send_reply(interaction.as_real, reply_parts(["hello"], BARE), ephemeral=False)
    assert len(interaction.calls) == 2


@pytest.mark.asyncio
@pytest.mark.parametrize("make", [lambda: http_error(404, 10062), ConnectionResetError])
async def test_other_failures_are_raised(make: Callable[[], Exception], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.frontends.discord_client.messages._PAUSES_S", (0.0, 0.0))
    error = make()
    interaction = FakeInteraction(errors=[error] * 3)
    with pytest.raises(type(error)):
        await send_reply(interaction.as_real, reply_parts(["hello"], BARE), ephemeral=False)


def test_nothing_is_sent_past_the_one_way() -> None:
    assert discord_client.__file__
    for path in Path(discord_client.__file__).parent.rglob("*.py"):
        if path.name == "messages.py":
            continue
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Attribute):
                assert node.attr not in SENDING, f"{path.name}:{node.lineno} calls {node.attr}"
                assert node.attr != "followup", f"{path.name}:{node.lineno} uses followup"


def test_nothing_shows_an_embed() -> None:
    assert discord_client.__file__
    for path in Path(discord_client.__file__).parent.rglob("*.py"):
        assert "Embed(" not in path.read_text("utf-8")


@pytest.mark.asyncio
async def test_fullest_message_with_buttons_menu_and_picture_keeps_to_the_limit_of_components() -> None:
    part = MessagePart(("x",) * MAX_BLOCKS, "Safety: x\nLaw: y")
    listing = Listing(Place(Level.ARTICLE, "", 1), "", (Option("a", "b"),), 99, Place(Level.TOPIC))
    extras = Extras(under_listing(listing).rows, Picture("a.png", b"", "words"))
    view = to_view(part, extras)
    assert sum(1 for _ in all_components(view)) <= 40
    assert view.is_finished()  # discord.py would otherwise keep every message with a button in memory


def test_words_above_an_answer_that_is_full_become_a_message_of_their_own() -> None:
    notices = "Safety: x\nLaw: y"
    short, full = MessagePart(("a",), notices), MessagePart(("x" * (4000 - len(notices)),), notices)
    assert put_above(["head"], [short]) == (MessagePart(("head", "a"), notices),)
    assert put_above(["head"], [full, short]) == (MessagePart(("head",), notices), full, short)


def test_extras_stand_with_the_last_message_only() -> None:
    interaction = FakeInteraction()
    parts = [*reply_parts(["one"], BARE), *reply_parts(["two"], BARE)]
    asyncio.run(send_reply(interaction.as_real, parts, ephemeral=False, extras=under_names([("A", "a#b")])))
    items = [list(call.view.walk_children()) for call in interaction.calls]
    assert [sum(isinstance(item, discord.ui.Button) for item in found) for found in items] == [0, 1]
