"""Moderators change what is answered from: preview, reload, roll back, check, add and take away; nobody else does."""

from __future__ import annotations

import asyncio
import json
import os
import subprocess
import sys
from collections.abc import AsyncIterator, Iterator

import pytest
import pytest_asyncio

from bot.frontends.discord_client import texts
from tests.discord_sim.driver.refused import Refused
from tests.discord_sim.exchange import Exchange
from tests.discord_sim.sim import DiscordSim
from tests.e2e.bots import Place, Shared, assert_answered, reload_corpus, running_bot
from tests.e2e.corpus_on_disk import DEPRESSION, SLEEP

pytestmark = [pytest.mark.e2e, pytest.mark.asyncio(loop_scope="module")]

QUESTION = "does kratom help with depression"
WORK = {
    "corpus check": {},
    "corpus preview": {},
    "corpus reload": {},
    "corpus rollback": {},
    "corpus add": {"file": ("a.md", b"x")},
    "corpus remove": {"id": "sleep"},
}
QUESTIONS = """\
questions:
- ask: has a randomised trial tested kratom as a treatment for depression
  answers: [depression#no-trial]
- ask: which tree is kratom and where does it grow
  answers: [plant#tree]
- ask: how do i bake bread
  answers: []
  kind: general
"""
PLAIN = b"""Notes on kratom tea

Tea made of kratom leaves was drunk by workers in the fields of southern Thailand for a very long time.
They drank it during the day because the work was hard and the sun was hot.
Visitors wrote about the tea in the nineteenth century and brought some leaves home with them.
"""


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def running(built: Place, tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Shared]:
    def with_curators(sim: DiscordSim) -> dict[str, str]:
        role = sim.world.add_role("Curator")
        sim.world.add_member("carol", roles=["Curator"])
        return {"KRATOM_DISCORD__MODERATOR_ROLE_IDS": json.dumps([int(role["id"])])}

    place = built.copy(tmp_path_factory.mktemp("corpus-work"))
    (place.corpus / "questions.yaml").write_text(QUESTIONS, "utf-8")
    async with running_bot(place, setup=with_curators) as shared:
        await reload_corpus(shared.sim, "mod")
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


async def work(sim: DiscordSim, who: str, command: str, **options: object) -> Exchange:
    """Use a command that takes long and wait for what came of it."""
    return await sim.slash(who, command, _timeout=60, _until=is_ended, **options)


def is_ended(exchange: Exchange) -> bool:
    return bool(exchange.messages) and not exchange.thinking and "…" not in exchange.text


def report(exchange: Exchange, name: str) -> str:
    """Return the text file under a reply."""
    files = [message.files[name] for message in exchange.messages if name in message.files]
    assert len(files) == 1
    return files[0].decode()


async def answer(sim: DiscordSim, question: str = QUESTION) -> str:
    return (await sim.slash("alice", "ask", question=question)).text


async def rebuild_with(place: Place, option: str) -> subprocess.CompletedProcess[str]:
    """Run the rebuild script as an operator, or docker compose, does."""
    command, env = [sys.executable, "-m", "index.rebuild", option], {**os.environ, **place.env}
    return await asyncio.to_thread(
        subprocess.run, command, cwd=place.root, env=env, check=False, capture_output=True, text=True
    )


async def restart(shared: Shared) -> None:
    await shared.bot.stop()
    shared.bot = await shared.sim.start_bot("-m", "bot", "run", cwd=shared.place.root, env=shared.env, direct=True)
    bot = shared.bot
    await shared.sim.wait_for(lambda: "index opened" in bot.log, 60, "index opened")
    await shared.sim.wait_for(lambda: '"connected"' in bot.log, 60, "connected")
    await shared.sim.wait_for(lambda: "state opened" in bot.log, 60, "state opened")


