"""/legal: the law of a place, for the United States with a map of the states."""

from discord import app_commands
from discord.ext import commands

from bot.answering.directory import place_entries
from bot.answering.library import Library
from bot.answering.models import Answer
from bot.answering.showing import NotShownError
from bot.frontends.discord_client import texts
from bot.frontends.discord_client.contexts import everywhere
from bot.frontends.discord_client.desk import Desk
from bot.frontends.discord_client.map_pictures import MapPictures, map_parts, shows_map, usable_laws
from bot.frontends.discord_client.messages import Interaction, defer
from bot.frontends.discord_client.not_found import send_not_found
from bot.frontends.discord_client.replies import is_cry_for_help, send_answer, showing_here, work_on
from bot.frontends.discord_client.suggestions import suggest
from bot.frontends.discord_client.venue import Showing
from bot.rendering.state_map import map_states


class LegalCog(commands.Cog):
    """The law by place."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._pictures = MapPictures()

    @app_commands.command(description="The law on kratom in a country, US state or city, with its date and sources")
    @everywhere
    @app_commands.describe(place="A country, US state, county or city", private="Only you see the answer")
    async def legal(self, interaction: Interaction, place: str, private: bool | None = None) -> None:
        """Show the record of a place."""
        if await is_cry_for_help(self._desk, interaction, place):
            return
        today = self._desk.today()
        with self._desk.in_flight:
            try:
                shown = await showing_here(self._desk, interaction, private=private)
                answer = await work_on(
                    self._desk, interaction, lambda service: service.about_place(place, today), private=shown.private
                )
            except NotShownError:
                await send_not_found(self._desk, interaction, texts.NO_PLACE, place_entries, place)
                return
            library = self._desk.library
            if library is not None and shows_map(answer, library):
                await self._send_with_map(interaction, answer, library, shown)
            else:
                await send_answer(self._desk, interaction, answer, shown=shown)

    async def _send_with_map(self, interaction: Interaction, answer: Answer, library: Library, shown: Showing) -> None:
        if not interaction.response.is_done():
            await defer(interaction, ephemeral=shown.private)  # drawing may take longer than Discord waits
        states = map_states(usable_laws(library), self._desk.today())
        picture = await self._pictures.of(states)
        safeguards = self._desk.voice(interaction, shared=not shown.private).safeguards
        map_ = map_parts(states, safeguards, drawn=picture is not None)
        await send_answer(self._desk, interaction, answer, shown=shown, below=map_, picture=picture)

    @legal.autocomplete("place")
    async def suggest_places(self, _interaction: Interaction, typed: str) -> list[app_commands.Choice[str]]:
        """Suggest places by name, code or other name."""
        library = self._desk.library
        found = suggest(place_entries(library), typed) if library else []
        return [app_commands.Choice(name=label, value=value) for label, value in found]
