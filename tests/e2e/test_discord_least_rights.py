"""The bot with the permissions of its install link and no other: all it does, it may do with these."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.frontends.discord_client import texts
from bot.frontends.discord_client.client import permissions
from tests.discord_sim.sim import DiscordSim
from tests.discord_sim.world.permissions import PERMISSIONS, bits
from tests.e2e.bots import Place, Shared, assert_answered, assert_notices, rebuild, running_bot
from tests.e2e.corpus_on_disk import write_corpus
from tests.e2e.tables_on_disk import write_tables

pytestmark = [pytest.mark.e2e, pytest.mark.asyncio]

ASKED = "does kratom help with depression"
NO_TRIAL = "No randomised trial has tested kratom as a treatment for depression."


def least_rights(sim: DiscordSim) -> dict[str, str]:
    asked = permissions().value
    assert asked == bits(name for name, bit in PERMISSIONS.items() if asked & bit)  # the simulator knows them all
    sim.world.set_bot_permissions(*(name for name, bit in PERMISSIONS.items() if asked & bit))
    writers = ["send_messages", "send_messages_in_threads", "read_message_history"]
    sim.world.add_role("Writer", writers)
    sim.world.add_member("carol", roles=["Writer"])
    sim.world.add_thread(sim.world.channel("general"), "a-thread", sim.world.user("carol")["id"])
    sim.world.add_forum("questions")
    return {}


async def test_everything_works_with_the_permissions_of_the_install_link(tmp_path: Path) -> None:
    place = Place(tmp_path)
    write_corpus(place.corpus)
    write_tables(place.corpus)
    rebuild(place)
    async with running_bot(place, setup=least_rights) as shared:
        await mentions(shared)
        await forum(shared.sim)
        await buttons(shared.sim)
        x = await shared.sim.slash("mod", "diagnose")
        assert "Permissions in this channel: all that I need" in x.text.replace("**", "")
        shared.check()


async def mentions(shared: Shared) -> None:
    sim = shared.sim
    for channel in ("general", "a-thread"):
        x = await sim.say("carol", channel, ASKED, mention_bot=True)
        assert NO_TRIAL in x.text
        assert x.said is not None
        assert x.messages[0].reply_to == x.said.id
        law = await sim.say("carol", channel, "is kratom legal in the united states", mention_bot=True)
        assert "federal law does not list the leaf" in law.text
        for message in (*x.messages, *law.messages):
            assert_notices(message)
    await sim.click("carol", x, texts.DELETE, until=lambda _: x.messages[0].deleted)
    assert x.messages[0].deleted


async def forum(sim: DiscordSim) -> None:
    x = await sim.post("carol", "questions", "mood", ASKED, mention_bot=True)
    assert NO_TRIAL in x.text
    post = x.threads[0]
    assert {message.channel_id for message in x.messages} == {post["id"]}
    assert_answered(await sim.slash("carol", "ask", question=ASKED, _channel=post))


async def buttons(sim: DiscordSim) -> None:
    x = await sim.slash("carol", "ask", question=ASKED, private=True)
    y = await sim.click("carol", x, texts.SHARE, until=lambda y: y.messages)
    assert NO_TRIAL in y.text
    assert not y.ephemeral
    assert_answered(await sim.click("carol", x, texts.SOURCES))
    law = await sim.slash("carol", "legal", place="id:us")
    assert law.messages[-1].attachments
