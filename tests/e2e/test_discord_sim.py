"""The simulator against a real discord.py process, each checking the other."""

from __future__ import annotations

import asyncio
import copy
import json
import time
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from typing import Any

import aiohttp
import pytest
import pytest_asyncio
from jsonschema import Draft202012Validator

from tests.discord_sim.exchange import Exchange
from tests.discord_sim.report import percentile
from tests.discord_sim.rest.operations.table import HANDLERS
from tests.discord_sim.rest.routes import ROUTES
from tests.discord_sim.rules.spec import SPEC_VARIABLE
from tests.discord_sim.sim import DiscordSim
from tests.e2e.selftest_running import (
    BOT,
    BOT_COMMANDS,
    BOT_DIR,
    SPEC,
    Shared,
    needs_spec,
    on_shared_loop,
    refused,
    running,
)

pytestmark = pytest.mark.e2e
THUMB, PARTY = "\N{THUMBS UP SIGN}", "\N{PARTY POPPER}"


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def running_bot() -> AsyncIterator[Shared]:
    async with running(privileged=("message_content",), env={"BOT_INTENTS": "content"}) as (sim, bot):
        yield Shared(sim, bot)


@pytest.fixture
def shared(running_bot: Shared) -> Iterator[Shared]:
    running_bot.forget()
    sim = running_bot.sim
    everyone = sim.world.guild.roles[sim.world.guild.id]
    before = everyone["permissions"], dict(sim.rest.rates), sim.rest.global_limit, sim.ack_deadline
    yield running_bot
    everyone["permissions"], sim.rest.rates, sim.rest.global_limit, sim.ack_deadline = before
    sim.rest.latency = 0.0


@pytest.fixture
def sim(shared: Shared) -> DiscordSim:
    return shared.sim


# What works


@on_shared_loop
async def test_slash_command_is_answered(sim: DiscordSim) -> None:
    assert {"ping", "ask", "config", "Summarise"} <= set(sim.commands)
    assert sim.commands["config"]["default_member_permissions"] == "32"
    x = await sim.slash("alice", "ping")
    assert x.ok
    assert x.ephemeral
    assert not x.deferred
    assert x.content == "pong"
    assert x.ack_ms < 500


@on_shared_loop
async def test_options_of_every_kind_reach_the_bot(sim: DiscordSim) -> None:
    x = await sim.slash(
        "alice", "ask", question="Why?", topic="bikes", depth=2, who="bob", where="support", file=("n.txt", b"12345")
    )
    assert x.ok
    assert x.deferred
    assert not x.ephemeral
    assert len(x.messages) == 1
    assert x.embeds[0]["description"] == "Why? (bikes, 2)"
    assert [f["value"] for f in x.embeds[0]["fields"]] == ["Bob", "support"]
    assert x.embeds[0]["footer"]["text"] == "5 bytes read"  # the attachment was read over HTTP
    assert len(x.buttons) == 5
    assert x.message.edits == 1
    assert x.first_ms > x.ack_ms
    assert not sim.violations, sim.report()


@on_shared_loop
async def test_autocomplete_shows_choices(sim: DiscordSim) -> None:
    x = await sim.autocomplete("alice", "ask", "topic", "w")
    assert [c["value"] for c in x.choices] == ["weather", "whales"]
    assert "autocomplete" in await refused(sim.autocomplete("alice", "ask", "question", "w"))


@on_shared_loop
async def test_client_refuses_options_that_do_not_fit(sim: DiscordSim) -> None:
    assert "required" in await refused(sim.slash("alice", "ask"))
    assert "takes 1 to 5" in await refused(sim.slash("alice", "ask", question="q", depth=9))
    assert "no option" in await refused(sim.slash("alice", "ask", question="q", nonsense=1))
    assert "subcommand" in await refused(sim.slash("mod", "config"))


@on_shared_loop
async def test_answer_that_grows_is_followed_to_its_end(sim: DiscordSim) -> None:
    x = await sim.slash("alice", "stream", _until=lambda x: "and more" in x.text)
    assert x.ok
    assert len(x.messages) == 2
    assert x.messages[0].content == "word word word word"
    assert x.messages[0].edits == 4
    assert x.first_ms < 300
    assert x.done_ms > 600


@on_shared_loop
async def test_command_is_hidden_from_those_without_permission(sim: DiscordSim) -> None:
    x = await sim.slash("alice", "config set", key="a", value="b")
    assert x.hidden == "needs manage_guild"
    assert not x.messages
    assert sim.hidden == [x]
    assert not sim.calls
    for who in ("mod", "owner"):
        x = await sim.slash(who, "config set", key="a", value="b")
        assert x.ok
        assert x.content == "a=b"
        assert x.ephemeral


