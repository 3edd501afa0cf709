"""Let people do what moderators do, or note that they were refused."""

from discord import app_commands

from bot.frontends.discord_client.acts import record_act
from bot.frontends.discord_client.desk import Desk
from bot.frontends.discord_client.messages import Interaction
from bot.frontends.discord_client.permissions import require_manager, require_right
from bot.state.models import Act, ActOutcome


async def admit(desk: Desk, interaction: Interaction, act: Act, *, manages: bool = False) -> None:
    """Let only those pass who may do this now; with `manages`, only those who may manage the server.

    Ask it for every command, and again for every button, menu and form: roles are lost meanwhile.

    Raises:
        NotModeratorError, NotHomeServerError, NotManagerError: they may not; noted in the audit log.
    """
    try:
        if manages:
            require_manager(interaction)
        await check_right(desk, interaction, act)
    except app_commands.CheckFailure:
        await record_act(desk, interaction, act, ActOutcome.NOT_ALLOWED)
        raise


async def check_right(desk: Desk, interaction: Interaction, act: Act) -> None:
    """Do as `admit`, and note nothing: for suggestions, which Discord asks for with every letter.

    Raises:
        NotModeratorError, NotHomeServerError: they may not.
    """
    roles = await moderator_roles(desk, interaction.guild_id)
    require_right(interaction, act, moderator_roles=roles, home_servers=desk.settings.home_server_ids)


async def may_do(desk: Desk, interaction: Interaction, act: Act) -> bool:
    """Tell whether they may do this now; notes nothing."""
    try:
        await check_right(desk, interaction, act)
    except app_commands.CheckFailure:
        return False
    return True


async def moderator_roles(desk: Desk, guild_id: int | None) -> frozenset[int]:
    """Return the operator's moderator roles and those of the server; only the former where it is not known which."""
    settings = await desk.guild_settings.current(guild_id)
    # Everyone has the role whose id is the server's, so it must never make a moderator.
    return (desk.settings.moderator_role_ids | settings.moderator_roles) - {guild_id or 0}
