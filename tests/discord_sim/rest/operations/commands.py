"""Registering application commands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.discord_sim.rest.call import Call
from tests.discord_sim.rest.errors import ApiError, unknown
from tests.discord_sim.world.guild import Guild
from tests.discord_sim.world.values import without_nulls

from .lookup import find_guild
from .registry import Answer, Operations

if TYPE_CHECKING:
    from tests.discord_sim.server import SimServer

op = Operations()


def _scope(sim: SimServer, call: Call) -> dict[str, dict]:
    if call.args["application_id"] != sim.application_id:
        raise ApiError(403, 20012, "You are not authorized to perform this action on this application")
    guild = call.args.get("guild_id")
    if guild and guild not in sim.world.guilds:
        raise ApiError(403, 50001, "Missing Access")
    return sim.rest.commands.setdefault(guild, {})


def _registered(sim: SimServer, body: dict, guild: str | None, old: dict | None = None) -> dict:
    """Return the command a request registers, as the API shows it; `old` is the one it replaces."""
    kept = old or {}
    rights = body.get("default_member_permissions", kept.get("default_member_permissions"))
    sent = without_nulls({k: v for k, v in body.items() if k not in ("id", "nsfw", "dm_permission")})
    made = {
        **kept,
        "type": 1,
        "description": "",
        "integration_types": [0],
        **sent,
        "nsfw": bool(body.get("nsfw")),
        "id": old["id"] if old else sim.world.snowflake(),
        "version": sim.world.snowflake(),
        "application_id": sim.application_id,
        "contexts": body.get("contexts"),
        "default_member_permissions": None if rights is None else str(rights),
    }
    return made | ({"guild_id": guild} if guild else {"dm_permission": body.get("dm_permission") is not False})


@op("list_application_commands", "list_guild_application_commands")
def _list_commands(sim: SimServer, call: Call) -> Answer:
    return 200, list(_scope(sim, call).values())


@op("bulk_set_application_commands", "bulk_set_guild_application_commands")
def _set_commands(sim: SimServer, call: Call) -> Answer:
    scope, guild = _scope(sim, call), call.args.get("guild_id")
    old = {(c["type"], c["name"]): c for c in scope.values()}
    kept = [_registered(sim, b, guild, old.get((b.get("type") or 1, b["name"]))) for b in call.body or []]
    scope.clear()
    scope.update({c["id"]: c for c in kept})
    return 200, kept


@op("create_application_command", "create_guild_application_command")
def _create_command(sim: SimServer, call: Call) -> Answer:
    scope = _scope(sim, call)
    same = [c for c in scope.values() if (c["type"], c["name"]) == (call.body.get("type") or 1, call.body["name"])]
    made = _registered(sim, call.body, call.args.get("guild_id"), same[0] if same else None)
    scope[made["id"]] = made
    return (200 if same else 201), made


def _one_command(sim: SimServer, call: Call) -> dict:
    command = _scope(sim, call).get(call.args["command_id"])
    if not command:
        raise unknown("application command")
    return command


@op("get_application_command", "get_guild_application_command")
def _get_command(sim: SimServer, call: Call) -> Answer:
    return 200, _one_command(sim, call)


@op("update_application_command", "update_guild_application_command")
def _update_command(sim: SimServer, call: Call) -> Answer:
    old = _one_command(sim, call)
    made = _scope(sim, call)[old["id"]] = _registered(sim, {**old, **call.body}, call.args.get("guild_id"), old)
    return 200, made


@op("delete_application_command", "delete_guild_application_command")
def _delete_command(sim: SimServer, call: Call) -> Answer:
    del _scope(sim, call)[_one_command(sim, call)["id"]]
    return 204, None


@op("get_guild_application_command_permissions")
def _command_permissions(sim: SimServer, call: Call) -> Answer:
    guild = find_guild(sim, call.args)
    id = call.args["command_id"]
    if id != sim.application_id and id not in {**sim.rest.commands[None], **sim.rest.commands.get(guild.id, {})}:
        raise unknown("application command")
    if id not in guild.command_permissions.by_target:
        raise unknown("application command permissions")
    return 200, _shown_permissions(sim, guild, id)


@op("list_guild_application_command_permissions")
def _all_command_permissions(sim: SimServer, call: Call) -> Answer:
    guild = find_guild(sim, call.args)
    return 200, [_shown_permissions(sim, guild, id) for id in guild.command_permissions.by_target]


def _shown_permissions(sim: SimServer, guild: Guild, id: str) -> dict:
    listed = guild.command_permissions.listed(id)
    return {"id": id, "application_id": sim.application_id, "guild_id": guild.id, "permissions": listed}
