"""The panel of /settings: what holds in this server, and what changes it."""

from collections.abc import Iterable

import discord

from bot.frontends.discord_client import moderator_ids, texts
from bot.frontends.discord_client.desk import Desk
from bot.frontends.discord_client.messages import NOTHING, Extras, Interaction, Row, reply_parts
from bot.frontends.discord_client.moderator_ids import Setting
from bot.frontends.discord_client.permissions import is_home, may_manage, server_ids
from bot.languages.catalogue import language_names
from bot.rendering.discord_markdown import MessagePart
from bot.state.models import GuildSettings

AS_DISCORD = "discord"
"""Stands in the menu for the language that Discord names for the server."""
COOLDOWNS_S = (0, 2, 5, 10, 15, 30, 60, 120, 300, 600, 1800, 3600)
CHANNEL_TYPES = (
    discord.ChannelType.text,
    discord.ChannelType.news,
    discord.ChannelType.forum,
    discord.ChannelType.voice,
    discord.ChannelType.stage_voice,
)
MOST_CHOSEN = 25
"""https://discord.com/developers/docs/components/reference#channel-select"""
_MOST_NAMED = 20


def panel(
    desk: Desk, interaction: Interaction, settings: GuildSettings, *, remark: str = ""
) -> tuple[MessagePart, Extras]:
    """Return the panel for the one who sees it: those who may not manage the server see no controls."""
    manages = may_manage(interaction.permissions)
    blocks = [_settings_block(desk, interaction, settings), texts.SETTINGS_HOW if manages else texts.NOT_MANAGER]
    parts = reply_parts([*([remark] if remark else []), *blocks], desk.voice(interaction).safeguards)
    return parts[0], _controls(interaction, settings) if manages else NOTHING


def _settings_block(desk: Desk, interaction: Interaction, settings: GuildSettings) -> str:
    home = is_home(interaction.guild_id, desk.settings.home_server_ids, server_ids(interaction.client))
    rows = {
        "Channels": _names("<#", settings.allowed_channels) or "I answer in all channels where people may use me",
        "Answers": "only the asker sees them, until they share one" if settings.private_by_default else "all see them",
        "Moderators": "members who may manage the server"
        + (f", and {_names('<@&', settings.moderator_roles)}" if settings.moderator_roles else ""),
        "Language of notices": language_names().get(
            settings.language or "", settings.language or "as Discord names it"
        ),
        "Age-restricted channels only": "yes" if settings.age_restricted_only else "no",
        "Pause between two questions of a person": _pause(desk, settings),
        "The corpus may be changed from here": "yes" if home else "no (see `/help`)",
    }
    return "**In this server**\n" + "\n".join(f"- {name}: {value}" for name, value in rows.items())


def _controls(interaction: Interaction, settings: GuildSettings) -> Extras:
    guild = interaction.guild
    channels = [one for one in settings.allowed_channels if guild and guild.get_channel(one)]
    roles = [one for one in settings.moderator_roles if guild and guild.get_role(one)]

    def rows() -> list[Row]:
        return [
            discord.ui.ActionRow(_channel_menu(channels)),
            discord.ui.ActionRow(_role_menu(roles)),
            discord.ui.ActionRow(_language_menu(settings)),
            discord.ui.ActionRow(_cooldown_menu(settings)),
            discord.ui.ActionRow(
                _switch(Setting.PRIVATE, on=settings.private_by_default),
                _switch(Setting.AGE, on=settings.age_restricted_only),
            ),
        ]

    return Extras(rows)


def _channel_menu(chosen: Iterable[int]) -> "discord.ui.ChannelSelect[discord.ui.LayoutView]":
    kind = discord.SelectDefaultValueType.channel
    return discord.ui.ChannelSelect(
        custom_id=moderator_ids.setting_menu(Setting.CHANNELS),
        placeholder=texts.CHANNELS_HINT,
        channel_types=list(CHANNEL_TYPES),
        min_values=0,
        max_values=MOST_CHOSEN,
        default_values=[discord.SelectDefaultValue(id=one, type=kind) for one in sorted(chosen)[:MOST_CHOSEN]],
    )


def _role_menu(chosen: Iterable[int]) -> "discord.ui.RoleSelect[discord.ui.LayoutView]":
    kind = discord.SelectDefaultValueType.role
    return discord.ui.RoleSelect(
        custom_id=moderator_ids.setting_menu(Setting.ROLES),
        placeholder=texts.ROLES_HINT,
        min_values=0,
        max_values=MOST_CHOSEN,
        default_values=[discord.SelectDefaultValue(id=one, type=kind) for one in sorted(chosen)[:MOST_CHOSEN]],
    )


def _language_menu(settings: GuildSettings) -> "discord.ui.Select[discord.ui.LayoutView]":
    named = {AS_DISCORD: "Language of notices: as Discord names it"}
    named |= {code: f"Language of notices: {name}" for code, name in language_names().items()}
    current = settings.language or AS_DISCORD
    options = [discord.SelectOption(label=name, value=code, default=code == current) for code, name in named.items()]
    return discord.ui.Select(
        custom_id=moderator_ids.setting_menu(Setting.LANGUAGE), placeholder=texts.LANGUAGE_HINT, options=options
    )


def _cooldown_menu(settings: GuildSettings) -> "discord.ui.Select[discord.ui.LayoutView]":
    options = [
        discord.SelectOption(label=f"Pause: {_seconds(one)}", value=str(one), default=one == settings.cooldown_s)
        for one in COOLDOWNS_S
    ]
    return discord.ui.Select(
        custom_id=moderator_ids.setting_menu(Setting.COOLDOWN), placeholder=texts.COOLDOWN_HINT, options=options
    )


def _switch(setting: Setting, *, on: bool) -> "discord.ui.Button[discord.ui.LayoutView]":
    """Return the button that turns a setting into what it is not now."""
    return discord.ui.Button(
        label=texts.SWITCHES[setting, not on], custom_id=moderator_ids.setting_switch(setting, on=not on)
    )


def _names(mark: str, ids: Iterable[int]) -> str:
    ordered = sorted(ids)
    more = f" and {len(ordered) - _MOST_NAMED} more" if len(ordered) > _MOST_NAMED else ""
    return ", ".join(f"{mark}{one}>" for one in ordered[:_MOST_NAMED]) + more


def _pause(desk: Desk, settings: GuildSettings) -> str:
    wanted = desk.settings.cooldown_s
    return _seconds(settings.cooldown_s) if wanted is None else f"{_seconds(wanted)}, set by whoever runs me"


def _seconds(seconds: int) -> str:
    if not seconds:
        return "none"
    return f"{seconds} seconds" if seconds < 60 else f"{seconds // 60} min"
