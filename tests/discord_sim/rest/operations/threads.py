"""Threads."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.discord_sim.bot_messages import bot_says
from tests.discord_sim.rest.call import Call
from tests.discord_sim.rest.errors import ApiError
from tests.discord_sim.rules.flags import HAS_THREAD
from tests.discord_sim.world.message import Message
from tests.discord_sim.world.values import FORUM, THREADS, now_iso

from .lookup import find_channel, find_guild, find_message
from .registry import Answer, Operations

if TYPE_CHECKING:
    from tests.discord_sim.server import SimServer

op = Operations()


@op("create_thread_from_message", "create_thread")
def _create_thread(sim: SimServer, call: Call) -> Answer:
    world, body = sim.world, call.body
    right = "create_private_threads" if body.get("type") == 12 else "create_public_threads"
    parent = find_channel(sim, call.args, right)
    start = find_message(sim, call.args) if "message_id" in call.args else None
    if start and "thread" in start.data:
        raise ApiError(400, 160004, "A thread has already been created for this message")
    if start is None and parent["type"] != FORUM and body.get("type") is None:
        sim.note("create_thread: without a type Discord makes a private thread")
    kind = 11 if start or parent["type"] == FORUM else body.get("type") or 12
    thread = world.add_thread(
        parent,
        body["name"],
        world.bot["id"],
        id=start.id if start else None,
        kind=kind,
        archive_after=body.get("auto_archive_duration") or 1440,
    )
    if start:
        start.data["thread"] = dict(thread)
        start.data["flags"] |= HAS_THREAD
    member = {"id": thread["id"], "user_id": world.bot["id"], "join_timestamp": now_iso(), "flags": 0}
    sim.gateway.dispatch(
        "THREAD_CREATE",
        {**thread, "newly_created": True, "member": member},
        guild_id=thread["guild_id"],
        intents=("guilds",),
    )
    _show_in_exchange(sim, thread, start)
    answer = {**thread, "member": member}
    if body.get("message"):
        answer["message"] = bot_says(sim, thread, body["message"], call.files).data
    return 201, answer


def _show_in_exchange(sim: SimServer, thread: dict, start: Message | None) -> None:
    exchange = sim.watched.get(start.id if start else "") or sim.watched.get(thread["parent_id"])
    if exchange:
        sim.watched[thread["id"]] = exchange
        exchange.threads.append(thread)
        exchange.touch()


@op("join_thread", "leave_thread", "add_thread_member", "delete_thread_member")
def _thread_member(sim: SimServer, call: Call) -> Answer:
    find_channel(sim, call.args)
    return 204, None


@op("list_thread_members")
def _thread_members(sim: SimServer, call: Call) -> Answer:
    thread = find_channel(sim, call.args)
    return 200, [{"id": thread["id"], "user_id": thread["owner_id"], "join_timestamp": now_iso(), "flags": 0}]


@op(
    "get_active_guild_threads",
    "list_public_archived_threads",
    "list_private_archived_threads",
    "list_my_private_archived_threads",
)
def _threads(sim: SimServer, call: Call) -> Answer:
    active = "guild_id" in call.args
    channels = (find_guild(sim, call.args).channels if active else sim.world.channels).values()
    archived = not active
    found = [
        c
        for c in channels
        if c["type"] in THREADS
        and c["thread_metadata"]["archived"] == archived
        and (active or c["parent_id"] == call.args["channel_id"])
    ]
    return 200, {"threads": found, "members": [], "has_more": False}
