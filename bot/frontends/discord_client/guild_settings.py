"""The settings of servers as they are in force: in memory, so that no answer waits for the database."""

import asyncio
from collections import OrderedDict
from collections.abc import Callable

import structlog

from bot.frontends.discord_client.logs import describe_error
from bot.frontends.discord_client.worker import run_in_thread
from bot.state.models import UNKNOWN_SETTINGS, GuildSettings

log = structlog.get_logger()

_WAIT_S = 0.3
"""How long a question waits where a server's settings are read for the first time."""
_MOST_KEPT = 10_000


class CurrentSettings:
    """Reads each server's settings once, and keeps them until they are changed; call it on the event loop."""

    def __init__(self, load: Callable[[int], GuildSettings], wait_s: float = _WAIT_S) -> None:
        """`load` reads a server's settings; it may block, and may fail."""
        self._load = load
        self._wait_s = wait_s
        self._known: OrderedDict[int, GuildSettings] = OrderedDict()
        self._loading: dict[int, asyncio.Future[GuildSettings]] = {}

    async def current(self, guild_id: int | None) -> GuildSettings:
        """Return the settings of a server, or the defaults outside of servers.

        Where they cannot be read, or not soon enough, these are `UNKNOWN_SETTINGS`, and the next question asks again.
        """
        if guild_id is None:
            return GuildSettings()
        known = self._known.get(guild_id)
        if known is not None:
            self._known.move_to_end(guild_id)
            return known
        loading = self._loading.get(guild_id)
        if loading is None:
            loading = run_in_thread("settings", lambda: self._load(guild_id))
            self._loading[guild_id] = loading
            loading.add_done_callback(lambda loaded: self._take(guild_id, loaded))
        await asyncio.wait([loading], timeout=self._wait_s)
        if loading.done() and not loading.cancelled() and loading.exception() is None:
            return self._known.get(guild_id) or loading.result()
        return UNKNOWN_SETTINGS

    def language(self, guild_id: int | None) -> str | None:
        """Return the language that a server's moderators set; None where they set none or it was not read yet.

        It neither waits nor asks for anything, so that a crisis card may ask it.
        """
        known = self._known.get(guild_id) if guild_id is not None else None
        return known.language if known is not None else None

    def changed(self, guild_id: int, settings: GuildSettings) -> None:
        """Hold to these settings of a server from the next question on."""
        self._loading.pop(guild_id, None)  # what is being read may be older
        self._keep(guild_id, settings)

    def left(self, guild_id: int) -> None:
        """Drop a server's settings, which the bot has left."""
        self._loading.pop(guild_id, None)
        self._known.pop(guild_id, None)

    def _take(self, guild_id: int, loaded: "asyncio.Future[GuildSettings]") -> None:
        if loaded.cancelled():
            return
        error = loaded.exception()
        if error is not None:
            log.error("settings of a server not read, so only askers see their answers", **describe_error(error))
        if self._loading.get(guild_id) is not loaded:
            return
        del self._loading[guild_id]
        if error is None and loaded.result() is not UNKNOWN_SETTINGS:
            self._keep(guild_id, loaded.result())

    def _keep(self, guild_id: int, settings: GuildSettings) -> None:
        self._known[guild_id] = settings
        self._known.move_to_end(guild_id)
        while len(self._known) > _MOST_KEPT:
            self._known.popitem(last=False)
