"""From what a person asks or picks to the reply: an emergency at once, anything else on the worker thread.

For a moment (`patience_s`) an answer is waited for before Discord is told that one will come; most are there by then.
So who may see it is decided when it is known what it is: a crisis card, or that there is nothing, is never shown to
all. Discord waits for 3 s.
"""

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TypeVar

import aiohttp
import discord

from bot.answering.models import Answer, Outcome, Question
from bot.answering.receipts import ReceiptError
from bot.answering.service import AnswerService
from bot.frontends.discord_client.controls import Origin, under_answer
from bot.frontends.discord_client.desk import Desk
from bot.frontends.discord_client.keeping import keep_gap
from bot.frontends.discord_client.messages import (
    Interaction,
    Picture,
    defer,
    put_above,
    reply_parts,
    send_reply,
    show,
)
from bot.frontends.discord_client.turns import begin_turn
from bot.frontends.discord_client.venue import Showing, check_age, may_be_public, showing, venue_of
from bot.rendering.discord_markdown import MessagePart, render

T = TypeVar("T")

_FEW_WAITING = 5
"""Where more questions than this wait, an answer will not be there in time, so Discord is told at once."""


async def answer_question(desk: Desk, interaction: Interaction, question: Question, *, private: bool | None) -> None:
    """Answer a question, and hold it in memory for a follow-up; `private` is what the asker chose, if they did."""
    with desk.in_flight:
        with desk.worker.arrivals as arrivals:
            await arrivals.turn()
            if await show_crisis(desk, interaction, question):
                return
        person, venue = interaction.user.id, venue_of(interaction)
        settings = await desk.guild_settings.current(venue.guild_id)
        voice = desk.voice(interaction)
        turn = begin_turn(desk, settings, venue, person, voice)
        if turn.refused is not None:
            urgent = await _run(desk, interaction, lambda service: service.emergency(question), private=True)
            parts = render(urgent) if urgent else reply_parts([turn.refused], voice.safeguards)
            await send_reply(interaction, parts, ephemeral=True)
            return
        shown = showing(settings, venue, private, voice)
        with turn:
            answer = await _run(desk, interaction, lambda service: service.answer(question), private=shown.private)
            turn.end(answer)
        desk.conversations.remember(person, answer.receipt, question.turns)
        await send_answer(desk, interaction, answer, shown=shown)
        keep_gap(desk, person, answer)


async def answer_pick(
    desk: Desk,
    interaction: Interaction,
    make: Callable[[AnswerService], Answer],
    *,
    private: bool | None,
    origin: Origin | None = None,
) -> None:
    """Show the answer about something that was picked, not asked."""
    with desk.in_flight:
        shown = await showing_here(desk, interaction, private=private)
        answer = await work_on(desk, interaction, make, private=shown.private)
        await send_answer(desk, interaction, answer, shown=shown, origin=origin)


async def show_crisis(desk: Desk, interaction: Interaction, question: Question) -> bool:
    """Show the crisis card, only to this person and with no further request before it, if there is need for one."""
    urgent = desk.voice(interaction).service.urgent(question)
    if urgent is not None:
        await send_reply(interaction, render(urgent), ephemeral=True)
    return urgent is not None


async def is_cry_for_help(desk: Desk, interaction: Interaction, typed: str) -> bool:
    """Show the crisis card where what was typed into an option of a command is no name but a cry for help."""
    return bool(typed) and await show_crisis(desk, interaction, Question((typed,), desk.today()))


async def showing_here(desk: Desk, interaction: Interaction, *, private: bool | None) -> Showing:
    """Return who sees an answer here, by the server's settings and the asker's choice."""
    venue = venue_of(interaction)
    settings = await desk.guild_settings.current(venue.guild_id)
    return showing(settings, venue, private, desk.voice(interaction))


async def work_on(desk: Desk, interaction: Interaction, work: Callable[[AnswerService], T], *, private: bool) -> T:
    """Do work with the answer service on the worker thread; where it takes long, Discord shows that it is coming.

    Raises:
        NotAgeRestrictedError: the server does not want answers here.
        WorkerError: there is no room or no time for it.
        discord.DiscordException, OSError: Discord was not told in time; the work is given up.
    """
    venue = venue_of(interaction)
    check_age(await desk.guild_settings.current(venue.guild_id), venue)
    return await _run(desk, interaction, work, private=private)


async def send_answer(
    desk: Desk,
    interaction: Interaction,
    answer: Answer,
    *,
    shown: Showing,
    origin: Origin | None = None,
    below: Sequence[MessagePart] = (),
    picture: Picture | None = None,
) -> None:
    """Send an answer with its buttons; a private one can be shared where others may see it. A crisis card is private.

    What is `below`, and a picture, follow the answer.

    Raises:
        discord.HTTPException, aiohttp.ClientError, OSError: as for `send_reply`.
    """
    if answer.outcome is Outcome.CRISIS:
        await _send_card(interaction, _for_reader(desk, interaction, answer))
        return
    venue = venue_of(interaction)
    settings = await desk.guild_settings.current(venue.guild_id)
    shareable = shown.private and venue.guild_id is not None and may_be_public(settings, venue)
    extras = under_answer(answer, shareable=shareable, public=not shown.private, origin=origin)
    parts = [*put_above([shown.remark] if shown.remark else [], render(answer)), *below]
    await send_reply(interaction, parts, ephemeral=shown.private, extras=replace(extras, picture=picture))


def _for_reader(desk: Desk, interaction: Interaction, card: Answer) -> Answer:
    """Return a crisis card in the reader's language, where it was made for a reply that all would see."""
    voice = desk.voice(interaction)
    if card.notices.language == voice.language:
        return card
    try:
        return voice.service.replay(card.receipt)
    except ReceiptError:  # a card in another language is better than none
        return card


async def _send_card(interaction: Interaction, answer: Answer) -> None:
    parts = render(answer)
    try:
        await send_reply(interaction, parts, ephemeral=True)
    except (discord.HTTPException, aiohttp.ClientError, OSError):
        await show(interaction, parts[0])  # in public, where it could not be in private: being shown comes first


async def _run(desk: Desk, interaction: Interaction, work: Callable[[AnswerService], T], *, private: bool) -> T:
    service = desk.voice(interaction, shared=not private).service
    patience_s = desk.settings.patience_s if desk.worker.waiting <= _FEW_WAITING else 0.0
    waiting = desk.worker.submit(lambda: work(service))
    try:
        if patience_s:
            await asyncio.wait([waiting], timeout=patience_s)
        if not waiting.done():
            with desk.worker.arrivals:
                await defer(interaction, ephemeral=private)
    except (discord.DiscordException, OSError):
        waiting.cancel()
        raise
    return await desk.worker.result(waiting)
