"""The use of application commands, from what a user types to the interaction's data."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tests.discord_sim.world.message import Message

from .options import STRING, OptionValues
from .refused import Refused

if TYPE_CHECKING:
    from tests.discord_sim.server import SimServer

CHAT_INPUT, USER_MENU, MESSAGE_MENU = 1, 2, 3
SUBCOMMANDS = (1, 2)  # the option types of a subcommand and of a group of them


def find_command(sim: SimServer, name: str, kind: int, guild_id: str | None) -> dict:
    """Return the registered command a user would find by this name, the guild's own before a global one."""
    for scope in (guild_id, None):
        for command in sim.rest.commands.get(scope, {}).values():
            if (command["type"], command["name"]) == (kind, name):
                return command
    raise KeyError(f"the bot registered no command {name!r} of type {kind}; it has {sorted(sim.commands)}")


def slash_data(
    command: dict, words: list[str], values: dict[str, Any], options: OptionValues, focus: str | None
) -> tuple[dict, int]:
    """Return the data for a slash command and the type of the option in focus; `words` name the subcommand."""
    data = _about(command)
    level, inner = command, data
    for word in words:
        known = [o for o in level.get("options", []) if o["name"] == word and o["type"] in SUBCOMMANDS]
        if not known:
            raise KeyError(f"/{command['name']} has no subcommand {' '.join(words)!r}")
        level = known[0]
        inner["options"] = [{"name": word, "type": level["type"]}]
        inner = inner["options"][0]
    known = level.get("options", [])
    if any(o["type"] in SUBCOMMANDS for o in known):
        raise Refused(f"/{' '.join([command['name'], *words])} needs a subcommand: {[o['name'] for o in known]}")
    inner["options"] = options.options(known, values, focus)
    return _with_resolved(data, options), next((o["type"] for o in known if o["name"] == focus), STRING)


def message_menu_data(command: dict, target: Message) -> dict:
    """Return the data for a command in a message's menu."""
    return _about(command) | {"target_id": target.id, "resolved": {"messages": {target.id: target.data}}}


def user_menu_data(command: dict, target: dict, options: OptionValues) -> dict:
    """Return the data for a command in a user's menu."""
    return _with_resolved(_about(command) | {"target_id": options.user(target)}, options)


def _about(command: dict) -> dict:
    about = {k: command[k] for k in ("id", "name", "type")}
    return about | ({"guild_id": command["guild_id"]} if command.get("guild_id") else {})


def _with_resolved(data: dict, options: OptionValues) -> dict:
    return data | ({"resolved": options.resolved} if options.resolved else {})
