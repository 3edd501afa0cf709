"""Reactions coming and going, whoever makes them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .world.message import Message

if TYPE_CHECKING:
    from .server import SimServer


def reacted(sim: SimServer, message: Message, user: dict, emoji: dict, *, added: bool) -> None:
    """Add or take away a user's reaction, and send the event if that changed anything."""
    who = sim.reactors.setdefault((message.id, emoji["name"]), [])
    if added == (user["id"] in who):
        return
    if added:
        who.append(user["id"])
    else:
        who.remove(user["id"])
    shown = [r for r in message.data.get("reactions", []) if r["emoji"]["name"] != emoji["name"]]
    if who:
        shown.append(
            {
                "emoji": emoji,
                "count": len(who),
                "count_details": {"normal": len(who), "burst": 0},
                "burst_colors": [],
                "me_burst": False,
                "me": sim.world.bot["id"] in who,
            }
        )
    message.data["reactions"] = shown
    _announce(sim, message, user, emoji, added)


def _announce(sim: SimServer, message: Message, user: dict, emoji: dict, added: bool) -> None:
    guild = sim.world.guilds.get(message.guild_id or "")
    data = {
        "user_id": user["id"],
        "channel_id": message.channel_id,
        "message_id": message.id,
        "emoji": emoji,
        "type": 0,
        "burst": False,
    }
    if guild:
        data |= {"guild_id": guild.id, "member": guild.members.get(user["id"])}
    sim.gateway.dispatch(
        f"MESSAGE_REACTION_{'ADD' if added else 'REMOVE'}",
        data,
        guild_id=message.guild_id,
        intents=("guild_message_reactions",) if guild else ("direct_message_reactions",),
    )
