"""Discord's objects as the API shows them when they are new."""

from __future__ import annotations

from .values import DM, GROUP_DM, now_iso


def new_user(id: str, name: str, *, bot: bool = False) -> dict:
    """Return a user object."""
    user = {
        "id": id,
        "username": name,
        "global_name": None if bot else name.capitalize(),
        "discriminator": "0000" if bot else "0",
        "avatar": None,
        "public_flags": 0,
        "flags": 0,
        "avatar_decoration_data": None,
        "collectibles": None,
        "primary_guild": None,
    }
    return user | {"bot": True} if bot else user


def new_role(id: str, name: str, permissions: int, *, position: int, managed: bool, mentionable: bool) -> dict:
    """Return a role object."""
    return {
        "id": id,
        "name": name,
        "permissions": str(permissions),
        "position": position,
        "color": 0,
        "hoist": False,
        "managed": managed,
        "colors": {"primary_color": 0, "secondary_color": None, "tertiary_color": None},
        "mentionable": mentionable,
        "icon": None,
        "unicode_emoji": None,
        "flags": 0,
    }


def new_member(user: dict, roles: list[str]) -> dict:
    """Return a guild member object; `roles` are ids."""
    return {
        "user": user,
        "nick": None,
        "avatar": None,
        "banner": None,
        "flags": 0,
        "pending": False,
        "roles": roles,
        "joined_at": now_iso(),
        "premium_since": None,
        "communication_disabled_until": None,
        "mute": False,
        "deaf": False,
    }


def new_channel(id: str, name: str, kind: int, guild_id: str, *, position: int) -> dict:
    """Return a guild channel object."""
    return {
        "id": id,
        "type": kind,
        "flags": 0,
        "guild_id": guild_id,
        "name": name,
        "position": position,
        "permission_overwrites": [],
        "parent_id": None,
        "nsfw": False,
        "topic": None,
        "rate_limit_per_user": 0,
        "last_message_id": None,
    }


def forum_fields() -> dict:
    """Return what a forum channel has beyond other channels."""
    return {
        "available_tags": [],
        "default_reaction_emoji": None,
        "default_sort_order": None,
        "default_forum_layout": 0,
        "template": "",
    }


def new_thread(id: str, name: str, kind: int, parent: dict, owner_id: str, *, archive_after: int) -> dict:
    """Return a thread object; `archive_after` is in minutes."""
    return {
        "id": id,
        "type": kind,
        "flags": 0,
        "guild_id": parent["guild_id"],
        "parent_id": parent["id"],
        "name": name,
        "owner_id": owner_id,
        "message_count": 0,
        "member_count": 1,
        "total_message_sent": 0,
        "rate_limit_per_user": 0,
        "last_message_id": None,
        "thread_metadata": {
            "archived": False,
            "archive_timestamp": now_iso(),
            "locked": False,
            "auto_archive_duration": archive_after,
            "create_timestamp": now_iso(),
        },
    }


def new_dm(id: str, user: dict) -> dict:
    """Return a direct message channel object."""
    return {"id": id, "type": DM, "flags": 0, "recipients": [user], "last_message_id": None}


def new_private(id: str, user: dict, other: dict) -> dict:
    """Return the direct message channel of two people, as an app that one of them installed sees it."""
    return new_dm(id, other) | {"recipients": [user, other]}


def new_group(id: str, name: str, owner: dict, others: list[dict]) -> dict:
    """Return a group direct message channel object, as an app that one of its people installed sees it."""
    return {
        "id": id,
        "type": GROUP_DM,
        "flags": 0,
        "recipients": [owner, *others],
        "last_message_id": None,
        "name": name,
        "icon": None,
        "owner_id": owner["id"],
    }


def new_message(id: str, channel_id: str, author: dict, *, kind: int, flags: int, tts: bool) -> dict:
    """Return a message object with nothing in it yet."""
    return {
        "id": id,
        "channel_id": channel_id,
        "type": kind,
        "author": author,
        "content": "",
        "timestamp": now_iso(),
        "edited_timestamp": None,
        "tts": tts,
        "mention_everyone": False,
        "mentions": [],
        "mention_roles": [],
        "attachments": [],
        "embeds": [],
        "components": [],
        "pinned": False,
        "flags": flags,
    }
