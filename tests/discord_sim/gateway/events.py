"""The events a session begins with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.discord_sim.application import application_flags, own_user
from tests.discord_sim.world.guild import Guild
from tests.discord_sim.world.values import THREADS

from .session import Session

if TYPE_CHECKING:
    from tests.discord_sim.server import SimServer


def ready(sim: SimServer, session: Session, guilds: list[Guild]) -> dict:
    """Return the data of READY for a session with these guilds."""
    return {
        "v": 10,
        "user": own_user(sim),
        "guilds": [{"id": g.id, "unavailable": True} for g in guilds],
        "session_id": session.id,
        "resume_gateway_url": sim.gateway_url,
        "session_type": "normal",
        "shard": [session.shard, session.count],
        "application": {"id": sim.application_id, "flags": application_flags(sim)},
        "user_settings": {},
        "relationships": [],
        "private_channels": [],
        "presences": [],
        "guild_join_requests": [],
        "geo_ordered_rtc_regions": [],
        "_trace": [],
    }


def guild_create(sim: SimServer, guild: Guild, session: Session) -> dict:
    """Return the data of GUILD_CREATE, with all members only for a session that may know them."""
    everyone = list(guild.members.values())
    channels = guild.channels.values()
    return guild.json() | {
        "joined_at": guild.joined_at,
        "large": len(everyone) > 250,
        "unavailable": False,
        "member_count": len(everyone),
        "members": everyone if session.wants("guild_members") else [guild.members[sim.world.bot["id"]]],
        "voice_states": [],
        "presences": [],
        "channels": [c for c in channels if c["type"] not in THREADS],
        "threads": [c for c in channels if c["type"] in THREADS],
        "stage_instances": [],
        "guild_scheduled_events": [],
        "soundboard_sounds": [],
    }
