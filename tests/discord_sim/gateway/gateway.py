"""The gateway: its connections, what it sends to them, and what a test can do to them."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from aiohttp import WSMsgType, web

from .frames import receive
from .session import COMPRESSIONS, Link, Session

if TYPE_CHECKING:
    from tests.discord_sim.server import SimServer

HEARTBEAT_INTERVAL_S = 41.25


class Gateway:
    """The gateway of one simulator.

    Attributes:
        sim: The simulator.
        sessions: By id, those that wait to be resumed too.
        links: The open connections.
        heartbeat_interval: Seconds; applies to later connections.
        ack_heartbeats: False makes a zombie connection.
        enforce_identify_limit: Whether a second IDENTIFY within 5 s gets INVALID_SESSION.
        connects: How many connections there were.
        beats: How many heartbeats came.
        identifies: The data of every IDENTIFY.
        resumes: Every RESUME: {"session", "seq", "ok", "replayed"}.
        closes: The codes that connections were closed with, by either side.
        presence: The bot's last presence.
        identified_at: When the last session began, on the monotonic clock.
    """

    def __init__(self, sim: SimServer) -> None:
        self.sim = sim
        self.sessions: dict[str, Session] = {}
        self.links: list[Link] = []
        self.heartbeat_interval = HEARTBEAT_INTERVAL_S
        self.ack_heartbeats = True
        self.enforce_identify_limit = False
        self.connects = 0
        self.beats = 0
        self.identifies: list[dict] = []
        self.resumes: list[dict] = []
        self.closes: list[int | None] = []
        self.presence: dict | None = None
        self.identified_at: float | None = None

    def reconnect(self) -> None:
        """Ask the client to reconnect and resume (op 7)."""
        for link in self.links:
            link.send({"op": 7, "d": None})

    def invalidate(self, resumable: bool = False) -> None:
        """End the sessions (op 9); the client must identify anew unless resumable."""
        for link in self.links:
            if not resumable and link.session:
                self.sessions.pop(link.session.id, None)
            link.send({"op": 9, "d": resumable})

    def drop(self, code: int | None = None, *, forget: bool = False) -> None:
        """Close the connections with a code, or cut them with none; `forget` makes resuming fail."""
        if forget:
            self.sessions.clear()
        for link in list(self.links):
            if code is not None:
                link.close(code)
            else:
                link.closing = True
                link.transport.abort()

    def request_beat(self) -> None:
        """Ask the client for a heartbeat (op 1)."""
        for link in self.links:
            link.send({"op": 1, "d": None})

    @property
    def ready(self) -> bool:
        """Whether every shard has a session on an open connection."""
        live = [s for s in self.sessions.values() if s.ready and s.link]
        return bool(live) and {s.shard for s in live} >= set(range(live[0].count))

    def dispatch(
        self,
        event: str,
        data: dict | Callable[[Session], dict],
        *,
        guild_id: str | None = None,
        intents: tuple[str, ...] = (),
    ) -> int:
        """Send an event to every session that owns the guild and asked for one of the intents.

        Returns:
            How many sessions it was sent to.
        """
        sent = 0
        for session in list(self.sessions.values()):
            if session.ready and session.owns(guild_id) and (not intents or session.wants(*intents)):
                session.send(event, data(session) if callable(data) else data)
                sent += 1
        return sent

    def refuse(self, link: Link, code: int, why: str) -> None:
        """Close a connection for something the client did wrong."""
        self.sim.violation("gateway", f"closed {code}: {why}", code=code)
        link.close(code)

    async def serve(self, request: web.Request) -> web.WebSocketResponse:
        """Serve one connection until it ends."""
        ws = web.WebSocketResponse(max_msg_size=0, autoping=True, compress=False)
        await ws.prepare(request)
        transport: Any = request.transport
        link = Link(ws, transport, request.query.get("compress"))
        pump = asyncio.create_task(link.pump())
        self.connects += 1
        if request.query.get("v") not in ("9", "10") or request.query.get("encoding", "json") != "json":
            self.refuse(link, 4012, "unsupported gateway version or encoding")
        elif link.compress not in (None, *COMPRESSIONS):
            self.refuse(link, 4002, f"unknown compression {link.compress}")
        else:
            self.links.append(link)
            link.send({"op": 10, "d": {"heartbeat_interval": int(self.heartbeat_interval * 1000), "_trace": []}})
        watch = asyncio.create_task(self._watch(link, self.heartbeat_interval))
        try:
            async for message in ws:
                if message.type == WSMsgType.TEXT:
                    receive(self, link, message.data)
        finally:
            watch.cancel()
            pump.cancel()
            self._ended(link)
        return ws

    def _ended(self, link: Link) -> None:
        if link in self.links:
            self.links.remove(link)
        self.closes.append(link.ws.close_code)
        session = link.session
        if session and session.link is link:
            session.link = None
            if link.ws.close_code in (1000, 1001) and not link.closing:  # the client ended its session
                self.sessions.pop(session.id, None)

    async def _watch(self, link: Link, interval: float) -> None:
        while True:
            await asyncio.sleep(interval / 4)
            if time.monotonic() - link.last_beat > interval * 1.5 + 1:
                self.refuse(link, 4009, "no heartbeat in time")
                return
