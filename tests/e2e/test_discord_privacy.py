"""Words that nobody else could have written are asked in every way there is; afterwards they are nowhere (P9)."""

from __future__ import annotations

import asyncio
import os
import re
import signal
import subprocess
import sys
from collections.abc import AsyncIterator

import aiohttp
import pytest
import pytest_asyncio

from bot.frontends.discord_client import texts
from tests.canaries import found_in, found_under
from tests.discord_sim.driver.commands import MESSAGE_MENU
from tests.discord_sim.sim import DiscordSim
from tests.e2e.bots import Place, Shared, restart, running_bot
from tests.e2e.state_on_disk import opened_state

pytestmark = [pytest.mark.e2e, pytest.mark.asyncio(loop_scope="module")]

KEPT = "zqxkeptreason"
"""A moderator's reason, kept until the passage is restored: it shows that the search looks where things are."""
PASSAGE = "depression#no-trial"
STRING = 3
LOUD = {"KRATOM_LOG_LEVEL": "debug", "PYTHONFAULTHANDLER": "1", "PYTHONASYNCIODEBUG": "1", "PYTHONDEVMODE": "1"}
# Options whose text is kept because a moderator wants it kept, or that take no words.
NOT_ASKED = {("corpus withdraw", "reason")}
CALLBACK, EDIT = "create_interaction_response", "update_original_webhook_message"


class Canaries:
    """Words, one for each place they were written to."""

    def __init__(self) -> None:
        self.words: dict[str, str] = {}

    def new(self, place: str) -> str:
        """Return a word that was not used before."""
        word = f"zqxcanary{len(self.words):03}zz"
        self.words[word] = place
        return word

    def question(self, place: str) -> str:
        return f"does kratom help with depression {self.new(place)}"

    def assert_not_in(self, data: bytes) -> None:
        assert {self.words[word] for word in found_in(data, set(self.words))} == set()


CANARIES = Canaries()
LOGS: list[str] = []


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def running(built: Place, tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Shared]:
    async with running_bot(built.copy(tmp_path_factory.mktemp("privacy")), LOUD) as shared:
        yield shared


def leaves(sim: DiscordSim) -> dict[str, list[dict]]:
    """The options of every slash command, by the words it is used with."""
    found = {}
    for name, command in sim.commands.items():
        if command["type"] == MESSAGE_MENU:
            continue
        below = [one for one in command.get("options", []) if one["type"] == 1]
        found |= {f"{name} {one['name']}": one.get("options", []) for one in below} or {
            name: command.get("options", [])
        }
    return found


async def everything_kept(shared: Shared) -> bytes:
    """What the bot tells operators: its log, its health and its figures."""
    found = re.search(
        r'"port": (\d+), "event": "health can be asked"|health can be asked.*?"port": (\d+)', shared.bot.log
    )
    assert found
    told = [*LOGS, shared.bot.log]
    async with aiohttp.ClientSession() as session:
        for path in ("/healthz", "/readyz", "/metrics"):
            async with session.get(f"http://127.0.0.1:{found[1] or found[2]}{path}") as response:
                told.append(await response.text())
    return "\n".join(told).encode()


async def assert_nowhere(shared: Shared) -> None:
    """Not in what operators are told, nor in the state; the last test looks into every other file too."""
    CANARIES.assert_not_in(await everything_kept(shared))
    assert found_under(shared.place.state, set(CANARIES.words)) == {}


async def test_nothing_asked_is_kept_whatever_way_it_was_asked(running: Shared) -> None:
    sim, ask = running.sim, CANARIES.question
    public = await sim.slash("alice", "ask", question=ask("/ask"))
    await sim.slash("alice", "ask", question=ask("/ask in private"), private=True)
    await sim.slash("alice", "ask", question=f"i want to kill myself {CANARIES.new('a cry for help')}")
    await sim.slash("alice", "ask", question=f"how much should i take {CANARIES.new('a refusal')}")
    await sim.slash("alice", "ask", question=f"{CANARIES.new('nothing near')} in the garden of my aunt")
    await sim.slash("alice", "ask", question=f"{CANARIES.new('long')} " * 400)
    said = await sim.say("bob", "general", ask("a message"), expect=False, quiet=0.0)
    assert said.said is not None
    await sim.message_command("alice", said.said, texts.ANSWER_MENU)
    await sim.say("alice", "general", ask("a mention"), mention_bot=True)
    await sim.say("alice", "dm", ask("a direct message"))
    form = await sim.click("alice", public, texts.FOLLOW_UP)
    await sim.submit_modal("alice", form, {texts.FORM_LABEL: f"and with alcohol {CANARIES.new('a follow-up')}"})
    await assert_nowhere(running)


async def test_nothing_typed_into_any_option_is_kept(running: Shared) -> None:
    sim = running.sim
    tried = set()
    for path, options in leaves(sim).items():
        for option in options:
            if option["type"] != STRING or (path, option["name"]) in NOT_ASKED or option.get("choices"):
                continue
            tried.add(path)
            name = option["name"]
            words = f"{CANARIES.new(f'/{path} {name}')} my zoloft"[: option.get("max_length", 6000)]
            others = {
                one["name"]: ("a.md", b"x") if one["type"] == 11 else "x"
                for one in options
                if one.get("required") and one["name"] != name
            }
            who = "mod" if path.startswith("corpus") else "alice"
            await sim.slash(who, path, _timeout=60, **{option["name"]: words}, **others)
            if option.get("autocomplete"):
                await sim.autocomplete(who, path, option["name"], CANARIES.new(f"typing into /{path}"), **others)
    assert tried >= {"ask", "legal", "interaction", "source", "receipt", "corpus withdraw"}
    await assert_nowhere(running)