@on_shared_loop
async def test_command_is_hidden_where_it_may_not_be_used(sim: DiscordSim) -> None:
    x = await sim.slash("mod", "config set", key="a", value="b", _channel="dm")
    assert "direct messages" in x.hidden
    x = await sim.slash("alice", "ping", _channel="dm")
    assert x.ok
    assert x.content == "pong"
    sim.world.guild.roles[sim.world.guild.id]["permissions"] = "1024"
    x = await sim.slash("alice", "ping")
    assert "use_application_commands" in x.hidden


@on_shared_loop
async def test_buttons_answer_update_and_follow_up(sim: DiscordSim) -> None:
    ask = await sim.slash("alice", "ask", question="Why?")
    assert "disabled or only a link" in await refused(sim.click("bob", ask, "Docs"))
    assert "no such component" in await refused(sim.click("bob", ask, "nothing"))
    x = await sim.click("bob", ask, "More")
    assert x.ok
    assert x.deferred
    assert x.ephemeral
    assert x.content == "only you see more"
    assert "cannot see" in await refused(sim.click("alice", x, "More"))
    x = await sim.click("bob", ask, "fb:later")
    assert x.ok
    assert x.ack_type == "deferred update"
    assert ask.content == "edited after a deferred update"
    x = await sim.click("bob", ask, "Good")
    assert x.ok
    assert x.ack_type == "update"
    assert ask.content == "Thanks!"
    assert ask.message.component("fb:good")["disabled"]
    assert "disabled" in await refused(sim.click("bob", ask, "Good"))
    assert not sim.violations, sim.report()


@on_shared_loop
async def test_modal_is_filled_and_sent(sim: DiscordSim) -> None:
    ask = await sim.slash("alice", "ask", question="Why?")
    x = await sim.click("bob", ask, "Why")
    assert x.ok
    assert x.modal["title"] == "Tell us why"
    extra = {"Reason": "r", "Kind": ["Bug"], "Other": "x"}
    assert "no field" in await refused(sim.submit_modal("bob", x, extra))
    assert "required" in await refused(sim.submit_modal("bob", x, {"Kind": ["Bug"]}))
    assert "takes 0 to 200" in await refused(sim.submit_modal("bob", x, {"Reason": "r" * 201, "Kind": ["Bug"]}))
    assert "no modal" in await refused(sim.submit_modal("alice", x, {"Reason": "r", "Kind": ["Bug"]}))
    x = await sim.submit_modal("bob", x, {"Reason": "because", "Kind": ["Idea"]})
    assert x.ok
    assert x.content == "reason=because kind=Idea"
    assert x.ephemeral


@on_shared_loop
async def test_menus_take_texts_and_users(sim: DiscordSim) -> None:
    menu = await sim.slash("alice", "menu")
    x = await sim.select("alice", menu, ["Red", "blue"], "Pick two")
    assert x.ok
    assert x.content == "picked red,blue"
    x = await sim.select("alice", menu, ["bob"], "m:who")
    assert x.ok
    assert x.content == "chose bob"
    assert "takes 1 to 2" in await refused(sim.select("alice", menu, ["red", "green", "blue"], "m:pick"))


@on_shared_loop
async def test_components_v2_are_read_as_text(sim: DiscordSim) -> None:
    x = await sim.slash("alice", "layout")
    assert x.ok
    assert "Inside a container" in x.text
    assert x.message.flags & 1 << 15
    assert x.buttons[0]["custom_id"] == "l:press"


@on_shared_loop
async def test_context_menus_reach_the_bot(sim: DiscordSim) -> None:
    said = await sim.say("bob", "general", "a long message to shorten", expect=False)
    x = await sim.message_command("alice", said, "Summarise")
    assert x.ok
    assert x.ephemeral
    assert x.content == "short: a long message to sh"
    assert any("deprecated" in note for note in sim.notes)  # a followup used to fill a deferred answer
    x = await sim.user_command("alice", "bob", "Inspect")
    assert x.ok
    assert x.content == "bob joined"


@on_shared_loop
async def test_mention_is_answered_with_typing_and_an_edit(sim: DiscordSim) -> None:
    x = await sim.say("alice", "general", "hello there", mention_bot=True)
    assert x.ok
    assert len(x.messages) == 1
    assert x.typing == 1
    assert x.message.reply_to == x.said.id
    assert x.message.edits == 1
    assert x.content.endswith("hello there")
    assert not x.message.pings
    y = await sim.say("bob", "general", "and you?", mention_bot=True, reply_to=x)
    assert y.content.endswith("and you?")
    x = await sim.say("alice", "dm", "in private")
    assert x.content == "you said: in private"


