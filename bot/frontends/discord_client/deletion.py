"""Take an answer down: whoever asked for it may, and moderators. Crisis cards have no such button, as they have none.

Who asked stands in what Discord tells about a reply to a command; for a reply to a mention the state knows it.
"""

import asyncio

import discord

from bot.frontends.discord_client import texts
from bot.frontends.discord_client.acts import record_act
from bot.frontends.discord_client.admission import moderator_roles
from bot.frontends.discord_client.controls import Origin
from bot.frontends.discord_client.desk import Desk
from bot.frontends.discord_client.keeping import drop_owner
from bot.frontends.discord_client.messages import Interaction, accept, reply_parts, send_reply
from bot.frontends.discord_client.permissions import may_moderate
from bot.state.errors import StateError
from bot.state.models import Act, ActOutcome


async def delete_answer(desk: Desk, interaction: Interaction, origin: Origin) -> None:
    """Delete the message above the button; what a moderator deletes for others is noted in the audit log."""
    message = interaction.message
    if message is None:
        return
    with desk.in_flight:
        await accept(interaction)
        moderates = await _moderates(desk, interaction)
        asked = await _asked_for_it(desk, interaction, message, needed=not moderates)
        if not asked and not moderates:
            await _tell(desk, interaction, texts.NOT_YOURS_TO_DELETE)
            return
        try:
            await interaction.delete_original_response()
        except discord.NotFound:  # somebody was quicker, and gone is gone
            await _tell(desk, interaction, texts.DELETED_BEFORE)
            return
        drop_owner(desk, message.id)
        if not asked:
            await record_act(
                desk,
                interaction,
                Act.DELETE_MESSAGE,
                ActOutcome.DONE,
                subject=str(message.id),
                details={"channel": interaction.channel_id, "receipt": origin.receipt},
            )
        await _tell(desk, interaction, texts.DELETED)


async def _asked_for_it(desk: Desk, interaction: Interaction, message: discord.Message, *, needed: bool) -> bool:
    """Tell whether this person asked for the answer.

    Raises:
        StateError: only the state could tell, it cannot, and it is `needed`.
    """
    if message.interaction_metadata is not None:
        return message.interaction_metadata.user.id == interaction.user.id
    if interaction.guild_id is None:  # direct messages with the bot: there is nobody else
        return True
    try:
        return await asyncio.to_thread(desk.assembly.state.messages.belongs_to, message.id, interaction.user.id)
    except StateError:
        if needed:
            raise
        return False


async def _moderates(desk: Desk, interaction: Interaction) -> bool:
    member = interaction.user
    if not isinstance(member, discord.Member):
        return False
    roles = await moderator_roles(desk, interaction.guild_id)
    return may_moderate(interaction.permissions, (role.id for role in member.roles), roles)


async def _tell(desk: Desk, interaction: Interaction, words: str) -> None:
    await send_reply(interaction, reply_parts([words], desk.voice(interaction).safeguards), ephemeral=True)
