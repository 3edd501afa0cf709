"""Discord's permission bits, and what a member may do in a channel.

See https://docs.discord.com/developers/topics/permissions
"""

from __future__ import annotations

from collections.abc import Iterable

from .guild import Guild

_NAMES = [
    "create_instant_invite",
    "kick_members",
    "ban_members",
    "administrator",
    "manage_channels",
    "manage_guild",
    "add_reactions",
    "view_audit_log",
    "priority_speaker",
    "stream",
    "view_channel",
    "send_messages",
    "send_tts_messages",
    "manage_messages",
    "embed_links",
    "attach_files",
    "read_message_history",
    "mention_everyone",
    "use_external_emojis",
    "view_guild_insights",
    "connect",
    "speak",
    "mute_members",
    "deafen_members",
    "move_members",
    "use_vad",
    "change_nickname",
    "manage_nicknames",
    "manage_roles",
    "manage_webhooks",
    "manage_expressions",
    "use_application_commands",
    "request_to_speak",
    "manage_events",
    "manage_threads",
    "create_public_threads",
    "create_private_threads",
    "use_external_stickers",
    "send_messages_in_threads",
    "use_embedded_activities",
    "moderate_members",
]
_USE_EXTERNAL_APPS = 50  # the bits between are of voice, events and polls
PERMISSIONS = {name: 1 << bit for bit, name in enumerate(_NAMES)} | {"use_external_apps": 1 << _USE_EXTERNAL_APPS}
ALL_PERMISSIONS = sum(PERMISSIONS.values())
EVERYONE_MAY = [
    "view_channel",
    "send_messages",
    "embed_links",
    "attach_files",
    "read_message_history",
    "add_reactions",
    "mention_everyone",
    "use_external_emojis",
    "connect",
    "speak",
    "change_nickname",
    "use_application_commands",
    "create_public_threads",
    "send_messages_in_threads",
    "use_external_apps",
]
BOT_MAY = [name for name in EVERYONE_MAY if name not in ("connect", "speak", "use_external_apps")]
MODERATOR_MAY = ["manage_guild", "manage_messages", "kick_members", "moderate_members"]


def bits(names: Iterable[str]) -> int:
    """Return the permission number that holds all these names."""
    return sum(PERMISSIONS[name] for name in set(names))


APP_MAY_IN_DM = bits(["attach_files", "embed_links", "mention_everyone", "use_external_emojis"])


def member_permissions(guild: Guild, user_id: str, channel: dict | None = None) -> int:
    """Return what a user may do in a guild or in one of its channels (for a thread: its parent); 0 for a stranger."""
    member = guild.members.get(user_id)
    if member is None:
        return 0
    granted = int(guild.roles[guild.id]["permissions"])
    for role in member["roles"]:
        granted |= int(guild.roles[role]["permissions"]) if role in guild.roles else 0
    if guild.owner_id == user_id or granted & PERMISSIONS["administrator"]:
        return ALL_PERMISSIONS
    if channel is None:
        return granted
    overwrites = {o["id"]: o for o in channel.get("permission_overwrites", [])}
    for level in ([guild.id], member["roles"], [user_id]):
        chosen = [overwrites[holder] for holder in level if holder in overwrites]
        allow = deny = 0
        for item in chosen:
            allow |= int(item["allow"])
            deny |= int(item["deny"])
        granted = granted & ~deny | allow
    return granted if granted & PERMISSIONS["view_channel"] else 0