@on_shared_loop
async def test_thread_begun_from_a_message_belongs_to_its_exchange(sim: DiscordSim) -> None:
    x = await sim.say("alice", "general", "!thread please")
    assert x.ok
    assert x.threads[0]["name"] == "answer"
    assert x.content == "answered in the thread"
    assert x.message.channel_id == x.threads[0]["id"] == x.said.id
    y = await sim.say("bob", x.threads[0], "a question in the thread", mention_bot=True)
    assert y.content.endswith("a question in the thread")
    assert y.message.channel_id == x.said.id


@on_shared_loop
async def test_mentions_notify_by_right_and_attachments_and_reactions_arrive(shared: Shared) -> None:
    sim, bot = shared.sim, shared.bot
    x = await sim.say("alice", "general", "!ping-all")
    assert x.message.pings == {"@everyone", "@Moderator", "alice"}
    sim.react("alice", x, PARTY)
    await sim.wait_for(lambda: f"REACTION {PARTY}" in bot.lines, 5, "reaction")
    await sim.say("bob", "general", "seen", files={"a.txt": b"1"}, expect=False)
    assert "SAW 'seen' 1" in bot.lines


def is_cleared_up(x: Exchange) -> bool:
    """Whether the command "work" came to its end."""
    return any(m.deleted for m in x.messages)


@on_shared_loop
async def test_channel_work_leaves_its_traces(sim: DiscordSim) -> None:
    x = await sim.slash("alice", "work", _until=is_cleared_up)
    assert x.ok
    assert x.messages[1].content.split()[1:] == ["alice", "3", "alice"]
    assert [m.content for m in x.messages if m.deleted] == ["to be removed"]
    threads = {c["name"]: c for c in sim.world.channels.values() if c["type"] == 11}
    assert {"details", "side"} <= set(threads)
    assert [m.content for m in sim.messages(threads["details"])] == ["in the thread"]
    assert threads["details"]["thread_metadata"]["archived"]
    start = next(m for m in reversed(sim.messages()) if m.content == "a message with a thread")
    assert start.data["reactions"][0]["emoji"]["name"] == THUMB
    assert not sim.violations, sim.report()


@on_shared_loop
async def test_presence_is_kept(sim: DiscordSim) -> None:
    presence = await sim.wait_for(lambda: sim.gateway.presence, 5, "presence")
    assert presence["activities"][0]["name"] == "a self-test"


@on_shared_loop
async def test_files_are_uploaded_read_and_replaced(sim: DiscordSim) -> None:
    x = await sim.slash("alice", "files")
    assert x.ok
    assert x.content == "read back hello"
    assert [a["filename"] for a in x.message.attachments] == ["b.txt", "c.txt"]
    assert x.message.files["a.png"] == b"\x89PNG1234"


@on_shared_loop
async def test_direct_message_is_found_in_its_channel(sim: DiscordSim) -> None:
    x = await sim.slash("alice", "tell")
    assert x.ok
    assert sim.messages(sim.world.dm(sim.world.user("alice")))[-1].content == "psst"


@pytest.mark.asyncio
async def test_bot_that_allows_no_mentions_notifies_nobody() -> None:
    settings = {"BOT_INTENTS": "content", "BOT_QUIET": "1"}
    async with running(privileged=("message_content",), env=settings) as (sim, _):
        x = await sim.say("alice", "general", "!ping-all")
        assert "@everyone" in x.content
        assert not x.message.pings


@pytest.mark.asyncio
async def test_content_and_permissions_are_withheld() -> None:
    async with running() as (sim, bot):
        await sim.say("bob", "general", "secret words", expect=False)
        assert "SAW '' 0" in bot.lines  # no message content intent
        x = await sim.say("alice", "general", "still seen", mention_bot=True)
        assert x.content.endswith("still seen")  # a mention shows its content without the intent
        sim.world.set_bot_permissions("view_channel", "read_message_history")
        x = await sim.say("alice", "general", "anyone?", mention_bot=True, expect=False, quiet=0.5)
        assert not x.messages
        assert {v.code for v in sim.violations} == {50013}


# What is refused: message, path, code, whether only the schemas say so