@pytest.mark.parametrize(
    "fault",
    [
        {"status": 500, "times": 9},
        {"status": 404, "error": (10062, "Unknown interaction")},
        {"status": 403, "error": (50013, "Missing Permissions")},
        {"status": 400, "error": (50035, "Invalid Form Body")},
        {"drop": "before", "times": 9},
    ],
    ids=["500", "404", "403", "400", "cut"],
)
async def test_nothing_is_kept_where_discord_fails(running: Shared, fault: dict) -> None:
    sim = running.sim
    for where in (CALLBACK, EDIT):
        sim.fault(where, **fault)
        await sim.slash("alice", "ask", question=CANARIES.question(f"{where} fails"), _timeout=1)
        await sim.slash("alice", "receipt", id=CANARIES.new("a receipt that fails"), _timeout=1)
        sim.rest.faults.clear()
    sim.fault("create_message", **fault)
    await sim.say("alice", "general", CANARIES.question("a mention that fails"), mention_bot=True, timeout=1)
    sim.rest.faults.clear()
    await assert_nowhere(running)


async def test_search_finds_what_is_kept_until_it_is_not(running: Shared) -> None:
    """A reason is in the database and in its journal; once the passage is restored, in no freed page of either."""
    sim = running.sim
    await sim.slash("mod", "corpus withdraw", subject=PASSAGE, reason=f"for this {KEPT}")
    assert found_under(running.place.state, {KEPT})
    assert not found_in(running.bot.log.encode(), {KEPT})
    await sim.slash("mod", "corpus restore", subject=PASSAGE)
    assert found_under(running.place.state, {KEPT}) == {}


async def test_backups_hold_nothing_that_was_asked(running: Shared) -> None:
    await running.sim.slash("mod", "corpus withdraw", subject=PASSAGE, reason=f"for this {KEPT}")
    folder = running.place.root / "backups"
    command = [sys.executable, "-m", "bot", "backup", str(folder / "kratom.backup")]
    env = {**os.environ, **running.env}
    done = await asyncio.to_thread(
        subprocess.run, command, cwd=running.place.root, env=env, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    kept = found_under(folder, {KEPT, *CANARIES.words})
    assert set().union(*kept.values()) == {KEPT}
    await running.sim.slash("mod", "corpus restore", subject=PASSAGE)


async def test_deletion_leaves_no_key_and_no_id_of_the_person(running: Shared) -> None:
    sim, place = running.sim, running.place
    number = int(sim.world.user("alice")["id"])
    x = await sim.slash("alice", "ask", question="does kratom help with depression")
    await sim.click("alice", x, texts.NOT_HELPFUL)
    await sim.say("alice", "general", "does kratom help with depression", mention_bot=True)
    await sim.slash("alice", "ask", question="what does the moon do to zebras in the garden of kratom")
    sim.commands["settings"].update(default_member_permissions=None)
    await sim.slash("alice", "settings")  # refused, and noted by her id
    with opened_state(place) as state:
        held = state.people.held(number)
        with state.database._engine.connect() as connection:
            keys = {
                bytes(key)
                for table in ("feedback", "gap_marks", "answer_messages")
                for key in connection.exec_driver_sql(f"SELECT asker_key FROM {table}").scalars()
            }
    assert held.feedback
    assert held.messages
    assert held.acts
    traces = {*keys, str(number).encode(), number.to_bytes(8, "big")}
    assert traces_in(place, traces) >= {*keys, number.to_bytes(8, "big")}
    y = await sim.slash("alice", "privacy")
    z = await sim.click("alice", y, texts.DELETE_DATA)
    assert z.ok
    assert (await sim.click("alice", y, texts.DELETE_DATA_NOW)).ok
    assert traces_in(place, traces) == set()


def traces_in(place: Place, traces: set[bytes]) -> set[bytes]:
    data = b"".join(path.read_bytes() for path in place.state.rglob("*") if path.is_file())
    return {trace for trace in traces if trace in data}


async def test_time_outs_and_a_full_queue_keep_nothing(running: Shared) -> None:
    LOGS.append(running.bot.log)
    await restart(running, {"KRATOM_DISCORD__ANSWER_TIMEOUT_S": "0.001", "KRATOM_DISCORD__QUEUE_LENGTH": "1"})
    sim = running.sim
    questions = [CANARIES.question("a time-out") for _ in range(12)]
    shown = await asyncio.gather(*(sim.slash("alice", "ask", question=one) for one in questions))
    assert any(texts.TIMEOUT in x.text or texts.BUSY in x.text for x in shown)
    await assert_nowhere(running)


async def test_crash_dump_keeps_nothing(running: Shared) -> None:
    LOGS.append(running.bot.log)
    await restart(running, {"KRATOM_DISCORD__ANSWER_TIMEOUT_S": "60", "KRATOM_DISCORD__QUEUE_LENGTH": "100"})
    sim = running.sim
    sim.fault(CALLBACK, delay=3)
    asking = [
        asyncio.create_task(sim.slash("alice", "ask", question=CANARIES.question("a crash"), _timeout=2))
        for _ in range(5)
    ]
    await sim.wait_for(lambda: sim.exchanges, 5)
    await asyncio.sleep(0)
    running.bot.process.send_signal(signal.SIGABRT)
    assert await running.bot.ended() == -signal.SIGABRT
    await asyncio.gather(*asking)
    assert "Fatal Python error: Aborted" in running.bot.log
    CANARIES.assert_not_in("\n".join([*LOGS, running.bot.log]).encode())
    assert found_under(running.place.root, set(CANARIES.words)) == {}
