"""The entry "Answer with sources" in the menu of any message."""

import discord
from discord import app_commands

from bot.answering.models import Question
from bot.frontends.discord_client import texts
from bot.frontends.discord_client.contexts import EVERYWHERE
from bot.frontends.discord_client.desk import Desk
from bot.frontends.discord_client.messages import Interaction
from bot.frontends.discord_client.replies import answer_question


def answer_menu(desk: Desk) -> app_commands.ContextMenu:
    """Return the command: the text of the message is the question, and only the one who asks sees the answer."""

    async def answer(interaction: Interaction, message: discord.Message) -> None:
        question = Question((message_text(message),), desk.today())
        await answer_question(desk, interaction, question, private=True)

    return app_commands.ContextMenu(name=texts.ANSWER_MENU, callback=answer, allowed_contexts=EVERYWHERE)


def message_text(message: discord.Message) -> str:
    """Return what a person wrote in a message, or in the one that it forwards."""
    forwarded = (snapshot.content for snapshot in message.message_snapshots)
    return message.content or next((content for content in forwarded if content), "")
