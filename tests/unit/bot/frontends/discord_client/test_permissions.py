from types import SimpleNamespace
from typing import Any, cast

import discord
import pytest

from bot.frontends.discord_client.permissions import NotModeratorError, may_moderate, require_moderator
from tests.unit.bot.frontends.discord_client.fakes import FakeInteraction, member

MODERATORS = frozenset({5})


@pytest.mark.parametrize(
    ("permissions", "roles", "allowed"),
    [
        (discord.Permissions(manage_guild=True), [], True),
        (discord.Permissions(administrator=True), [], True),
        (discord.Permissions.none(), [4, 5], True),
        (discord.Permissions.none(), [4], False),
        (discord.Permissions(manage_messages=True, kick_members=True, manage_roles=True), [], False),
    ],
)
def test_who_may_moderate(permissions: discord.Permissions, roles: list[int], allowed: bool) -> None:
    assert may_moderate(permissions, roles, MODERATORS) is allowed


def test_no_role_moderates_where_none_is_set() -> None:
    assert not may_moderate(discord.Permissions.none(), [1, 2, 3], frozenset())


def test_member_with_the_permission_passes() -> None:
    interaction = FakeInteraction(user=member(), permissions=discord.Permissions(manage_guild=True))
    require_moderator(interaction.as_real, frozenset())


def test_member_with_the_role_passes() -> None:
    require_moderator(FakeInteraction(user=member([5])).as_real, MODERATORS)


def test_member_without_either_is_stopped() -> None:
    with pytest.raises(NotModeratorError):
        require_moderator(FakeInteraction(user=member([4])).as_real, MODERATORS)


def test_nobody_moderates_in_direct_messages() -> None:
    user = cast("Any", SimpleNamespace(id=1))
    interaction = FakeInteraction(user=user, permissions=discord.Permissions.all())
    with pytest.raises(NotModeratorError):
        require_moderator(interaction.as_real, MODERATORS)
