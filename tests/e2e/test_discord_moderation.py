"""Moderators in Discord: see the state of the corpus, bring a changed one into use, and nobody else does."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Iterator

import pytest
import pytest_asyncio

from tests.discord_sim.sim import DiscordSim
from tests.e2e.bots import Place, Shared, assert_answered, reload_corpus, running_bot
from tests.e2e.corpus_on_disk import DEPRESSION

pytestmark = [pytest.mark.e2e, pytest.mark.asyncio(loop_scope="module")]

QUESTION = "does kratom help with depression"


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def running(built: Place, tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Shared]:
    def with_curators(sim: DiscordSim) -> dict[str, str]:
        role = sim.world.add_role("Curator")
        sim.world.add_member("carol", roles=["Curator"])
        return {"KRATOM_DISCORD__MODERATOR_ROLE_IDS": json.dumps([int(role["id"])])}

    async with running_bot(built.copy(tmp_path_factory.mktemp("moderation")), setup=with_curators) as shared:
        yield shared


@pytest.fixture
def shared(running: Shared) -> Iterator[Shared]:
    running.forget()
    yield running
    running.check()


@pytest.fixture
def sim(shared: Shared) -> DiscordSim:
    return shared.sim


@pytest.fixture
def shown_to_all(sim: DiscordSim) -> Iterator[None]:
    """As if a server's owner had switched the command on for everyone in the server's settings."""
    command = sim.commands["corpus"]
    before = command["default_member_permissions"]
    command["default_member_permissions"] = None
    yield
    command["default_member_permissions"] = before


def write_depression(place: Place, old: str = "", new: str = "") -> None:
    (place.corpus / "articles/mind/depression.md").write_text(DEPRESSION.replace(old, new), "utf-8")


def acts(shared: Shared) -> list[dict]:
    rows = [json.loads(line) for line in shared.bot.lines if line.startswith("{")]
    return [row for row in rows if row["event"] == "moderator act"]


async def test_changed_file_is_answered_after_a_reload(shared: Shared) -> None:
    sim = shared.sim
    before = (await sim.slash("alice", "ask", question=QUESTION)).text
    assert "**No randomised trial" in before
    write_depression(shared.place, "No randomised trial has tested", "To this day no randomised trial has tested")

    stale = await sim.slash("mod", "corpus status")
    assert "the corpus changed" in stale.text
    assert (await sim.slash("alice", "ask", question=QUESTION)).text == before

    x = await reload_corpus(sim, "mod")
    assert_answered(x)
    assert x.ephemeral
    assert "answers now" in x.text
    assert "depression#no-trial" in x.text
    assert "**To this day no randomised trial" in (await sim.slash("alice", "ask", question=QUESTION)).text
    assert "the same as the build" in (await sim.slash("mod", "corpus status")).text
    who = int(sim.world.user("mod")["id"])
    assert [(act["who"], act["act"], act["outcome"]) for act in acts(shared)][1] == (who, "reload", "done")
    assert acts(shared)[1]["detail_build"]


async def test_reload_of_an_unchanged_corpus_says_so(sim: DiscordSim) -> None:
    await reload_corpus(sim, "mod")
    x = await reload_corpus(sim, "owner")
    assert_answered(x)
    assert "Nothing changed" in x.text


async def test_corpus_with_an_error_is_refused_and_the_old_one_answers(shared: Shared) -> None:
    sim = shared.sim
    write_depression(shared.place)
    await reload_corpus(sim, "mod")
    before = (await sim.slash("alice", "ask", question=QUESTION)).text
    write_depression(shared.place, "for depression. [@mood-2021]", "for sadness, @everyone says.")

    x = await reload_corpus(sim, "mod")
    assert_answered(x)
    assert "Not reloaded: 2 problems" in x.text
    assert "articles/mind/depression.md" in x.text
    assert "UNCITED" in x.text
    assert (await sim.slash("alice", "ask", question=QUESTION)).text == before
    assert acts(shared)[-1]["detail_problems"] == 2
    write_depression(shared.place)


async def test_new_notice_stands_under_the_next_answer(shared: Shared) -> None:
    path = shared.place.corpus / "notices/safety.md"
    text = path.read_text("utf-8")
    path.write_text(text.replace("General information, not medical advice.", "For your information only."), "utf-8")
    x = await reload_corpus(shared.sim, "mod")
    assert "notices" in x.text
    assert "For your information only." in (await shared.sim.slash("alice", "crisis")).text
    assert "For your information only." in (await shared.sim.slash("alice", "ask", question=QUESTION)).text


async def test_reload_that_takes_a_crisis_card_away_is_refused(shared: Shared) -> None:
    path = shared.place.corpus / "notices/crisis-suicide.md"
    text = path.read_text("utf-8")
    path.unlink()
    x = await reload_corpus(shared.sim, "mod")
    assert_answered(x)
    assert "NOTICE\\_GONE" in x.text
    path.write_text(text, "utf-8")


async def test_questions_are_answered_while_the_corpus_is_reloaded(shared: Shared) -> None:
    sim = shared.sim
    write_depression(shared.place, "is therefore open", "is not known")
    reloading = asyncio.create_task(reload_corpus(sim, "mod"))
    answers = await asyncio.gather(*(sim.slash("alice", "ask", question=QUESTION) for _ in range(20)))
    assert "answers now" in (await reloading).text
    for x in answers:
        assert_answered(x)
        assert "randomised trial" in x.text
    assert not sim.hidden


async def test_commands_for_moderators_are_hidden_from_others(sim: DiscordSim) -> None:
    for command in ("corpus status", "corpus reload"):
        assert (await sim.slash("alice", command)).hidden == "needs manage_guild"
    assert (await sim.slash("mod", "corpus status", _channel="dm")).hidden


@pytest.mark.usefixtures("shown_to_all")
async def test_others_are_refused_also_where_discord_lets_them_through(shared: Shared) -> None:
    for command in ("corpus status", "corpus reload"):
        x = await shared.sim.slash("alice", command)
        assert_answered(x)
        assert x.ephemeral
        assert "for members who may manage the server" in x.text
    assert [act["outcome"] for act in acts(shared)] == ["not-allowed", "not-allowed"]
    assert not [line for line in shared.bot.lines if "reloaded" in line]


@pytest.mark.usefixtures("shown_to_all")
async def test_moderator_role_of_the_settings_may_look_after_the_corpus(sim: DiscordSim) -> None:
    x = await sim.slash("carol", "corpus status")
    assert_answered(x)
    assert "**Build:**" in x.text


async def test_status_counts_answers_and_shows_no_fault(sim: DiscordSim) -> None:
    x = await sim.slash("mod", "corpus status")
    assert_answered(x)
    assert "answered" in x.text
    assert "**Index:**" not in x.text
