"""What a moderator sees of a reload, with a reload that ends as the test wants."""

import asyncio
import threading
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import discord
import pytest
from structlog.testing import capture_logs

from bot.acceptance.models import Acceptance, Message
from bot.corpus_changes import Changes
from bot.corpus_claim import CorpusBusyError, Work
from bot.corpus_reading import CorpusRefusedError
from bot.frontends.discord_client import progress as module
from bot.frontends.discord_client.cogs.corpus import CorpusCog
from bot.frontends.discord_client.guild_settings import CurrentSettings
from bot.frontends.discord_client.permissions import NotHomeServerError, NotModeratorError
from bot.frontends.discord_client.worker import InFlight
from bot.reloading import ReloadStoppedError, SafetyRegressedError, Trial
from bot.state.absent import AbsentState
from bot.state.errors import StateUnavailableError
from bot.state.models import Act, GuildSettings
from corpus.problems import Problem
from index.errors import IndexBusyError
from tests.unit.bot.frontends.discord_client.fakes import FakeInteraction, english, http_error, member

ROOT = Path("/the/corpus")
NO_STATE = StateUnavailableError("none here")
REPORT = Trial("new", "old", Changes(changed=("a#b",)), (), Acceptance(), 1.0)
LOST = Message("a cry @everyone", "suicide", "crisis", "crisis", "neither")
WORSE = Trial("new", "old", Changes(), (), Acceptance(messages=(LOST,), safety_known=9), 1.0)
Reload = Callable[[str, Callable[[str], None]], Trial]


def make_desk(reload: Reload) -> Any:
    settings = SimpleNamespace(corpus_dir=ROOT, index_dir=Path("/the/index"), model="m")
    return SimpleNamespace(
        assembly=SimpleNamespace(settings=settings, state=AbsentState(NO_STATE)),
        voice=english(),
        reloader=SimpleNamespace(reload=reload, holder=None),
        in_flight=InFlight(),
        stopping=asyncio.Event(),
        settings=SimpleNamespace(moderator_role_ids=frozenset({5}), home_server_ids=frozenset()),
        guild_settings=CurrentSettings(lambda _guild: GuildSettings()),
    )


def moderator(**values: Any) -> FakeInteraction:
    command = SimpleNamespace(name="reload", qualified_name="corpus reload")
    return FakeInteraction(user=member([5]), command=command, **values)


async def reload(desk: Any, interaction: FakeInteraction) -> list[dict[str, Any]]:
    with capture_logs() as logs:
        await cast("Any", CorpusCog.reload.callback)(CorpusCog(desk), interaction)
    return [dict(row) for row in logs if row["event"] == "moderator act"]


def raising(error: Exception) -> Reload:
    def reload_(_by: str, _told: Callable[[str], None]) -> Trial:
        raise error

    return reload_


@pytest.mark.asyncio
@pytest.mark.parametrize(
    ("reload_", "shown", "noted"),
    [
        (lambda _by, _told: REPORT, "**Build `new` answers now**", {"outcome": "done", "detail_build": "new"}),
        (raising(CorpusBusyError("42", Work.RELOAD, 3.0)), "<@42> is reloading the corpus", {"outcome": "busy"}),
        (
            raising(CorpusRefusedError((Problem(ROOT / "a.md", 3, "UNCITED", "no source"),))),
            "a.md:3 UNCITED: no source",
            {"outcome": "refused", "detail_problems": 1},
        ),
        (raising(SafetyRegressedError(WORSE)), "a cry \\@everyone", {"outcome": "refused", "detail_regressions": 1}),
        (raising(ReloadStoppedError()), "I am being restarted", {"outcome": "stopped"}),
        (
            raising(IndexBusyError(Path("/the/index/.lock"))),
            "another rebuild is running",
            {"outcome": "failed", "detail_error": "IndexBusyError"},
        ),
        (
            raising(PermissionError("read-only")),
            "read-only. Nothing changed.",
            {"outcome": "failed", "detail_error": "PermissionError"},
        ),
    ],
)
async def test_every_end_of_a_reload_is_told_and_logged(reload_: Reload, shown: str, noted: dict[str, Any]) -> None:
    interaction = moderator()
    acts = await reload(make_desk(reload_), interaction)
    assert interaction.deferrals == [True]
    assert shown in interaction.text
    assert "Safety:" in interaction.text
    assert len(acts) == 1
    assert acts[0].items() >= {"who": 11, "act": "reload", **noted}.items()


