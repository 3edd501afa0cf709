"""The things a request names, found or refused as Discord refuses them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.discord_sim.rest.errors import ApiError, unknown
from tests.discord_sim.world.guild import Guild
from tests.discord_sim.world.message import Message
from tests.discord_sim.world.permissions import PERMISSIONS

if TYPE_CHECKING:
    from tests.discord_sim.server import SimServer


def find_user(sim: SimServer, id: str) -> dict:
    """Return the user with this id."""
    if id not in sim.world.users:
        raise unknown("User")
    return sim.world.users[id]


def find_channel(sim: SimServer, args: dict[str, str], *rights: str) -> dict:
    """Return the channel a path names, where the bot must see it and have these permissions."""
    world = sim.world
    channel = world.channels.get(args["channel_id"])
    if channel is None:
        raise unknown("Channel")
    if not world.has_bot(channel) or not world.may(world.bot["id"], channel, "view_channel"):
        raise ApiError(403, 50001, "Missing Access")
    if not world.may(world.bot["id"], channel, *rights):
        raise ApiError(403, 50013, "Missing Permissions")
    return channel


def stored_message(sim: SimServer, args: dict[str, str]) -> Message | None:
    """Return the message a path names, unless it is deleted or ephemeral."""
    found = sim.world.messages.get(args["channel_id"], {}).get(args.get("message_id", ""))
    return None if found is None or found.deleted or found.visible_to else found


def find_message(sim: SimServer, args: dict[str, str]) -> Message:
    """Return the message a path names."""
    found = stored_message(sim, args)
    if found is None:
        raise unknown("Message")
    return found


def find_guild(sim: SimServer, args: dict[str, str], *rights: str) -> Guild:
    """Return the guild a path names, where the bot must have these permissions."""
    guild = sim.world.guilds.get(args["guild_id"])
    if guild is None or sim.world.bot["id"] not in guild.members:
        raise unknown("Guild")
    have = sim.world.permissions(guild, sim.world.bot["id"])
    if not all(have & PERMISSIONS[right] for right in rights):
        raise ApiError(403, 50013, "Missing Permissions")
    return guild


def find_member(sim: SimServer, args: dict[str, str]) -> dict:
    """Return the guild member a path names."""
    member = find_guild(sim, args).members.get(args["user_id"])
    if not member:
        raise unknown("Member")
    return member
