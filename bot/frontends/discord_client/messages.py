"""The one way to Discord: only a `MessagePart` can be sent, so nothing is sent without both notices."""

import asyncio
import contextlib
import io
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

import aiohttp
import discord

from bot.answering.safeguards import Safeguards
from bot.frontends.discord_client import texts
from bot.frontends.discord_client.labels import translate_labels
from bot.languages.wording import translated
from bot.rendering.discord_markdown import MessagePart, notices_block, split_blocks

Interaction: TypeAlias = discord.Interaction[discord.Client]
NO_PINGS = discord.AllowedMentions.none()
_PAUSES_S = (0.3, 1.0)
_DEFERRED, _REPLIED, _THINKS_IN_PUBLIC = "deferred", "replied", "thinks in public"
_NO_HISTORY = 160002  # https://discord.com/developers/docs/topics/opcodes-and-status-codes#json
_UNKNOWN_MESSAGE = 10008
_ALREADY_ANSWERED = 40060  # https://discord.com/developers/docs/topics/opcodes-and-status-codes#json


def reply_parts(blocks: Sequence[str], safeguards: Safeguards) -> tuple[MessagePart, ...]:
    """Return the front end's own words, block by block and already escaped, as messages with both notices.

    A block that is a fixed text is put into the language of the safeguards; one with values in it is so already.
    """
    said = [translated(block, safeguards.language) for block in blocks]
    return split_blocks(said, notices_block(safeguards.always()))


def put_above(blocks: Sequence[str], parts: Sequence[MessagePart]) -> tuple[MessagePart, ...]:
    """Return the messages with blocks above the first; where they do not fit there, they are a message of their own."""
    first, *rest = parts
    try:
        return (MessagePart((*blocks, *first.body), first.notices), *rest)
    except ValueError:
        return (*split_blocks(list(blocks), first.notices), *parts)


Row: TypeAlias = "discord.ui.ActionRow[discord.ui.LayoutView]"


@dataclass(frozen=True, slots=True)
class Picture:
    """An image with a description for those who do not see it (at most 1,024 characters)."""

    name: str
    data: bytes
    description: str

    def file(self) -> discord.File:
        """Return the image anew, as each try to send it needs."""
        return discord.File(io.BytesIO(self.data), self.name, description=self.description)


@dataclass(frozen=True, slots=True)
class Document:
    """A text file to read or keep; its name ends in .md or .txt, so that Discord shows it."""

    name: str
    text: str

    def file(self) -> discord.File:
        """Return the file anew, as each try to send it needs."""
        return discord.File(io.BytesIO(self.text.encode()), self.name)


@dataclass(frozen=True, slots=True)
class Extras:
    """What stands with the text of a reply's last message: buttons and menus (anew for each try), a picture, a file.

    `rows_above` stand under each message before the last.
    """

    rows: Callable[[], Sequence[Row]] = tuple
    picture: Picture | None = None
    rows_above: Callable[[], Sequence[Row]] = tuple
    document: Document | None = None


NOTHING = Extras()


def _with_extras(parts: Sequence[MessagePart], extras: Extras) -> list[tuple[MessagePart, Extras]]:
    """Return each message of a reply with what stands beside its text."""
    above = Extras(extras.rows_above)
    return [(part, extras if number == len(parts) else above) for number, part in enumerate(parts, start=1)]


def to_view(part: MessagePart, extras: Extras = NOTHING) -> discord.ui.LayoutView:
    """Return a message as plain visible text: no embed, which people can switch off."""
    container: discord.ui.Container[discord.ui.LayoutView] = discord.ui.Container()
    for block in part.body:
        container.add_item(discord.ui.TextDisplay(block))
    if extras.picture:
        image = discord.MediaGalleryItem(f"attachment://{extras.picture.name}", description=extras.picture.description)
        container.add_item(discord.ui.MediaGallery(image))
    if extras.document:
        container.add_item(discord.ui.File(f"attachment://{extras.document.name}"))
    if part.body or extras.picture or extras.document:
        container.add_item(discord.ui.Separator())
    container.add_item(discord.ui.TextDisplay(part.notices))
    view = discord.ui.LayoutView(timeout=None)
    view.add_item(container)
    rows = extras.rows()
    translate_labels(rows, part.language)
    for row in rows:
        view.add_item(row)
    view.stop()  # discord.py keeps it no longer; presses are found again by their custom_id, also after a restart
    return view


async def defer(interaction: Interaction, *, ephemeral: bool) -> None:
    """Tell Discord within its 3 seconds that an answer will come."""
    await _persist(lambda: interaction.response.defer(ephemeral=ephemeral, thinking=True))
    interaction.extras[_DEFERRED] = True
    interaction.extras[_THINKS_IN_PUBLIC] = not ephemeral


async def accept(interaction: Interaction) -> None:
    """Tell Discord that a press was taken, and leave its message as it is; replies then follow as new messages."""
    await interaction.response.defer()
    interaction.extras[_REPLIED] = True