async def test_preview_tells_what_would_change_and_changes_nothing(shared: Shared) -> None:
    sim, before = shared.sim, await answer(shared.sim)
    write_depression(shared.place, "No randomised trial has tested", "To this day no randomised trial has tested")
    x = await work(sim, "mod", "corpus preview")
    assert_answered(x)
    assert x.ephemeral
    assert "nothing has yet" in x.text
    assert "depression#no-trial" in x.text
    assert "**Acceptance questions** (3 of 3 asked): 1 with another lead sentence" in x.text
    assert "left unanswered as they should be: 1 → 1 of 1" in x.text
    text = report(x, "corpus-preview.md")
    assert "- depression#no-trial" in text
    assert "has a randomised trial tested kratom as a treatment for depression" in text
    assert "lead: To this day no randomised trial" in text
    assert "which tree is kratom and where does it grow" not in text
    assert await answer(sim) == before
    assert "the corpus changed" in (await sim.slash("mod", "corpus status")).text
    assert [(act["act"], act["outcome"]) for act in acts(shared)] == [("preview", "done"), ("status", "done")]

    y = await reload_corpus(sim, "mod")
    assert "answers now" in y.text
    assert "To this day no randomised trial" in await answer(sim)
    write_depression(shared.place)
    await reload_corpus(sim, "mod")


async def test_preview_of_a_bad_corpus_lists_its_problems(shared: Shared) -> None:
    write_depression(shared.place, "for depression. [@mood-2021]", "for sadness.")
    x = await work(shared.sim, "mod", "corpus preview")
    assert_answered(x)
    assert "Not previewed: 1 problem" in x.text
    assert "UNCITED" in x.text
    assert acts(shared)[-1]["outcome"] == "refused"
    write_depression(shared.place)


async def test_check_lists_every_problem_in_a_file(shared: Shared) -> None:
    assert "No problems" in (await work(shared.sim, "mod", "corpus check")).text
    write_depression(shared.place, "for depression. [@mood-2021]", "for sadness, @everyone says.")
    x = await work(shared.sim, "mod", "corpus check")
    assert_answered(x)
    assert "2 errors" in x.text
    assert "2 of them keep it from being reloaded" in x.text
    text = report(x, "corpus-check.md")
    assert "- error: articles/mind/depression.md:17 UNCITED" in text
    assert "MENTION" in text
    write_depression(shared.place)


async def test_rollback_answers_from_the_build_before_and_outlasts_a_restart(shared: Shared) -> None:
    sim, place = shared.sim, shared.place
    before = await answer(sim)
    write_depression(place, "No randomised trial has tested", "Until now no randomised trial has tested")
    await reload_corpus(sim, "mod")
    left = (place.index / "CURRENT").read_text().strip()
    changed = await sim.slash("alice", "ask", question=QUESTION)
    assert "Until now no randomised trial" in changed.text

    choices = (await sim.autocomplete("mod", "corpus rollback", "build", "")).choices
    assert choices
    assert left not in [choice["value"] for choice in choices]
    assert "passages of 4 articles" in choices[0]["name"]
    x = await work(sim, "mod", "corpus rollback")
    assert_answered(x)
    assert "Rolled back: build" in x.text
    assert "depression#no-trial" in x.text
    assert await answer(sim) == before
    status = (await sim.slash("mod", "corpus status")).text
    assert f"**Rolled back** from build `{left}`" in status
    assert "/corpus reload" in status
    assert "Sources" in [button["label"] for button in changed.buttons]
    assert "A review of plants and mood" in (await sim.click("alice", changed, texts.SOURCES)).text

    # What docker compose runs before the bot does not undo it.
    done = await rebuild_with(place, "--if-needed")
    assert (done.returncode, "rolled back" in done.stdout) == (0, True)
    await restart(shared)
    assert await answer(sim) == before
    assert f"**Rolled back** from build `{left}`" in (await sim.slash("mod", "corpus status")).text

    y = await reload_corpus(sim, "mod")
    assert f"**Build `{left}` answers now**" in y.text
    assert "Rolled back" not in (await sim.slash("mod", "corpus status")).text
    write_depression(place)
    await reload_corpus(sim, "mod")


async def test_rollback_to_what_is_not_kept_changes_nothing(shared: Shared) -> None:
    before = (shared.place.index / "CURRENT").read_text()
    x = await work(shared.sim, "mod", "corpus rollback", build="../../etc")
    assert_answered(x)
    assert "no earlier build" in x.text
    assert (shared.place.index / "CURRENT").read_text() == before
    assert acts(shared)[-1]["outcome"] == "unchanged"


