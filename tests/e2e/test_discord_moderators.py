"""Moderators in Discord withdraw and restore, look, set, diagnose; others are refused, also at old buttons."""

from __future__ import annotations

import json
import re
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime

import pytest
import pytest_asyncio

from bot.answering.gaps import NOTHING_NEAR
from bot.answering.withdrawals import LiveWithdrawals
from bot.state.models import FeedbackReason, Verdict, Vote
from bot.state.ports import State
from bot.storage.store import open_state
from tests.discord_sim.sim import DiscordSim
from tests.discord_sim.world.guild import Guild
from tests.e2e.bots import Place, Shared, assert_answered, restart, running_bot
from tests.e2e.corpus_on_disk import DEPRESSION

pytestmark = [pytest.mark.e2e, pytest.mark.asyncio(loop_scope="module")]

QUESTION = "does kratom help with depression"
NO_TRIAL = "No randomised trial has tested kratom as a treatment for depression."
PASSAGE = "depression#no-trial"
COMMANDS = {
    "corpus withdraw": {"subject": PASSAGE, "reason": "because"},
    "corpus restore": {"subject": PASSAGE},
    "corpus stale": {},
    "corpus gaps": {},
    "corpus feedback": {},
    "corpus history": {},
    "settings": {},
    "diagnose": {},
}
CHANGING = ("corpus withdraw", "corpus restore", "corpus reload")
SHOWN_TO_MODERATORS = ("corpus", "settings", "diagnose")


def two_servers(sim: DiscordSim) -> dict[str, str]:
    """A curator's role in the home server, and another server whose owner is a stranger."""
    sim.world.add_role("Curator")
    sim.world.add_member("carol", roles=["Curator"])
    sim.world.add_member("admin", roles=[sim.world.add_role("Admin", ["administrator"])["name"]])
    elsewhere = sim.world.add_guild("Elsewhere", "stranger")
    sim.world.add_member("guest", guild=elsewhere)
    return {"KRATOM_DISCORD__HOME_SERVER_IDS": json.dumps([int(sim.world.guild.id)])}


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def running(built: Place, tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Shared]:
    place = built.copy(tmp_path_factory.mktemp("moderators"))
    with kept(place) as state:
        for person in range(1, 6):
            state.gaps.count(person, ["liver"], datetime.now(UTC).date())
        for person in range(1, 5):
            state.gaps.count(person, [NOTHING_NEAR], datetime.now(UTC).date())
        state.feedback.give(1, "b" * 12, [PASSAGE], Vote(Verdict.NOT_HELPFUL, FeedbackReason.WRONG))
        state.feedback.give(2, "c" * 12, [PASSAGE, "gone#passage"], Vote(Verdict.HELPFUL))

    async with running_bot(place, setup=two_servers) as shared:
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
    """As if a server's owner had switched the commands on for everyone in the server's settings."""
    with shown(sim):
        yield


@contextmanager
def shown(sim: DiscordSim, **others: object) -> Iterator[None]:
    before = {name: dict(sim.commands[name]) for name in SHOWN_TO_MODERATORS}
    for name in SHOWN_TO_MODERATORS:
        sim.commands[name].update(default_member_permissions=None, **others)
    yield
    for name, command in before.items():
        sim.commands[name].update(command)


@contextmanager
def kept(place: Place) -> Iterator[State]:
    """The state of the bot, opened as another program does."""
    state = open_state(place.root / "state", None, LiveWithdrawals())
    yield state
    state.close()


def elsewhere(sim: DiscordSim) -> Guild:
    return next(guild for guild in sim.world.guilds.values() if guild.name == "Elsewhere")


def there(sim: DiscordSim) -> dict:
    return sim.world.channel("general", elsewhere(sim))


def acts(shared: Shared) -> list[tuple[str, str]]:
    rows = [json.loads(line) for line in shared.bot.lines if line.startswith("{")]
    return [(row["act"], row["outcome"]) for row in rows if row["event"] == "moderator act"]


def noted(shared: Shared, guild: Guild) -> list[tuple[str, str, int | None]]:
    with kept(shared.place) as state:
        found = state.audit.latest(50, int(guild.id))
    return [(one.entry.act, one.entry.outcome, one.entry.actor_id) for one in found]


