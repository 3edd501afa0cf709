"""/corpus history."""

from discord import app_commands
from discord.ext import commands

from bot.frontends.discord_client.acts import record_act
from bot.frontends.discord_client.desk import Desk
from bot.frontends.discord_client.history import history_message
from bot.frontends.discord_client.messages import Interaction, defer, send_reply
from bot.frontends.discord_client.moderator_ids import Scope
from bot.state.models import Act, ActOutcome


class HistoryCommand(commands.Cog):
    """Who did what."""

    _desk: Desk

    @app_commands.command(description="Who did what here, when, and how it ended")
    @app_commands.describe(elsewhere="Also changes of the corpus from elsewhere, without who made them")
    async def history(self, interaction: Interaction, elsewhere: bool = False) -> None:
        """Show the audit log of this server, page by page."""
        await defer(interaction, ephemeral=True)
        scope = Scope.ALL if elsewhere else Scope.HERE
        part, extras = await history_message(self._desk, interaction, scope, 0)
        await record_act(self._desk, interaction, Act.HISTORY, ActOutcome.DONE)
        await send_reply(interaction, [part], ephemeral=True, extras=extras)
