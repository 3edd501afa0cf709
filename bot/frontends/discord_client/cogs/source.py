"""/source: the full record of a source, and where it is cited."""

from collections.abc import Iterable

from discord import app_commands
from discord.ext import commands

from bot.answering.library import Library
from bot.frontends.discord_client import texts
from bot.frontends.discord_client.catalogue import PAGE, Option
from bot.frontends.discord_client.contexts import everywhere
from bot.frontends.discord_client.controls import menu_of
from bot.frontends.discord_client.custom_ids import Level, Place, key_of
from bot.frontends.discord_client.desk import Desk
from bot.frontends.discord_client.messages import NOTHING, Interaction, reply_parts, send_reply
from bot.frontends.discord_client.replies import is_cry_for_help
from bot.frontends.discord_client.suggestions import MAX_CHARS, MAX_CHOICES, rank, shorten
from bot.rendering.source_card import cited_block, passage_label, source_block
from corpus.models import Passage, Source


class SourceCog(commands.Cog):
    """The bibliography."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    @app_commands.command(name="source", description="Everything about a source, and where it is cited")
    @everywhere
    @app_commands.rename(source_id="id")
    @app_commands.describe(source_id="The id of a source, or words of its title")
    async def source(self, interaction: Interaction, source_id: str) -> None:
        """Show the record of a source, with a menu of the passages that cite it."""
        safeguards = self._desk.voice(interaction).safeguards
        if await is_cry_for_help(self._desk, interaction, source_id):
            return
        library = self._desk.library
        source = library.corpus.sources.get(source_id.strip()) if library else None
        if library is None or source is None:
            sentence = texts.NO_SOURCE if library else texts.NO_INDEX
            await send_reply(interaction, reply_parts([sentence], safeguards), ephemeral=True)
            return
        citing = citing_passages(library, source)
        options = [Option(key_of(one.id), one.heading or one.article_title, one.article_title) for one in citing]
        extras = menu_of(Place(Level.CITING, key_of(source.id)), options[:PAGE]) if citing else NOTHING
        parts = reply_parts([source_block(source), cited_block([passage_label(one) for one in citing])], safeguards)
        await send_reply(interaction, parts, ephemeral=True, extras=extras)

    @source.autocomplete("source_id")
    async def suggest_sources(self, _interaction: Interaction, typed: str) -> list[app_commands.Choice[str]]:
        """Suggest sources by id and title."""
        library = self._desk.library
        sources = library.corpus.sources.values() if library else ()
        return [app_commands.Choice(name=label, value=value) for label, value in suggest_sources(sources, typed)]


def citing_passages(library: Library, source: Source) -> list[Passage]:
    """Return the passages that cite a source and may be shown, in the order of the corpus."""
    return [passage for passage in library.passages.values() if source.id in passage.source_ids]


def suggest_sources(sources: Iterable[Source], typed: str) -> list[tuple[str, str]]:
    """Return at most 25 pairs of label and id for what was typed so far; ids longer than Discord takes are left out."""
    wanted = " ".join(typed.split()).casefold()
    ranked = []
    for source in sources:
        found = rank((source.id, source.title), wanted)
        if found is not None and len(source.id) <= MAX_CHARS:
            year = f" ({source.year})" if source.year else ""
            label = f"{shorten(source.title, MAX_CHARS - len(year))}{year}"
            ranked.append((found[0], source.title.casefold(), label, source.id))
    return [(label, value) for _, _, label, value in sorted(ranked)[:MAX_CHOICES]]