SCHEMA, BEYOND = True, False
REFUSED_MESSAGES = [
    ("content", "content", "BASE_TYPE_MAX_LENGTH", BEYOND),
    ("embed_total", "embeds", "MAX_EMBED_SIZE_EXCEEDED", BEYOND),
    ("embed_description", "embeds.0.description", "BASE_TYPE_MAX_LENGTH", SCHEMA),
    ("embed_title", "embeds.0.title", "BASE_TYPE_MAX_LENGTH", SCHEMA),
    ("embed_fields", "embeds.0.fields", "BASE_TYPE_MAX_LENGTH", SCHEMA),
    ("embed_field_value", "embeds.0.fields.0.value", "BASE_TYPE_MAX_LENGTH", SCHEMA),
    ("embed_field_empty", "embeds.0.fields.0.value", "BASE_TYPE_REQUIRED", BEYOND),
    ("embed_footer", "embeds.0.footer.text", "BASE_TYPE_MAX_LENGTH", SCHEMA),
    ("embed_empty", "embeds.0.description", "BASE_TYPE_REQUIRED", BEYOND),
    ("embed_url", "embeds.0.url", "URL_TYPE_INVALID_SCHEME", SCHEMA),
    ("custom_id_long", "components.0.components.0.custom_id", "BASE_TYPE_BAD_LENGTH", SCHEMA),
    ("custom_id_twice", "components.0.components.1.custom_id", "COMPONENT_CUSTOM_ID_DUPLICATED", BEYOND),
    ("six_buttons", "components.0.components", "BASE_TYPE_BAD_LENGTH", SCHEMA),
    ("six_buttons", "components.0.components", "COMPONENT_LAYOUT_WIDTH_EXCEEDED", BEYOND),
    ("six_rows", "components", "BASE_TYPE_BAD_LENGTH", BEYOND),
    ("options", "components.0.components.0.options", "BASE_TYPE_BAD_LENGTH", SCHEMA),
    ("link_without_url", "components.0.components.0.url", "BASE_TYPE_REQUIRED", BEYOND),
    ("v2_without_flag", "components.0.type", "UNION_TYPE_CHOICES", BEYOND),
    ("v2_with_content", "content", "MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2", BEYOND),
    ("mentions", "allowed_mentions", "MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE", BEYOND),
    ("wrong_type", "embeds", "LIST_TYPE_CONVERT", SCHEMA),
]


@pytest.mark.parametrize(
    ("kind", "path", "code"),
    [pytest.param(*row, marks=[needs_spec] if schema else []) for *row, schema in REFUSED_MESSAGES],
)
@on_shared_loop
async def test_message_over_a_limit_is_refused(shared: Shared, kind: str, path: str, code: str) -> None:
    x = await shared.sim.slash("alice", "bad", kind=kind)
    assert x.content == "recovered"
    (found,) = shared.sim.violations
    assert x.violations == [found]
    assert (found.call.status, found.code) == (400, 50035)
    assert ("data." + path, code) in [(".".join(map(str, p.path)), p.code) for p in found.problems]
    heard = await shared.outcome(1)
    assert heard.startswith("400 50035")
    assert path in heard


@on_shared_loop
async def test_empty_message_is_refused(shared: Shared) -> None:
    x = await shared.sim.slash("alice", "bad", kind="empty")
    assert x.content == "recovered"
    assert [v.code for v in x.violations] == [50006]
    assert (await shared.outcome(1)).startswith("400 50006")


@on_shared_loop
async def test_channel_message_over_a_limit_is_refused(shared: Shared) -> None:
    await shared.sim.slash("alice", "bad", kind="channel")
    (found,) = shared.sim.violations
    assert [str(p) for p in found.problems] == ["content: Must be 2000 or fewer in length. [BASE_TYPE_MAX_LENGTH]"]
    assert (await shared.outcome(1)).startswith("400 50035")


@pytest.mark.parametrize("typed", [pytest.param("x", marks=needs_spec), "long"])
@on_shared_loop
async def test_choices_over_a_limit_are_refused(shared: Shared, typed: str) -> None:
    x = await shared.sim.autocomplete("alice", "greedy", "word", typed)
    assert (await shared.outcome(1)).startswith("400 50035")
    assert x.violations[0].problems[0].code == "BASE_TYPE_MAX_LENGTH"


@pytest.mark.parametrize(
    ("kind", "code"),
    [
        ("upper", "APPLICATION_COMMAND_INVALID_NAME"),
        ("space", "APPLICATION_COMMAND_INVALID_NAME"),
        ("order", "APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID"),
        pytest.param("long", "BASE_TYPE_BAD_LENGTH", marks=needs_spec),
        pytest.param("description", "BASE_TYPE_MAX_LENGTH", marks=needs_spec),
    ],
)
@on_shared_loop
async def test_command_over_a_limit_is_refused(shared: Shared, kind: str, code: str) -> None:
    await shared.sim.slash("alice", "bad_command", kind=kind)
    assert (await shared.outcome(1)).startswith("400 50035")
    assert code in [p.code for p in shared.sim.violations[-1].problems]


@on_shared_loop
async def test_paths_that_are_not_served_are_told_apart(sim: DiscordSim) -> None:
    await sim.slash("alice", "beyond")
    not_simulated = 501 if SPEC else 404  # only the description tells that there is such an operation
    assert [v.call.status for v in sim.violations] == [404, not_simulated]


@on_shared_loop
async def test_late_answer_finds_no_interaction(shared: Shared) -> None:
    shared.sim.ack_deadline = 0.5
    x = await shared.sim.slash("alice", "slow", seconds=0.7)
    assert x.failed == "The application did not respond"
    assert (await shared.outcome(1)).startswith("404 10062")
    assert [v.code for v in x.violations] == [None, 10062]


