"""What the buttons under an answer do."""

from collections.abc import Awaitable, Callable

import discord

from bot.answering.models import Answer
from bot.frontends.discord_client import custom_ids, texts
from bot.frontends.discord_client.controls import Origin, under_answer
from bot.frontends.discord_client.custom_ids import Act
from bot.frontends.discord_client.deletion import delete_answer
from bot.frontends.discord_client.desk import Desk
from bot.frontends.discord_client.feedback import say_helpful, say_not_helpful
from bot.frontends.discord_client.messages import Interaction, accept, open_form, put_above, reply_parts, send_reply
from bot.frontends.discord_client.replies import answer_pick, work_on
from bot.frontends.discord_client.venue import check_age, may_be_public, venue_of
from bot.frontends.discord_client.voices import Voice
from bot.languages.catalogue import ENGLISH
from bot.languages.wording import translated
from bot.rendering.discord_markdown import MessagePart, render
from bot.rendering.source_card import source_block

QUESTION_FIELD = "question"
_MOST_MESSAGES = 5
"""Where the bot is only installed by a person, Discord takes at most five messages after the first:
https://discord.com/developers/docs/interactions/receiving-and-responding#followup-messages"""

AnswerAct = Callable[[Desk, Interaction, Origin], Awaitable[None]]


async def show_more(desk: Desk, interaction: Interaction, origin: Origin) -> None:
    """Show further passages to the one who asks; their own button goes on from there."""
    following = Origin(origin.receipt, origin.page + 1)
    await answer_pick(
        desk,
        interaction,
        lambda service: service.more(origin.receipt, origin.page, desk.today()),
        private=True,
        origin=following,
    )


async def show_sources(desk: Desk, interaction: Interaction, origin: Origin) -> None:
    """Show the full record of each source of an answer."""
    with desk.in_flight:
        answer = await work_on(desk, interaction, lambda service: service.replay(origin.receipt), private=True)
        await send_reply(interaction, source_parts(desk.voice(interaction), answer), ephemeral=True)


async def ask_follow_up(desk: Desk, interaction: Interaction, origin: Origin) -> None:
    """Open the form for a follow-up."""
    await open_form(interaction, follow_up_form(origin.receipt, desk.voice(interaction).language))


async def share(desk: Desk, interaction: Interaction, origin: Origin) -> None:
    """Post a private answer in the channel, as it is today; only the one who asked for it sees the button."""
    venue = venue_of(interaction)
    settings = await desk.guild_settings.current(venue.guild_id)
    refused = may_not_share(interaction) or (None if may_be_public(settings, venue) else texts.NOT_SHARED_HERE)
    if refused is not None:
        await send_reply(interaction, reply_parts([refused], desk.voice(interaction).safeguards), ephemeral=True)
        return
    with desk.in_flight:
        check_age(settings, venue)
        voice = desk.voice(interaction, shared=True)
        waiting = desk.worker.submit(lambda: voice.service.renew(origin.receipt, desk.today()))
        await accept(interaction)
        answer = await desk.worker.result(waiting)
        parts = put_above([voice.say(texts.SHARED, user=interaction.user.id)], render(answer))
        await send_reply(interaction, parts, ephemeral=False, extras=under_answer(answer, public=True))


ACTS: dict[Act, AnswerAct] = {
    Act.MORE: show_more,
    Act.SOURCES: show_sources,
    Act.FOLLOW_UP: ask_follow_up,
    Act.SHARE: share,
    Act.HELPFUL: say_helpful,
    Act.NOT_HELPFUL: say_not_helpful,
    Act.DELETE: delete_answer,
}


def source_parts(voice: Voice, answer: Answer) -> tuple[MessagePart, ...]:
    """Return the full records of an answer's sources as at most five messages; the ids of what does not fit."""
    safeguards = voice.safeguards
    blocks = [source_block(one.source, one.grades, number=one.number) for one in answer.citations]
    parts = reply_parts(blocks or [texts.NO_SOURCES_SHOWN], safeguards)
    while len(parts) > _MOST_MESSAGES and blocks:
        blocks.pop()
        rest = ", ".join(f"`{one.source.id}`" for one in answer.citations[len(blocks) :])
        parts = reply_parts([*blocks, voice.say(texts.MORE_SOURCES, ids=rest)], safeguards)
    return parts


def follow_up_form(receipt: str, language: str = ENGLISH) -> discord.ui.Modal:
    """Return the form for a follow-up to an answer. `FollowUpCog` takes it when it is sent, also after a restart."""
    form = discord.ui.Modal(title=translated(texts.FORM_TITLE, language), custom_id=custom_ids.follow_up_form(receipt))
    # No max_length: Discord would keep back a long cry for help.
    field: discord.ui.TextInput[discord.ui.Modal] = discord.ui.TextInput(
        custom_id=QUESTION_FIELD, style=discord.TextStyle.paragraph, placeholder=translated(texts.FORM_HINT, language)
    )
    form.add_item(discord.ui.Label(text=translated(texts.FORM_LABEL, language), component=field))
    form.stop()  # discord.py would otherwise hold it, and answer it too
    return form


def may_not_share(interaction: Interaction) -> str | None:
    """Return why this person may not post the answer above the button here; None if they may."""
    message = interaction.message
    if message is None or not message.flags.ephemeral or interaction.guild_id is None:
        return texts.NOT_YOURS_TO_SHARE
    asker = message.interaction_metadata.user if message.interaction_metadata else interaction.user
    if asker.id != interaction.user.id:
        return texts.NOT_YOURS_TO_SHARE
    rights, in_thread = interaction.permissions, isinstance(interaction.channel, discord.Thread)
    may_write = rights.send_messages_in_threads if in_thread else rights.send_messages
    return None if may_write or rights.administrator else texts.MAY_NOT_WRITE
