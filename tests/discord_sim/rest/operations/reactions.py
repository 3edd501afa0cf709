"""Reactions."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tests.discord_sim.reactions import reacted
from tests.discord_sim.rest.call import Call
from tests.discord_sim.rest.errors import ApiError

from .lookup import find_channel, find_message, find_user
from .registry import Answer, Operations

if TYPE_CHECKING:
    from tests.discord_sim.server import SimServer

op = Operations()


def _emoji(call: Call) -> dict:
    text = call.args["emoji_name"]
    custom = re.fullmatch(r"(?:a:)?(\w+):(\d+)", text)
    if not custom and text.isascii():
        raise ApiError(400, 10014, "Unknown Emoji")
    return {"id": custom.group(2), "name": custom.group(1)} if custom else {"id": None, "name": text}


@op("add_my_message_reaction")
def _react(sim: SimServer, call: Call) -> Answer:
    find_channel(sim, call.args, "read_message_history", "add_reactions")
    reacted(sim, find_message(sim, call.args), sim.world.bot, _emoji(call), added=True)
    return 204, None


@op("delete_my_message_reaction", "delete_user_message_reaction")
def _unreact(sim: SimServer, call: Call) -> Answer:
    message = find_message(sim, call.args)
    find_channel(sim, call.args, *(["manage_messages"] if "user_id" in call.args else []))
    user = find_user(sim, call.args.get("user_id", sim.world.bot["id"]))
    reacted(sim, message, user, _emoji(call), added=False)
    return 204, None


@op("delete_all_message_reactions", "delete_all_message_reactions_by_emoji")
def _clear_reactions(sim: SimServer, call: Call) -> Answer:
    find_channel(sim, call.args, "manage_messages")
    find_message(sim, call.args).data.pop("reactions", None)
    return 204, None


@op("list_message_reactions_by_emoji")
def _list_reactions(sim: SimServer, call: Call) -> Answer:
    who = sim.reactors.get((find_message(sim, call.args).id, _emoji(call)["name"]), [])
    return 200, [sim.world.users[u] for u in who]
