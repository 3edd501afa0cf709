"""The messages the bot writes and edits, shown in the exchange they belong to and announced."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .announcements import announce
from .interaction import Interaction
from .rest.errors import empty_message, invalid_form
from .rules.flags import EPHEMERAL
from .rules.messages import is_empty
from .rules.problems import Problem
from .world.mentions import EVERY_MENTION
from .world.message import Message

if TYPE_CHECKING:
    from .server import SimServer

REPLY = 19  # the type of a message that replies to another
COMMAND_REPLY = {1: 20, 2: 23, 3: 23}  # command type: the type of a message that answers it
ONLY_USERS = ("users",)  # whom an interaction's messages notify unless they say otherwise


def bot_says(sim: SimServer, channel: dict, body: dict, files: list) -> Message:
    """Write a message of the bot to a channel."""
    extra = reference(sim, body, channel)
    if body.get("nonce") is not None:
        extra["nonce"] = body["nonce"]
    if body.get("poll"):
        sim.note("polls are accepted and not shown")
    message = sim.world.new_message(channel, sim.world.bot, body, files, **extra)
    exchange = sim.watched.get(message.reply_to or "") or sim.watched.get(channel["id"])
    if exchange:
        sim.watched["bot" + message.id] = exchange
        exchange.show(message)
    announce(sim, message)
    return message


def bot_edits(
    sim: SimServer, message: Message, body: dict, files: list, default_parse: tuple[str, ...] = EVERY_MENTION
) -> None:
    """Edit a message of the bot."""
    left = {k: body.get(k, message.data[k]) for k in ("content", "embeds", "attachments", "components")}
    if is_empty(left, len(files)):
        raise empty_message()
    sim.world.edit_message(message, body, files, default_parse)
    announce(sim, message, "MESSAGE_UPDATE")
    if exchange := sim.exchange_of(message):
        exchange.show(message)


def bot_answers(
    sim: SimServer, inter: Interaction, body: dict, files: list, flags: int, original: Message | None = None
) -> Message:
    """Write a message to where an interaction came from; a followup refers to the `original` answer."""
    flags |= EPHEMERAL if inter.private else 0
    extra: dict = {
        "webhook_id": sim.application_id,
        "application_id": sim.application_id,
        "interaction_metadata": inter.metadata(),
    }
    target = original or (inter.source if inter.type == 3 else None)
    if target:
        kind = REPLY
        extra["message_reference"] = {"type": 0, "message_id": target.id, "channel_id": target.channel_id}
        extra["referenced_message"] = None if target.ephemeral else _without_reference(target)
    else:
        kind = COMMAND_REPLY[inter.command["type"]] if inter.type == 2 and inter.command else 0
    message = sim.world.new_message(
        inter.channel,
        sim.world.bot,
        body,
        files,
        kind=kind,
        flags=flags,
        interaction=inter,
        visible_to=inter.user["id"] if flags & EPHEMERAL else None,
        default_parse=ONLY_USERS,
        **extra,
    )
    inter.messages.append(message)
    inter.exchange.show(message)
    announce(sim, message)
    return message


def reference(sim: SimServer, body: dict, channel: dict) -> dict:
    """Return what a message that replies to another holds beyond its body, for `World.new_message`."""
    about = body.get("message_reference")
    if not about:
        return {}
    place = str(about.get("channel_id") or channel["id"])
    target = sim.world.messages.get(place, {}).get(str(about["message_id"]))
    if target is None or target.deleted:
        if about.get("fail_if_not_exists") is False:
            return {}
        problem = Problem(("message_reference",), "MESSAGE_REFERENCE_UNKNOWN_MESSAGE", "Unknown message")
        raise invalid_form([problem])
    pointer = {"type": 0, "message_id": target.id, "channel_id": target.channel_id}
    if target.guild_id:
        pointer["guild_id"] = target.guild_id
    return {"kind": REPLY, "message_reference": pointer, "referenced_message": _without_reference(target)}


def _without_reference(message: Message) -> dict:
    return {k: v for k, v in message.data.items() if k != "referenced_message"}
