"""Messages and pins in channels."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.discord_sim.announcements import remove, seen_by_app
from tests.discord_sim.bot_messages import bot_edits, bot_says
from tests.discord_sim.rest.call import Call
from tests.discord_sim.rest.errors import ApiError, empty_message
from tests.discord_sim.rules.messages import is_empty
from tests.discord_sim.world.values import FORUM, THREADS, now_iso

from .lookup import find_channel, find_message, stored_message
from .registry import Answer, Operations

if TYPE_CHECKING:
    from tests.discord_sim.server import SimServer

op = Operations()


@op("list_messages")
def _list_messages(sim: SimServer, call: Call) -> Answer:
    channel = find_channel(sim, call.args, "read_message_history")
    found = [m for m in sim.world.messages.get(channel["id"], {}).values() if not m.deleted and not m.visible_to]
    found.sort(key=lambda m: int(m.id), reverse=True)
    limit, query = int(call.query.get("limit", 50)), call.query
    if "before" in query:
        found = [m for m in found if int(m.id) < int(query["before"])]
    if "after" in query:
        found = [m for m in found if int(m.id) > int(query["after"])][-limit:]
    if "around" in query:
        near = sorted(found, key=lambda m: abs(int(m.id) - int(query["around"])))[:limit]
        found = [m for m in found if m in near]
    return 200, [seen_by_app(sim, m) for m in found[:limit]]


@op("get_message")
def _get_message(sim: SimServer, call: Call) -> Answer:
    find_channel(sim, call.args, "read_message_history")
    return 200, seen_by_app(sim, find_message(sim, call.args))


@op("create_message")
def _create_message(sim: SimServer, call: Call) -> Answer:
    channel = find_channel(sim, call.args)
    find_channel(sim, call.args, "send_messages_in_threads" if channel["type"] in THREADS else "send_messages")
    if channel["type"] == FORUM:
        raise ApiError(400, 50008, "Cannot send messages in a non-text channel")
    _unarchive(sim, channel)
    body = call.body or {}
    if is_empty(body, len(call.files)):
        raise empty_message()
    if body.get("message_reference") and not sim.world.may(sim.world.bot["id"], channel, "read_message_history"):
        raise ApiError(400, 160002, "Cannot reply without permission to read message history")
    if call.files:
        find_channel(sim, call.args, "attach_files")
    if body.get("embeds") and not sim.world.may(sim.world.bot["id"], channel, "embed_links"):
        sim.note("create_message: embeds dropped, the bot lacks embed_links here")
        body = {**body, "embeds": []}
    return 200, bot_says(sim, channel, body, call.files).data


def _unarchive(sim: SimServer, channel: dict) -> None:
    state = channel.get("thread_metadata", {})
    if state.get("archived"):
        if state["locked"] and not sim.world.may(sim.world.bot["id"], channel, "manage_threads"):
            raise ApiError(400, 50083, "Thread is archived")
        state["archived"] = False


@op("update_message")
def _update_message(sim: SimServer, call: Call) -> Answer:
    if find_channel(sim, call.args).get("thread_metadata", {}).get("archived"):
        raise ApiError(400, 50083, "Thread is archived")
    message = find_message(sim, call.args)
    if message.author_id != sim.world.bot["id"]:
        raise ApiError(403, 50005, "Cannot edit a message authored by another user")
    bot_edits(sim, message, call.body or {}, call.files)
    return 200, message.data


@op("delete_message")
def _delete_message(sim: SimServer, call: Call) -> Answer:
    message = find_message(sim, call.args)
    find_channel(sim, call.args, *([] if message.author_id == sim.world.bot["id"] else ["manage_messages"]))
    remove(sim, message)
    return 204, None


@op("bulk_delete_messages")
def _bulk_delete(sim: SimServer, call: Call) -> Answer:
    find_channel(sim, call.args, "manage_messages")
    for id in call.body["messages"]:
        message = stored_message(sim, {**call.args, "message_id": str(id)})
        if message:
            remove(sim, message)
    return 204, None


@op("list_pins")
def _list_pins(sim: SimServer, call: Call) -> Answer:
    channel = find_channel(sim, call.args)
    found = [m for m in sim.world.messages.get(channel["id"], {}).values() if m.data["pinned"] and not m.deleted]
    return 200, {"items": [{"pinned_at": now_iso(), "message": seen_by_app(sim, m)} for m in found], "has_more": False}


@op("create_pin", "delete_pin", "deprecated_create_pin", "deprecated_delete_pin")
def _pin(sim: SimServer, call: Call) -> Answer:
    find_channel(sim, call.args, "manage_messages")
    find_message(sim, call.args).data["pinned"] = call.method == "PUT"
    return 204, None
