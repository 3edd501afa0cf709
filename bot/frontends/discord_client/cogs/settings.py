"""/settings: where and how the bot answers in a server."""

from discord import app_commands
from discord.ext import commands

from bot.frontends.discord_client.admission import admit
from bot.frontends.discord_client.desk import Desk
from bot.frontends.discord_client.messages import Interaction, defer, send_reply
from bot.frontends.discord_client.settings_acts import load_settings
from bot.frontends.discord_client.settings_panel import panel
from bot.state.models import Act


class SettingsCog(commands.Cog):
    """The settings of a server."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    @app_commands.command(description="Where and how I answer in this server")
    @app_commands.guild_only()
    @app_commands.allowed_installs(guilds=True, users=False)
    @app_commands.default_permissions(manage_guild=True)
    async def settings(self, interaction: Interaction) -> None:
        """Show the settings; members who may manage the server also see what changes them."""
        await admit(self._desk, interaction, Act.SETTINGS)
        await defer(interaction, ephemeral=True)
        settings = await load_settings(self._desk, interaction.guild_id or 0)
        part, extras = panel(self._desk, interaction, settings)
        await send_reply(interaction, [part], ephemeral=True, extras=extras)
