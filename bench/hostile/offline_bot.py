"""The real bot without a connection: events go straight into discord.py, and its requests are kept instead of sent."""

import asyncio
import json
import logging
import tempfile
from collections.abc import Iterator, Mapping, MutableMapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from unittest.mock import patch

import discord
import structlog
from discord.webhook.async_ import AsyncWebhookAdapter

from bot.frontends.discord_client.client import AnswerBot
from bot.frontends.discord_client.desk import set_up_desk
from bot.frontends.discord_client.logs import take_over_logging
from bot.settings import DiscordSettings, Settings
from corpus.loader import CORPUS_DIR
from tests.discord_sim.world.world import World

APPLICATION = "900000000000000001"
_SETTLED_WITHIN_S = 30.0
_COMPONENTS_V2 = 1 << 15


@dataclass(frozen=True, slots=True)
class Request:
    """What the bot would have sent to Discord: the route as in its documentation, and the JSON."""

    method: str
    path: str
    body: Mapping[str, Any]


@dataclass
class Seen:
    """What came of one event: requests, and every event of the log, all levels."""

    requests: list[Request] = field(default_factory=list)
    logged: list[dict[str, Any]] = field(default_factory=list)


class OfflineBot:
    """One bot with one server, of which it is told as Discord does; used from one thread.

    Attributes:
        world: Users, servers and channels, as the local Discord of the tests has them.
        bot: The bot itself.
    """

    def __init__(self, index_dir: Path, corpus_dir: Path = CORPUS_DIR) -> None:
        self._folder = tempfile.TemporaryDirectory(prefix="offline-bot-")
        self._settings = Settings(
            _env_file=None,  # type: ignore[call-arg]
            corpus_dir=corpus_dir,
            index_dir=index_dir,
            state_dir=Path(self._folder.name),
            discord=DiscordSettings(cooldown_s=0),
            health_address="",
        )
        self.world = World()
        self.seen = Seen()
        self._loop = asyncio.new_event_loop()
        self._number = 0
        self.bot: AnswerBot

    @contextmanager
    def running(self) -> Iterator["OfflineBot"]:
        """Start the bot, and stop it in the end."""
        before = structlog.get_config()
        loggers, levels = logging.getLogger().handlers, logging.getLogger().level
        with (
            patch.object(AsyncWebhookAdapter, "request", self._webhook_request),
            patch.object(discord.http.HTTPClient, "request", self._bot_request),
        ):
            structlog.configure(processors=[self._note], wrapper_class=structlog.make_filtering_bound_logger(0))
            try:
                take_over_logging()
                self._loop.run_until_complete(self._start())
                yield self
            finally:
                self._loop.run_until_complete(self._stop())
                self._loop.close()
                structlog.configure(**before)
                logging.getLogger().handlers, logging.getLogger().level = loggers, levels
                self._folder.cleanup()

    def tell(self, event: str, payload: Mapping[str, Any]) -> Seen:
        """Hand the bot an event of the gateway, wait until it is done with it, and return what came of it."""
        self.seen = Seen()
        self._loop.run_until_complete(self._tell(event, payload))
        return self.seen

    async def _tell(self, event: str, payload: Mapping[str, Any]) -> None:
        self.bot._connection.parsers[event](payload)
        async with asyncio.timeout(_SETTLED_WITHIN_S):
            while busy := asyncio.all_tasks() - {asyncio.current_task()} - self._standing:
                await asyncio.wait(busy)

    async def _start(self) -> None:
        self._standing: set[asyncio.Task[Any] | None] = set()
        desk = set_up_desk(self._settings)
        desk.worker.start()
        await desk.worker.submit(desk.assembly.open_index)
        desk.assembly.open_state()
        self.bot = AnswerBot(desk)
        await self.bot._async_setup_hook()
        connection: Any = self.bot._connection
        connection.application_id = int(APPLICATION)
        connection.user = discord.ClientUser(state=connection, data=self.world.bot)  # type: ignore[arg-type]
        connection._users[connection.user.id] = connection.user
        guild = self.world.guild
        members = [guild.members[self.world.bot["id"]]]
        connection._add_guild_from_data(
            {**guild.json(), "channels": list(guild.channels.values()), "members": members, "threads": []}
        )
        await self.bot.setup_hook()
        while busy := asyncio.all_tasks() - {asyncio.current_task()}:
            await asyncio.wait(busy)

    async def _stop(self) -> None:
        self.bot.desk.worker.stop()
        self.bot.desk.assembly.state.close()
        await self.bot.close()

    def _note(self, _logger: object, level: str, event: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
        self.seen.logged.append({**event, "level": level})
        raise structlog.DropEvent

    async def _webhook_request(
        self, route: Any, _session: Any = None, *, payload: Any = None, multipart: Any = None, **_others: Any
    ) -> Any:
        return self._answer(route, _json_of(payload, multipart))

    async def _bot_request(self, route: Any, *, files: Any = None, form: Any = None, **others: Any) -> Any:
        return self._answer(route, _json_of(others.get("json"), form))

    def _answer(self, route: Any, body: Any) -> Any:
        path = route.path
        self.seen.requests.append(Request(route.method, path, body if isinstance(body, dict) else {}))
        if path.endswith("/callback"):
            return {"interaction": {"id": "1", "type": 2}}
        if path.endswith("/commands") and isinstance(body, list):
            return [
                {"description": "", **one, "id": str(at), "application_id": APPLICATION, "version": "1"}
                for at, one in enumerate(body, 1)
            ]
        if path.endswith("/commands"):
            return []
        if path == "/users/@me/channels":
            return {"id": "77", "type": 1, "recipients": [self.world.user("alice")], "last_message_id": None}
        return self.message({})

    def message(self, fields: Mapping[str, Any]) -> dict[str, Any]:
        """Return a message of the bot as Discord shows it, with these fields."""
        self._number += 1
        return {
            "id": str(10**17 + self._number), "channel_id": self.channel["id"], "author": self.world.bot, "content": "",
            "timestamp": "2026-11-23T00:00:00+00:00", "edited_timestamp": None, "tts": False, "mention_everyone": False,
            "mentions": [], "mention_roles": [], "attachments": [], "embeds": [], "components": [], "pinned": False,
            "type": 0, "flags": _COMPONENTS_V2, **fields,
        }  # fmt: skip

    @property
    def channel(self) -> dict[str, Any]:
        """Return the channel in which everything happens."""
        return dict(self.world.channel("general"))


def _json_of(payload: Any, parts: Any) -> Any:
    """Return the JSON of a request, also of one with files."""
    if parts:
        named = next((part["value"] for part in parts if part["name"] == "payload_json"), "{}")
        return json.loads(named)
    return payload
