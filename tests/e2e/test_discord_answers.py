"""People in Discord: ask, be refused, be helped in a crisis; the real client, the real model, one bot for all tests."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator, Iterator

import pytest
import pytest_asyncio

from bot.frontends.discord_client import texts
from bot.frontends.discord_client.texts import ANSWER_MENU, COMMANDS, MODERATOR_COMMANDS
from tests.discord_sim.sim import DiscordSim
from tests.e2e.bots import Place, Shared, assert_answered, running_bot

pytestmark = [pytest.mark.e2e, pytest.mark.asyncio(loop_scope="module")]

EVERYWHERE, BY_ALL = [0, 1, 2], [0, 1]
MANAGE_GUILD = str(1 << 5)


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def running(built: Place, tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Shared]:
    async with running_bot(built.copy(tmp_path_factory.mktemp("answers"))) as shared:
        yield shared


@pytest.fixture
def shared(running: Shared) -> Iterator[Shared]:
    running.forget()
    yield running
    running.check()


@pytest.fixture
def sim(shared: Shared) -> DiscordSim:
    return shared.sim


# What Discord is told


async def test_registers_exactly_these_commands(sim: DiscordSim) -> None:
    registered = {
        name: (command["contexts"], command["integration_types"], command["default_member_permissions"])
        for name, command in sim.commands.items()
    }
    for_people = ["ask", "legal", "interaction", "topics", "source", "crisis", "receipt", "about", "help"]
    assert registered == {
        **dict.fromkeys([*for_people, ANSWER_MENU], (EVERYWHERE, BY_ALL, None)),
        "corpus": ([0], [0], MANAGE_GUILD),
    }
    assert sim.commands[ANSWER_MENU]["type"] == 3
    options = {
        name: [(option["name"], option["type"], option.get("required", False)) for option in command["options"]]
        for name, command in sim.commands.items()
        if command.get("options")
    }
    options["corpus"].sort()
    assert options == {
        "ask": [("question", 3, True), ("private", 5, False)],
        "legal": [("place", 3, True), ("private", 5, False)],
        "interaction": [("substance", 3, True), ("private", 5, False)],
        "source": [("id", 3, True)],
        "receipt": [("id", 3, True)],
        "crisis": [("country", 3, False)],
        "corpus": sorted((name.split()[1], 1, False) for name in MODERATOR_COMMANDS if name.startswith("/corpus ")),
    }


async def test_every_command_that_help_names_exists(sim: DiscordSim) -> None:
    known = set()
    for name, command in sim.commands.items():
        below = [option["name"] for option in command.get("options", []) if option["type"] == 1]
        known |= {f"/{name} {sub}" for sub in below} or {f"/{name}"}
    known.discard(f"/{ANSWER_MENU}")
    assert known == COMMANDS.keys() | MODERATOR_COMMANDS.keys()
    pointers = {pointer for text in every_text() for pointer in re.findall(r"`(/[a-z]+(?: [a-z]+)?)`", text)}
    assert pointers <= known
    assert {"/ask", "/topics", "/legal", "/crisis"} <= pointers


def every_text() -> Iterator[str]:
    """All that the front end says by itself."""
    for name, value in vars(texts).items():
        if name.isupper():
            yield from value.values() if isinstance(value, dict) else [value]


async def test_asks_for_no_privileged_intent(shared: Shared) -> None:
    bits = 1 << 0 | 1 << 9 | 1 << 12  # guilds, guild messages, direct messages
    assert [identify["intents"] for identify in shared.sim.gateway.identifies] == [bits]


async def test_registers_commands_once_a_start(shared: Shared) -> None:
    assert [call.operation for call in shared.startup_calls].count("bulk_set_application_commands") == 1


# Answers


async def test_answers_with_lead_passage_sources_and_notices(sim: DiscordSim) -> None:
    x = await sim.slash("alice", "ask", question="Does kratom help with depression?")
    assert_answered(x)
    assert x.deferred
    assert not x.ephemeral
    assert "\n> **No randomised trial has tested kratom as a treatment for depression.** \\[1\\]" in x.text
    assert "A review of plants and mood" in x.text
    assert "<https://example.org/mood>" in x.text
    assert "systematic review" in x.text
    assert "Receipt K1" in x.text


async def test_private_answer_is_only_for_the_asker(sim: DiscordSim) -> None:
    x = await sim.slash("alice", "ask", question="can kratom hurt the liver", private=True)
    assert_answered(x)
    assert x.ephemeral
    assert "Liver injury after kratom" in x.text


async def test_answers_in_direct_messages(sim: DiscordSim) -> None:
    x = await sim.slash("alice", "ask", question="what is kratom withdrawal like", _channel="dm")
    assert_answered(x)
    assert "runny nose" in x.text


async def test_says_that_it_has_no_answer(sim: DiscordSim) -> None:
    x = await sim.slash("alice", "ask", question="What is the capital of France?")
    assert_answered(x)
    assert "I have no sourced answer to this" in x.text
    assert "Topics I have passages on" in x.text


async def test_refuses_amounts_and_names_none(sim: DiscordSim) -> None:
    x = await sim.slash("alice", "ask", question="how much kratom should I take")
    assert_answered(x)
    assert "I do not give amounts" in x.text


@pytest.mark.parametrize("question", ["i want to kill myself", "my friend took kratom and is not breathing"])
async def test_crisis_is_answered_at_once_and_privately(sim: DiscordSim, question: str) -> None:
    x = await sim.slash("alice", "ask", question=question, private=False)
    assert_answered(x)
    assert not x.deferred
    assert x.ephemeral
    assert x.text.startswith("## ")
    assert "Emergency" in x.text


async def test_long_cry_for_help_is_not_kept_back(sim: DiscordSim) -> None:
    x = await sim.slash("alice", "ask", question="it is all too much. " * 250 + "i want to kill myself")
    assert_answered(x)
    assert x.ephemeral
    assert "Find A Helpline" in x.text


# Input that is no question


@pytest.mark.parametrize(
    ("question", "says"),
    [
        pytest.param(" ", "I could not find a question", id="blank"),
        pytest.param("\N{HERB}\N{HERB} \N{DIZZY FACE}", "I could not find a question", id="emoji"),
        pytest.param("\0\0\0", "I could not find a question", id="null bytes"),
        pytest.param("\u202e\u2066\u200b", "I could not find a question", id="hidden and bidirectional marks"),
        pytest.param("@everyone @here <@&1>", "I could not find a question", id="mentions"),
        pytest.param("why " * 1000, "This message is too long", id="4,000 characters"),
        pytest.param("x" * 6000, "This message is too long", id="6,000 characters"),
    ],
)
async def test_what_is_no_question_gets_a_short_reply(sim: DiscordSim, question: str, says: str) -> None:
    x = await sim.slash("alice", "ask", question=question)
    assert_answered(x)
    assert len(x.messages) == 1
    assert says in x.text
    assert len(x.text) < 1000


@pytest.mark.parametrize(
    "question",
    [
        "@everyone does kratom help with depression",
        "[does kratom help with depression](https://evil.example)",
        "does kra\0tom help with depression\u202e",
        "```does kratom help with depression```",
    ],
)
async def test_what_is_hidden_in_a_question_does_not_come_back(sim: DiscordSim, question: str) -> None:
    x = await sim.slash("alice", "ask", question=question)
    assert_answered(x)
    assert "evil.example" not in x.text
    assert "@everyone" not in x.text
    assert "\u202e" not in x.text


# The other commands


async def test_about_tells_what_answers(shared: Shared) -> None:
    x = await shared.sim.slash("alice", "about")
    assert_answered(x)
    assert (shared.place.index / "CURRENT").read_text().strip() in x.text
    assert "of 4 articles" in x.text
    assert "all-MiniLM-L6-v2" in x.text
    assert "was not measured" in x.text


async def test_help_names_the_commands_of_moderators_only_to_moderators(sim: DiscordSim) -> None:
    for_all = await sim.slash("alice", "help")
    for_moderators = await sim.slash("mod", "help")
    assert_answered(for_all)
    assert_answered(for_moderators)
    assert "/ask" in for_all.text
    assert "/corpus reload" not in for_all.text
    assert "/corpus reload" in for_moderators.text


async def test_crisis_command_needs_no_country(sim: DiscordSim) -> None:
    x = await sim.slash("alice", "crisis")
    assert_answered(x)
    assert x.ephemeral
    assert "Find A Helpline" in x.text


@pytest.mark.parametrize("country", ["de", "Germany", " germany "])
async def test_crisis_command_shows_the_lines_of_a_country(sim: DiscordSim, country: str) -> None:
    x = await sim.slash("alice", "crisis", country=country)
    assert_answered(x)
    assert "Emergency number in Germany" in x.text


async def test_crisis_command_for_an_unknown_country_shows_what_holds_anywhere(sim: DiscordSim) -> None:
    x = await sim.slash("alice", "crisis", country="@everyone [Atlantis](https://evil.example)")
    assert_answered(x)
    assert "Find A Helpline" in x.text
    assert "evil.example" not in x.text


@pytest.mark.parametrize(("typed", "first"), [("ger", "de"), ("US", "us"), ("united k", "gb")])
async def test_countries_are_suggested_by_name_and_code(sim: DiscordSim, typed: str, first: str) -> None:
    x = await sim.autocomplete("alice", "crisis", "country", typed)
    assert x.choices is not None
    assert x.choices[0]["value"] == first
    assert len(x.choices) <= 25


@pytest.mark.parametrize("typed", ["", "no such place"])
async def test_suggestions_fit_whatever_is_typed(sim: DiscordSim, typed: str) -> None:
    x = await sim.autocomplete("alice", "crisis", "country", typed)
    assert x.ok
    assert x.choices is not None
    assert len(x.choices) == (25 if not typed else 0)


# Trouble on the way to Discord


async def test_crisis_card_is_sent_again_where_the_connection_was_cut(sim: DiscordSim) -> None:
    sim.fault("create_interaction_response", drop="before")
    x = await sim.slash("alice", "ask", question="i want to kill myself")
    assert_answered(x)
    assert "Find A Helpline" in x.text


async def test_answer_is_sent_again_where_the_connection_was_cut(sim: DiscordSim) -> None:
    sim.fault("update_original_webhook_message", drop="before")
    x = await sim.slash("alice", "ask", question="what is kratom")
    assert_answered(x)
    assert "Kratom is a tree" in x.text


async def test_answer_that_discord_refuses_is_replaced_by_an_apology(shared: Shared) -> None:
    shared.sim.fault("update_original_webhook_message", status=400, error=(50035, "Invalid Form Body"))
    x = await shared.sim.slash("alice", "ask", question="what is kratom")
    assert "Something went wrong on my side" in x.text
    await shared.sim.wait_for(lambda: '"code": 50035' in shared.bot.log, 5, "the error in the log")


async def test_question_reaches_no_log_and_no_file(shared: Shared) -> None:
    canary = "zebrafinchcanary"
    sim = shared.sim
    for words in ("does kratom help with depression", "i want to kill myself", "how much should i take", "capital of"):
        assert_answered(await sim.slash("alice", "ask", question=f"{words} {canary}"))
    sim.fault("update_original_webhook_message", status=403, error=(50013, "Missing Permissions"), times=2)
    await sim.slash("alice", "ask", question=f"what is kratom {canary}", _timeout=0.5)
    sim.fault("update_original_webhook_message", status=404, error=(10015, "Unknown Webhook"))
    await sim.slash("alice", "ask", question=f"what is kratom {canary}", _timeout=0.5)
    await sim.autocomplete("alice", "crisis", "country", canary)
    await sim.wait_for(lambda: shared.bot.log.count("reply could not be sent") == 2, 5, "both failures in the log")
    assert canary not in shared.bot.log
    files = [path for path in shared.place.root.rglob("*") if path.is_file()]
    assert files
    assert not [path for path in files if canary.encode() in path.read_bytes()]
