"""Show how far long work is by editing the message of the one who asked for it."""

import asyncio
import contextlib
import time
from collections.abc import Sequence
from typing import Any, TypeVar

import aiohttp
import discord

from bot.frontends.discord_client import texts
from bot.frontends.discord_client.desk import Desk
from bot.frontends.discord_client.messages import Interaction, reply_parts, show
from bot.rendering.discord_markdown import escape

T = TypeVar("T")

EVERY_S = 2.0
WARN_AFTER_S = 12 * 60.0
"""From then on the message says where the result will come: Discord takes no edits 15 minutes after a command.
https://discord.com/developers/docs/interactions/receiving-and-responding#followup-messages"""


async def show_progress(
    desk: Desk, interaction: Interaction, running: "asyncio.Future[T]", steps: Sequence[str], doing: str
) -> None:
    """Tell the latest step every two seconds, until the work ends or the program does; never raises.

    Args:
        desk: what every command works with.
        interaction: whose message shows it.
        running: the work.
        steps: what the work has told so far; the last one is shown.
        doing: what goes before the step, such as "Reloading".
    """
    shown, begun = "", time.monotonic()
    stopping = asyncio.ensure_future(desk.stopping.wait())
    ends: set[asyncio.Future[Any]] = {running, stopping}
    while True:
        await asyncio.wait(ends, timeout=EVERY_S, return_when=asyncio.FIRST_COMPLETED)
        if running.done() or stopping.done():
            stopping.cancel()
            return
        blocks = [f"{doing}: {escape(steps[-1])} …"] if steps else []
        if blocks and time.monotonic() - begun > WARN_AFTER_S:
            blocks.append(texts.TAKES_LONG)
        if blocks and "".join(blocks) != shown:
            shown = "".join(blocks)
            with contextlib.suppress(discord.HTTPException, aiohttp.ClientError, OSError):  # the work goes on
                await show(interaction, reply_parts(blocks, desk.voice(interaction).safeguards)[0])
