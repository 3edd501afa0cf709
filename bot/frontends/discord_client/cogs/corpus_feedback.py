"""/corpus feedback."""

from discord import app_commands
from discord.ext import commands

from bot.frontends.discord_client.acts import record_act
from bot.frontends.discord_client.desk import Desk
from bot.frontends.discord_client.feedback_look import list_feedback
from bot.frontends.discord_client.messages import Interaction, defer
from bot.state.models import Act, ActOutcome


class FeedbackCommand(commands.Cog):
    """What people thought of passages."""

    _desk: Desk

    @app_commands.command(description="Which passages helped people, and which did not: counts only")
    async def feedback(self, interaction: Interaction) -> None:
        """Tell the counts by passage, with a menu to read one."""
        await defer(interaction, ephemeral=True)
        await list_feedback(self._desk, interaction)
        await record_act(self._desk, interaction, Act.FEEDBACK, ActOutcome.DONE)
