"""What the menus and buttons of /settings do. All values come from a stranger until they are found in the server."""

from collections.abc import Callable, Sequence
from dataclasses import replace

import discord

from bot.frontends.discord_client import texts
from bot.frontends.discord_client.acts import log_act
from bot.frontends.discord_client.desk import Desk
from bot.frontends.discord_client.messages import Interaction, accept, show
from bot.frontends.discord_client.moderator_ids import Setting, UnknownChoiceError
from bot.frontends.discord_client.settings_panel import AS_DISCORD, COOLDOWNS_S, panel
from bot.frontends.discord_client.state_calls import ask_state
from bot.languages.catalogue import language_names
from bot.state.errors import StateUnavailableError
from bot.state.models import Act, ActOutcome, GuildSettings
from bot.state.ports import State

Change = Callable[[GuildSettings], GuildSettings]


async def load_settings(desk: Desk, guild_id: int) -> GuildSettings:
    """Return the settings as they are kept now.

    Raises:
        StateTroubleError: they cannot be read.
    """

    def read(state: State) -> GuildSettings:
        if state.fault is not None:
            raise StateUnavailableError(state.fault)
        return state.guilds.get(guild_id)

    return await ask_state(desk, read)


async def pick(desk: Desk, interaction: Interaction, setting: Setting, values: Sequence[str]) -> None:
    """Save what was chosen in a menu, and show the panel as it is now."""
    change, remark = _CHOICES[setting](interaction.guild, values)
    await _save(desk, interaction, change, remark)


async def switch(desk: Desk, interaction: Interaction, setting: Setting, *, on: bool) -> None:
    """Save what a button says, and show the panel as it is now."""
    if setting is Setting.PRIVATE:
        await _save(desk, interaction, lambda before: replace(before, private_by_default=on), "")
    else:
        await _save(desk, interaction, lambda before: replace(before, age_restricted_only=on), "")


async def _save(desk: Desk, interaction: Interaction, change: Change, remark: str) -> None:
    guild_id, by = interaction.guild_id or 0, interaction.user.id
    await accept(interaction)
    before, after = await ask_state(desk, lambda state: state.guilds.change(guild_id, by, change))
    desk.guild_settings.changed(guild_id, after)
    log_act(interaction, Act.SETTINGS, ActOutcome.UNCHANGED if before == after else ActOutcome.DONE)
    part, extras = panel(desk, interaction, after, remark=remark)
    await show(interaction, part, extras)


def _channels(guild: discord.Guild | None, values: Sequence[str]) -> tuple[Change, str]:
    chosen = frozenset(map(_number, values))
    if guild is None or not all(guild.get_channel_or_thread(one) for one in chosen):
        raise UnknownChoiceError
    return (lambda before: replace(before, allowed_channels=chosen)), ""


def _roles(guild: discord.Guild | None, values: Sequence[str]) -> tuple[Change, str]:
    chosen = frozenset(map(_number, values))
    if guild is None or not all(guild.get_role(one) for one in chosen):
        raise UnknownChoiceError
    remark = texts.NOT_EVERYONE if guild.id in chosen else ""
    return (lambda before: replace(before, moderator_roles=chosen - {guild.id})), remark


def _language(_guild: discord.Guild | None, values: Sequence[str]) -> tuple[Change, str]:
    (chosen,) = values or ("",)
    if chosen != AS_DISCORD and chosen not in language_names():
        raise UnknownChoiceError
    return (lambda before: replace(before, language=None if chosen == AS_DISCORD else chosen)), ""


def _cooldown(_guild: discord.Guild | None, values: Sequence[str]) -> tuple[Change, str]:
    (chosen,) = map(_number, values or ("",))
    if chosen not in COOLDOWNS_S:
        raise UnknownChoiceError
    return (lambda before: replace(before, cooldown_s=chosen)), ""


_CHOICES: dict[Setting, Callable[[discord.Guild | None, Sequence[str]], tuple[Change, str]]] = {
    Setting.CHANNELS: _channels,
    Setting.ROLES: _roles,
    Setting.LANGUAGE: _language,
    Setting.COOLDOWN: _cooldown,
}


def _number(text: str) -> int:
    if not (text.isascii() and text.isdecimal() and len(text) <= 20):
        raise UnknownChoiceError
    return int(text)
