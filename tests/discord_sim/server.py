"""The simulated servers: one loopback port for REST, gateway and attachments, and all that happened there."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Self

from aiohttp import web

from .exchange import Exchange
from .gateway.gateway import Gateway
from .interaction import Interaction
from .rest.call import Call
from .rest.rest import Rest
from .rules.problems import Problem
from .rules.spec import load_spec, spec_path
from .violations import Violation
from .world.message import Message
from .world.world import World

MAX_REQUEST_BYTES = 64 * 1024 * 1024
BACKLOG = 2048  # a burst opens hundreds of connections at once


class SimServer:
    """Discord's side of things.

    Attributes:
        token: The bot's token.
        privileged: The privileged intents switched on for the application.
        shards: The number of shards it recommends.
        port: The port, once the server runs.
        spec_path: Where Discord's OpenAPI description was looked for.
        spec: The description, or None where there is none.
        ack_deadline: Seconds in which an interaction must be answered.
        token_lifetime: Seconds for which an interaction's token lasts.
        world: Users, guilds, channels and messages.
        gateway: The websocket side.
        rest: The HTTP side.
        calls: Every request.
        violations: What Discord would not have taken.
        notes: What is harmless on Discord and still worth reading, with how often it happened.
        own_faults: Answers of the simulator that Discord's description does not allow.
        rate_limited: The requests answered 429.
        hidden: The uses of commands the user could not see.
        exchanges: Every user action.
        interactions: By token.
        reactors: (message id, emoji name) to the ids of those who reacted.
        watched: Id of a message, thread or channel to the latest exchange there; "bot" and the id for the bot's own.
    """

    def __init__(
        self,
        *,
        token: str = "sim.token.0",
        privileged: Iterable[str] = (),
        shards: int = 1,
        port: int = 0,
        bot_name: str = "simbot",
        spec: Path | str | None = None,
    ) -> None:
        """Make the world; the server runs within `async with`.

        Args:
            token: The token the bot must use.
            privileged: The intents switched on for the application: message_content, guild_members, guild_presences.
            shards: The number of shards to recommend.
            port: The port to listen on; 0 takes a free one.
            bot_name: The bot's user name.
            spec: Where Discord's OpenAPI description is; by default as `spec_path` says.
        """
        self.token, self.privileged, self.shards, self.port = token, tuple(privileged), shards, port
        self.spec_path = Path(spec) if spec else spec_path()
        self.spec = load_spec(self.spec_path)
        self.ack_deadline, self.token_lifetime = 3.0, 900.0
        self.world = World(bot_name)
        self.application_id: str = self.world.bot["id"]
        self.gateway = Gateway(self)
        self.rest = Rest(self)
        self.calls: list[Call] = []
        self.violations: list[Violation] = []
        self.notes: dict[str, int] = {}
        self.own_faults: list[str] = []
        self.rate_limited: list[Call] = []
        self.hidden: list[Exchange] = []
        self.exchanges: list[Exchange] = []
        self.interactions: dict[str, Interaction] = {}
        self.reactors: dict[tuple[str, str], list[str]] = {}
        self.watched: dict[str, Exchange] = {}

    async def __aenter__(self) -> Self:
        app = web.Application(client_max_size=MAX_REQUEST_BYTES)
        app.router.add_get("/gateway", self.gateway.serve)
        app.router.add_get("/attachments/{channel}/{id}/{name}", self._attachment)
        app.router.add_route("*", "/api/{tail:.*}", self.rest.serve)
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=1.0)
        await self._runner.setup()
        await web.TCPSite(self._runner, "127.0.0.1", self.port, backlog=BACKLOG).start()
        self.port = self._runner.addresses[0][1]
        self.world.base_url = self.url
        return self

    async def __aexit__(self, *exc: object) -> None:
        await self._runner.cleanup()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def api_url(self) -> str:
        return self.url + "/api/v10"

    @property
    def gateway_url(self) -> str:
        return f"ws://127.0.0.1:{self.port}/gateway"

    async def _attachment(self, request: web.Request) -> web.Response:
        stored = self.world.blobs.get(request.match_info["id"])
        return web.Response(body=stored[1], content_type=stored[0]) if stored else web.Response(status=404)

    @property
    def commands(self) -> dict[str, dict]:
        """Every registered command by name; a guild's own command hides a global one of that name."""
        found: dict[str, dict] = {}
        for scope in sorted(self.rest.commands, key=lambda s: s is not None):
            found |= {c["name"]: c for c in self.rest.commands[scope].values()}
        return found

    def violation(
        self,
        where: str,
        message: str,
        *,
        code: int | None = None,
        problems: Iterable[Problem] = (),
        call: Call | None = None,
        exchange: Exchange | None = None,
    ) -> None:
        """Record what Discord would not have taken, also in the exchange it belongs to (a call's unless told)."""
        found = Violation(where, message, code, list(problems), call)
        self.violations.append(found)
        if exchange := exchange or (call.exchange if call else None):
            exchange.violations.append(found)

    def note(self, text: str) -> None:
        """Record something odd."""
        self.notes[text] = self.notes.get(text, 0) + 1

    def exchange_for(self, call: Call) -> Exchange | None:
        """Return the user action a request belongs to: by its interaction token, else by the channel it acts in."""
        if call.interaction:
            return call.interaction.exchange
        return self.watched.get(call.args.get("channel_id") or "")

    def exchange_of(self, message: Message) -> Exchange | None:
        """Return the user action a message of the bot belongs to."""
        return message.interaction.exchange if message.interaction else self.watched.get("bot" + message.id)
