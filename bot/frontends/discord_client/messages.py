"""The one way to Discord: only a `MessagePart` can be sent, so nothing is sent without both notices."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from typing import TypeAlias

import aiohttp
import discord

from bot.answering.safeguards import Safeguards
from bot.rendering.discord_markdown import MessagePart, notices_block, split_blocks

Interaction: TypeAlias = discord.Interaction[discord.Client]
NO_PINGS = discord.AllowedMentions.none()
_PAUSES_S = (0.3, 1.0)
_REPLIED = "replied"
_ALREADY_ANSWERED = 40060  # https://discord.com/developers/docs/topics/opcodes-and-status-codes#json


def reply_parts(blocks: Sequence[str], safeguards: Safeguards) -> tuple[MessagePart, ...]:
    """Return the front end's own words, block by block and already escaped, as messages with both notices."""
    return split_blocks(list(blocks), notices_block(safeguards.always()))


def to_view(part: MessagePart) -> discord.ui.LayoutView:
    """Return a message as plain visible text: no embed, which people can switch off."""
    container: discord.ui.Container[discord.ui.LayoutView] = discord.ui.Container()
    for block in part.body:
        container.add_item(discord.ui.TextDisplay(block))
    if part.body:
        container.add_item(discord.ui.Separator())
    container.add_item(discord.ui.TextDisplay(part.notices))
    view = discord.ui.LayoutView(timeout=None)
    view.add_item(container)
    view.stop()  # nothing on it can be pressed; discord.py would otherwise keep it in memory for good
    return view


async def defer(interaction: Interaction, *, ephemeral: bool) -> None:
    """Tell Discord within its 3 seconds that an answer will come."""
    await interaction.response.defer(ephemeral=ephemeral, thinking=True)


async def send_reply(interaction: Interaction, parts: Sequence[MessagePart], *, ephemeral: bool) -> None:
    """Send all messages of a reply: the first answers the interaction, or takes the place of "thinking".

    A second reply to the same interaction, such as an apology, follows the first and does not take its place.

    Raises:
        discord.HTTPException: Discord refuses the message.
        aiohttp.ClientError, OSError: the connection failed three times.
    """
    first, *rest = parts
    if interaction.extras.get(_REPLIED):
        rest = [first, *rest]
    elif interaction.response.is_done():
        await show(interaction, first)
    else:
        await _persist(
            lambda: interaction.response.send_message(
                view=to_view(first), ephemeral=ephemeral, allowed_mentions=NO_PINGS
            )
        )
    interaction.extras[_REPLIED] = True
    for part in rest:
        await interaction.followup.send(view=to_view(part), ephemeral=ephemeral, allowed_mentions=NO_PINGS, wait=True)


async def show(interaction: Interaction, part: MessagePart) -> None:
    """Put a message in the place of "thinking", or of what the reply showed before."""
    await _persist(lambda: interaction.edit_original_response(view=to_view(part), allowed_mentions=NO_PINGS))


async def _persist(send: Callable[[], Awaitable[object]]) -> None:
    """Send again where the connection was cut; both kinds of request may reach Discord twice without harm."""
    for pause in (*_PAUSES_S, None):
        try:
            await send()
        except discord.HTTPException as error:
            if error.code != _ALREADY_ANSWERED:
                raise
        except (aiohttp.ClientError, OSError):
            if pause is None:
                raise
            await asyncio.sleep(pause)
            continue
        return
