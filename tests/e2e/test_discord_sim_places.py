"""The simulator's places: other servers, private channels, forums, age limits, languages, and what goes away."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterator

import pytest
import pytest_asyncio

from tests.discord_sim.exchange import Exchange
from tests.discord_sim.sim import DiscordSim
from tests.e2e.selftest_running import Shared, on_shared_loop, refused, running

pytestmark = pytest.mark.e2e
CONTENT = {"privileged": ("message_content",), "env": {"BOT_INTENTS": "content"}}


def more_places(sim: DiscordSim) -> None:
    """A server without the bot, private channels, a forum with a post, and an age-restricted channel with a thread."""
    world = sim.world
    elsewhere = world.add_guild("Elsewhere", with_bot=False)
    for name in ("alice", "bob"):
        world.add_member(name, guild=elsewhere)
    muted = world.add_channel("muted", guild=elsewhere)
    denied = str(1 << 50)  # use_external_apps
    muted["permission_overwrites"] = [{"id": elsewhere.id, "type": 0, "allow": "0", "deny": denied}]
    world.add_group("friends", "alice", "bob")
    world.add_member("boss", roles=[world.add_role("Boss", ["administrator"])["name"]])
    forum = world.add_forum("questions")
    world.add_post(forum, "an old post", "bob", "has anyone tried it?")
    adults = world.add_channel("adults", nsfw=True)
    world.add_thread(adults, "adult-thread", world.user("alice")["id"])
    world.add_thread(world.channel("general"), "a-thread", world.user("alice")["id"])


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def running_bot() -> AsyncIterator[Shared]:
    async with running(setup=more_places, **CONTENT) as (sim, bot):
        yield Shared(sim, bot)


@pytest.fixture
def shared(running_bot: Shared) -> Iterator[Shared]:
    running_bot.forget()
    yield running_bot
    running_bot.sim.permit_as_before()
    running_bot.sim.world.installers = None
    running_bot.sim.world.locales.clear()
    running_bot.sim.world.guild.locale = "en-US"


@pytest.fixture
def sim(shared: Shared) -> DiscordSim:
    return shared.sim


def elsewhere(sim: DiscordSim, name: str = "general") -> dict:
    guild = next(guild for guild in sim.world.guilds.values() if guild.name == "Elsewhere")
    return sim.world.channel(name, guild)


# Apps that people installed


@on_shared_loop
async def test_context_and_owners_tell_where_and_through_whom(sim: DiscordSim) -> None:
    private = sim.world.add_private("alice", "bob")
    for where, said in (
        ("general", "guild guild"),
        ("dm", "dm "),
        (elsewhere(sim), "guild user"),
        ("friends", "private user"),
        (private, "private user"),
    ):
        place = next(c for c in sim.world.channels.values() if c.get("name") == where) if where == "friends" else where
        x = await sim.slash("alice", "where", _channel=place)
        assert x.content.startswith(said + " ")
        assert set(x.interaction.installed_by) == {"1" if "user" in said else "0"}
    sim.world.install("alice")
    assert (await sim.slash("alice", "where")).content.startswith("guild guild,user ")
    assert (await sim.slash("bob", "where")).content.startswith("guild guild ")
    assert not sim.violations, sim.report()


@on_shared_loop
async def test_command_is_hidden_from_those_who_did_not_install_it(sim: DiscordSim) -> None:
    sim.world.install("alice")
    assert (await sim.slash("alice", "where", _channel=elsewhere(sim))).ok
    assert (await sim.slash("bob", "where", _channel=elsewhere(sim))).hidden == "the user did not install the app"
    assert (await sim.slash("alice", "ping", _channel=elsewhere(sim))).hidden == "the command is not for user installs"


@on_shared_loop
async def test_installed_app_follows_up_five_times_and_acts_by_its_token_alone(shared: Shared) -> None:
    sim = shared.sim
    x = await sim.slash("alice", "talk", _channel=elsewhere(sim))
    last = await shared.outcome(6)
    assert [m.content for m in x.messages] == ["first", *(f"followup {n}" for n in range(5))]
    assert last.startswith("400 40094")
    shared.forget()
    x = await sim.slash("alice", "talk")
    await shared.outcome(6)
    assert len(x.messages) == 7  # where the bot is, there is no such limit
    shared.forget()
    await sim.slash("alice", "reach", _channel=elsewhere(sim))
    assert [line.split()[1] for line in shared.outcomes()] == ["50001", "10004"]
    shared.forget()
    await sim.slash("alice", "reach", _channel=sim.world.add_private("alice", "bob"))
    assert shared.outcomes()[0].split()[1] == "50001"
    await sim.say("bob", elsewhere(sim), "!ping-all", expect=False)
    assert not any("SAW" in line for line in shared.bot.lines)


@on_shared_loop
async def test_server_that_keeps_installed_apps_from_speaking_makes_them_whisper(sim: DiscordSim) -> None:
    x = await sim.slash("alice", "where", _channel=elsewhere(sim, "muted"))
    assert x.ephemeral
    assert not (await sim.slash("alice", "where", _channel=elsewhere(sim))).ephemeral


# What administrators set for the commands


async def may_use(sim: DiscordSim, who: str, command: str = "ping", where: str | dict = "general") -> bool:
    options = {"key": "a", "value": "b"} if command == "config set" else {}
    x = await sim.slash(who, command, _channel=where, **options)
    assert bool(x.hidden) != bool(x.messages)
    return not x.hidden


@on_shared_loop
async def test_command_is_denied_by_role_and_allowed_by_user(sim: DiscordSim) -> None:
    sim.permit("ping", False, role="@everyone")
    assert [await may_use(sim, who) for who in ("alice", "mod", "boss", "owner")] == [False, False, True, True]
    assert await may_use(sim, "alice", "where")
    assert await may_use(sim, "alice", "ping", "dm")
    sim.permit("ping", True, role="Moderator")
    sim.permit("ping", True, user="bob")
    assert [await may_use(sim, who) for who in ("alice", "bob", "mod")] == [False, True, True]
    sim.permit("ping", False, user="mod")
    assert not await may_use(sim, "mod")


@on_shared_loop
async def test_default_permissions_yield_to_a_user_or_role_but_not_to_everyone(sim: DiscordSim) -> None:
    sim.permit("config", True, role="@everyone")
    assert not await may_use(sim, "alice", "config set")
    sim.permit("config", True, user="alice")
    assert await may_use(sim, "alice", "config set")
    sim.permit("config", False, role="Moderator")
    assert not await may_use(sim, "mod", "config set")


@on_shared_loop
async def test_channels_are_closed_and_opened_with_their_threads(sim: DiscordSim) -> None:
    sim.permit("ping", False, channel="*")
    sim.permit("ping", True, channel="support")
    assert not await may_use(sim, "alice")
    assert await may_use(sim, "boss")
    assert await may_use(sim, "alice", "ping", "support")
    sim.permit("ping", True, channel="*")
    sim.permit("ping", False, channel="general")
    assert not await may_use(sim, "alice", "ping", "a-thread")


@on_shared_loop
async def test_settings_of_a_command_go_before_those_of_the_app_for_the_same_target_only(sim: DiscordSim) -> None:
    sim.permit(None, False, role="@everyone")
    sim.permit(None, True, role="Moderator")
    sim.permit("ping", True, user="alice")
    sim.permit("ping", False, channel="support")
    assert [await may_use(sim, who) for who in ("alice", "bob", "mod")] == [True, False, True]
    assert not await may_use(sim, "alice", "where")
    assert not await may_use(sim, "alice", "ping", "support")
    x = await sim.slash("boss", "rights")
    assert x.content == "1:False 1:True 2:True 3:False"
    sim.permit_as_before()
    assert (await sim.slash("bob", "rights")).content == "nothing"


# Forums, age restriction, languages


@on_shared_loop
async def test_posts_in_forums_are_threads_that_begin_with_a_message(shared: Shared) -> None:
    sim = shared.sim
    assert "forum" in await refused(sim.say("alice", "questions", "hello"))
    assert "no forum" in await refused(sim.post("alice", "general", "title", "hello"))
    assert (await sim.slash("alice", "ping", _channel="questions")).hidden
    x = await sim.post("alice", "questions", "a new post", "what is it?", mention_bot=True)
    assert x.content.endswith("what is it?")
    (post,) = x.threads
    assert post["id"] == x.said.id == x.message.channel_id
    assert post["parent_id"] == sim.world.channel("questions")["id"]
    y = await sim.slash("bob", "ping", _channel="an old post")
    assert y.ok
    assert not sim.violations, sim.report()


@on_shared_loop
async def test_command_for_adults_is_only_in_age_restricted_channels(sim: DiscordSim) -> None:
    for who in ("alice", "boss"):
        assert (await sim.slash(who, "adult")).hidden == "only in age-restricted channels"
    for where in ("adults", "adult-thread", "dm"):
        assert (await sim.slash("alice", "adult", _channel=where)).content == "grown up"


@on_shared_loop
async def test_languages_of_user_and_server_reach_the_bot(sim: DiscordSim) -> None:
    sim.world.set_locale("alice", "de")
    sim.world.guild.locale = "th"
    assert (await sim.slash("alice", "where")).content == "guild guild de th"
    assert (await sim.slash("bob", "where")).content == "guild guild en-US th"
    assert (await sim.slash("alice", "where", _locale="fr", _channel="dm")).content == "dm  fr -"
    ask = await sim.slash("alice", "ask", question="Why?")
    pressed = await sim.click("alice", ask, "More")
    assert pressed.interaction.payload["locale"] == "de"


# What goes away


async def press_and(sim: DiscordSim, x: Exchange, button: str, then: object) -> Exchange:
    """Press a button, and do something before the bot can have heard of it."""
    pressing = asyncio.create_task(sim.click("alice", x, button, timeout=1))
    await asyncio.sleep(0)
    then()
    return await pressing


@on_shared_loop
async def test_message_deleted_under_a_button_cannot_be_edited(sim: DiscordSim) -> None:
    x = await sim.slash("alice", "where")
    pressed = await press_and(sim, x, "Good", lambda: sim.delete(x))
    assert [v.code for v in pressed.violations] == [10008]
    assert "deleted" in await refused(sim.click("alice", x.messages[0], "Good"))
    assert "deleted" in await refused(sim.click("alice", x.messages[0], "More"))
    x = await sim.slash("alice", "where")
    pressed = await press_and(sim, x, "More", lambda: sim.delete(x))
    assert pressed.content == "only you see more"


@on_shared_loop
async def test_dismissed_ephemeral_message_is_unknown(shared: Shared) -> None:
    x = await shared.sim.slash("alice", "ping")
    shared.sim.delete(x)
    assert x.message is None
    assert not shared.sim.violations


@on_shared_loop
async def test_interaction_delivered_twice_is_answered_once(sim: DiscordSim) -> None:
    asking = asyncio.create_task(sim.slash("alice", "ping"))
    await asyncio.sleep(0)
    sim.redeliver(sim.exchanges[-1])
    x = await asking
    await sim.wait_for(lambda: sim.violations, 5, "the second answer")
    assert len(x.messages) == 1
    assert [v.code for v in sim.violations] == [40060]


@on_shared_loop
async def test_deleted_channel_is_unknown(shared: Shared) -> None:
    sim = shared.sim
    doomed = sim.world.add_channel("doomed")
    asking = asyncio.create_task(sim.slash("alice", "slow", seconds=0.1, _channel=doomed, _timeout=1))
    await asyncio.sleep(0)
    sim.delete_channel(doomed)
    x = await asking
    assert [v.code for v in x.violations] == [10003]
    with pytest.raises(KeyError):
        sim.world.channel("doomed")


@pytest.mark.asyncio
async def test_bot_is_taken_out_of_a_server_and_a_server_deleted() -> None:
    def two_more(sim: DiscordSim) -> None:
        for name in ("Leaving", "Closing"):
            sim.world.add_member("alice", guild=sim.world.add_guild(name))

    async with running(setup=two_more) as (sim, _):
        leaving, closing = (guild for guild in sim.world.guilds.values() if guild.name != "Sim Guild")
        room = sim.world.channel("general", leaving)
        assert (await sim.slash("alice", "ping", _channel=room)).ok
        asking = asyncio.create_task(sim.slash("alice", "slow", seconds=0.1, _channel=room, _timeout=1))
        await asyncio.sleep(0)
        sim.remove_bot(leaving)
        assert [v.code for v in (await asking).violations] == [10062]
        assert (await sim.slash("alice", "ping", _channel=room)).hidden
        assert (await sim.slash("alice", "where", _channel=room)).content.startswith("guild user")
        sim.delete_guild(closing)
        assert closing.id not in sim.world.guilds
        assert (await sim.slash("alice", "ping")).ok
