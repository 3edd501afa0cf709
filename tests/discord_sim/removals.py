"""Channels and guilds that go away, with what the bot is told of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .world.guild import Guild
from .world.values import THREADS

if TYPE_CHECKING:
    from .server import SimServer


def remove_channel(sim: SimServer, channel: dict) -> None:
    """Delete a channel or thread of a guild with its threads and messages, and send the event."""
    guild = sim.world.guilds[channel["guild_id"]]
    told = sim.world.may(sim.world.bot["id"], channel, "view_channel")
    for thread in [c for c in guild.channels.values() if c["type"] in THREADS and c["parent_id"] == channel["id"]]:
        _forget(sim, guild, thread)  # Discord sends no event for these
    _forget(sim, guild, channel)
    if told:
        event = "THREAD_DELETE" if channel["type"] in THREADS else "CHANNEL_DELETE"
        sim.gateway.dispatch(event, channel, guild_id=guild.id, intents=("guilds",))


def remove_bot(sim: SimServer, guild: Guild) -> None:
    """Take the bot out of a guild (someone removed it, or deleted the guild), and send the event."""
    guild.members.pop(sim.world.bot["id"], None)
    for inter in sim.interactions.values():
        if inter.guild is guild and inter.by_guild:
            inter.dead = True
    sim.gateway.dispatch("GUILD_DELETE", {"id": guild.id}, guild_id=guild.id, intents=("guilds",))


def remove_guild(sim: SimServer, guild: Guild) -> None:
    """Delete a guild with all its channels, and send the event."""
    remove_bot(sim, guild)
    for channel in list(guild.channels.values()):
        _forget(sim, guild, channel)
    del sim.world.guilds[guild.id]


def _forget(sim: SimServer, guild: Guild, channel: dict) -> None:
    guild.channels.pop(channel["id"], None)
    sim.world.channels.pop(channel["id"], None)
    for message in sim.world.messages.get(channel["id"], {}).values():
        message.deleted = True
