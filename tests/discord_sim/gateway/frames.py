"""What a client sends over the gateway, and what comes of it.

See https://docs.discord.com/developers/topics/opcodes-and-status-codes#gateway
"""

from __future__ import annotations

import json
import time
from typing import TYPE_CHECKING

from .events import guild_create, ready
from .intents import ALL_INTENTS, INTENTS, PRIVILEGED
from .session import EVENTS_PER_MINUTE, Link, Session

if TYPE_CHECKING:
    from .gateway import Gateway

HEARTBEAT, IDENTIFY, PRESENCE, VOICE_STATE, RESUME, REQUEST_MEMBERS = 1, 2, 3, 4, 6, 8
MAX_PAYLOAD_BYTES = 4096
IDENTIFY_GAP_S = 5


class ProtocolError(Exception):
    """The client broke the gateway's rules; its connection is closed with this code."""

    def __init__(self, code: int, why: str) -> None:
        super().__init__(why)
        self.code, self.why = code, why


def receive(gateway: Gateway, link: Link, text: str) -> None:
    """Take one payload of the client, or close the connection for it."""
    if link.closing:
        return
    try:
        _take(gateway, link, text)
    except ProtocolError as error:
        gateway.refuse(link, error.code, error.why)


def _take(gateway: Gateway, link: Link, text: str) -> None:
    now = time.monotonic()
    if len(text.encode()) > MAX_PAYLOAD_BYTES:
        raise ProtocolError(4002, f"payload over {MAX_PAYLOAD_BYTES} bytes")
    if len(link.received) == EVENTS_PER_MINUTE and now - link.received[0] < 60:
        raise ProtocolError(4008, f"over {EVENTS_PER_MINUTE} gateway events in 60 s")
    link.received.append(now)
    try:
        payload = json.loads(text)
        op, data = payload["op"], payload.get("d")
    except (ValueError, KeyError, TypeError):
        raise ProtocolError(4002, "undecodable payload") from None
    if op == HEARTBEAT:
        link.last_beat = now
        gateway.beats += 1
        if gateway.ack_heartbeats:
            link.send({"op": 11})
    elif op == IDENTIFY:
        _identify(gateway, link, data)
    elif op == RESUME:
        _resume(gateway, link, data)
    elif link.session is None:
        raise ProtocolError(4003, f"op {op} before IDENTIFY")
    elif op == PRESENCE:
        gateway.presence = data
    elif op == REQUEST_MEMBERS:
        _send_members(gateway, link, link.session, data)
    elif op != VOICE_STATE:
        raise ProtocolError(4001, f"unknown opcode {op}")


def _identify(gateway: Gateway, link: Link, data: dict) -> None:
    sim = gateway.sim
    gateway.identifies.append(data)
    if link.session:
        raise ProtocolError(4005, "second IDENTIFY on one connection")
    if not _token_fits(gateway, data):
        raise ProtocolError(4004, "wrong token")
    intents = data.get("intents")
    if type(intents) is not int or intents < 0 or intents & ~ALL_INTENTS:
        raise ProtocolError(4013, f"invalid intents {intents!r}")
    for name in PRIVILEGED:
        if intents & INTENTS[name] and name not in sim.privileged:
            raise ProtocolError(4014, f"privileged intent {name} is not enabled for this application")
    shard, count = data.get("shard") or (0, 1)
    if not 0 <= shard < count:
        raise ProtocolError(4010, f"invalid shard {data.get('shard')}")
    now = time.monotonic()
    if gateway.identified_at is not None and (gap := now - gateway.identified_at) < IDENTIFY_GAP_S:
        sim.note(f"IDENTIFY {gap:.1f} s after the last: Discord allows one per {IDENTIFY_GAP_S} s")
        if gateway.enforce_identify_limit:
            link.send({"op": 9, "d": False})
            return
    gateway.identified_at = now
    _begin_session(gateway, link, Session(f"session{sim.world.snowflake()}", shard, count, intents))


def _begin_session(gateway: Gateway, link: Link, session: Session) -> None:
    sim = gateway.sim
    for old in [s for s in gateway.sessions.values() if s.shard == session.shard and not s.link]:
        del gateway.sessions[old.id]
    gateway.sessions[session.id] = session
    session.link, link.session = link, session
    mine = [g for g in sim.world.guilds.values() if session.owns(g.id) and sim.world.bot["id"] in g.members]
    session.send("READY", ready(sim, session, mine))
    session.ready = True
    if session.wants("guilds"):
        for guild in mine:
            session.send("GUILD_CREATE", guild_create(sim, guild, session))


def _resume(gateway: Gateway, link: Link, data: dict) -> None:
    session = gateway.sessions.get(data.get("session_id") or "")
    record = {"session": data.get("session_id"), "seq": data.get("seq"), "ok": False, "replayed": 0}
    gateway.resumes.append(record)
    if not _token_fits(gateway, data):
        raise ProtocolError(4004, "wrong token")
    if session is None:
        link.send({"op": 9, "d": False})
        return
    if type(data.get("seq")) is not int or data["seq"] > session.seq:
        raise ProtocolError(4007, f"invalid seq {data.get('seq')!r}")
    missed = [p for p in session.log if p["s"] > data["seq"]]
    record |= {"ok": True, "replayed": len(missed)}
    session.link, link.session = link, session
    for payload in missed:
        link.send(payload)
    session.send("RESUMED", {"_trace": []})


def _token_fits(gateway: Gateway, data: dict) -> bool:
    token: str = data.get("token", "")
    return token.removeprefix("Bot ") == gateway.sim.token


def _send_members(gateway: Gateway, link: Link, session: Session, data: dict) -> None:
    guild = gateway.sim.world.guilds.get(str(data.get("guild_id")))
    if guild is None:
        return
    members = list(guild.members.values())
    if data.get("user_ids"):
        ids = data["user_ids"] if isinstance(data["user_ids"], list) else [data["user_ids"]]
        members = [guild.members[str(i)] for i in ids if str(i) in guild.members]
    elif data.get("query"):
        members = [m for m in members if m["user"]["username"].startswith(data["query"])]
    elif not session.wants("guild_members"):
        raise ProtocolError(4014, "all members asked for without the guild_members intent")
    chunk = {
        "guild_id": guild.id,
        "members": members[: data.get("limit") or None],
        "chunk_index": 0,
        "chunk_count": 1,
        "not_found": [],
        "nonce": data.get("nonce"),
        "presences": [],
    }
    session.send("GUILD_MEMBERS_CHUNK", chunk)