def number(sim: DiscordSim, user: str) -> int:
    return int(sim.world.user(user)["id"])


@contextmanager
def without_roles(sim: DiscordSim, user: str) -> Iterator[None]:
    member = sim.world.guild.members[sim.world.user(user)["id"]]
    before = member["roles"]
    member["roles"] = []
    yield
    member["roles"] = before


# Who may


@pytest.mark.parametrize("command", COMMANDS)
async def test_commands_are_hidden_from_members_and_from_direct_messages(sim: DiscordSim, command: str) -> None:
    assert (await sim.slash("alice", command, **COMMANDS[command])).hidden == "needs manage_guild"
    assert (await sim.slash("mod", command, _channel="dm", **COMMANDS[command])).hidden
    sim.hidden.clear()


@pytest.mark.usefixtures("shown_to_all")
@pytest.mark.parametrize("command", COMMANDS)
async def test_members_are_refused_and_noted_where_discord_lets_them_through(shared: Shared, command: str) -> None:
    x = await shared.sim.slash("alice", command, **COMMANDS[command])
    assert_answered(x)
    assert x.ephemeral
    assert "for members who may manage the server" in x.text
    act = command.split()[-1]
    assert acts(shared) == [(act, "not-allowed")]
    assert noted(shared, shared.sim.world.guild)[0] == (act, "not-allowed", number(shared.sim, "alice"))


@pytest.mark.parametrize("command", COMMANDS)
async def test_nobody_moderates_in_direct_messages(shared: Shared, command: str) -> None:
    with shown(shared.sim, contexts=[0, 1, 2], dm_permission=True):
        x = await shared.sim.slash("mod", command, _channel="dm", **COMMANDS[command])
    assert_answered(x)
    assert "for members who may manage the server" in x.text or "only in a server" in x.text


@pytest.mark.parametrize("command", [name for name in COMMANDS if name not in CHANGING])
@pytest.mark.parametrize("who", ["mod", "admin", "owner"])
async def test_moderators_and_administrators_may_look(shared: Shared, who: str, command: str) -> None:
    x = await shared.sim.slash(who, command, **COMMANDS[command])
    assert_answered(x)
    assert x.ephemeral
    assert "not-allowed" not in dict(acts(shared)).values()
    assert x.text.count("Safety:") == 1


async def test_moderator_of_another_server_cannot_change_what_all_servers_read(shared: Shared) -> None:
    sim = shared.sim
    for command in CHANGING:
        x = await sim.slash("stranger", command, _channel=there(sim), **COMMANDS.get(command, {}))
        assert_answered(x)
        assert "KRATOM_DISCORD__HOME_SERVER_IDS" in x.text
    assert [outcome for _, outcome in acts(shared)] == ["not-allowed"] * 3
    assert NO_TRIAL in (await sim.slash("alice", "ask", question=QUESTION)).text
    assert {act for act, *_ in noted(shared, elsewhere(sim))} >= {"withdraw", "restore", "reload"}
    assert (await sim.autocomplete("stranger", "corpus withdraw", "subject", "dep", _channel=there(sim))).choices == []


async def test_moderator_of_another_server_may_look_and_set_their_own(shared: Shared) -> None:
    sim = shared.sim
    for command in ("corpus stale", "corpus gaps", "corpus feedback", "settings", "diagnose"):
        assert_answered(await sim.slash("stranger", command, _channel=there(sim)))
    assert "not-allowed" not in dict(acts(shared)).values()


async def test_help_names_moderators_commands_to_moderators_only(sim: DiscordSim) -> None:
    assert "/corpus withdraw" in (await sim.slash("mod", "help")).text
    assert "/corpus withdraw" not in (await sim.slash("alice", "help")).text


# Withdraw and restore


