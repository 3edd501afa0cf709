"""Look after what is kept while the bot runs: remove what was kept long enough, each hour and in memory each minute."""

import asyncio
import contextlib
from collections.abc import Callable
from datetime import date

import structlog

from bot.frontends.discord_client.desk import Desk
from bot.frontends.discord_client.logs import describe_error
from bot.frontends.discord_client.worker import run_in_thread
from bot.operation.settled_memory import settle

log = structlog.get_logger()

_EVERY_S = 3600.0
_MEMORY_EVERY_S = 60.0


async def keep_memory_short(desk: Desk, every_s: float = _MEMORY_EVERY_S) -> None:
    """Forget earlier questions in time, also while nobody asks anything, until the bot stops."""
    while not desk.stopping.is_set():
        desk.conversations.forget_old()
        desk.cooldown.forget_old()
        await _pause(desk, every_s)


async def settle_builds(desk: Desk, every_s: float = _MEMORY_EVERY_S) -> None:
    """Keep the garbage collector off each build that has come to be live, until the bot stops."""
    settled: str | None = None
    while not desk.stopping.is_set():
        edition = desk.assembly.shelf.current()
        if edition is not None and edition.build_id != settled:
            settled = edition.build_id
            settle()
        await _pause(desk, every_s)


async def keep_house(desk: Desk, today: Callable[[], date], every_s: float = _EVERY_S) -> None:
    """Tend the state now and then, until the bot stops; no failure ends this."""
    while not desk.stopping.is_set():
        try:
            await run_in_thread("state", lambda: desk.assembly.tend_state(today()))
        except Exception as error:
            log.error("state not tended", **describe_error(error))
        await _pause(desk, every_s)


async def _pause(desk: Desk, seconds: float) -> None:
    with contextlib.suppress(TimeoutError):
        async with asyncio.timeout(seconds):
            await desk.stopping.wait()
