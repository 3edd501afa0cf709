"""/crisis: whom to call, by country; it needs no index, no worker and nothing to be typed."""

from discord import app_commands
from discord.ext import commands

from bot.frontends.discord_client.contexts import everywhere
from bot.frontends.discord_client.crisis_lines import crisis_answer, suggest_countries
from bot.frontends.discord_client.desk import Desk
from bot.frontends.discord_client.messages import Interaction, send_reply
from bot.rendering.discord_markdown import render


class CrisisCog(commands.Cog):
    """Emergency numbers and crisis lines."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    @app_commands.command(description="Emergency numbers and crisis lines")
    @everywhere
    @app_commands.describe(country="Your country, by name or code")
    async def crisis(self, interaction: Interaction, country: str | None = None) -> None:
        """Show the lines of a country, only to the person who asks."""
        safeguards = self._desk.voice(interaction).safeguards
        await send_reply(interaction, render(crisis_answer(safeguards, country)), ephemeral=True)

    @crisis.autocomplete("country")
    async def suggest(self, _interaction: Interaction, typed: str) -> list[app_commands.Choice[str]]:
        """Suggest countries by name or code."""
        found = suggest_countries(self._desk.assembly.safeguards.crisis, typed)
        return [app_commands.Choice(name=record.name[:100], value=record.id) for record in found]
