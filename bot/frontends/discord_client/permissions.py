"""Who may look after the corpus. Discord hides the commands from others; this is checked again on every use."""

from collections.abc import Iterable

import discord
from discord import app_commands

from bot.frontends.discord_client.messages import Interaction


class NotModeratorError(app_commands.CheckFailure):
    """The member may not use a command for moderators."""


def may_moderate(permissions: discord.Permissions, role_ids: Iterable[int], moderator_roles: frozenset[int]) -> bool:
    """Tell whether a member with these permissions and roles may look after the corpus."""
    return permissions.administrator or permissions.manage_guild or not moderator_roles.isdisjoint(role_ids)


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
