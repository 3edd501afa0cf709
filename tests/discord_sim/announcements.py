"""What the bot gets to know of messages, by the gateway and by REST, with or without their content."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .gateway.intents import INTENTS
from .gateway.session import Session
from .world.message import Message

if TYPE_CHECKING:
    from .server import SimServer


def announce(sim: SimServer, message: Message, event: str = "MESSAGE_CREATE") -> None:
    """Send a message event, where the bot may see the channel or the message answers an interaction."""
    channel = sim.world.channels[message.channel_id]
    if not sim.world.has_bot(channel):
        return
    hidden = message.guild_id and not sim.world.may(sim.world.bot["id"], channel, "view_channel")
    if hidden and not message.interaction:
        return
    sim.gateway.dispatch(
        event,
        lambda session: _event_view(sim, message, session),
        guild_id=message.guild_id,
        intents=_intents(message),
    )


def remove(sim: SimServer, message: Message) -> None:
    """Delete a message, and send the event."""
    message.deleted = True
    if exchange := sim.exchange_of(message):
        exchange.touch()
    if not sim.world.has_bot(sim.world.channels[message.channel_id]):
        return
    data = {"id": message.id, "channel_id": message.channel_id}
    if message.guild_id:
        data["guild_id"] = message.guild_id
    sim.gateway.dispatch("MESSAGE_DELETE", data, guild_id=message.guild_id, intents=_intents(message))


def seen_by_app(sim: SimServer, message: Message) -> dict:
    """Return a message as REST shows it to this application."""
    return message.data if "message_content" in sim.privileged else _without_content(sim, message, message.data)


def _intents(message: Message) -> tuple[str]:
    return ("guild_messages",) if message.guild_id else ("direct_messages",)


def _event_view(sim: SimServer, message: Message, session: Session) -> dict:
    data = dict(message.data)
    if message.guild_id:
        guild = sim.world.guilds[message.guild_id]
        data["guild_id"] = guild.id
        if message.author_id in guild.members:
            data["member"] = {k: v for k, v in guild.members[message.author_id].items() if k != "user"}
    return data if session.intents & INTENTS["message_content"] else _without_content(sim, message, data)


def _without_content(sim: SimServer, message: Message, data: dict) -> dict:
    bot = sim.world.bot
    exempt = message.author_id == bot["id"] or message.guild_id is None or bot in data["mentions"]
    return data if exempt else {**data, "content": "", "embeds": [], "attachments": [], "components": []}