@on_shared_loop
async def test_second_answer_is_refused(shared: Shared) -> None:
    x = await shared.sim.slash("alice", "twice")
    assert x.content == "once"
    assert len(x.messages) == 1
    assert [v.code for v in x.violations] == [40060]
    assert "40060" in await shared.outcome(1)


@on_shared_loop
async def test_followup_before_the_answer_finds_no_webhook(shared: Shared) -> None:
    x = await shared.sim.slash("alice", "early")
    assert x.content == "in order now"
    assert [v.code for v in x.violations] == [10015]
    assert (await shared.outcome(1)).startswith("404 10015")


@on_shared_loop
async def test_token_that_ended_is_refused(shared: Shared) -> None:
    sim = shared.sim
    task = asyncio.create_task(sim.slash("alice", "expired", _timeout=1))
    await sim.wait_for(lambda: any(x.name == "expired" and x.deferred for x in sim.exchanges), 5)
    sim.expire(sim.exchanges[-1])
    x = await task
    assert x.failed == "still thinking after 1 s"
    assert [v.code for v in x.violations] == [50027]
    assert (await shared.outcome(1)).startswith("401 50027")


@on_shared_loop
async def test_answer_that_never_comes_is_told(sim: DiscordSim) -> None:
    x = await sim.slash("alice", "hang", _timeout=0.5)
    assert x.thinking
    assert x.failed == "still thinking after 0.5 s"


# Faults


@pytest.mark.parametrize(
    ("fault", "least_ms"),
    [
        ({"where": "create_interaction_response", "status": 429, "retry_after": 0.4}, 400),
        ({"where": "create_interaction_response", "status": 502}, 1000),
        ({"where": r"POST /interactions/.*/callback", "status": 503}, 1000),
        ({"where": "create_interaction_response", "delay": 0.5}, 500),
    ],
)
@on_shared_loop
async def test_fault_that_discord_py_gets_over(sim: DiscordSim, fault: dict[str, Any], least_ms: float) -> None:
    made = sim.fault(**fault)
    x = await sim.slash("alice", "steady")
    assert x.ok
    assert x.content == "steady"
    assert x.ack_ms > least_ms
    assert len(made.hits) == 1


@pytest.mark.parametrize(
    ("fault", "heard"),
    [
        ({"status": 429, "retry_after": 0}, "429 0"),  # the proxy's own ban, which discord.py does not retry
        ({"status": 403, "error": (50013, "Missing Permissions")}, "403 50013"),
        ({"drop": "before"}, "ServerDisconnectedError"),
    ],
)
@on_shared_loop
async def test_fault_that_loses_the_answer(shared: Shared, fault: dict[str, Any], heard: str) -> None:
    shared.sim.ack_deadline = 0.5
    shared.sim.fault("create_interaction_response", **fault)
    x = await shared.sim.slash("alice", "steady")
    assert x.failed == "The application did not respond"
    assert (await shared.outcome(1)).startswith(heard)
    assert (await shared.outcome(2)).startswith("404 10015")


@on_shared_loop
async def test_cut_connection_may_have_taken_effect(shared: Shared) -> None:
    shared.sim.fault("create_interaction_response", drop="after")
    x = await shared.sim.slash("alice", "steady", _until=lambda x: len(x.messages) == 2)
    assert [m.content for m in x.messages] == ["steady", "after ServerDisconnectedError"]


@on_shared_loop
async def test_latency_is_added_to_every_request(sim: DiscordSim) -> None:
    sim.rest.latency = 0.1
    x = await sim.slash("alice", "steady")
    assert x.ok
    assert x.ack_ms >= 100


@pytest.mark.parametrize("fault", [{"status": 429, "retry_after": 0.5, "is_global": True}, {"status": 500}])
@on_shared_loop
async def test_fault_on_the_bots_own_route(sim: DiscordSim, fault: dict[str, Any]) -> None:
    made = sim.fault("create_message", **fault)
    x = await sim.say("alice", "general", "hello", mention_bot=True)
    assert x.content.startswith("you said")
    assert made.hits
    assert not x.violations


@on_shared_loop
async def test_bucket_is_kept_to_by_its_headers(sim: DiscordSim) -> None:
    sim.rest.rates["create_message"] = (5, 1.5)
    began = time.monotonic()
    x = await sim.slash("alice", "flood")
    assert x.content == "done"
    assert time.monotonic() - began > 1
    assert [m.content for m in sim.messages() if m.content.startswith("flood")] == [f"flood {n}" for n in range(8)]
    assert not sim.rate_limited


