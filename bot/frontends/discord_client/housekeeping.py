"""Look after the state while the bot runs: open it, and once an hour remove what was kept long enough."""

import asyncio
import contextlib
from collections.abc import Callable
from datetime import date

import structlog

from bot.frontends.discord_client.desk import Desk
from bot.frontends.discord_client.logs import describe_error
from bot.frontends.discord_client.worker import run_in_thread

log = structlog.get_logger()

_EVERY_S = 3600.0


async def keep_house(desk: Desk, today: Callable[[], date], every_s: float = _EVERY_S) -> None:
    """Tend the state now and then, until the bot stops; no failure ends this."""
    while not desk.stopping.is_set():
        try:
            await run_in_thread("state", lambda: desk.assembly.tend_state(today()))
        except Exception as error:
            log.error("state not tended", **describe_error(error))
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(every_s):
                await desk.stopping.wait()
