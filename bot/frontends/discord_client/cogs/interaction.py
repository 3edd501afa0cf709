"""/interaction: kratom with something else."""

from discord import app_commands
from discord.ext import commands

from bot.answering.directory import substance_entries
from bot.answering.showing import NotShownError
from bot.frontends.discord_client import texts
from bot.frontends.discord_client.contexts import everywhere
from bot.frontends.discord_client.desk import Desk
from bot.frontends.discord_client.messages import Interaction
from bot.frontends.discord_client.not_found import send_not_found
from bot.frontends.discord_client.replies import answer_pick, is_cry_for_help
from bot.frontends.discord_client.suggestions import suggest
from bot.rendering.discord_markdown import escape


class InteractionCog(commands.Cog):
    """The table of interactions."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    @app_commands.command(description="What is known of kratom together with a medicine, drug, drink or supplement")
    @everywhere
    @app_commands.describe(
        substance="A medicine or brand, drug, drink or supplement", private="Only you see the answer"
    )
    async def interaction(self, interaction: Interaction, substance: str, private: bool | None = None) -> None:
        """Show the record of a substance class, with what it points to."""
        if await is_cry_for_help(self._desk, interaction, substance):
            return
        today = self._desk.today()
        try:
            await answer_pick(
                self._desk, interaction, lambda service: service.about_substance(substance, today), private=private
            )
        except NotShownError:
            voice = self._desk.voice(interaction)
            no_data = escape(voice.safeguards.text("no-data-is-not-safety"))
            sentence = voice.say(texts.NO_SUBSTANCE, no_data=no_data)
            await send_not_found(self._desk, interaction, sentence, substance_entries, substance)

    @interaction.autocomplete("substance")
    async def suggest_substances(self, _interaction: Interaction, typed: str) -> list[app_commands.Choice[str]]:
        """Suggest substance classes by name, member or brand."""
        library = self._desk.library
        found = suggest(substance_entries(library), typed) if library else []
        return [app_commands.Choice(name=label, value=value) for label, value in found]
