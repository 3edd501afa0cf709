"""/corpus add and /corpus remove."""

import asyncio

import discord
from discord import app_commands
from discord.ext import commands

from bot.article_drafts import ArticleRefusedError
from bot.frontends.discord_client import adding, texts
from bot.frontends.discord_client.acts import record_act
from bot.frontends.discord_client.admission import may_do
from bot.frontends.discord_client.article_files import fetch_article
from bot.frontends.discord_client.desk import Desk
from bot.frontends.discord_client.long_work import Ended, LongWork, do_long_work, tell
from bot.frontends.discord_client.messages import Interaction, defer
from bot.frontends.discord_client.suggestions import MAX_CHOICES
from bot.state.errors import StateError
from bot.state.models import Act, ActOutcome


class AddCommands(commands.Cog):
    """Articles that moderators add to those of the corpus folder."""

    _desk: Desk

    @app_commands.command(description="Add an article from a file, as unreviewed, once you have seen what it changes")
    @app_commands.rename(article_id="id")
    @app_commands.describe(
        file="Markdown, plain text, HTML or PDF; in the form of docs/writing-articles.md it can be quoted at once",
        topic="The topic it belongs to, such as mind; without it, what the file says, or added",
        article_id="Its id, such as kratom-and-sleep; without it, what the file says, or made of its title",
    )
    async def add(
        self,
        interaction: Interaction,
        file: discord.Attachment,
        topic: app_commands.Range[str, 1, 64] | None = None,
        article_id: app_commands.Range[str, 1, 100] | None = None,
    ) -> None:
        """Check an attached article, show what it would change, and wait for confirmation."""
        await defer(interaction, ephemeral=True)
        try:
            data, suffix = await fetch_article(file, self._desk.assembly.settings.discord_api_base)
        except ArticleRefusedError as error:
            ended = Ended([f"**Not added:** {error}."], ActOutcome.REFUSED)
            await record_act(self._desk, interaction, Act.ADD, ended.outcome)
            await tell(self._desk, interaction, ended)
            return
        job = LongWork(
            Act.ADD,
            doing="Trying the article",
            failed="Not added",
            work=adding.try_article(self._desk, interaction, data, suffix, topic=topic, article_id=article_id),
            told=lambda found: adding.tried(self._desk, found),
        )
        await do_long_work(self._desk, interaction, job)

    @app_commands.command(description="Take an added article away")
    @app_commands.rename(article_id="id")
    @app_commands.describe(article_id="The id of an article that was added with /corpus add")
    async def remove(self, interaction: Interaction, article_id: str) -> None:
        """Take an added article away, and answer without it."""
        await defer(interaction, ephemeral=True)
        if article_id not in await self._added():
            await record_act(self._desk, interaction, Act.REMOVE, ActOutcome.UNCHANGED)
            await tell(self._desk, interaction, Ended([texts.NO_SUCH_ADDED]))
            return
        await adding.remove(self._desk, interaction, article_id)

    @remove.autocomplete("article_id")
    async def suggest_added(self, interaction: Interaction, typed: str) -> list[app_commands.Choice[str]]:
        """Suggest the added articles by id."""
        if not await may_do(self._desk, interaction, Act.REMOVE):
            return []
        try:
            ids = [one for one in await self._added() if typed.casefold() in one]
        except StateError:
            ids = []
        return [app_commands.Choice(name=one, value=one) for one in ids[:MAX_CHOICES]]

    async def _added(self) -> list[str]:
        state = self._desk.assembly.state
        return [one.article_id for one in await asyncio.to_thread(lambda: state.overlay.all())]