async def test_withdrawn_passage_is_shown_nowhere_at_once_and_restored_again(shared: Shared) -> None:
    sim = shared.sim
    answer = await sim.slash("alice", "ask", question=QUESTION)
    assert NO_TRIAL in answer.text
    receipt = re.search(r"Receipt (K1[-0-9A-Z]+)", answer.text)
    assert receipt

    x = await sim.slash("mod", "corpus withdraw", subject=PASSAGE, reason="@everyone is wrong")
    assert_answered(x)
    assert x.ephemeral
    assert "1 passage no longer shown" in x.text
    assert f"/corpus restore subject:{PASSAGE}" in x.text
    assert acts(shared) == [("withdraw", "done")]
    assert not any("everyone is wrong" in line for line in shared.bot.lines)

    assert NO_TRIAL not in (await sim.slash("alice", "ask", question=QUESTION)).text
    assert NO_TRIAL not in (await sim.slash("alice", "receipt", id=receipt[1])).text
    for label in ("More passages", "Sources"):
        assert NO_TRIAL not in (await sim.click("alice", answer, label)).text
    again = await sim.slash("admin", "corpus withdraw", subject=PASSAGE, reason="again")
    assert "already withdrawn" in again.text

    assert PASSAGE in {one["value"] for one in (await sim.autocomplete("mod", "corpus restore", "subject", "")).choices}
    back = await sim.slash("admin", "corpus restore", subject=PASSAGE)
    assert "1 passage may be shown again" in back.text
    assert NO_TRIAL in (await sim.slash("alice", "ask", question=QUESTION)).text
    assert "nothing with that id is withdrawn" in (await sim.slash("mod", "corpus restore", subject=PASSAGE)).text
    done = [row[:2] for row in noted(shared, sim.world.guild)][:4]
    assert done == [("restore", "refused"), ("restore", "done"), ("withdraw", "unchanged"), ("withdraw", "done")]


async def test_whole_article_is_withdrawn_and_its_passage_alone_does_not_come_back(sim: DiscordSim) -> None:
    await sim.slash("mod", "corpus withdraw", subject=PASSAGE, reason="first the passage")
    x = await sim.slash("mod", "corpus withdraw", subject="depression", reason="then all")
    passages = DEPRESSION.count("\n## ")
    assert f"{passages - 1} passage" in x.text
    assert "1 passage no longer" in (await sim.slash("mod", "corpus withdraw", subject="liver#signs", reason="x")).text
    assert "1 passage may" in (await sim.slash("mod", "corpus restore", subject="liver#signs")).text
    y = await sim.slash("mod", "corpus restore", subject=PASSAGE)
    assert "0 passages may be shown again" in y.text
    assert "withdrawn too" in y.text
    assert NO_TRIAL not in (await sim.slash("alice", "ask", question=QUESTION)).text
    assert f"{passages} passage" in (await sim.slash("mod", "corpus restore", subject="depression")).text
    assert NO_TRIAL in (await sim.slash("alice", "ask", question=QUESTION)).text


async def test_unknown_subject_leads_to_near_ids(shared: Shared) -> None:
    for command, options in (("corpus withdraw", {"reason": "why"}), ("corpus restore", {})):
        x = await shared.sim.slash("mod", command, subject="depresion#no-trail", **options)
        assert_answered(x)
        assert ("`depression#no-trial`" in x.text) is (command == "corpus withdraw")
    assert acts(shared) == [("withdraw", "refused"), ("restore", "refused")]
    assert not any("no-trail" in line for line in shared.bot.lines)


async def test_subjects_are_suggested_by_id_and_title_to_moderators_only(sim: DiscordSim) -> None:
    by_title = (await sim.autocomplete("mod", "corpus withdraw", "subject", "kratom and the l")).choices
    assert "liver" in {one["value"] for one in by_title}
    by_id = (await sim.autocomplete("mod", "corpus withdraw", "subject", "liver#")).choices
    assert {one["value"] for one in by_id} == {"liver#reported", "liver#signs"}
    with shown(sim):
        assert (await sim.autocomplete("alice", "corpus withdraw", "subject", "liver")).choices == []
        assert (await sim.autocomplete("alice", "corpus restore", "subject", "")).choices == []


# Look


