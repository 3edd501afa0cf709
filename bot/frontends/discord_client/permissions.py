"""Who may look after the bot. Discord hides the commands from others; this is checked again on every use.

A moderator sees how things stand in every server. What the bot answers from is one for all servers, so it is changed
only from the home servers: a stranger may add the bot to a server of their own, and is a moderator there.
"""

from collections.abc import Collection, Iterable
from typing import Any, cast

import discord
from discord import app_commands

from bot.frontends.discord_client.messages import Interaction
from bot.state.models import Act

LOOKING = frozenset({Act.STATUS, Act.STALE, Act.GAPS, Act.FEEDBACK, Act.HISTORY, Act.DIAGNOSE, Act.SETTINGS})
"""Acts that change nothing beyond the server they are done in; every other one needs a home server."""


class NotModeratorError(app_commands.CheckFailure):
    """The member may not use a command for moderators."""


class NotManagerError(app_commands.CheckFailure):
    """The member may not manage the server, so they may not change its settings."""


class NotHomeServerError(app_commands.CheckFailure):
    """The corpus of all servers may not be changed from this server."""


def may_moderate(permissions: discord.Permissions, role_ids: Iterable[int], moderator_roles: frozenset[int]) -> bool:
    """Tell whether a member with these permissions and roles may look after the corpus."""
    return may_manage(permissions) or not moderator_roles.isdisjoint(role_ids)


def may_manage(permissions: discord.Permissions) -> bool:
    """Tell whether a member with these permissions may change the settings of their server."""
    return permissions.administrator or permissions.manage_guild


def is_home(guild_id: int | None, home_servers: Collection[int], servers: Collection[int]) -> bool:
    """Tell whether the corpus may be changed from a server.

    Those the operator listed are home. While they listed none, the one server the bot is in is; in several, none is,
    since nobody but the operator knows which.
    """
    if guild_id is None or guild_id not in servers:
        return False
    return guild_id in home_servers if home_servers else len(servers) == 1


def require_moderator(interaction: Interaction, moderator_roles: frozenset[int]) -> None:
    """Let only moderators of a server pass.

    Raises:
        NotModeratorError: it is someone else, or not in a server.
    """
    member = interaction.user
    if not isinstance(member, discord.Member):
        raise NotModeratorError
    roles = (role.id for role in member.roles)
    if not may_moderate(interaction.permissions, roles, moderator_roles):
        raise NotModeratorError


def require_manager(interaction: Interaction) -> None:
    """Let only members pass who may manage the server: moderator roles may not be widened by those who have one.

    Raises:
        NotManagerError: it is someone else, or not in a server.
    """
    if not isinstance(interaction.user, discord.Member) or not may_manage(interaction.permissions):
        raise NotManagerError


def require_right(
    interaction: Interaction, act: Act, *, moderator_roles: frozenset[int], home_servers: Collection[int]
) -> None:
    """Let only those pass who may do this: moderators, and what changes the corpus only in a home server.

    Where no home server is listed, whoever the bot's application belongs to may change the corpus in any server in
    which they are a moderator: it is they who could list one.

    Raises:
        NotModeratorError: it is no moderator, or not in a server.
        NotHomeServerError: a moderator of another server wants to change the corpus.
    """
    require_moderator(interaction, moderator_roles)
    if act in LOOKING or is_home(interaction.guild_id, home_servers, server_ids(interaction.client)):
        return
    if home_servers or interaction.user.id != _application_owner(interaction.client):
        raise NotHomeServerError


def server_ids(client: discord.Client) -> frozenset[int]:
    """Return the servers the bot is in, also those that are out of order at the moment."""
    return frozenset(guild.id for guild in client.guilds)


def _application_owner(client: discord.Client) -> int | None:
    """Return who owns the bot's application, or the team that does; None while that is not known."""
    application = cast(Any, client.application)
    if application is None:
        return None
    owner = application.team.owner_id if application.team else application.owner.id
    return int(owner) if owner is not None else None