async def test_added_article_is_answered_as_unreviewed_after_a_confirmation_across_a_restart(shared: Shared) -> None:
    sim = shared.sim
    x = await work(sim, "mod", "corpus add", file=("sleep.md", SLEEP.encode()))
    assert_answered(x)
    assert "**sleep**, topic mind." in x.text
    assert "**Added** (1): sleep#review" in x.text
    assert "Nothing is added yet" in x.text
    assert [button["label"] for button in x.buttons] == [texts.ADD_CONFIRM, texts.ADD_CANCEL]
    assert "- sleep#review" in report(x, "corpus-preview.md")
    question = "does kratom change sleep"
    assert "Sleep after kratom" not in await answer(sim, question)
    with pytest.raises(Refused):
        await sim.click("owner", x, texts.ADD_CONFIRM)

    await restart(shared)
    y = await sim.click("mod", x, texts.ADD_CONFIRM, timeout=60, until=is_ended)
    assert_answered(y)
    assert "answers now" in y.text
    assert "sleep#review" in y.text
    shown = await answer(sim, question)
    assert "Sleep after kratom was described" in shown
    assert "unreviewed draft" in shown
    assert [act["act"] for act in acts(shared)] == ["reload"]
    assert acts(shared)[0]["subject"] == "sleep"
    again = await sim.click("mod", x, texts.ADD_CONFIRM, until=is_ended)
    assert "waits for no confirmation" in again.text
    assert not list((shared.place.root / "state/pending").iterdir())

    # An operator's rebuild keeps it too.
    assert (await rebuild_with(shared.place, "--check")).returncode == 0

    choices = (await sim.autocomplete("mod", "corpus remove", "id", "sl")).choices
    assert [choice["value"] for choice in choices] == ["sleep"]
    z = await work(sim, "mod", "corpus remove", id="sleep")
    assert_answered(z)
    assert "**Removed** (1): sleep#review" in z.text
    assert "Sleep after kratom" not in await answer(sim, question)
    assert texts.NO_SUCH_ADDED in (await work(sim, "mod", "corpus remove", id="sleep")).text


async def test_cancelled_article_is_gone(shared: Shared) -> None:
    x = await work(shared.sim, "mod", "corpus add", file=("sleep.md", SLEEP.encode()))
    y = await shared.sim.click("mod", x, texts.ADD_CANCEL, until=lambda z: z.messages)
    assert texts.ADD_CANCELLED in y.text
    assert not list((shared.place.root / "state/pending").iterdir())
    late = await shared.sim.click("mod", x, texts.ADD_CONFIRM, until=is_ended)
    assert "waits for no confirmation" in late.text


async def test_plain_text_becomes_a_draft_that_is_not_quoted(shared: Shared) -> None:
    sim = shared.sim
    x = await work(sim, "owner", "corpus add", file=("tea notes.txt", PLAIN), topic="tea", id="kratom-tea")
    assert_answered(x)
    assert "**kratom-tea**, topic tea, made into a draft" in x.text
    assert "**Added** (1): kratom-tea#" in x.text
    y = await sim.click("owner", x, texts.ADD_CONFIRM, timeout=60, until=is_ended)
    assert "answers now" in y.text
    assert "drunk by workers in the fields" not in await answer(sim, "who drank kratom tea in southern thailand")
    z = await work(sim, "owner", "corpus remove", id="kratom-tea")
    assert "answers now" in z.text


@pytest.mark.parametrize(
    ("name", "data", "options", "shown"),
    [
        pytest.param("a.exe", b"MZ", {}, "I read files that end in", id="kind"),
        pytest.param("a.txt", b"x" * 1_000_001, {}, "1,000,001 bytes", id="size"),
        pytest.param("a.pdf", b"no pdf", {}, "not a PDF", id="not what its name says"),
        pytest.param("a.md", SLEEP.replace("id: sleep", "id: liver").encode(), {}, "DUPLICATE\\_ID", id="shadow"),
        pytest.param("a.md", SLEEP.encode(), {"id": "../x"}, "lower-case words", id="path as id"),
        pytest.param(
            "a.md",
            SLEEP.replace("Sleep after kratom was", "Take 5 grams of kratom at night, as it was").encode(),
            {},
            "DOSE\\_ADVICE",
            id="dose",
        ),
        pytest.param(
            "a.md", SLEEP.replace("one review", "one review for @everyone").encode(), {}, "MENTION", id="ping"
        ),
        pytest.param(
            "a.md", SLEEP.replace("[@mood-2021]", "[@nobody-1]", 1).encode(), {}, "UNKNOWN\\_SOURCE", id="source"
        ),
    ],
)
async def test_article_that_must_not_be_answered_from_is_refused(
    shared: Shared, name: str, data: bytes, options: dict[str, str], shown: str
) -> None:
    x = await work(shared.sim, "mod", "corpus add", file=(name, data), **options)
    assert_answered(x)
    assert "Not added" in x.text
    assert shown in x.text
    assert not x.buttons
    assert acts(shared)[-1]["outcome"] == "refused"
    pending = shared.place.root / "state/pending"
    assert not pending.exists() or not list(pending.iterdir())


