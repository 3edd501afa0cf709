"""Users, the application, the gateway's address, emojis, stickers and entitlements."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.discord_sim.application import application, own_user
from tests.discord_sim.rest.call import Call

from .lookup import find_user
from .registry import Answer, Operations

if TYPE_CHECKING:
    from tests.discord_sim.server import SimServer

op = Operations()


@op("get_my_user")
def _get_me(sim: SimServer, call: Call) -> Answer:
    return 200, own_user(sim)


@op("get_user")
def _get_user(sim: SimServer, call: Call) -> Answer:
    return 200, find_user(sim, call.args["user_id"])


@op("list_my_guilds")
def _my_guilds(sim: SimServer, call: Call) -> Answer:
    world = sim.world
    return 200, [
        {
            "id": g.id,
            "name": g.name,
            "icon": None,
            "banner": None,
            "owner": False,
            "features": [],
            "permissions": str(world.permissions(g, world.bot["id"])),
        }
        for g in world.guilds.values()
    ]


@op("create_dm")
def _create_dm(sim: SimServer, call: Call) -> Answer:
    return 200, sim.world.dm(find_user(sim, str(call.body["recipient_id"])))


@op("get_my_application", "get_my_oauth2_application", "get_application", "update_my_application")
def _application(sim: SimServer, call: Call) -> Answer:
    return 200, application(sim)


@op("get_gateway")
def _gateway(sim: SimServer, call: Call) -> Answer:
    return 200, {"url": sim.gateway_url}


@op("get_bot_gateway")
def _bot_gateway(sim: SimServer, call: Call) -> Answer:
    return 200, {
        "url": sim.gateway_url,
        "shards": sim.shards,
        "session_start_limit": {"total": 1000, "remaining": 1000, "reset_after": 86400000, "max_concurrency": 1},
    }


@op("list_application_emojis")
def _app_emojis(sim: SimServer, call: Call) -> Answer:
    return 200, {"items": []}


@op("list_guild_emojis", "list_guild_stickers")
def _nothing(sim: SimServer, call: Call) -> Answer:
    return 200, []


@op("get_entitlements", "get_current_user_application_entitlements")
def _entitlements(sim: SimServer, call: Call) -> Answer:
    return 200, []