async def test_stale_tells_what_is_due_with_a_file(shared: Shared) -> None:
    sim = shared.sim
    await sim.slash("mod", "corpus withdraw", subject=PASSAGE, reason="a reason for moderators")
    x = await sim.slash("mod", "corpus stale", days=366)
    assert_answered(x)
    assert "within 366 days" in x.text
    assert "**Withdrawn by moderators:** 1" in x.text
    (file,) = x.message.files.values()
    text = file.decode()
    assert "`liver`): to be reviewed by 22 May 2027" in text
    assert "a reason for moderators" in text
    foreign = await sim.slash("stranger", "corpus stale", _channel=there(sim))
    assert PASSAGE in next(iter(foreign.message.files.values())).decode()
    assert b"a reason for moderators" not in next(iter(foreign.message.files.values()))
    await sim.slash("mod", "corpus restore", subject=PASSAGE)
    assert "Nothing wants an editor" in (await sim.slash("mod", "corpus stale", days=0)).text


async def test_gaps_are_shown_from_five_people_on(sim: DiscordSim) -> None:
    x = await sim.slash("mod", "corpus gaps")
    assert_answered(x)
    assert re.search(r"Kratom and the liver \(`liver`\): [5-9] people", x.text)
    assert "nothing in the corpus was near" not in x.text
    assert "never the question" in x.text


async def test_feedback_lists_passages_and_shows_one(shared: Shared) -> None:
    sim = shared.sim
    x = await sim.slash("mod", "corpus feedback")
    assert_answered(x)
    assert f"(`{PASSAGE}`): not helpful 1, helpful 1; reasons: Wrong 1" in x.text
    assert "no longer shown (`gone#passage`)" in x.text
    values = [option["value"] for option in x.message.selects[0]["options"]]
    passage = await sim.select("mod", x, [values[0]])
    assert_answered(passage)
    assert passage.ephemeral
    assert NO_TRIAL in passage.text
    assert f"/corpus withdraw subject:{PASSAGE}" in passage.text
    gone = await sim.select("mod", x, [values[1]])
    assert "not shown any more" in gone.text


async def test_history_turns_its_pages(shared: Shared) -> None:
    sim = shared.sim
    for _ in range(11):
        await sim.slash("mod", "corpus gaps", _quiet=0.0)
    x = await sim.slash("mod", "corpus history")
    assert_answered(x)
    assert x.text.count("<t:") == 8
    assert f"by <@{number(sim, 'mod')}>" in x.text
    first = x.text
    older = await sim.click("mod", x, "Older")
    assert older.ok
    assert x.message.text.count("<t:") >= 1
    assert x.message.text != first
    newest = await sim.click("mod", x, "Newest")
    assert newest.ok
    assert x.message.text.count("**gaps**") >= 7


async def test_history_never_shows_the_acts_of_another_server(shared: Shared) -> None:
    sim = shared.sim
    await sim.slash("mod", "corpus withdraw", subject="liver#signs", reason="secret reason")
    await sim.slash("mod", "corpus restore", subject="liver#signs")
    await sim.slash("mod", "diagnose")
    here = await sim.slash("stranger", "corpus history", _channel=there(sim))
    assert "liver#signs" not in here.text
    wider = await sim.slash("stranger", "corpus history", elsewhere=True, _channel=there(sim))
    assert "**withdraw** `liver#signs`, done, from elsewhere" in wider.text
    assert str(number(sim, "mod")) not in wider.text
    assert "secret reason" not in wider.text
    foreign = [line for line in wider.text.splitlines() if "from elsewhere" in line]
    assert foreign
    assert all(re.search(r"\*\*(reload|rollback|withdraw|restore|add|remove)\*\*", line) for line in foreign)


# Settings


