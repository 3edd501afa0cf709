"""One request of the bot, with its answer."""

from __future__ import annotations

import json
import re
import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from aiohttp import BodyPartReader, web

from .errors import ApiError

if TYPE_CHECKING:
    from tests.discord_sim.exchange import Exchange
    from tests.discord_sim.interaction import Interaction


@dataclass
class Call:
    """A request, its judgement and its answer.

    Attributes:
        path: The path below /api/v10, without the query.
        operation: Id of the operation in Discord's description, "" for an unknown path.
        args: The path's values, by the names in the operation's path template.
        files: (index in the form, name, type, bytes) of each upload.
        ms: Milliseconds until the answer.
        at: When it came, on the monotonic clock.
        injected: Whether a fault hit it.
        interaction: The interaction whose token it used.
        exchange: The user action it belongs to.
    """

    method: str
    path: str
    operation: str = ""
    args: dict[str, str] = field(default_factory=dict)
    query: dict[str, str] = field(default_factory=dict)
    body: Any = None
    files: list = field(default_factory=list)
    status: int = 0
    answer: Any = None
    ms: float = 0.0
    at: float = field(default_factory=time.monotonic)
    injected: bool = False
    interaction: Interaction | None = None
    exchange: Exchange | None = field(default=None, repr=False)

    def __str__(self) -> str:
        return f"{self.method} {self.path} -> {self.status}"

    @property
    def uses_token_of_interaction(self) -> bool:
        """Whether the token in its path stands for the bot's own."""
        return "interaction_token" in self.args or "webhook_token" in self.args

    def asks_for(self, flag: str) -> bool:
        """Tell whether a boolean query field is set."""
        return self.query.get(flag, "").lower() in ("true", "1")

    async def read_body(self, request: web.Request) -> None:
        """Take JSON, or JSON and files of a form, from the request."""
        if request.content_type == "multipart/form-data":
            async for part in await request.multipart():
                assert isinstance(part, BodyPartReader)  # no client nests forms here
                blob = await part.read(decode=False)
                if part.name == "payload_json":
                    self.body = json.loads(blob)
                elif part.name and (found := re.fullmatch(r"files\[(\d+)\]|file", part.name)):
                    kind = part.headers.get("Content-Type")
                    self.files.append((int(found.group(1) or 0), part.filename, kind, blob))
        elif request.can_read_body:
            try:
                self.body = json.loads(await request.read() or b"null")
            except ValueError:
                raise ApiError(400, 50109, "The request body contains invalid JSON.") from None