@on_shared_loop
async def test_global_limit_is_waited_out(sim: DiscordSim) -> None:
    sim.rest.rates["create_message"] = (50, 1.0)  # other tests may have filled the bucket
    sim.rest.global_limit = 4
    x = await sim.slash("alice", "work", _until=is_cleared_up)
    assert x.ok
    assert sim.rate_limited
    assert all(call.answer["global"] for call in sim.rate_limited)


# The gateway


def beat_fast(sim: DiscordSim) -> None:
    sim.gateway.heartbeat_interval = 0.5


@pytest.mark.asyncio
async def test_dropped_sessions_are_resumed_and_lost_ones_begun_anew() -> None:
    async with running(setup=beat_fast) as (sim, _):
        gate = sim.gateway

        async def pong() -> Exchange:
            x = await sim.slash("alice", "ping", _timeout=10)
            assert x.content == "pong"
            return x

        await sim.wait_for(lambda: gate.beats >= 3, 5, "heartbeats")
        assert gate.identifies[0]["properties"]["browser"] == "discord.py"
        acts = (gate.reconnect, gate.drop, lambda: gate.drop(4000), lambda: gate.invalidate(True))
        for number, act in enumerate(acts, 1):
            act()
            await sim.wait_for(lambda n=number: len(gate.resumes) == n and gate.ready, 20, f"resume {number}")
            assert gate.resumes[-1]["ok"]
            await pong()
        assert len(gate.identifies) == 1
        gate.drop(4000)
        await pong()  # the event sent while the bot was away
        assert gate.resumes[-1]["replayed"] >= 1
        gate.invalidate(False)
        await sim.wait_for(lambda: len(gate.identifies) == 2 and gate.ready, 20, "identify after invalid session")
        await pong()
        gate.drop(4000, forget=True)
        await sim.wait_for(lambda: len(gate.identifies) == 3 and gate.ready, 20, "identify after a refused resume")
        assert not gate.resumes[-1]["ok"]
        await pong()
        beats = gate.beats
        gate.request_beat()
        await sim.wait_for(lambda: gate.beats > beats, 5, "the beat asked for")
        assert not [v for v in sim.violations if v.where == "gateway"], sim.report()


@pytest.mark.asyncio
async def test_zombie_connection_is_given_up() -> None:
    async with running(setup=beat_fast, env={"BOT_HEARTBEAT": "1"}, compress="zlib") as (sim, _):
        assert sim.gateway.links[0].compress == "zlib-stream"
        sim.gateway.ack_heartbeats = False
        await sim.wait_for(lambda: sim.gateway.resumes, 15, "resume out of a zombie connection")
        sim.gateway.ack_heartbeats = True
        x = await sim.slash("alice", "ping")
        assert x.content == "pong"


@on_shared_loop
async def test_client_with_zstd_asks_for_it(sim: DiscordSim) -> None:
    pytest.importorskip("zstandard")
    assert sim.gateway.links[0].compress == "zstd-stream"


@pytest.mark.parametrize(
    ("env", "code", "words"),
    [
        ({"BOT_INTENTS": "content"}, 4014, "PrivilegedIntentsRequired"),
        ({"DISCORD_TOKEN": "wrong"}, 0, "LoginFailure"),
    ],
)
@pytest.mark.asyncio
async def test_bot_without_a_right_to_connect_ends(env: dict[str, str], code: int, words: str) -> None:
    async with DiscordSim() as sim:
        bot = await sim.start_bot(BOT, env=env)
        assert await asyncio.wait_for(bot.ended(), 20) != 0
        assert words in bot.log
        assert code in [v.code for v in sim.violations]


IDENTIFY = {"op": 2, "d": {"token": "sim.token.0", "intents": 1, "properties": {}}}


def identify(**changes: Any) -> dict[str, Any]:
    return {"op": 2, "d": IDENTIFY["d"] | changes}


@pytest.mark.parametrize(
    ("code", "frames", "query", "beat"),
    [
        (4012, [], "v=5&encoding=json", 40),
        (4002, [], "v=10&encoding=json&compress=other", 40),
        (4003, [{"op": 3, "d": {}}], "v=10", 40),
        (4002, ["no json"], "v=10", 40),
        (4002, [{"op": 3, "d": "x" * 5000}], "v=10", 40),
        (4013, [identify(intents=1 << 30)], "v=10", 40),
        (4010, [identify(shard=[2, 2])], "v=10", 40),
        (4004, [identify(token="nobody")], "v=10", 40),
        (4014, [identify(intents=1 << 1)], "v=10", 40),
        (4005, [IDENTIFY, IDENTIFY], "v=10", 40),
        (4001, [IDENTIFY, {"op": 99, "d": None}], "v=10", 40),
        (4008, [IDENTIFY, *[{"op": 1, "d": 1}] * 121], "v=10", 40),
        (4009, [IDENTIFY], "v=10", 0.1),
    ],
)
@pytest.mark.asyncio
async def test_gateway_closes_what_no_correct_client_sends(code: int, frames: list, query: str, beat: float) -> None:
    async with DiscordSim() as sim, aiohttp.ClientSession() as session:
        sim.gateway.heartbeat_interval = beat
        async with session.ws_connect(f"{sim.gateway_url}?{query}") as ws:
            for frame in frames:
                await ws.send_str(frame if isinstance(frame, str) else json.dumps(frame))
            while (message := await ws.receive(5)).type == aiohttp.WSMsgType.TEXT:
                pass
            assert (ws.close_code or message.data) == code
        assert [v.code for v in sim.violations] == [code]