async def test_settings_are_changed_by_menus_and_hold_at_once(shared: Shared) -> None:
    sim = shared.sim
    x = await sim.slash("mod", "settings")
    assert_answered(x)
    assert "I answer in all channels" in x.text
    assert (await sim.select("mod", x, ["support"], "Channels in which I answer for all to see")).ok
    support = sim.world.channel("support")["id"]
    assert f"Channels: <#{support}>" in x.message.text
    assert (await sim.slash("alice", "ask", question=QUESTION)).ephemeral
    assert not (await sim.slash("alice", "ask", question=QUESTION, _channel="support")).ephemeral
    assert (await sim.select("mod", x, [], "Channels in which I answer for all to see")).ok

    assert (await sim.click("mod", x, "Answer in private")).ok
    assert "only the asker sees them" in x.message.text
    assert (await sim.slash("alice", "ask", question=QUESTION)).ephemeral
    assert (await sim.click("mod", x, "Answer for all to see")).ok
    assert (await sim.click("mod", x, "Only in age-restricted channels")).ok
    assert "channels only: yes" in x.message.text
    assert NO_TRIAL not in (await sim.slash("alice", "ask", question=QUESTION)).text
    assert (await sim.click("mod", x, "In all channels, whatever their age limit")).ok
    assert (await sim.select("mod", x, ["de"], "Language of notices")).ok
    assert "Deutsch" in x.message.text
    assert (await sim.select("mod", x, ["discord"], "Language of notices")).ok
    assert (await sim.select("mod", x, ["2"], "Pause between two questions of a person")).ok
    with kept(shared.place) as state:
        settings = state.guilds.get(int(sim.world.guild.id))
        assert state.guilds.get(int(elsewhere(sim).id)).cooldown_s == 5
    assert (settings.cooldown_s, settings.allowed_channels, settings.private_by_default) == (2, frozenset(), False)
    await sim.select("mod", x, ["0"], "Pause between two questions of a person")
    assert set(acts(shared)) == {("settings", "done")}


@pytest.mark.usefixtures("shown_to_all")
async def test_role_chosen_in_settings_moderates_and_cannot_widen_itself(shared: Shared) -> None:
    sim = shared.sim
    assert "for members who may manage" in (await sim.slash("carol", "corpus gaps")).text
    x = await sim.slash("mod", "settings")
    await sim.select(
        "mod", x, ["Curator", "@everyone"], "Roles that may look after me, besides members who may manage the server"
    )
    assert "cannot make moderators" in x.message.text
    curator = sim.world.guild.role("Curator")["id"]
    assert f"<@&{curator}>" in x.message.text
    assert "for members who may manage" in (await sim.slash("alice", "corpus gaps")).text

    assert "Asked about, without an answer" in (await sim.slash("carol", "corpus gaps")).text
    assert (
        "1 passage no longer shown"
        in (await sim.slash("carol", "corpus withdraw", subject=PASSAGE, reason="by role")).text
    )
    await sim.slash("carol", "corpus restore", subject=PASSAGE)
    panel = await sim.slash("carol", "settings")
    assert not panel.message.selects
    assert not panel.buttons
    assert "Only members who may manage the server" in panel.text

    with without_roles(sim, "carol"):
        assert "for members who may manage" in (await sim.slash("carol", "corpus gaps")).text
    await sim.select("mod", x, [], "Roles that may look after me, besides members who may manage the server")
    assert "for members who may manage" in (await sim.slash("carol", "corpus gaps")).text


async def test_old_buttons_are_refused_and_noted_after_the_role_is_lost(shared: Shared) -> None:
    sim = shared.sim
    for _ in range(10):
        await sim.slash("mod", "corpus gaps", _quiet=0.0)
    settings, history = await sim.slash("mod", "settings"), await sim.slash("mod", "corpus history")
    feedback = await sim.slash("mod", "corpus feedback")
    before = (settings.message.text, history.message.text)
    shared.bot.lines.clear()
    with without_roles(sim, "mod"):
        refused = [
            await sim.click("mod", settings, "Answer in private"),
            await sim.select("mod", settings, ["0"], "Pause between two questions of a person"),
            await sim.select("mod", settings, ["support"], "Channels in which I answer for all to see"),
            await sim.click("mod", history, "Older"),
            await sim.select("mod", feedback, [feedback.message.selects[0]["options"][0]["value"]]),
        ]
    for x in refused:
        assert_answered(x)
        assert x.ephemeral
        assert "members who may manage the server" in x.text
    assert acts(shared) == [("settings", "not-allowed")] * 3 + [("history", "not-allowed"), ("feedback", "not-allowed")]
    assert (settings.message.text, history.message.text) == before
    assert not (await sim.slash("alice", "ask", question=QUESTION)).ephemeral


