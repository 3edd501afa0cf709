from types import SimpleNamespace
from typing import Any, cast

import discord
import pytest
from structlog.testing import capture_logs

from bot.frontends.discord_client.admission import admit, may_do, moderator_roles
from bot.frontends.discord_client.guild_settings import CurrentSettings
from bot.frontends.discord_client.permissions import (
    LOOKING,
    NotHomeServerError,
    NotManagerError,
    NotModeratorError,
    is_home,
    may_moderate,
    require_manager,
    require_moderator,
    require_right,
)
from bot.state.absent import AbsentState
from bot.state.errors import StateUnavailableError
from bot.state.models import Act, GuildSettings
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


MANAGER = discord.Permissions(manage_guild=True)
HERE, THERE = 7, 8


@pytest.mark.parametrize(
    ("guild", "listed", "servers", "home"),
    [
        (HERE, set(), {HERE}, True),
        (HERE, set(), {HERE, THERE}, False),
        (HERE, {HERE}, {HERE, THERE}, True),
        (THERE, {HERE}, {HERE, THERE}, False),
        (THERE, {HERE}, {THERE}, False),
        (HERE, set(), set(), False),
        (HERE, {HERE}, set(), False),
        (None, set(), {HERE}, False),
        (None, {HERE}, {HERE}, False),
    ],
)
def test_which_servers_are_home(guild: int | None, listed: set[int], servers: set[int], home: bool) -> None:
    assert is_home(guild, listed, servers) is home


def bot_in(*servers: int, owner: int | None = None, team_owner: int | None = None) -> Any:
    team = SimpleNamespace(owner_id=team_owner) if team_owner else None
    application = SimpleNamespace(owner=SimpleNamespace(id=owner), team=team) if owner else None
    return SimpleNamespace(guilds=[SimpleNamespace(id=one) for one in servers], application=application)


@pytest.mark.parametrize("act", Act)
def test_only_home_servers_change_what_all_servers_read(act: Act) -> None:
    foreign = FakeInteraction(user=member(), permissions=MANAGER, guild_id=THERE, client=bot_in(HERE, THERE))
    if act in LOOKING:
        require_right(foreign.as_real, act, moderator_roles=frozenset(), home_servers={HERE})
    else:
        with pytest.raises(NotHomeServerError):
            require_right(foreign.as_real, act, moderator_roles=frozenset(), home_servers={HERE})
    home = FakeInteraction(user=member(), permissions=MANAGER, guild_id=HERE, client=bot_in(HERE, THERE))
    require_right(home.as_real, act, moderator_roles=frozenset(), home_servers={HERE})


@pytest.mark.parametrize(
    ("client", "listed", "allowed"),
    [
        (bot_in(HERE, THERE, owner=11), set(), True),
        (bot_in(HERE, THERE, owner=12), set(), False),
        (bot_in(HERE, THERE, owner=11, team_owner=12), set(), False),  # a team's own id is nobody's
        (bot_in(HERE, THERE, owner=12, team_owner=11), set(), True),
        (bot_in(HERE, THERE), set(), False),
        (bot_in(HERE, THERE, owner=11), {THERE}, False),
    ],
)
def test_without_a_listed_home_the_owner_of_the_application_decides(
    client: Any, listed: set[int], allowed: bool
) -> None:
    interaction = FakeInteraction(user=member(), permissions=MANAGER, guild_id=HERE, client=client).as_real
    if allowed:
        require_right(interaction, Act.WITHDRAW, moderator_roles=frozenset(), home_servers=listed)
    else:
        with pytest.raises(NotHomeServerError):
            require_right(interaction, Act.WITHDRAW, moderator_roles=frozenset(), home_servers=listed)


def test_owner_of_the_application_is_no_moderator_of_others_servers() -> None:
    interaction = FakeInteraction(user=member(), client=bot_in(HERE, THERE, owner=11)).as_real
    with pytest.raises(NotModeratorError):
        require_right(interaction, Act.WITHDRAW, moderator_roles=frozenset(), home_servers=set())


def test_moderator_role_does_not_manage_the_server() -> None:
    with pytest.raises(NotManagerError):
        require_manager(FakeInteraction(user=member([5])).as_real)
    with pytest.raises(NotManagerError):
        require_manager(FakeInteraction(user=SimpleNamespace(id=1), permissions=MANAGER).as_real)
    require_manager(FakeInteraction(user=member(), permissions=MANAGER).as_real)


def desk_with(load: Any) -> Any:
    return SimpleNamespace(
        settings=SimpleNamespace(moderator_role_ids=MODERATORS, home_server_ids=frozenset()),
        guild_settings=CurrentSettings(load),
        assembly=SimpleNamespace(state=AbsentState(StateUnavailableError("none here"))),
    )


@pytest.mark.asyncio
async def test_roles_of_the_server_count_beside_those_of_the_operator_and_everyone_never() -> None:
    desk = desk_with(lambda _guild: GuildSettings(moderator_roles=frozenset({6, HERE})))
    assert await moderator_roles(desk, HERE) == {5, 6}
    assert await may_do(desk, FakeInteraction(user=member([6])).as_real, Act.GAPS)
    assert not await may_do(desk, FakeInteraction(user=member([HERE])).as_real, Act.GAPS)


@pytest.mark.asyncio
async def test_while_settings_cannot_be_read_only_the_operators_roles_and_managers_moderate() -> None:
    def fail(_guild: int) -> GuildSettings:
        raise StateUnavailableError("damaged")

    desk = desk_with(fail)
    assert await moderator_roles(desk, HERE) == MODERATORS
    assert not await may_do(desk, FakeInteraction(user=member([6])).as_real, Act.GAPS)
    assert await may_do(desk, FakeInteraction(user=member(), permissions=MANAGER).as_real, Act.GAPS)


@pytest.mark.asyncio
async def test_refusal_is_noted() -> None:
    desk = desk_with(lambda _guild: GuildSettings())
    with capture_logs() as logs, pytest.raises(NotManagerError):
        await admit(desk, FakeInteraction(user=member([5])).as_real, Act.SETTINGS, manages=True)
    assert {"act": "settings", "outcome": "not-allowed"}.items() <= logs[0].items()
