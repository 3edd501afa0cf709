"""/privacy: what is held about the person who asks, and a button that deletes it."""

from discord import app_commands
from discord.ext import commands

from bot.frontends.discord_client.contexts import everywhere
from bot.frontends.discord_client.desk import Desk
from bot.frontends.discord_client.messages import Interaction
from bot.frontends.discord_client.own_data import show_own_data


class PrivacyCog(commands.Cog):
    """What is kept."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    @app_commands.command(description="What I hold about you, and a button that deletes it")
    @everywhere
    async def privacy(self, interaction: Interaction) -> None:
        """Tell what is never kept, what is, and how much of it is this person's."""
        await show_own_data(self._desk, interaction)
