"""From what a person asks or picks to the reply: an emergency at once, anything else on the worker thread."""

from collections.abc import Callable
from typing import TypeVar

import discord

from bot.answering.models import Answer, Question
from bot.answering.service import AnswerService
from bot.frontends.discord_client.controls import Origin, under_answer
from bot.frontends.discord_client.desk import Desk
from bot.frontends.discord_client.messages import Interaction, defer, send_reply
from bot.rendering.discord_markdown import render

T = TypeVar("T")


async def answer_question(desk: Desk, interaction: Interaction, question: Question, *, private: bool) -> None:
    """Answer a question, and hold it in memory for a follow-up."""
    with desk.in_flight:
        with desk.worker.arrivals as arrivals:
            await arrivals.turn()
            if await show_crisis(desk, interaction, question):
                return
        answer = await work_on(desk, interaction, lambda service: service.answer(question), private=private)
        desk.conversations.remember(interaction.user.id, answer.receipt, question.turns)
        await send_answer(interaction, answer, private=private)


async def answer_pick(
    desk: Desk,
    interaction: Interaction,
    make: Callable[[AnswerService], Answer],
    *,
    private: bool,
    origin: Origin | None = None,
) -> None:
    """Show the answer about something that was picked, not asked."""
    with desk.in_flight:
        answer = await work_on(desk, interaction, make, private=private)
        await send_answer(interaction, answer, private=private, origin=origin)


async def show_crisis(desk: Desk, interaction: Interaction, question: Question) -> bool:
    """Show the crisis card, only to this person and with no further request before it, if there is need for one."""
    urgent = desk.assembly.service.urgent(question)
    if urgent is not None:
        await send_reply(interaction, render(urgent), ephemeral=True)
    return urgent is not None


async def is_cry_for_help(desk: Desk, interaction: Interaction, typed: str) -> bool:
    """Show the crisis card where what was typed into an option of a command is no name but a cry for help."""
    return bool(typed) and await show_crisis(desk, interaction, Question((typed,), desk.today()))


async def work_on(desk: Desk, interaction: Interaction, work: Callable[[AnswerService], T], *, private: bool) -> T:
    """Do work with the answer service on the worker thread, while Discord shows that an answer will come.

    Raises:
        WorkerError: there is no room or no time for it.
        discord.DiscordException, OSError: Discord was not told in time; the work is given up.
    """
    service = desk.assembly.service
    waiting = desk.worker.submit(lambda: work(service))
    try:
        with desk.worker.arrivals:
            await defer(interaction, ephemeral=private)
    except (discord.DiscordException, OSError):
        waiting.cancel()
        raise
    return await desk.worker.result(waiting)


async def send_answer(interaction: Interaction, answer: Answer, *, private: bool, origin: Origin | None = None) -> None:
    """Send an answer with its buttons; a private one can be shared where there is someone to share it with."""
    shareable = private and interaction.guild_id is not None
    extras = under_answer(answer, shareable=shareable, origin=origin)
    await send_reply(interaction, render(answer), ephemeral=private, extras=extras)