@pytest.mark.parametrize(
    ("method", "path", "status", "code"),
    [
        ("PUT", "/gateway", 405, 0),
        ("GET", "/channels/1", 404, 10003),
        pytest.param("GET", "/users/x", 400, 50035, marks=needs_spec),
        ("GET", "/guilds/1", 404, 10004),
        ("POST", "/interactions/1/abc/callback", 404, 10062),
        ("POST", "/webhooks/1/abc", 404, 10015),
    ],
)
@on_shared_loop
async def test_rest_answers_errors_by_code(sim: DiscordSim, method: str, path: str, status: int, code: int) -> None:
    head, body = {"Authorization": f"Bot {sim.token}"}, {"type": 4, "content": "x"}
    async with (
        aiohttp.ClientSession() as session,
        session.request(method, sim.api_url + path, headers=head, json=body) as answer,
    ):
        assert (answer.status, (await answer.json())["code"]) == (status, code)


@on_shared_loop
async def test_rest_asks_for_the_token(sim: DiscordSim) -> None:
    async with aiohttp.ClientSession() as session, session.get(sim.api_url + "/users/@me") as answer:
        assert (answer.status, (await answer.json())["message"]) == (401, "401: Unauthorized")


@pytest.mark.asyncio
async def test_shards_share_out_the_guilds() -> None:
    def add_far_guild(sim: DiscordSim) -> None:
        sim.world.add_member("alice", guild=sim.world.add_guild("Far Guild"))

    async with running(shards=2, setup=add_far_guild, env={"BOT_SHARDED": "1"}) as (sim, _):
        assert sorted(i["shard"] for i in sim.gateway.identifies) == [[0, 2], [1, 2]]
        assert any(note.startswith("IDENTIFY") for note in sim.notes)  # the bot does not wait between shards
        guilds = sim.world.guilds.values()
        assert {s.shard for s in sim.gateway.sessions.values() for g in guilds if s.owns(g.id)} == {0, 1}
        for guild in guilds:
            x = await sim.slash("alice", "ping", _channel=sim.world.channel("general", guild))
            assert x.ok
            assert x.content == "pong"


# Ways to run


@pytest.mark.parametrize(
    ("target", "settings"),
    [
        (("-m", "selftest_bot"), {"cwd": BOT_DIR}),
        ((BOT,), {"direct": True, "env": {"BOT_DIRECT": "1"}}),
    ],
)
@pytest.mark.asyncio
async def test_bot_runs_as_module_and_by_its_own_settings(target: tuple[str, ...], settings: dict[str, Any]) -> None:
    async with DiscordSim() as sim:
        bot = await sim.start_bot(*target, **settings)
        await sim.wait_ready(commands=BOT_COMMANDS)
        assert (await sim.slash("alice", "ping")).content == "pong"
        assert await bot.stop() < 5
        assert bot.returncode is not None
        sim.ack_deadline = 0.3
        x = await sim.slash("alice", "ping")
        assert x.failed
        assert not x.messages


@pytest.mark.parametrize("direct", [False, True])
@pytest.mark.asyncio
async def test_discord_itself_is_out_of_reach(tmp_path: Path, direct: bool) -> None:
    script = tmp_path / "probe.py"
    script.write_text(
        "import asyncio, aiohttp, os, socket\n"
        "async def main():\n"
        "    async with aiohttp.ClientSession() as session:\n"
        "        await session.get('https://gateway.discord.gg')\n"
        "print(os.environ['KRATOM_DISCORD_TOKEN'], os.environ['DISCORD_TOKEN'])\n"
        "asyncio.run(main())\n",
        encoding="utf-8",
    )
    async with DiscordSim(token="a.b.c") as sim:
        bot = await sim.start_bot(str(script), direct=direct)
        assert await bot.ended() != 0
        assert bot.lines[0] == "a.b.c a.b.c"
        assert "gateway.discord.gg is not reachable from the simulator" in bot.log


