"""/ask: the main flow in Discord."""

from discord import app_commands
from discord.ext import commands

from bot.answering.models import Question
from bot.frontends.discord_client.contexts import everywhere
from bot.frontends.discord_client.desk import Desk
from bot.frontends.discord_client.messages import Interaction
from bot.frontends.discord_client.replies import answer_question


class AskCog(commands.Cog):
    """Questions and answers."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    # No `max_length`: Discord would then keep back a long cry for help. Too long a question gets a reply that says so.
    @app_commands.command(description="Ask about kratom: answers are quoted passages with their sources")
    @everywhere
    @app_commands.describe(question="Your question, in your own words", private="Only you see the answer")
    async def ask(self, interaction: Interaction, question: str, private: bool | None = None) -> None:
        """Answer a question."""
        asked = Question((question,), self._desk.today())
        await answer_question(self._desk, interaction, asked, private=private)
