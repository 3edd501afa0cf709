"""Which commands Discord offers to whom.

See https://docs.discord.com/developers/interactions/application-commands#permissions
"""

from __future__ import annotations

from tests.discord_sim.world.guild import Guild
from tests.discord_sim.world.permissions import PERMISSIONS
from tests.discord_sim.world.values import FORUM, PRIVATE
from tests.discord_sim.world.world import World

IN_GUILD, IN_BOT_DM, IN_PRIVATE_CHANNEL = 0, 1, 2  # interaction contexts
GUILD_INSTALL, USER_INSTALL = 0, 1  # integration types


def hidden_from(world: World, user: dict, command: dict, channel: dict) -> str | None:
    """Return why Discord would not offer this command to this user in this channel, or None if it would."""
    if channel["type"] == FORUM:
        return "nothing can be written in a forum channel itself"
    guild = world.guilds.get(channel.get("guild_id") or "")
    if command.get("guild_id") and (guild is None or command["guild_id"] != guild.id):
        return "the command belongs to another guild" if guild else "a guild command does not exist in direct messages"
    return (
        _hidden_by_place(world, user, command, channel)
        or (_hidden_by_permissions(world, guild, user, command, channel) if guild else None)
        or _hidden_by_age(world, command, channel)
    )


def _hidden_by_place(world: World, user: dict, command: dict, channel: dict) -> str | None:
    contexts, types = command.get("contexts"), command.get("integration_types") or [GUILD_INSTALL]
    here = world.has_bot(channel)
    private = channel["type"] in PRIVATE
    context = IN_GUILD if not private else IN_BOT_DM if here else IN_PRIVATE_CHANNEL
    as_installed = USER_INSTALL in types and world.has_installed(user["id"], with_bot=here)
    if not as_installed and not (here and GUILD_INSTALL in types):
        return "the user did not install the app" if USER_INSTALL in types else "the command is not for user installs"
    if contexts is None and private and here and not command.get("dm_permission", True):
        return "the command is not for direct messages"
    if context in (contexts if contexts is not None else (IN_GUILD, IN_BOT_DM, IN_PRIVATE_CHANNEL)):
        return None
    return ("the command is not for guilds", "the command is not for direct messages", "not for private channels")[
        context
    ]


def _hidden_by_permissions(world: World, guild: Guild, user: dict, command: dict, channel: dict) -> str | None:
    have, need = world.permissions(guild, user["id"], channel), command.get("default_member_permissions")
    if have & PERMISSIONS["administrator"]:
        return None
    if not have & PERMISSIONS["use_application_commands"]:
        return "the user lacks use_application_commands here"
    allowed = None
    if world.has_bot(channel):  # where the app was not added to a guild, its administrators have nothing to set
        said = guild.command_permissions
        if not said.channel_is_open(command, world.holder(channel)["id"]):
            return "an administrator denied it in this channel"
        allowed = said.member_is_allowed(command, user["id"], guild.members[user["id"]]["roles"])
    if allowed is False:
        return "an administrator denied it to this member"
    if allowed is None and need is not None and (int(need) == 0 or int(need) & ~have):
        lacking = [name for name, bit in PERMISSIONS.items() if int(need) & bit & ~have]
        return f"needs {', '.join(lacking) or 'administrator'}"
    return None


def _hidden_by_age(world: World, command: dict, channel: dict) -> str | None:
    """Judge an age-restricted command; in direct messages it is there, for all users here are old enough."""
    restricted = channel["type"] in PRIVATE or world.holder(channel).get("nsfw")
    return "only in age-restricted channels" if command.get("nsfw") and not restricted else None
