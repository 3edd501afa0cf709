"""Let people do what moderators do, or note that they were refused."""

from discord import app_commands

from bot.frontends.discord_client.acts import record_act
from bot.frontends.discord_client.desk import Desk
from bot.frontends.discord_client.messages import Interaction
from bot.frontends.discord_client.permissions import require_moderator
from bot.state.models import Act, ActOutcome


async def admit(desk: Desk, interaction: Interaction, act: Act) -> None:
    """Let only those pass who may do this now. Ask it for every command and again for every button: roles are lost.

    Raises:
        NotModeratorError: they may not; noted in the audit log.
    """
    try:
        require_moderator(interaction, desk.settings.moderator_role_ids)
    except app_commands.CheckFailure:
        await record_act(desk, interaction, act, ActOutcome.NOT_ALLOWED)
        raise


async def may_do(desk: Desk, interaction: Interaction, _act: Act) -> bool:
    """Tell whether they may do this now; notes nothing, since Discord asks for suggestions with every letter."""
    try:
        require_moderator(interaction, desk.settings.moderator_role_ids)
    except app_commands.CheckFailure:
        return False
    return True
