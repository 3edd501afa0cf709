"""/ask: the main flow in Discord."""

from collections.abc import Callable
from datetime import UTC, date, datetime

import discord
from discord import app_commands
from discord.ext import commands

from bot.answering.models import Question
from bot.frontends.discord_client.desk import Desk
from bot.frontends.discord_client.messages import Interaction, defer, send_reply
from bot.rendering.discord_markdown import render


def today_utc() -> date:
    """Return the day, on which the validity of legal records depends."""
    return datetime.now(UTC).date()


class AskCog(commands.Cog):
    """Questions and answers."""

    def __init__(self, desk: Desk, today: Callable[[], date] = today_utc) -> None:
        self._desk = desk
        self._today = today

    # No `max_length`: Discord would then keep back a long cry for help. Too long a question gets a reply that says so.
    @app_commands.command(description="Ask about kratom: answers are quoted passages with their sources")
    @app_commands.allowed_contexts(guilds=True, dms=True)
    @app_commands.describe(question="Your question, in your own words", private="Only you see the answer")
    async def ask(self, interaction: Interaction, question: str, private: bool = False) -> None:
        """Answer a question: an emergency at once, anything else on the worker thread."""
        with self._desk.in_flight:
            await self._answer(interaction, Question((question,), self._today()), private=private)

    async def _answer(self, interaction: Interaction, question: Question, *, private: bool) -> None:
        service = self._desk.assembly.service
        urgent = service.urgent(question)
        if urgent is not None:
            await send_reply(interaction, render(urgent), ephemeral=True)
            return
        waiting = self._desk.worker.submit(lambda: service.answer(question))
        try:
            await defer(interaction, ephemeral=private)
        except (discord.DiscordException, OSError):
            waiting.cancel()
            raise
        answer = await self._desk.worker.result(waiting)
        await send_reply(interaction, render(answer), ephemeral=private)