async def send_reply(
    interaction: Interaction, parts: Sequence[MessagePart], *, ephemeral: bool, extras: Extras = NOTHING
) -> None:
    """Send all messages of a reply: the first answers the interaction, or takes the place of "thinking".

    A second reply to the same interaction, such as an apology, follows the first and does not take its place.
    The extras stand with the last message. A private reply stays private also where "thinking" was shown to all.

    Raises:
        discord.HTTPException: Discord refuses the message.
        aiohttp.ClientError, OSError: the connection failed three times.
    """
    with_extras = _with_extras(parts, extras)
    (first, beside), *rest = with_extras
    if interaction.extras.get(_REPLIED):
        rest = with_extras
    elif ephemeral and interaction.extras.get(_THINKS_IN_PUBLIC):
        await _reply_past_public_thinking(interaction, with_extras)
        return
    elif interaction.response.is_done() or interaction.extras.get(_DEFERRED):
        await show(interaction, first, beside)
    else:
        await _persist(
            lambda: interaction.response.send_message(
                view=to_view(first, beside), ephemeral=ephemeral, allowed_mentions=NO_PINGS, **_files(beside, "files")
            )
        )
    interaction.extras[_REPLIED] = True
    await _follow(interaction, rest, ephemeral=ephemeral)


async def _follow(interaction: Interaction, parts: Sequence[tuple[MessagePart, Extras]], *, ephemeral: bool) -> None:
    for part, beside in parts:
        await interaction.followup.send(
            view=to_view(part, beside),
            ephemeral=ephemeral,
            allowed_mentions=NO_PINGS,
            wait=True,
            **_files(beside, "files"),
        )


async def _reply_past_public_thinking(interaction: Interaction, parts: Sequence[tuple[MessagePart, Extras]]) -> None:
    """Reply in private where all were shown that an answer will come.

    The first message after that is as public as it was (https://github.com/discord/discord-api-docs/issues/2866), so a
    neutral line takes its place, and goes when the reply is there.
    """
    first = parts[0][0]
    line = translated(texts.ANSWERED_PRIVATELY, first.language)
    await show(interaction, MessagePart((line,), first.notices))
    interaction.extras[_REPLIED] = True
    await _follow(interaction, parts, ephemeral=True)
    with contextlib.suppress(discord.HTTPException, aiohttp.ClientError, OSError):  # the line may stay
        await interaction.delete_original_response()


async def show(interaction: Interaction, part: MessagePart, extras: Extras = NOTHING) -> None:
    """Put a message in the place of "thinking", or of what the reply showed before."""
    await _persist(
        lambda: interaction.edit_original_response(
            view=to_view(part, extras), allowed_mentions=NO_PINGS, **_files(extras, "attachments")
        )
    )


async def turn(interaction: Interaction, part: MessagePart, extras: Extras) -> None:
    """Put a message in the place of the one whose button or menu was used; beside it, if that was deleted since."""
    try:
        await _persist(lambda: interaction.response.edit_message(view=to_view(part, extras), allowed_mentions=NO_PINGS))
    except discord.NotFound as error:
        if error.code != _UNKNOWN_MESSAGE:
            raise
        await send_reply(interaction, [part], ephemeral=True, extras=extras)


async def open_form(interaction: Interaction, form: discord.ui.Modal) -> None:
    """Open a form; what is sent with it is answered like any question."""
    await interaction.response.send_modal(form)


async def say(place: discord.abc.Messageable, parts: Sequence[MessagePart], extras: Extras = NOTHING) -> None:
    """Write messages to a channel or person, without an interaction; the extras stand with the last.

    Raises:
        discord.HTTPException: Discord refuses a message, such as `discord.Forbidden` where the bot may not write.
        aiohttp.ClientError, OSError: the connection failed. It is not tried again, which could say things twice.
    """
    await _write(place, _with_extras(parts, extras))


async def say_under(
    message: discord.Message, parts: Sequence[MessagePart], extras: Extras = NOTHING
) -> list[discord.Message]:
    """Answer a message in its channel, the first part as a reply to it where the bot may read the history.

    Returns what was written.

    Raises:
        discord.HTTPException, aiohttp.ClientError, OSError: as for `say`.
    """
    (first, beside), *rest = _with_extras(parts, extras)
    reference = message.to_reference(fail_if_not_exists=False)
    try:
        replies = [
            await message.channel.send(
                view=to_view(first, beside), allowed_mentions=NO_PINGS, reference=reference, mention_author=False
            )
        ]
    except discord.HTTPException as error:
        if error.code != _NO_HISTORY:
            raise
        replies = await _write(message.channel, [(first, beside)])
    return [*replies, *await _write(message.channel, rest)]


async def _write(place: discord.abc.Messageable, parts: Sequence[tuple[MessagePart, Extras]]) -> list[discord.Message]:
    return [
        await place.send(view=to_view(part, beside), allowed_mentions=NO_PINGS, **_files(beside, "files"))
        for part, beside in parts
    ]


def _files(extras: Extras, name: str) -> dict[str, Any]:
    """Return picture and file, anew, under the name that the kind of request gives them."""
    files = [one.file() for one in (extras.picture, extras.document) if one]
    return {name: files} if files else {}


async def _persist(send: Callable[[], Awaitable[object]]) -> None:
    """Send again where the connection was cut; the requests may reach Discord twice without harm.

    Only then does "already answered" mean that it was this very reply.
    """
    cut = False
    for pause in (*_PAUSES_S, None):
        try:
            await send()
        except discord.HTTPException as error:
            if not cut or error.code != _ALREADY_ANSWERED:
                raise
        except (aiohttp.ClientError, OSError):
            cut = True
            if pause is None:
                raise
            await asyncio.sleep(pause)
            continue
        return
