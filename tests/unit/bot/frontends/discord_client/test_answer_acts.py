"""What the buttons under answers show and refuse, where no bot is needed to see it."""

from types import SimpleNamespace
from typing import Any

import discord
import pytest

from bot.answering.models import Answer, Notices, Outcome
from bot.answering.safeguards import Safeguards
from bot.frontends.discord_client import texts
from bot.frontends.discord_client.answer_acts import may_not_share, source_parts
from bot.frontends.discord_client.cogs.follow_up import typed_text
from tests.factories import make_source

VOICE: Any = SimpleNamespace(safeguards=Safeguards({}, ()), say=lambda text, **values: text.format(**values))
WRITE = discord.Permissions(send_messages=True)


def answer_citing(number: int) -> Any:
    cited = [
        SimpleNamespace(number=n, source=make_source(id=f"source-{n}", title="t" * 300), grades=())
        for n in range(number)
    ]
    return SimpleNamespace(citations=cited)


@pytest.mark.parametrize("number", [1, 20, 200])
def test_sources_fit_into_five_messages_and_all_are_named(number: int) -> None:
    parts = source_parts(VOICE, answer_citing(number))
    assert len(parts) <= 5
    text = "\n".join(block for part in parts for block in part.body)
    assert all(f"`source-{n}`" in text for n in range(number))


def test_reply_without_sources_says_so() -> None:
    bare = Answer(Outcome.ABSTAINED, Notices("a", "b"), message="no answer")
    assert texts.NO_SOURCES_SHOWN in source_parts(VOICE, bare)[0].body


def press(**changes: Any) -> Any:
    flags = SimpleNamespace(ephemeral=changes.pop("ephemeral", True))
    asker = SimpleNamespace(user=SimpleNamespace(id=changes.pop("asker", 11)))
    message = SimpleNamespace(flags=flags, interaction_metadata=asker)
    fields = {"message": message, "guild_id": 7, "user": SimpleNamespace(id=11), "permissions": WRITE, "channel": None}
    return SimpleNamespace(**{**fields, **changes})


def test_asker_who_may_write_may_share() -> None:
    assert may_not_share(press()) is None


@pytest.mark.parametrize(
    "changes", [{"ephemeral": False}, {"asker": 12}, {"guild_id": None}, {"message": None}], ids=str
)
def test_only_the_asker_shares_a_private_answer(changes: dict[str, Any]) -> None:
    assert may_not_share(press(**changes)) == texts.NOT_YOURS_TO_SHARE


def test_one_who_may_not_write_may_not_share() -> None:
    assert may_not_share(press(permissions=discord.Permissions.none())) == texts.MAY_NOT_WRITE
    thread = discord.Thread.__new__(discord.Thread)
    assert may_not_share(press(channel=thread)) == texts.MAY_NOT_WRITE
    in_threads = discord.Permissions(send_messages_in_threads=True)
    assert may_not_share(press(channel=thread, permissions=in_threads)) is None


@pytest.mark.parametrize(
    ("data", "text"),
    [
        ({"components": [{"type": 18, "component": {"custom_id": "question", "value": "why"}}]}, "why"),
        ({"components": [{"type": 1, "components": [{"custom_id": "question", "value": "why"}]}]}, "why"),
        ({"components": [{"type": 18, "component": {"custom_id": "other", "value": "why"}}]}, ""),
        ({"components": [{"type": 18, "component": {"custom_id": "question", "value": None}}]}, ""),
        ({"components": None}, ""),
        ({}, ""),
    ],
)
def test_typed_text_is_found_wherever_it_stands(data: dict[str, Any], text: str) -> None:
    assert typed_text(data) == text
