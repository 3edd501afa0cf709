"""What a person thinks of an answer: saved for its passages, from the receipt alone."""

import asyncio
from collections.abc import Callable

import discord

from bot.answering.models import Outcome, Plan
from bot.answering.receipts import ReceiptError
from bot.answering.service import AnswerService
from bot.frontends.discord_client import custom_ids, texts
from bot.frontends.discord_client.controls import Origin
from bot.frontends.discord_client.desk import Desk
from bot.frontends.discord_client.messages import NOTHING, Extras, Interaction, accept, reply_parts, send_reply, show
from bot.frontends.discord_client.replies import work_on
from bot.state.models import FeedbackReason, Verdict, Vote

NO_REASON = "none"


async def say_helpful(desk: Desk, interaction: Interaction, origin: Origin) -> None:
    """Save that an answer helped."""
    with desk.in_flight:
        plan = await work_on(desk, interaction, rated(origin.receipt), private=True)
        before = await _give(desk, interaction, plan, Vote(Verdict.HELPFUL))
        words = texts.SAVED_HELPFUL if before in (None, Verdict.HELPFUL) else texts.CHANGED_TO_HELPFUL
        await _tell(desk, interaction, words)


async def say_not_helpful(desk: Desk, interaction: Interaction, origin: Origin) -> None:
    """Save that an answer did not help, and ask why; it counts whether or not a reason is chosen."""
    with desk.in_flight:
        plan = await work_on(desk, interaction, rated(origin.receipt), private=True)
        before = await _give(desk, interaction, plan, Vote(Verdict.NOT_HELPFUL))
        words = texts.SAVED_NOT_HELPFUL if before in (None, Verdict.NOT_HELPFUL) else texts.CHANGED_TO_NOT_HELPFUL
        await _tell(desk, interaction, words, reasons(origin.receipt))


async def give_reason(desk: Desk, interaction: Interaction, receipt: str, chosen: str) -> None:
    """Save why an answer did not help, and say so in the place of the menu, which stays to choose another."""
    known = set(FeedbackReason)
    reason = FeedbackReason(chosen) if chosen in known else None
    with desk.in_flight:
        voice = desk.voice(interaction)
        waiting = desk.worker.submit(lambda: rated(receipt)(voice.service))
        await accept(interaction)
        plan = await desk.worker.result(waiting)
        await _give(desk, interaction, plan, Vote(Verdict.NOT_HELPFUL, reason))
        words = voice.say(texts.SAVED_REASON, reason=voice.say(texts.REASONS[reason or NO_REASON]))
        part = reply_parts([words, texts.FEEDBACK_PRIVACY], voice.safeguards)[0]
        await show(interaction, part, reasons(receipt))


def rated(receipt: str) -> Callable[[AnswerService], Plan]:
    """Return the work that finds the plan of an answer with passages.

    It raises ReceiptError where the receipt is of no such answer, and what `AnswerService.reopen` raises.
    """

    def find(service: AnswerService) -> Plan:
        plan = service.reopen(receipt).plan
        if plan.outcome is not Outcome.ANSWERED or plan.build_id is None:
            raise ReceiptError
        return plan

    return find


def reasons(receipt: str) -> Extras:
    """Return the menu that asks for a reason."""

    def rows() -> list["discord.ui.ActionRow[discord.ui.LayoutView]"]:
        options = [
            discord.SelectOption(label=texts.REASONS[value], value=value) for value in (*FeedbackReason, NO_REASON)
        ]
        select: discord.ui.Select[discord.ui.LayoutView] = discord.ui.Select(
            custom_id=custom_ids.reasons_menu(receipt), placeholder=texts.REASONS_HINT, options=options
        )
        return [discord.ui.ActionRow(select)]

    return Extras(rows)


async def _give(desk: Desk, interaction: Interaction, plan: Plan, vote: Vote) -> Verdict | None:
    """Save a verdict on all passages of an answer; return the one before on the first of them."""
    feedback, person, build = desk.assembly.state.feedback, interaction.user.id, plan.build_id or ""

    def work() -> Verdict | None:
        before = feedback.given(person, build, plan.passages[0])
        feedback.give(person, build, plan.passages, vote)
        return before.verdict if before else None

    return await asyncio.to_thread(work)


async def _tell(desk: Desk, interaction: Interaction, words: str, extras: Extras = NOTHING) -> None:
    parts = reply_parts([words, texts.FEEDBACK_PRIVACY], desk.voice(interaction).safeguards)
    await send_reply(interaction, parts, ephemeral=True, extras=extras)
