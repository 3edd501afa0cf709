"""Channels."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.discord_sim.removals import remove_channel
from tests.discord_sim.rest.call import Call
from tests.discord_sim.world.values import DM, THREADS, without_nulls

from .lookup import find_channel, find_guild
from .registry import Answer, Operations

if TYPE_CHECKING:
    from tests.discord_sim.server import SimServer

op = Operations()


@op("get_channel")
def _get_channel(sim: SimServer, call: Call) -> Answer:
    return 200, find_channel(sim, call.args)


@op("update_channel")
def _update_channel(sim: SimServer, call: Call) -> Answer:
    channel = find_channel(sim, call.args)
    body = dict(call.body)
    if channel["type"] in THREADS:
        find_channel(sim, call.args, *([] if channel["owner_id"] == sim.world.bot["id"] else ["manage_threads"]))
        meta = {k: body.pop(k) for k in ("archived", "locked", "auto_archive_duration", "invitable") if k in body}
        channel["thread_metadata"] |= meta
    else:
        find_channel(sim, call.args, "manage_channels")
    channel |= {k: v for k, v in body.items() if k in channel}
    event = "THREAD_UPDATE" if channel["type"] in THREADS else "CHANNEL_UPDATE"
    sim.gateway.dispatch(event, channel, guild_id=channel.get("guild_id"), intents=("guilds",))
    return 200, channel


@op("delete_channel")
def _delete_channel(sim: SimServer, call: Call) -> Answer:
    channel = find_channel(sim, call.args)
    if channel["type"] != DM:
        find_channel(sim, call.args, "manage_threads" if channel["type"] in THREADS else "manage_channels")
        remove_channel(sim, channel)
    return 200, channel


@op("create_guild_channel")
def _create_channel(sim: SimServer, call: Call) -> Answer:
    guild = find_guild(sim, call.args, "manage_channels")
    body = without_nulls(call.body)
    made = sim.world.add_channel(body.pop("name"), body.pop("type", 0), guild=guild, **body)
    sim.gateway.dispatch("CHANNEL_CREATE", made, guild_id=guild.id, intents=("guilds",))
    return 201, made


@op("trigger_typing_indicator")
def _typing(sim: SimServer, call: Call) -> Answer:
    channel = find_channel(sim, call.args, "send_messages")
    if exchange := sim.watched.get(channel["id"]):
        exchange.typing += 1
        exchange.touch()
    return 204, None
