"""The settings of servers in force: where answers stand, who sees them, and the pause between two questions."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterator

import pytest
import pytest_asyncio

from bot.frontends.discord_client import texts
from bot.state.models import GuildSettings
from tests.discord_sim.exchange import Exchange
from tests.discord_sim.sim import DiscordSim
from tests.e2e.bots import Place, Shared, assert_answered, running_bot
from tests.e2e.state_on_disk import set_up_server

pytestmark = [pytest.mark.e2e, pytest.mark.asyncio(loop_scope="module")]

ASKED = "does kratom help with depression"
NO_TRIAL = "No randomised trial has tested kratom as a treatment for depression."
CRY = "i want to kill myself"
SERVERS = {
    "Discreet": GuildSettings(cooldown_s=0, private_by_default=True),
    "Adults": GuildSettings(cooldown_s=0, age_restricted_only=True),
    "Slow": GuildSettings(cooldown_s=3600),
    "Free": GuildSettings(cooldown_s=0),
}


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def running(built: Place, tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Shared]:
    """One bot in a server for each setting; the first one, with its channels, allows answers in #support only."""
    place = built.copy(tmp_path_factory.mktemp("settings"), paced=True)

    def servers(sim: DiscordSim) -> dict[str, str]:
        support = sim.world.channel("support")
        allowed = frozenset({int(support["id"])})
        set_up_server(place, sim.world.guild.id, GuildSettings(cooldown_s=0, allowed_channels=allowed))
        sim.world.add_thread(support, "in-support", sim.world.user("alice")["id"])
        for name, settings in SERVERS.items():
            guild = sim.world.add_guild(name)
            for member in ("alice", "bob", "carol", "dave"):
                sim.world.add_member(member, guild=guild)
            set_up_server(place, guild.id, settings)
            sim.world.add_channel("lobby", guild=guild)
            adult = sim.world.add_channel("adult", guild=guild, nsfw=True)
            sim.world.add_thread(adult, "in-adult", sim.world.user("alice")["id"])
        return {}

    async with running_bot(place, setup=servers) as shared:
        yield shared


@pytest.fixture
def shared(running: Shared) -> Iterator[Shared]:
    running.forget()
    yield running
    running.check()


@pytest.fixture
def sim(shared: Shared) -> DiscordSim:
    return shared.sim


def room(sim: DiscordSim, server: str, channel: str = "lobby") -> dict:
    return sim.world.channel(channel, next(one for one in sim.world.guilds.values() if one.name == server))


def labels(x: Exchange) -> list[str]:
    return [button["label"] for button in x.buttons]


async def directly(sim: DiscordSim, who: str, seen: int) -> list:
    """Wait until someone was written to once more, and return all that they were written."""
    dm = sim.world.dm(sim.world.user(who))
    return await sim.wait_for(lambda: sim.messages(dm) if len(sim.messages(dm)) > seen else None, 10, "the message")


def written(sim: DiscordSim, who: str) -> int:
    return len(sim.messages(sim.world.dm(sim.world.user(who))))


# Channels


@pytest.mark.parametrize("channel", ["support", "in-support"])
async def test_allowed_channels_and_their_threads_get_public_answers(sim: DiscordSim, channel: str) -> None:
    x = await sim.slash("alice", "ask", question=ASKED, _channel=channel)
    assert not x.ephemeral
    x = await sim.say("alice", channel, ASKED, mention_bot=True)
    assert NO_TRIAL in x.text


async def test_elsewhere_answers_are_private_and_say_where_they_are_not(sim: DiscordSim) -> None:
    named = f"in public only in <#{sim.world.channel('support')['id']}>"
    x = await sim.slash("alice", "ask", question=ASKED, private=False)
    assert_answered(x)
    assert x.ephemeral
    assert named in x.text
    assert NO_TRIAL in x.text
    assert texts.SHARE not in labels(x)
    legal = await sim.slash("alice", "legal", place="Nowhere")
    assert legal.ephemeral
    chosen = await sim.slash("alice", "ask", question=ASKED, private=True)
    assert named not in chosen.text
    form = await sim.click("alice", x, texts.FOLLOW_UP)
    assert (await sim.submit_modal("alice", form, {texts.FORM_LABEL: "what is kratom"})).ephemeral


