"""Guilds, their roles and members."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.discord_sim.rest.call import Call
from tests.discord_sim.rest.errors import ApiError, unknown
from tests.discord_sim.world.values import THREADS

from .lookup import find_guild, find_member
from .registry import Answer, Operations

if TYPE_CHECKING:
    from tests.discord_sim.server import SimServer

op = Operations()


@op("get_guild")
def _get_guild(sim: SimServer, call: Call) -> Answer:
    guild = find_guild(sim, call.args)
    counts = {"approximate_member_count": len(guild.members), "approximate_presence_count": len(guild.members)}
    return 200, guild.json() | (counts if call.asks_for("with_counts") else {})


@op("list_guild_channels")
def _guild_channels(sim: SimServer, call: Call) -> Answer:
    return 200, [c for c in find_guild(sim, call.args).channels.values() if c["type"] not in THREADS]


@op("list_guild_roles")
def _guild_roles(sim: SimServer, call: Call) -> Answer:
    return 200, list(find_guild(sim, call.args).roles.values())


@op("get_guild_role")
def _guild_role(sim: SimServer, call: Call) -> Answer:
    role = find_guild(sim, call.args).roles.get(call.args["role_id"])
    if not role:
        raise unknown("Role")
    return 200, role


@op("list_guild_members")
def _guild_members(sim: SimServer, call: Call) -> Answer:
    guild = find_guild(sim, call.args)
    if "guild_members" not in sim.privileged:
        raise ApiError(403, 50001, "Missing Access")
    after = int(call.query.get("after", 0))
    found = [m for m in guild.members.values() if int(m["user"]["id"]) > after]
    found.sort(key=lambda m: int(m["user"]["id"]))
    return 200, found[: int(call.query.get("limit", 1))]


@op("search_guild_members")
def _search_members(sim: SimServer, call: Call) -> Answer:
    text = call.query.get("query", "").lower()
    found = [m for m in find_guild(sim, call.args).members.values() if m["user"]["username"].lower().startswith(text)]
    return 200, found[: int(call.query.get("limit", 1))]


@op("get_guild_member")
def _get_member(sim: SimServer, call: Call) -> Answer:
    return 200, find_member(sim, call.args)


@op("update_guild_member")
def _update_member(sim: SimServer, call: Call) -> Answer:
    right = "moderate_members" if "communication_disabled_until" in call.body else "manage_nicknames"
    find_guild(sim, call.args, right)
    member = find_member(sim, call.args)
    member |= {k: v for k, v in call.body.items() if k in member}
    sim.gateway.dispatch(
        "GUILD_MEMBER_UPDATE",
        {**member, "guild_id": call.args["guild_id"]},
        guild_id=call.args["guild_id"],
        intents=("guild_members",),
    )
    return 200, member


@op("add_guild_member_role", "delete_guild_member_role")
def _member_role(sim: SimServer, call: Call) -> Answer:
    guild = find_guild(sim, call.args, "manage_roles")
    member, role = find_member(sim, call.args), call.args["role_id"]
    if role not in guild.roles:
        raise unknown("Role")
    member["roles"] = [r for r in member["roles"] if r != role] + ([role] if call.method == "PUT" else [])
    return 204, None
