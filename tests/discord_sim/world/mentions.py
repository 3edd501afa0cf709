"""Who a message notifies: what its text mentions, cut down by allowed_mentions and rights.

See https://docs.discord.com/developers/resources/message#allowed-mentions-object
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tests.discord_sim.rules.components import each_component

from .message import Message

if TYPE_CHECKING:
    from .world import World

EVERY_MENTION = ("users", "roles", "everyone")


def notify(world: World, message: Message, body: dict, default_parse: tuple[str, ...]) -> None:
    """Fill a message's mentions and pings; `default_parse` holds where the body has no allowed_mentions."""
    allowed = body.get("allowed_mentions")
    allowed = {"parse": default_parse, "replied_user": True} if allowed is None else allowed
    text = message.content + "\n".join(c.get("content") or "" for c, _ in each_component(message.components))
    mentioned = _users(world, message, text, allowed)
    guild = world.guilds.get(message.guild_id or "")
    channel = world.channels[message.channel_id]
    all_rights = guild is None or world.may(message.author_id, channel, "mention_everyone")
    parse = allowed.get("parse") or ()
    roles = {str(r) for r in allowed.get("roles") or ()}
    for id in dict.fromkeys(re.findall(r"<@&(\d+)>", text)):
        if guild and id in guild.roles and ("roles" in parse or id in roles):
            message.data["mention_roles"].append(id)
            if all_rights or guild.roles[id]["mentionable"]:
                message.pings.add("@" + guild.roles[id]["name"])
    if re.search(r"@(everyone|here)\b", text) and "everyone" in parse and all_rights:
        message.data["mention_everyone"] = True
        message.pings.add("@everyone")
    message.data["mentions"] = mentioned
    message.pings |= {user["username"] for user in mentioned}
    if message.visible_to:
        message.pings.clear()


def _users(world: World, message: Message, text: str, allowed: dict) -> list[dict]:
    named = {str(user) for user in allowed.get("users") or ()}
    mentioned: list[dict] = []
    for id in dict.fromkeys(re.findall(r"<@!?(\d+)>", text)):
        if id in world.users and ("users" in (allowed.get("parse") or ()) or id in named):
            mentioned.append(world.users[id])
    replied = message.data.get("referenced_message")
    if replied and allowed.get("replied_user") and replied["author"] not in mentioned:
        mentioned.append(replied["author"])
    return mentioned
