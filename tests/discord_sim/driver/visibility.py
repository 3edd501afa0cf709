"""Which commands Discord offers to whom.

See https://docs.discord.com/developers/interactions/application-commands#permissions
"""

from __future__ import annotations

from tests.discord_sim.world.permissions import PERMISSIONS
from tests.discord_sim.world.values import PRIVATE
from tests.discord_sim.world.world import World

IN_GUILD, IN_BOT_DM, IN_PRIVATE_CHANNEL = 0, 1, 2  # interaction contexts
USER_INSTALL = 1  # integration type


def hidden_from(world: World, user: dict, command: dict, channel: dict) -> str | None:
    """Return why Discord would not offer this command to this user in this channel, or None if it would."""
    contexts = command.get("contexts")
    if not world.has_bot(channel):
        return _hidden_from_installer(world, user, command, channel)
    if channel["type"] in PRIVATE:
        if command.get("guild_id"):
            return "a guild command does not exist in direct messages"
        allowed = IN_BOT_DM in contexts if contexts is not None else command.get("dm_permission", True)
        return None if allowed else "the command is not for direct messages"
    if contexts is not None and IN_GUILD not in contexts:
        return "the command is not for guilds"
    guild = world.guilds[channel["guild_id"]]
    if command.get("guild_id") not in (None, guild.id):
        return "the command belongs to another guild"
    have, need = world.permissions(guild, user["id"], channel), command.get("default_member_permissions")
    if have & PERMISSIONS["administrator"]:
        return None
    if not have & PERMISSIONS["use_application_commands"]:
        return "the user lacks use_application_commands here"
    if need is not None and (int(need) == 0 or int(need) & ~have):
        lacking = [name for name, bit in PERMISSIONS.items() if int(need) & bit & ~have]
        return f"needs {', '.join(lacking) or 'administrator'}"
    return "only in age-restricted channels" if command.get("nsfw") and not channel.get("nsfw") else None


def _hidden_from_installer(world: World, user: dict, command: dict, channel: dict) -> str | None:
    """Judge a command where the bot is not: it is there only as an app that the user installed."""
    context = IN_PRIVATE_CHANNEL if channel["type"] in PRIVATE else IN_GUILD
    if command.get("guild_id") or USER_INSTALL not in (command.get("integration_types") or []):
        return "the command is not for user installs"
    if context not in (command.get("contexts") or []):
        return "the command is not for this kind of channel"
    need = command.get("default_member_permissions")
    if context == IN_GUILD and need is not None:
        have = world.permissions(world.guilds[channel["guild_id"]], user["id"], channel)
        return "needs more permissions" if int(need) & ~have else None
    return None