# Diagnose


async def test_diagnosis_finds_what_is_missing(shared: Shared) -> None:
    sim = shared.sim
    quiet = sim.world.channel("support")
    quiet["permission_overwrites"] = [{"id": sim.world.bot["id"], "type": 1, "allow": "0", "deny": str(1 << 11)}]
    x = await sim.slash("mod", "diagnose", _channel="support")
    assert_answered(x)
    assert "*Send Messages* is missing, to answer a mention in a channel" in x.text
    quiet["permission_overwrites"] = []

    y = await sim.slash("mod", "diagnose")
    assert "Send Messages" not in y.text
    assert "registered, as in the code" in y.text
    assert "the same as the index" in y.text
    assert "are kept" in y.text
    for name in ("Gateway", "Event loop", "Queue", "Memory", "Versions", "discord.py", "FAISS", "Withdrawn"):
        assert name in y.text
    assert "all-MiniLM" in y.text

    command = sim.commands["about"]
    sim.rest.commands[None].pop(command["id"])
    z = await sim.slash("mod", "diagnose")
    assert "not registered: about" in z.text
    sim.rest.commands[None][command["id"]] = command
    assert "not allowed from this server" in (await sim.slash("stranger", "diagnose", _channel=there(sim))).text


# Restart, and without a state


async def test_buttons_settings_and_withdrawals_outlive_a_restart(
    built: Place, tmp_path_factory: pytest.TempPathFactory
) -> None:
    place = built.copy(tmp_path_factory.mktemp("restart"))
    async with running_bot(place) as shared:  # one server, none named
        sim = shared.sim
        for _ in range(11):
            await sim.slash("mod", "corpus gaps", _quiet=0.0)
        settings, history = await sim.slash("mod", "settings"), await sim.slash("mod", "corpus history")
        assert "1 passage no longer" in (await sim.slash("mod", "corpus withdraw", subject=PASSAGE, reason="x")).text
        await restart(shared)
        assert (await sim.click("mod", settings, "Answer in private")).ok
        assert "only the asker sees them" in settings.message.text
        before = history.message.text
        assert (await sim.click("mod", history, "Older")).ok
        assert history.message.text != before
        x = await sim.slash("alice", "ask", question=QUESTION)
        assert x.ephemeral
        assert NO_TRIAL not in x.text
        assert not sim.violations, sim.report()


async def test_without_a_state_moderators_are_told_and_nothing_widens(
    built: Place, tmp_path_factory: pytest.TempPathFactory
) -> None:
    place = built.copy(tmp_path_factory.mktemp("stateless"))
    (place.root / "state").mkdir()
    (place.root / "state" / "kratom.sqlite3").write_bytes(b"this is no database, " * 100)
    async with running_bot(place) as shared:
        sim = shared.sim
        for command in ("corpus gaps", "corpus feedback", "corpus history", "settings"):
            x = await sim.slash("mod", command)
            assert_answered(x)
            assert "cannot be read or written" in x.text
        x = await sim.slash("mod", "corpus withdraw", subject=PASSAGE, reason="why")
        assert "Nothing changed" in x.text
        assert "kratom-bot state check" in (await sim.slash("mod", "diagnose")).text
        assert_answered(await sim.slash("mod", "corpus stale"))
        assert not sim.violations, sim.report()


async def test_in_several_servers_without_a_home_only_the_application_owner_changes(
    built: Place, tmp_path_factory: pytest.TempPathFactory
) -> None:
    place = built.copy(tmp_path_factory.mktemp("several"))

    def homeless(sim: DiscordSim) -> dict[str, str]:
        two_servers(sim)
        return {}

    async with running_bot(place, setup=homeless) as shared:
        sim = shared.sim
        for who, channel in (("mod", "general"), ("admin", "general"), ("stranger", there(sim))):
            x = await sim.slash(who, "corpus withdraw", subject=PASSAGE, reason="x", _channel=channel)
            assert "KRATOM_DISCORD__HOME_SERVER_IDS" in x.text
        x = await sim.slash("owner", "corpus withdraw", subject=PASSAGE, reason="x")
        assert "1 passage no longer" in x.text
