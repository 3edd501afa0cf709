"""The form for a follow-up: taken here when it is sent, whichever start of the bot opened it."""

from collections.abc import Iterator
from typing import Any

import discord
from discord.ext import commands

from bot.answering.models import Question
from bot.frontends.discord_client.answer_acts import QUESTION_FIELD
from bot.frontends.discord_client.custom_ids import FOLLOW_UP_FORM
from bot.frontends.discord_client.desk import Desk
from bot.frontends.discord_client.errors import ErrorHandler
from bot.frontends.discord_client.messages import Interaction
from bot.frontends.discord_client.replies import answer_question


class FollowUpCog(commands.Cog):
    """Follow-up questions."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    @commands.Cog.listener()
    async def on_interaction(self, interaction: Interaction) -> None:
        """Answer a follow-up where the answer before it stands: in private under a private one.

        Under a public one it is as private as the server's settings want it.
        """
        if interaction.type is not discord.InteractionType.modal_submit:
            return
        data: dict[str, Any] = dict(interaction.data or {})
        match = FOLLOW_UP_FORM.fullmatch(str(data.get("custom_id", "")))
        if match is None:
            return
        try:
            await self._answer(interaction, match["receipt"], typed_text(data))
        except Exception as error:  # told to the person, as for a command
            await ErrorHandler(self._desk).handle(interaction, error)

    async def _answer(self, interaction: Interaction, receipt: str, text: str) -> None:
        """Resolve the follow-up against what this person asked before; else against what the answer is about."""
        earlier = self._desk.conversations.recall(interaction.user.id, receipt)
        topic = "" if earlier else self._desk.assembly.service.topic_of(receipt)
        turns = (*earlier, *filter(None, [topic]), text)
        private = interaction.message is None or interaction.message.flags.ephemeral
        question = Question(turns, self._desk.today())
        await answer_question(self._desk, interaction, question, private=private or None)


def typed_text(data: dict[str, Any]) -> str:
    """Return what was typed into the form, wherever in its layout the field stands; "" where there is none."""
    return next((str(part.get("value") or "") for part in _parts(data) if part.get("custom_id") == QUESTION_FIELD), "")


def _parts(part: dict[str, Any]) -> Iterator[dict[str, Any]]:
    rows = part.get("components")
    for inner in [*(rows if isinstance(rows, list) else []), part.get("component")]:
        if isinstance(inner, dict):
            yield inner
            yield from _parts(inner)
