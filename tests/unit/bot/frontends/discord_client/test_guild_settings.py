"""Servers' settings in force: no answer waits for the database, and no change is missed."""

import asyncio
import threading
from types import SimpleNamespace
from typing import Any

import pytest

from bot.frontends.discord_client.client import AnswerBot
from bot.frontends.discord_client.guild_settings import CurrentSettings
from bot.frontends.discord_client.worker import InFlight
from bot.state.errors import StateBusyError
from bot.state.models import UNKNOWN_SETTINGS, GuildSettings

pytestmark = pytest.mark.asyncio
OLD, NEW = GuildSettings(cooldown_s=1), GuildSettings(cooldown_s=2)


class Table:
    """Settings that are read only while `open` is set."""

    def __init__(self, settings: GuildSettings = OLD) -> None:
        self.settings = settings
        self.error: Exception | None = None
        self.read = 0
        self.open = threading.Event()
        self.open.set()

    def load(self, _guild_id: int) -> GuildSettings:
        self.read += 1
        settings = self.settings
        assert self.open.wait(10)
        if self.error is not None:
            raise self.error
        return settings


async def test_settings_are_read_once_also_by_many_at_a_time() -> None:
    table = Table()
    current = CurrentSettings(table.load)
    assert await asyncio.gather(*(current.current(7) for _ in range(50))) == [OLD] * 50
    assert await current.current(7) == OLD
    assert table.read == 1
    assert await current.current(8) == OLD
    assert table.read == 2


async def test_outside_of_servers_nothing_is_read() -> None:
    table = Table()
    assert await CurrentSettings(table.load).current(None) == GuildSettings()
    assert not table.read


async def test_change_holds_from_the_next_question_on() -> None:
    current = CurrentSettings(Table().load)
    assert await current.current(7) == OLD
    current.changed(7, NEW)
    assert await current.current(7) == NEW


async def test_change_during_a_slow_read_is_not_undone_by_it() -> None:
    table = Table()
    table.open.clear()
    current = CurrentSettings(table.load, wait_s=0.01)
    assert await current.current(7) is UNKNOWN_SETTINGS
    reading = current._loading[7]
    current.changed(7, NEW)
    table.open.set()
    await reading
    await asyncio.sleep(0)
    assert await current.current(7) == NEW


async def test_slow_or_failing_database_keeps_nobody_waiting_and_is_asked_again() -> None:
    table = Table()
    table.open.clear()
    current = CurrentSettings(table.load, wait_s=0.01)
    assert await current.current(7) is UNKNOWN_SETTINGS
    table.error = StateBusyError("the file")
    reading = current._loading[7]
    table.open.set()
    await asyncio.wait([reading])
    await asyncio.sleep(0)
    table.error = None
    current._wait_s = 10
    assert await current.current(7) == OLD
    assert table.read == 2


async def test_most_careful_settings_of_an_absent_state_are_not_kept() -> None:
    table = Table(UNKNOWN_SETTINGS)
    current = CurrentSettings(table.load)
    assert await current.current(7) is UNKNOWN_SETTINGS
    table.settings = NEW
    assert await current.current(7) == NEW


async def test_settings_of_a_server_that_was_left_are_read_anew() -> None:
    table = Table()
    current = CurrentSettings(table.load)
    assert await current.current(7) == OLD
    current.left(7)
    table.settings = NEW
    assert await current.current(7) == NEW


async def test_language_is_what_is_known_and_asking_for_it_reads_nothing() -> None:
    table = Table(GuildSettings(language="th"))
    current = CurrentSettings(table.load)
    assert current.language(7) is None
    assert current.language(None) is None
    assert table.read == 0
    await current.current(7)
    assert current.language(7) == "th"
    current.changed(7, GuildSettings(language="de"))
    assert current.language(7) == "de"
    current.left(7)
    assert current.language(7) is None
    table.error = StateBusyError("busy")
    assert await current.current(7) is UNKNOWN_SETTINGS
    assert current.language(7) is None


async def test_leaving_a_server_removes_its_settings() -> None:
    table, forgotten = Table(), []
    state = SimpleNamespace(guilds=SimpleNamespace(forget=forgotten.append))
    desk = SimpleNamespace(
        guild_settings=CurrentSettings(table.load),
        assembly=SimpleNamespace(state=state),
        keeping=set(),
        in_flight=InFlight(),
    )
    await desk.guild_settings.current(7)
    bot: Any = SimpleNamespace(desk=desk)
    await AnswerBot.on_guild_remove(bot, SimpleNamespace(id=7))  # type: ignore[arg-type]
    await asyncio.gather(*desk.keeping)
    assert forgotten == [7]
    await desk.guild_settings.current(7)
    assert table.read == 2
