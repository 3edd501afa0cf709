"""What is held about the person who asks: shown, and deleted after a second press."""

import asyncio

import discord

from bot.frontends.discord_client import custom_ids, texts
from bot.frontends.discord_client.custom_ids import Step
from bot.frontends.discord_client.desk import Desk
from bot.frontends.discord_client.messages import (
    NOTHING,
    Extras,
    Interaction,
    accept,
    defer,
    reply_parts,
    send_reply,
    show,
)
from bot.frontends.discord_client.privacy_words import deleted_blocks, privacy_blocks
from bot.state.errors import StateError
from bot.state.models import Held

_RED, _GREY = discord.ButtonStyle.danger, discord.ButtonStyle.secondary


async def show_own_data(desk: Desk, interaction: Interaction) -> None:
    """Tell a person what is held about them, with a button that deletes it."""
    with desk.in_flight:
        await defer(interaction, ephemeral=True)
        person, voice = interaction.user.id, desk.voice(interaction)
        blocks = privacy_blocks(voice, await _held(desk, person), desk.conversations.held(person))
        parts = reply_parts(blocks, voice.safeguards)
        await send_reply(interaction, parts, ephemeral=True, extras=_buttons((Step.ASK, texts.DELETE_DATA, _RED)))


async def take_step(desk: Desk, interaction: Interaction, step: Step) -> None:
    """Ask once more, delete, or keep, in the place of the message whose button was pressed.

    Raises:
        StateError: nothing could be deleted from the state; the memory was cleared all the same.
    """
    with desk.in_flight:
        await accept(interaction)
        if step is Step.ASK:
            sure = _buttons((Step.DELETE, texts.DELETE_DATA_NOW, _RED), (Step.KEEP, texts.KEEP_DATA, _GREY))
            await _turn(desk, interaction, [texts.SURE_TO_DELETE], sure)
        elif step is Step.DELETE:
            forgotten = forget_in_memory(desk, interaction.user.id)
            deleted = await asyncio.to_thread(desk.assembly.state.people.forget, interaction.user.id)
            await _turn(desk, interaction, deleted_blocks(desk.voice(interaction), deleted, forgotten))
        else:
            await _turn(desk, interaction, [texts.DATA_KEPT])


def forget_in_memory(desk: Desk, person: int) -> int:
    """Drop what is in memory about a person; return to how many answers their questions were.

    The pause between two questions goes on, or deleting would be a way around it. It ends by itself.
    """
    return desk.conversations.forget(person)


async def _held(desk: Desk, person: int) -> Held | None:
    try:
        return await asyncio.to_thread(desk.assembly.state.people.held, person)
    except StateError:
        return None


async def _turn(desk: Desk, interaction: Interaction, blocks: list[str], extras: Extras = NOTHING) -> None:
    await show(interaction, reply_parts(blocks, desk.voice(interaction).safeguards)[0], extras)


def _buttons(*wanted: tuple[Step, str, discord.ButtonStyle]) -> Extras:
    def rows() -> list["discord.ui.ActionRow[discord.ui.LayoutView]"]:
        made: list[discord.ui.Button[discord.ui.LayoutView]] = [
            discord.ui.Button(label=label, custom_id=custom_ids.own_data_button(step), style=style)
            for step, label, style in wanted
        ]
        return [discord.ui.ActionRow(*made)]

    return Extras(rows)
