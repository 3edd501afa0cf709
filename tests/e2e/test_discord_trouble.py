"""The bot without an index, under load, without Discord, and told to stop."""

from __future__ import annotations

import asyncio
import os
import socket
import sys

import pytest

from tests.discord_sim.sim import DiscordSim
from tests.e2e.bots import Place, assert_answered, running_bot

pytestmark = [pytest.mark.e2e, pytest.mark.asyncio]

QUESTION = "does kratom help with depression"
SLOW_TO_OPEN = {"KRATOM_ENCODER": "reference"}
"""The model itself takes seconds to load, the encoder of a build does not."""


async def test_missing_index_leaves_crisis_and_refusals_and_is_mended_by_a_reload(place: Place) -> None:
    (place.index / "CURRENT").unlink()
    async with running_bot(place, SLOW_TO_OPEN, indexed=False) as shared:
        sim = shared.sim
        await sim.wait_for(lambda: "answering without an index" in shared.bot.log, 20, "the fault in the log")
        crisis = await sim.slash("alice", "ask", question="i want to kill myself")
        assert_answered(crisis)
        assert crisis.ephemeral
        unavailable = await sim.slash("alice", "ask", question=QUESTION)
        assert_answered(unavailable)
        assert "I cannot look up answers at the moment" in unavailable.text
        refusal = await sim.slash("alice", "ask", question="how much kratom should i take")
        assert_answered(refusal)
        assert "I do not give amounts" in refusal.text
        assert "No index of passages is open" in (await sim.slash("alice", "about")).text

        status = await sim.slash("mod", "corpus status")
        assert "there is no index" in status.text
        assert "python -m index.rebuild" in status.text

        x = await sim.slash("mod", "corpus reload", _timeout=60, _until=lambda x: "answers now" in x.text)
        assert_answered(x)
        assert x.message is not None
        assert any("Reloading: " in str(earlier["components"]) for earlier in x.message.history)
        assert "No randomised trial" in (await sim.slash("alice", "ask", question=QUESTION)).text
        assert "there is no index" not in (await sim.slash("mod", "corpus status")).text
        shared.check()


async def test_damaged_index_does_not_keep_the_bot_from_starting(place: Place) -> None:
    build = place.index / (place.index / "CURRENT").read_text().strip()
    vectors = build / "vectors.faiss"
    vectors.write_bytes(vectors.read_bytes()[:-7])
    async with running_bot(place, indexed=False) as shared:
        sim = shared.sim
        await sim.wait_for(lambda: "answering without an index" in shared.bot.log, 20, "the fault in the log")
        assert_answered(await sim.slash("alice", "ask", question="my friend is not breathing"))
        status = await sim.slash("mod", "corpus status")
        assert_answered(status)
        assert "is damaged" in status.text
        assert "python -m index.rebuild" in status.text
        shared.check()


async def test_busy_and_late_replies_carry_notices_and_a_crisis_is_never_refused(place: Place) -> None:
    """While the model loads, questions wait for it: one in the queue, and not for long."""
    env = {**SLOW_TO_OPEN, "KRATOM_DISCORD__QUEUE_LENGTH": "1", "KRATOM_DISCORD__ANSWER_TIMEOUT_S": "0.3"}
    async with running_bot(place, env, indexed=False) as shared:
        sim = shared.sim
        questions = [asyncio.create_task(sim.slash("alice", "ask", question=QUESTION)) for _ in range(5)]
        crisis = await sim.slash("bob", "ask", question="i want to kill myself")
        replies = [await question for question in questions]
        assert "index opened" not in shared.bot.log
        assert_answered(crisis)
        assert "Find A Helpline" in crisis.text
        for reply in replies:
            assert_answered(reply)
            assert "If someone is in danger" in reply.text
        late = [reply for reply in replies if "This took too long" in reply.text]
        busy = [reply for reply in replies if "Many people are asking" in reply.text]
        assert (len(late), len(busy)) == (1, 4)
        assert all(reply.ephemeral and not reply.deferred for reply in busy)
        shared.check()


async def test_sigterm_lets_the_answer_in_flight_arrive(place: Place) -> None:
    (place.index / "CURRENT").unlink()
    async with running_bot(place, indexed=False) as shared:
        fault = shared.sim.fault("create_interaction_response", delay=1.0)
        asked = asyncio.create_task(shared.sim.slash("alice", "ask", question=QUESTION))
        await shared.sim.wait_for(lambda: fault.hits, 5, "the answer on its way")
        seconds = await shared.bot.stop()
        assert seconds < 10
        assert shared.bot.returncode == 0
        x = await asked
        assert_answered(x)
        assert "I cannot look up answers" in x.text
        shared.check()


async def test_sigterm_ends_a_bot_that_is_asked_without_a_pause(place: Place) -> None:
    """Were Discord left last, there would always be a reply under way, and those of the last moment would be lost."""
    async with running_bot(place) as shared:
        sim, asked = shared.sim, []
        sim.ack_deadline = 60.0  # a slow machine is no fault of the bot's

        async def ask_on() -> None:
            while shared.bot.returncode is None and sim.gateway.links:
                asked.append(sim.send("alice", "ask", question=QUESTION))
                await asyncio.sleep(0.05)

        asking = asyncio.create_task(ask_on())
        await sim.wait_for(lambda: any(x.complete for x in asked), 20, "the first answer")
        await shared.bot.stop(timeout=30)  # a slow machine takes long to end a process
        await asking
        assert shared.bot.returncode == 0
        assert '"unanswered": 0' in shared.bot.log
        assert sim.gateway.closes == [1000]  # Discord is told that the session is over
        reached = [x for x in asked if not x.failed]
        unanswered = [x for x in reached if not x.messages]
        assert len(unanswered) <= 2, unanswered  # what was on its way when the connection was closed
        for x in reached:
            if x.messages:
                assert_answered(x)
        sim.violations.clear()
        shared.check()


async def test_token_revoked_while_it_runs_ends_the_bot_with_a_sentence(place: Place) -> None:
    async with running_bot(place) as shared:
        sim = shared.sim
        sim.token = "another.token.0"
        sim.gateway.drop(4004)
        assert await asyncio.wait_for(shared.bot.ended(), 60) == 78
        assert "Discord no longer accepts this bot token" in shared.bot.log
        assert "Traceback" not in shared.bot.log


async def run_to_its_end(place: Place, env: dict[str, str]) -> tuple[int, str]:
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "bot", "run"),
        cwd=place.root,
        env={**os.environ, **place.env, **env},
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.STDOUT,
    )
    output, _ = await asyncio.wait_for(process.communicate(), 30)
    assert process.returncode is not None
    return process.returncode, output.decode()


async def test_wrong_token_ends_with_a_sentence(place: Place) -> None:
    async with DiscordSim() as sim:
        env = {"KRATOM_DISCORD_API_BASE": sim.api_url, "KRATOM_DISCORD_GATEWAY_URL": sim.gateway_url}
        status, output = await run_to_its_end(place, {**env, "KRATOM_DISCORD_TOKEN": "not.the.token"})
    assert status == 78
    assert "KRATOM_DISCORD_TOKEN" in output
    assert "Traceback" not in output
    assert "not.the.token" not in output


async def test_unreachable_discord_ends_with_a_sentence(place: Place) -> None:
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        closed = f"http://127.0.0.1:{unused.getsockname()[1]}/api/v10"
        status, output = await run_to_its_end(
            place, {"KRATOM_DISCORD_TOKEN": "a.b.c", "KRATOM_DISCORD_API_BASE": closed}
        )
    assert status == 69
    assert "cannot be reached" in output
    assert "Traceback" not in output