async def test_mention_elsewhere_is_answered_in_a_direct_message(sim: DiscordSim) -> None:
    seen = written(sim, "alice")
    x = await sim.say("alice", "general", ASKED, mention_bot=True, expect=False)
    assert not [message for message in x.messages if message.channel_id == x.channel["id"]]
    last = (await directly(sim, "alice", seen))[-1]
    assert "There I do not answer in public" in last.text
    assert NO_TRIAL in last.text
    assert texts.DELETE in [button["label"] for button in last.buttons]


async def test_share_is_refused_where_answers_do_not_stand(shared: Shared) -> None:
    """The button is there from a time when the channel was allowed; here it is forged."""
    sim = shared.sim
    x = await sim.slash("alice", "ask", question=ASKED, private=True)
    receipt = x.text.split("Receipt ")[1].split()[0].replace("-", "")
    assert x.message is not None
    row = next(part for part in x.message.components if part["type"] == 1)
    row["components"][0]["custom_id"] = f"k1:share:0:{receipt}"
    y = await sim.click("alice", x, f"k1:share:0:{receipt}")
    assert y.ephemeral
    assert texts.NOT_SHARED_HERE in y.text


async def test_crisis_is_answered_where_no_other_answers_stand(sim: DiscordSim) -> None:
    assert "Find A Helpline" in (await sim.slash("alice", "ask", question=CRY)).text
    assert "Find A Helpline" in (await sim.say("alice", "general", CRY, mention_bot=True)).text


# Private by default


@pytest.mark.parametrize(("options", "remark"), [({}, False), ({"private": True}, False), ({"private": False}, True)])
async def test_server_that_wants_it_private_gets_it_private(
    sim: DiscordSim, options: dict[str, bool], remark: bool
) -> None:
    x = await sim.slash("alice", "ask", question=ASKED, _channel=room(sim, "Discreet"), **options)
    assert x.ephemeral
    assert ("In this server answers are private at first" in x.text) is remark
    y = await sim.click("alice", x, texts.SHARE, until=lambda y: y.messages)
    assert not y.ephemeral
    assert NO_TRIAL in y.text


async def test_mention_in_such_a_server_is_answered_directly(sim: DiscordSim) -> None:
    seen = written(sim, "bob")
    await sim.say("bob", room(sim, "Discreet"), ASKED, mention_bot=True, expect=False)
    assert NO_TRIAL in (await directly(sim, "bob", seen))[-1].text


async def test_who_takes_no_direct_messages_is_told_how_to_ask_once(sim: DiscordSim) -> None:
    place = room(sim, "Discreet")
    sim.fault("create_message", status=403, error=(50007, "Cannot send messages to this user"))
    x = await sim.say("carol", place, ASKED, mention_bot=True)
    assert texts.ONLY_BY_COMMAND in x.text
    sim.fault("create_message", status=403, error=(50007, "Cannot send messages to this user"))
    x = await sim.say("carol", place, ASKED, mention_bot=True, expect=False)
    assert not x.messages


# Age-restricted channels only


async def test_only_age_restricted_channels_get_answers(sim: DiscordSim) -> None:
    lobby = room(sim, "Adults")
    for command, options in (
        ("ask", {"question": ASKED}),
        ("legal", {"place": "Nowhere"}),
        ("interaction", {"substance": "zoloft"}),
        ("receipt", {"id": "K1-0"}),
    ):
        x = await sim.slash("alice", command, _channel=lobby, **options)
        assert_answered(x)
        assert x.ephemeral
        assert texts.NOT_AGE_RESTRICTED in x.text
        assert NO_TRIAL not in x.text
    topics = await sim.slash("alice", "topics", _channel=lobby)
    await sim.select("alice", topics, ["Harms"])
    await sim.select("alice", topics, ["Kratom and the liver"])
    opened = await sim.select("alice", topics, ["Signs to take seriously"])
    assert texts.NOT_AGE_RESTRICTED in opened.text
    said = await sim.say("bob", lobby, ASKED, expect=False)
    menu = await sim.message_command("alice", said, texts.ANSWER_MENU)
    assert texts.NOT_AGE_RESTRICTED in menu.text
    seen = written(sim, "alice")
    mention = await sim.say("alice", lobby, ASKED, mention_bot=True, expect=False)
    assert not [message for message in mention.messages if message.channel_id == lobby["id"]]
    assert texts.NOT_AGE_RESTRICTED in (await directly(sim, "alice", seen))[-1].text


