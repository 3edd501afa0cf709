"""A guild, and how Discord shows it."""

from __future__ import annotations

from dataclasses import dataclass, field

from .command_permissions import CommandPermissions
from .values import now_iso

_NULL = [
    "icon",
    "description",
    "home_header",
    "splash",
    "discovery_splash",
    "banner",
    "afk_channel_id",
    "system_channel_id",
    "widget_channel_id",
    "max_presences",
    "vanity_url_code",
    "rules_channel_id",
    "safety_alerts_channel_id",
    "public_updates_channel_id",
    "incidents_data",
    "application_id",
]
_ZERO = [
    "system_channel_flags",
    "verification_level",
    "default_message_notifications",
    "mfa_level",
    "explicit_content_filter",
    "premium_tier",
    "premium_subscription_count",
    "nsfw_level",
]


@dataclass
class Guild:
    """A guild with its roles, members and channels (threads too) by id, each as the API shows it.

    Attributes:
        locale: The language its administrators chose, for `guild_locale`.
        command_permissions: What they set for the app's commands.
    """

    id: str
    name: str
    owner_id: str
    roles: dict[str, dict] = field(default_factory=dict)
    members: dict[str, dict] = field(default_factory=dict)
    channels: dict[str, dict] = field(default_factory=dict)
    joined_at: str = field(default_factory=now_iso)
    locale: str = "en-US"
    command_permissions: CommandPermissions = field(init=False)

    def __post_init__(self) -> None:
        self.command_permissions = CommandPermissions(self.id)

    def role(self, name: str) -> dict:
        """Return a role by name or id."""
        return next(r for r in self.roles.values() if name in (r["name"], r["id"]))

    def json(self) -> dict:
        """Return the guild as the API shows it."""
        return {
            "id": self.id,
            "name": self.name,
            "owner_id": self.owner_id,
            "region": "us-west",
            "afk_timeout": 300,
            "widget_enabled": False,
            "features": [],
            "roles": list(self.roles.values()),
            "emojis": [],
            "stickers": [],
            "max_members": 500000,
            "max_stage_video_channel_users": 50,
            "max_video_channel_users": 25,
            "preferred_locale": self.locale,
            "premium_progress_bar_enabled": False,
            "nsfw": False,
            **dict.fromkeys(_NULL),
            **dict.fromkeys(_ZERO, 0),
        }
