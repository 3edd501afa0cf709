"""/topics: look through everything, without a question."""

from discord import app_commands
from discord.ext import commands

from bot.frontends.discord_client.browsing import listing_message
from bot.frontends.discord_client.contexts import everywhere
from bot.frontends.discord_client.custom_ids import Level, Place
from bot.frontends.discord_client.desk import Desk
from bot.frontends.discord_client.messages import Interaction, send_reply


class TopicsCog(commands.Cog):
    """The corpus as lists."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    @app_commands.command(description="Look through all topics, articles and passages")
    @everywhere
    async def topics(self, interaction: Interaction) -> None:
        """Show the list of topics; its menu leads on."""
        part, extras = listing_message(self._desk, Place(Level.TOPIC), self._desk.voice(interaction))
        await send_reply(interaction, (part,), ephemeral=True, extras=extras)
