"""Sessions, and the websocket connections they live on."""

from __future__ import annotations

import asyncio
import json
import time
import zlib
from collections import deque
from typing import Any

from aiohttp import web

from .intents import INTENTS

REPLAYABLE_EVENTS = 5000
EVENTS_PER_MINUTE = 120  # most that a client may send
COMPRESSIONS = ("zlib-stream", "zstd-stream")


class Session:
    """What survives a dropped connection: identity, subscriptions, and the events so far.

    Attributes:
        seq: Number of the last event.
        log: The last events, for replay.
        link: The connection it lives on now.
        ready: Whether READY was sent.
    """

    def __init__(self, id: str, shard: int, count: int, intents: int) -> None:
        self.id, self.shard, self.count, self.intents = id, shard, count, intents
        self.seq = 0
        self.log: deque[dict] = deque(maxlen=REPLAYABLE_EVENTS)
        self.link: Link | None = None
        self.ready = False

    def wants(self, *names: str) -> bool:
        """Tell whether it asked for one of these intents."""
        return any(self.intents & INTENTS[name] for name in names)

    def owns(self, guild_id: str | None) -> bool:
        """Tell whether a guild's events, or with None those of direct messages, go to its shard."""
        return (int(guild_id) >> 22) % self.count == self.shard if guild_id else self.shard == 0

    def send(self, event: str, data: Any) -> None:
        """Send an event, now or once the session is resumed."""
        self.seq += 1
        payload = {"op": 0, "t": event, "s": self.seq, "d": data}
        self.log.append(payload)
        if self.link:
            self.link.send(payload)


class Link:
    """One websocket connection, with an ordered outbox and the compression the client asked for.

    Attributes:
        closing: Whether the server ended it: the session then outlives it.
        last_beat: When the last heartbeat came, on the monotonic clock.
        received: When the last payloads came.
    """

    def __init__(self, ws: web.WebSocketResponse, transport: asyncio.Transport, compress: str | None) -> None:
        self.ws, self.transport, self.compress = ws, transport, compress
        self.session: Session | None = None
        self.closing = False
        self.last_beat = time.monotonic()
        self.received: deque[float] = deque(maxlen=EVENTS_PER_MINUTE)
        self._outbox: asyncio.Queue[dict | int] = asyncio.Queue()
        self._pack: Any = None
        self._flush = 0
        if compress in COMPRESSIONS:
            self._pack, self._flush = _compressor(compress)

    def send(self, payload: dict) -> None:
        """Put a payload into the outbox."""
        self._outbox.put_nowait(payload)

    def close(self, code: int) -> None:
        """Close the connection with this code, after what is in the outbox."""
        self.closing = True
        self._outbox.put_nowait(code)

    async def pump(self) -> None:
        """Send what comes into the outbox, until the connection is closed."""
        while True:
            item = await self._outbox.get()
            if isinstance(item, int):
                await self.ws.close(code=item)
                return
            text = json.dumps(item, separators=(",", ":"))
            try:
                if self._pack:
                    await self.ws.send_bytes(self._pack.compress(text.encode()) + self._pack.flush(self._flush))
                else:
                    await self.ws.send_str(text)
            except ConnectionError:
                return


def _compressor(name: str | None) -> tuple[Any, int]:
    """Return a stream compressor, and the kind of flush that ends a message."""
    if name == "zlib-stream":
        return zlib.compressobj(), zlib.Z_SYNC_FLUSH
    import zstandard  # only a client that has it itself asks for this

    return zstandard.ZstdCompressor().compressobj(), zstandard.COMPRESSOBJ_FLUSH_BLOCK
