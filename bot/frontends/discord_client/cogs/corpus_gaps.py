"""/corpus gaps."""

from discord import app_commands
from discord.ext import commands

from bot.frontends.discord_client.acts import record_act
from bot.frontends.discord_client.desk import Desk
from bot.frontends.discord_client.gap_words import gap_blocks
from bot.frontends.discord_client.messages import Interaction, defer, reply_parts, send_reply
from bot.frontends.discord_client.state_calls import ask_state
from bot.state.models import Act, ActOutcome


class GapsCommand(commands.Cog):
    """What people asked about and got no answer."""

    _desk: Desk

    @app_commands.command(description="Topics people asked about and got no answer: counts only")
    async def gaps(self, interaction: Interaction) -> None:
        """Tell the topics that at least five different people asked about in vain."""
        await defer(interaction, ephemeral=True)
        counts = await ask_state(self._desk, lambda state: state.gaps.shown())
        edition = self._desk.assembly.shelf.current()
        titles = {one.id: one.title for one in edition.library.corpus.articles} if edition else {}
        await record_act(self._desk, interaction, Act.GAPS, ActOutcome.DONE)
        parts = reply_parts(gap_blocks(counts, titles), self._desk.voice(interaction).safeguards)
        await send_reply(interaction, parts, ephemeral=True)
