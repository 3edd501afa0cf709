"""Ask the state from the event loop, for commands that are about nothing else."""

import asyncio
from collections.abc import Callable
from typing import TypeVar

from bot.frontends.discord_client.desk import Desk
from bot.state.errors import StateError
from bot.state.ports import State

T = TypeVar("T")


class StateTroubleError(Exception):
    """What is kept could not be read or written; the cause says why."""


async def ask_state(desk: Desk, work: Callable[[State], T]) -> T:
    """Return what the state says, read or written on another thread.

    Raises:
        StateTroubleError: it cannot say.
    """
    try:
        return await asyncio.to_thread(lambda: work(desk.assembly.state))
    except StateError as error:
        raise StateTroubleError from error
