"""The network and Discord at their worst: whatever can still be answered is, once and with both notices."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Iterator
from typing import Any

import pytest
import pytest_asyncio

from bot.frontends.discord_client import texts
from tests.discord_sim.exchange import Exchange
from tests.discord_sim.sim import DiscordSim
from tests.e2e.bots import Place, Shared, assert_answered, running_bot

pytestmark = [pytest.mark.e2e, pytest.mark.asyncio(loop_scope="module")]

ASKED = "does kratom help with depression"
NO_TRIAL = "No randomised trial"
CRY = "i want to kill myself"
AT_ONCE_DEFERRED = {"KRATOM_DISCORD__PATIENCE_S": "0"}
"""Discord is told that an answer will come before it is there, so that there is a second request to spoil."""
CALLBACK, EDIT, FOLLOWUP = "create_interaction_response", "update_original_webhook_message", "execute_webhook"


def more_places(sim: DiscordSim) -> dict[str, str]:
    sim.world.add_member("alice", guild=sim.world.add_guild("Leaving"))
    return {}


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def running(built: Place, tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Shared]:
    place = built.copy(tmp_path_factory.mktemp("faults"))
    async with running_bot(place, AT_ONCE_DEFERRED, setup=more_places) as shared:
        yield shared


@pytest.fixture
def shared(running: Shared) -> Iterator[Shared]:
    """The one bot; a test says which refusals it provoked, and nothing else may have gone wrong."""
    running.forget()
    yield running
    running.check()


@pytest.fixture
def sim(shared: Shared) -> DiscordSim:
    return shared.sim


def provoked(shared: Shared, *codes: int) -> None:
    """These refusals came, and only these; the log tells of no error."""
    assert [violation.code for violation in shared.sim.violations] == list(codes), shared.sim.report()
    shared.sim.violations.clear()
    assert "command failed" not in shared.bot.log
    assert "event failed" not in shared.bot.log


async def meanwhile(sim: DiscordSim, action: Any, then: Callable[[], object]) -> Exchange:
    """Begin a user's action, and do something before the bot can have heard of it."""
    task = asyncio.ensure_future(action)
    await asyncio.sleep(0)
    then()
    return await task


async def still_answers(sim: DiscordSim) -> None:
    x = await sim.slash("bob", "ask", question=ASKED)
    assert_answered(x)
    assert NO_TRIAL in x.text


# Requests that fail


@pytest.mark.parametrize("where", [CALLBACK, EDIT])
@pytest.mark.parametrize(
    "fault",
    [{"status": 429, "retry_after": 0.3}, {"status": 500}, {"status": 502}, {"status": 503}, {"status": 504}],
    ids=["429", "500", "502", "503", "504"],
)
async def test_answer_comes_after_a_refusal_that_passes(shared: Shared, where: str, fault: dict[str, Any]) -> None:
    spoiled = shared.sim.fault(where, **fault)
    x = await shared.sim.slash("alice", "ask", question=ASKED)
    assert len(spoiled.hits) == 1
    assert_answered(x)
    assert NO_TRIAL in x.text
    assert len(x.messages) == 1
    provoked(shared)


async def test_one_long_wait_that_discord_asks_for_keeps_nobody_else_waiting(shared: Shared) -> None:
    sim = shared.sim
    spoiled = sim.fault(EDIT, status=429, retry_after=5.0)
    waiting = asyncio.create_task(sim.slash("alice", "ask", question=ASKED))
    await sim.wait_for(lambda: spoiled.hits, 10, "the refusal")
    x = await sim.slash("bob", "ask", question=ASKED)
    assert NO_TRIAL in x.text
    assert not waiting.done()
    late = await waiting
    assert NO_TRIAL in late.text
    assert len(late.messages) == 1
    provoked(shared)


@pytest.mark.parametrize("question", [ASKED, CRY], ids=["question", "crisis"])
@pytest.mark.parametrize("when", ["before", "after"])
@pytest.mark.parametrize("where", [CALLBACK, EDIT])
async def test_answer_comes_though_the_connection_was_cut(shared: Shared, where: str, when: str, question: str) -> None:
    sim = shared.sim
    spoiled = sim.fault(where, drop=when)
    x = await sim.slash("alice", "ask", question=question, _until=lambda y: y.messages and not y.thinking)
    assert x.messages, x
    assert len([m for m in x.messages if not m.deleted]) == 1
    assert spoiled.hits or question == CRY  # a crisis card is one request
    if question == CRY:
        assert "Find A Helpline" in x.text
    else:
        assert NO_TRIAL in x.text
    if (where, when) == (CALLBACK, "after"):  # sent once more, as it may have been lost
        await sim.wait_for(lambda: sim.violations, 5, "the second try")
        provoked(shared, 40060)
    await still_answers(sim)


@pytest.mark.parametrize("question", [ASKED, CRY], ids=["question", "crisis"])
async def test_interaction_that_discord_gave_up_is_let_go(shared: Shared, question: str) -> None:
    shared.sim.fault(CALLBACK, status=404, error=(10062, "Unknown interaction"))
    x = await shared.sim.slash("alice", "ask", question=question, _timeout=0.5)
    shared.sim.give_up(x)
    assert not x.messages
    await shared.sim.wait_for(lambda: "reply could not be sent" in shared.bot.log, 5, "the loss in the log")
    shared.sim.exchanges.clear()
    provoked(shared)
    await still_answers(shared.sim)