async def test_second_moderator_is_told_who_is_at_it(shared: Shared) -> None:
    sim = shared.sim
    write_depression(shared.place, "is therefore open", "stays open")
    first = asyncio.create_task(work(sim, "mod", "corpus preview"))
    await sim.wait_for(lambda: any(x.deferred for x in sim.exchanges), 10, "the first is at work")
    others = await asyncio.gather(
        work(sim, "owner", "corpus reload"), work(sim, "owner", "corpus rollback"), work(sim, "owner", "corpus preview")
    )
    mod = sim.world.user("mod")["id"]
    assert "nothing has yet" in (await first).text
    for x in others:
        assert_answered(x)
        assert f"<@{mod}> is previewing the corpus" in x.text
    write_depression(shared.place)
    await reload_corpus(sim, "mod")


async def test_fifty_questions_a_second_during_a_reload_are_all_answered(shared: Shared) -> None:
    sim = shared.sim
    write_depression(shared.place, "is therefore open", "is not known")
    reloading = asyncio.create_task(reload_corpus(sim, "mod"))
    asked = []
    while not reloading.done() or len(asked) < 50:
        asked.append(asyncio.create_task(sim.slash("alice", "ask", question=QUESTION, _timeout=60)))
        await asyncio.sleep(0.02)
        if len(asked) >= 200:
            break
    answers = await asyncio.gather(*asked)
    assert "answers now" in (await reloading).text
    assert len(answers) >= 50
    for x in answers:
        assert_answered(x)
        assert "randomised trial" in x.text
    write_depression(shared.place)
    await reload_corpus(sim, "mod")


async def test_result_after_discords_fifteen_minutes_comes_as_a_direct_message(shared: Shared) -> None:
    sim = shared.sim
    mod = sim.world.dm(sim.world.user("mod"))
    already = len(sim.messages(mod))
    write_depression(shared.place, "is therefore open", "is still open")
    reloading = asyncio.create_task(sim.slash("mod", "corpus reload", _quiet=0.0))
    await sim.wait_for(lambda: any(x.deferred for x in sim.exchanges), 10, "the reload")
    sim.expire(sim.exchanges[-1])
    await reloading
    await sim.wait_for(lambda: len(sim.messages(mod)) > already, 60, "the direct message")
    assert "answers now" in sim.messages(mod)[-1].text
    assert "corpus-preview.md" in sim.messages(mod)[-1].files
    assert [(act["act"], act["outcome"]) for act in acts(shared)] == [("reload", "done")]
    sim.violations.clear()  # Discord refused the late edit, as it was to
    write_depression(shared.place)
    await reload_corpus(sim, "mod")


async def test_commands_are_hidden_from_members(sim: DiscordSim) -> None:
    for command, options in WORK.items():
        assert (await sim.slash("alice", command, **options)).hidden == "needs manage_guild"
        assert (await sim.slash("mod", command, _channel="dm", **options)).hidden


@pytest.mark.usefixtures("shown_to_all")
async def test_members_are_refused_also_where_discord_lets_them_through(shared: Shared) -> None:
    before = (shared.place.index / "CURRENT").read_text()
    for command, options in WORK.items():
        x = await shared.sim.slash("alice", command, **options)
        assert_answered(x)
        assert x.ephemeral
        assert "for members who may manage the server" in x.text
    noted = [(act["act"], act["outcome"]) for act in acts(shared)]
    assert noted == [(command.removeprefix("corpus "), "not-allowed") for command in WORK]
    assert (await shared.sim.autocomplete("alice", "corpus rollback", "build", "")).choices == []
    assert (shared.place.index / "CURRENT").read_text() == before


@pytest.mark.usefixtures("shown_to_all")
@pytest.mark.parametrize("who", ["carol", "owner"])
async def test_moderator_role_and_administrator_may_do_all_of_it(shared: Shared, who: str) -> None:
    for command, options in WORK.items():
        x = await work(shared.sim, who, command, **options)
        assert_answered(x)
        assert "for members who may" not in x.text
    assert "not-allowed" not in {act["outcome"] for act in acts(shared)}
    await reload_corpus(shared.sim, "mod")