@pytest.mark.parametrize("channel", ["adult", "in-adult"])
async def test_age_restricted_channels_and_their_threads_do(sim: DiscordSim, channel: str) -> None:
    place = room(sim, "Adults", channel)
    x = await sim.slash("alice", "ask", question=ASKED, _channel=place)
    assert not x.ephemeral
    assert NO_TRIAL in x.text
    assert NO_TRIAL in (await sim.say("bob", place, ASKED, mention_bot=True)).text


async def test_crisis_is_answered_in_any_channel(sim: DiscordSim) -> None:
    lobby = room(sim, "Adults")
    assert "Find A Helpline" in (await sim.slash("alice", "ask", question=CRY, _channel=lobby)).text
    assert "Find A Helpline" in (await sim.say("alice", lobby, CRY, mention_bot=True)).text
    assert_answered(await sim.slash("alice", "crisis", _channel=lobby))


# The pause between two questions


async def test_second_question_is_told_the_seconds_left_and_a_crisis_is_not(sim: DiscordSim) -> None:
    place = room(sim, "Slow")
    first = await sim.slash("alice", "ask", question=ASKED, _channel=place)
    assert NO_TRIAL in first.text
    said = await sim.say("bob", place, ASKED, expect=False)
    form = await sim.click("alice", first, texts.FOLLOW_UP)
    for second in (
        await sim.slash("alice", "ask", question=ASKED, _channel=place),
        await sim.message_command("alice", said, texts.ANSWER_MENU),
        await sim.submit_modal("alice", form, {texts.FORM_LABEL: "and the liver?"}),
    ):
        assert_answered(second)
        assert second.ephemeral
        assert "Please ask again in 3" in second.text
        assert NO_TRIAL not in second.text
    for crisis in (
        await sim.slash("alice", "ask", question=CRY, _channel=place),
        await sim.say("alice", place, CRY, mention_bot=True),
        await sim.slash("alice", "crisis", _channel=place),
    ):
        assert "Find A Helpline" in crisis.text
    assert NO_TRIAL in (await sim.slash("bob", "ask", question=ASKED, _channel=place)).text
    assert_answered(await sim.slash("alice", "legal", place="Nowhere", _channel=place))
    assert_answered(await sim.click("alice", first, texts.SOURCES))


async def test_mention_within_the_pause_is_told_so_directly_and_once(sim: DiscordSim) -> None:
    place, seen = room(sim, "Slow"), written(sim, "carol")
    assert NO_TRIAL in (await sim.say("carol", place, ASKED, mention_bot=True)).text
    for _ in range(3):
        x = await sim.say("carol", place, ASKED, mention_bot=True, expect=False)
        assert not [message for message in x.messages if message.channel_id == place["id"]]
    told = await directly(sim, "carol", seen)
    assert len(told) == seen + 1
    assert "You asked me something a moment ago" in told[-1].text


async def test_direct_messages_have_the_usual_pause_and_it_ends(sim: DiscordSim) -> None:
    x = await sim.slash("dave", "ask", question=ASKED, _channel="dm")
    assert NO_TRIAL in x.text
    y = await sim.slash("dave", "ask", question=ASKED, _channel="dm")
    assert "You asked me something a moment ago" in y.text
    async with asyncio.timeout(20):
        while "You asked me something" in y.text:
            y = await sim.slash("dave", "ask", question=ASKED, _channel="dm")
    assert NO_TRIAL in y.text


async def test_server_may_do_without_a_pause(sim: DiscordSim) -> None:
    for _ in range(3):
        x = await sim.slash("alice", "ask", question=ASKED, _channel=room(sim, "Free"))
        assert NO_TRIAL in x.text
        assert not x.ephemeral
