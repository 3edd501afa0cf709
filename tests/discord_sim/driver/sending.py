"""An interaction on its way to the bot, and what happens when no answer comes."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from tests.discord_sim.interaction import Interaction
from tests.discord_sim.rest.checks import MAX_FILE_BYTES
from tests.discord_sim.world.permissions import APP_MAY_IN_DM

if TYPE_CHECKING:
    from tests.discord_sim.server import SimServer


def send_interaction(sim: SimServer, inter: Interaction, data: dict, *, locale: str | None = None) -> None:
    """Send an interaction to the bot's session, with the message it came from; it then has to be answered in time.

    Args:
        sim: The servers.
        inter: The interaction.
        data: What is particular to its kind.
        locale: The user's language; the one of their settings unless told.
    """
    sim.interactions[inter.token] = inter
    inter.payload = _payload(sim, inter, data, locale or sim.world.locale(inter.user["id"]))
    if not deliver(sim, inter):
        inter.dead, inter.exchange.failed = True, "The application did not respond: the bot has no gateway session"
        return
    asyncio.get_running_loop().call_later(sim.ack_deadline, _overdue, sim, inter)


def deliver(sim: SimServer, inter: Interaction) -> bool:
    """Send the event, and tell whether there is a session for it."""
    guild = inter.guild.id if inter.guild and inter.by_guild else None
    return bool(sim.gateway.dispatch("INTERACTION_CREATE", inter.payload, guild_id=guild))


def _payload(sim: SimServer, inter: Interaction, data: dict, locale: str) -> dict:
    world, guild, channel, user = sim.world, inter.guild, inter.channel, inter.user
    payload = {
        "id": inter.id,
        "application_id": sim.application_id,
        "type": inter.type,
        "data": data,
        "token": inter.token,
        "version": 1,
        "channel_id": channel["id"],
        "channel": channel,
        "locale": locale,
        "entitlements": [],
        "authorizing_integration_owners": inter.installed_by,
        "context": _context(inter),
        "app_permissions": str(
            world.permissions(guild, world.bot["id"], channel) if guild and inter.by_guild else APP_MAY_IN_DM
        ),
        "attachment_size_limit": MAX_FILE_BYTES,
    }
    if guild:
        rights = world.permissions(guild, user["id"], channel)
        payload |= {
            "guild_id": guild.id,
            "guild_locale": guild.locale,
            "member": guild.members[user["id"]] | {"permissions": str(rights)},
            "guild": {"id": guild.id, "locale": guild.locale, "features": []},
        }
    else:
        payload["user"] = user
    if inter.source:
        payload["message"] = inter.source.data
    return payload


def _context(inter: Interaction) -> int:
    """Return 0 in a guild, 1 in a direct message with the bot, 2 between people."""
    return 0 if inter.guild else 1 if inter.by_guild else 2


def _overdue(sim: SimServer, inter: Interaction) -> None:
    if inter.ack_type or inter.dead:
        return
    exchange = inter.exchange
    inter.dead = True
    exchange.failed = "The application did not respond"
    words = f"no answer to {exchange.kind} {exchange.name} within {sim.ack_deadline} s"
    sim.violation("interaction", words, exchange=exchange)
    exchange.touch()