@pytest.mark.asyncio
async def test_without_the_description_only_its_check_is_left_out(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv(SPEC_VARIABLE, str(tmp_path / "openapi.json"))
    async with running(spec=None) as (sim, _):
        assert sim.spec is None
        assert sim.report().count("schema check: left out") == 1
        fault = sim.fault("create_interaction_response", status=429, retry_after=0.2)
        x = await sim.slash("alice", "ask", question="Why?")
        assert x.ok
        assert "Why?" in x.text
        assert fault.hits
        x = await sim.slash("alice", "bad", kind="content")
        assert [v.code for v in x.violations] == [50035]
        x = await sim.slash("alice", "bad", kind="embed_title")
        assert x.embeds[0]["title"] == "x" * 257
        x = await sim.slash("alice", "bad", kind="wrong_type")
        assert [v.problems[0].code for v in x.violations] == ["UNREADABLE_SHAPE"]
        sim.world.set_bot_permissions("view_channel", "read_message_history")
        await sim.slash("alice", "flood", _timeout=0.5)
        assert sim.violations[-1].code == 50013


# Load


@pytest.mark.parametrize(
    ("command", "options", "gap_s"),
    [("ping", {}, 0.0), ("ask", {"question": "Why?"}, 0.0), ("ask", {"question": "Why?"}, 0.02)],
)
@on_shared_loop
async def test_burst_is_answered(sim: DiscordSim, command: str, options: dict[str, str], gap_s: float) -> None:
    tasks = []
    for number in range(60):
        tasks.append(asyncio.create_task(sim.slash(("alice", "bob", "mod")[number % 3], command, **options)))
        if gap_s:
            await asyncio.sleep(gap_s)
    done = await asyncio.gather(*tasks)
    assert [x for x in done if not x.ok] == []
    assert percentile([x.ack_ms for x in done], 50) < 1500
    assert not sim.violations, sim.report()


# The description, and the check against it


def test_every_handler_has_a_route_and_every_route_a_handler() -> None:
    assert {operation for _, _, operation in ROUTES} == set(HANDLERS)


@needs_spec
def test_routes_are_those_of_the_description() -> None:
    assert set(ROUTES) <= set(SPEC.routes)


MUTATIONS = 40  # of each body


def mutations(body: object, depth: int = 0) -> Iterator[Any]:
    """The body itself, and it with one thing wrong, in every place."""
    yield body
    if isinstance(body, dict):
        for key, value in body.items():
            for worse in ("x" * 7000, -1, {"type": 99}, ["a"] * 200, True):
                yield {**body, key: worse}
            yield {k: v for k, v in body.items() if k != key}
            if depth < 5:
                for inner in mutations(value, depth + 1):
                    yield {**body, key: inner}
    elif isinstance(body, list) and body and depth < 5:
        yield body * 30
        for inner in mutations(body[0], depth + 1):
            yield [inner, *body[1:]]


def with_unions_of_any(node: Any) -> Any:
    """A schema whose unions take any fitting branch, as Discord's do: a body may fit several."""
    if isinstance(node, dict):
        return {("anyOf" if key == "oneOf" else key): with_unions_of_any(value) for key, value in node.items()}
    return [with_unions_of_any(item) for item in node] if isinstance(node, list) else node


@needs_spec
@on_shared_loop
async def test_schema_check_agrees_with_jsonschema(shared: Shared) -> None:
    """Bodies of this bot, and spoiled copies: the simulator and the jsonschema library must judge them alike."""
    sim = shared.sim
    ask = await sim.slash("alice", "ask", question="Why?")
    await sim.click("alice", ask, "Why")
    for command in ("menu", "layout", "files"):
        await sim.slash("alice", command)
    await sim.slash("alice", "work", _until=is_cleared_up)
    calls = [call for call in shared.startup_calls + sim.calls if call.operation and call.body is not None]
    bodies = {json.dumps([call.operation, call.body]): (call.operation, call.body) for call in calls}
    document = {"components": with_unions_of_any(SPEC.data["components"])}
    validators: dict[str, Draft202012Validator] = {}
    checked = refused_by_both = 0
    for operation, body in bodies.values():
        schema = SPEC.body_schema(operation, "application/json")
        if schema is None:
            continue
        if operation not in validators:
            own = with_unions_of_any(copy.deepcopy(schema))
            validators[operation] = Draft202012Validator({**document, "allOf": [own]})
        for _, variant in zip(range(MUTATIONS), mutations(body), strict=False):
            problems, _ = SPEC.check(schema, variant, strict=True)
            shapes = [
                p for p in problems if not p.code.startswith(("URL_", "DATE_"))
            ]  # jsonschema leaves formats alone
            theirs = validators[operation].is_valid(variant)
            assert (not shapes) == theirs, (operation, str(variant)[:600], shapes[:3])
            checked += 1
            refused_by_both += not theirs
    assert checked > 500
    assert 100 < refused_by_both < checked