@pytest.mark.asyncio
async def test_progress_is_shown_by_editing_the_message(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "EVERY_S", 0.01)
    go_on = threading.Event()

    def slow(_by: str, told: Callable[[str], None]) -> Trial:
        told("encoding @everyone: 1 of 2")
        assert go_on.wait(10)
        return REPORT

    interaction = moderator()
    reloading = asyncio.create_task(reload(make_desk(slow), interaction))
    await asyncio.sleep(0.2)
    go_on.set()
    await reloading
    assert [call.kind for call in interaction.calls] == ["edit", "edit"]
    assert "Reloading: encoding \\@everyone" in interaction.text
    assert "**Build `new` answers now**" in interaction.text


@pytest.mark.asyncio
async def test_progress_that_cannot_be_shown_does_not_end_the_reload(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "EVERY_S", 0.01)
    go_on = threading.Event()

    def slow(_by: str, told: Callable[[str], None]) -> Trial:
        told("encoding")
        assert go_on.wait(10)
        return REPORT

    interaction = moderator()
    desk = make_desk(slow)
    reloading = asyncio.create_task(reload(desk, interaction))
    await asyncio.sleep(0)
    interaction.errors.append(http_error(403, 50013))
    await asyncio.sleep(0.2)
    go_on.set()
    assert [act["outcome"] for act in await reloading] == ["done"]


@pytest.mark.asyncio
async def test_ending_program_does_not_wait_for_a_reload() -> None:
    go_on = threading.Event()

    def stuck(_by: str, _told: Callable[[str], None]) -> Trial:
        assert go_on.wait(10)
        return REPORT

    interaction, desk = moderator(), make_desk(stuck)
    reloading = asyncio.create_task(reload(desk, interaction))
    await asyncio.sleep(0.05)
    assert desk.in_flight.count == 1
    desk.stopping.set()
    acts = await asyncio.wait_for(reloading, 1)
    assert "I am being restarted" in interaction.text
    assert acts[0]["outcome"] == "stopped"
    go_on.set()


@pytest.mark.asyncio
async def test_member_without_permission_or_role_is_stopped_and_logged() -> None:
    interaction = FakeInteraction(
        command=SimpleNamespace(name="reload"), user=member([4]), permissions=discord.Permissions(send_messages=True)
    )
    with capture_logs() as logs, pytest.raises(NotModeratorError):
        await CorpusCog(make_desk(raising(AssertionError()))).interaction_check(interaction.as_real)
    assert logs[0]["outcome"] == "not-allowed"


@pytest.mark.asyncio
async def test_moderator_passes() -> None:
    assert await CorpusCog(make_desk(raising(AssertionError()))).interaction_check(moderator().as_real)


def test_commands_are_for_servers_and_hidden_from_members() -> None:
    group = CorpusCog(cast("Any", SimpleNamespace())).app_command
    assert group is not None
    assert group.default_permissions == discord.Permissions(manage_guild=True)
    assert group.guild_only


@pytest.mark.asyncio
async def test_moderator_of_another_server_is_stopped_where_it_changes_the_corpus() -> None:
    two = SimpleNamespace(guilds=[SimpleNamespace(id=7), SimpleNamespace(id=8)], application=None)
    cog = CorpusCog(make_desk(raising(AssertionError())))
    with pytest.raises(NotHomeServerError):
        await cog.interaction_check(moderator(client=two).as_real)
    looking = moderator(client=two)
    looking.command = SimpleNamespace(name="status")
    assert await cog.interaction_check(looking.as_real)


def test_every_command_is_an_act_so_that_its_right_is_known() -> None:
    group = CorpusCog(cast("Any", SimpleNamespace())).app_command
    assert group is not None
    assert {command.name for command in group.commands} <= set(Act)