async def test_token_that_ended_while_the_answer_was_made_is_let_go(shared: Shared) -> None:
    sim = shared.sim
    sim.fault(CALLBACK, delay=0.1)
    asking = asyncio.create_task(sim.slash("alice", "ask", question=ASKED, _timeout=1))
    await sim.wait_for(lambda: sim.exchanges, 5)
    sim.expire(sim.exchanges[-1])
    await asking
    await sim.wait_for(lambda: "reply could not be sent" in shared.bot.log, 5, "the loss in the log")
    provoked(shared, 50027)
    await still_answers(sim)


async def test_followup_that_fails_leaves_what_was_said(shared: Shared) -> None:
    sim = shared.sim
    x = await sim.slash("alice", "ask", question=ASKED)
    sim.fault(FOLLOWUP, status=429, retry_after=0.3)
    assert_answered(await sim.click("alice", x, texts.SOURCES))
    provoked(shared)


# The gateway


async def test_questions_asked_while_the_connection_was_lost_are_answered_once(shared: Shared) -> None:
    sim, gate = shared.sim, shared.sim.gateway
    resumed = len(gate.resumes)
    gate.drop()
    x = await sim.slash("alice", "ask", question=ASKED, _timeout=30)
    assert gate.resumes[resumed]["ok"]
    assert NO_TRIAL in x.text
    assert len(x.messages) == 1
    sim.violations.clear()  # it may have come back after Discord's 3 seconds
    await still_answers(sim)


async def test_session_that_cannot_be_resumed_is_begun_anew(shared: Shared) -> None:
    sim, gate = shared.sim, shared.sim.gateway
    sessions = len(gate.identifies)
    gate.drop(4000, forget=True)
    await sim.wait_for(lambda: len(gate.identifies) > sessions and gate.ready, 60, "a new session")
    assert not gate.resumes[-1]["ok"]
    provoked(shared)
    await still_answers(sim)


@pytest.mark.parametrize("question", [ASKED, CRY, "how much kratom should i take"], ids=["question", "crisis", "dose"])
async def test_interaction_delivered_twice_is_answered_once(shared: Shared, question: str) -> None:
    sim = shared.sim
    asking = sim.slash("alice", "ask", question=question)
    x = await meanwhile(sim, asking, lambda: sim.redeliver(sim.exchanges[-1]))
    assert x.messages
    await sim.wait_for(lambda: [call.status for call in sim.calls].count(400), 10, "the second answer")
    assert len(x.messages) == 1
    assert x.message is not None
    assert not x.message.loading
    provoked(shared, 40060)


# What goes away


@pytest.mark.parametrize("button", [texts.MORE, texts.SOURCES, texts.FOLLOW_UP])
async def test_button_answers_though_its_message_was_deleted(shared: Shared, button: str) -> None:
    sim = shared.sim
    x = await sim.slash("alice", "ask", question=ASKED)
    y = await meanwhile(sim, sim.click("alice", x, button), lambda: sim.delete(x))
    assert y.ok
    assert y.modal or y.text
    if y.modal:
        assert_answered(await sim.submit_modal("alice", y, {texts.FORM_LABEL: "what is kratom"}))
    provoked(shared)


async def test_menu_answers_though_its_message_was_deleted(shared: Shared) -> None:
    sim = shared.sim
    x = await sim.slash("alice", "topics")
    y = await meanwhile(sim, sim.select("alice", x, ["Basics"]), lambda: sim.delete(x))
    assert y.messages, sim.report()
    provoked(shared, 10008)


async def test_answer_to_a_deleted_thought_is_let_go(shared: Shared) -> None:
    sim = shared.sim
    sim.fault(CALLBACK, delay=0.0)
    asking = asyncio.create_task(sim.slash("alice", "ask", question=ASKED, _timeout=1))
    await sim.wait_for(lambda: sim.exchanges and sim.exchanges[-1].messages, 5, "the thought")
    gone = sim.exchanges[-1].messages[0]
    if gone.loading:
        sim.delete(gone)
    await asking
    sim.violations[:] = [violation for violation in sim.violations if violation.code != 10008]
    provoked(shared)
    await still_answers(sim)


async def test_channel_deleted_under_a_question_is_let_go(shared: Shared) -> None:
    sim = shared.sim
    doomed = sim.world.add_channel("doomed")
    await meanwhile(
        sim,
        sim.slash("alice", "ask", question=ASKED, _channel=doomed, _timeout=0.5),
        lambda: sim.delete_channel(doomed),
    )
    await sim.wait_for(lambda: "reply could not be sent" in shared.bot.log, 5, "the loss in the log")
    provoked(shared, 10003)
    await still_answers(sim)


async def test_mention_in_a_channel_that_is_gone_is_let_go(shared: Shared) -> None:
    sim = shared.sim
    doomed = sim.world.add_channel("doomed too")
    said = sim.say("alice", doomed, ASKED, mention_bot=True, timeout=0.5)
    await meanwhile(sim, said, lambda: sim.delete_channel(doomed))
    await sim.wait_for(lambda: "reply could not be sent" in shared.bot.log, 5, "the loss in the log")
    sim.violations[:] = [violation for violation in sim.violations if violation.code != 10003]
    provoked(shared)
    await still_answers(sim)


async def test_server_that_removes_the_bot_under_a_question_is_let_go(shared: Shared) -> None:
    sim = shared.sim
    leaving = next(guild for guild in sim.world.guilds.values() if guild.name == "Leaving")
    room = sim.world.channel("general", leaving)
    asking = sim.slash("alice", "ask", question=ASKED, _channel=room, _timeout=0.5)
    await meanwhile(sim, asking, lambda: sim.remove_bot(leaving))
    await sim.wait_for(lambda: "reply could not be sent" in shared.bot.log, 5, "the loss in the log")
    provoked(shared, 10062)
    await still_answers(sim)
