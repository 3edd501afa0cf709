"""What the bot tells an operator about itself while it runs: is it alive, can it answer, and the figures."""

import asyncio
import contextlib
import time
from collections.abc import AsyncIterator
from datetime import datetime

from discord.ext import commands

from bot.frontends.discord_client.desk import Desk
from bot.operation.health_server import HealthServer
from bot.operation.healthcheck import split_address
from bot.operation.last_backup import last_backup
from bot.operation.metrics import Reading, Readings, free_bytes
from bot.operation.readiness import Check
from bot.operation.records import past_their_date
from bot.operation.structured_logs import ERRORS
from bot.operation.versions import program_version

_TURN_EVERY_S = 0.25
_STUCK_AFTER_S = 120.0


class GatewayLink:
    """Whether the bot is connected to Discord's gateway, by its events."""

    def __init__(self, bot: commands.Bot, desk: Desk) -> None:
        self.connected = False
        self._metrics = desk.metrics
        bot.add_listener(self._on_connect, "on_connect")
        bot.add_listener(self._on_ready, "on_ready")
        bot.add_listener(self._on_resumed, "on_resumed")
        bot.add_listener(self._on_disconnect, "on_disconnect")

    async def _on_connect(self) -> None:
        self._metrics.connected("new")

    async def _on_ready(self) -> None:
        self.connected = True

    async def _on_resumed(self) -> None:
        self.connected = True
        self._metrics.connected("resumed")

    async def _on_disconnect(self) -> None:
        if self.connected:
            self._metrics.disconnected()
        self.connected = False


@contextlib.asynccontextmanager
async def telemetry(bot: commands.Bot, desk: Desk) -> AsyncIterator[None]:
    """Serve health and figures, and watch the event loop, as long as the block runs."""
    link = GatewayLink(bot, desk)
    desk.metrics.read_at_scrape(Readings(readings(bot, desk, link)))
    watching = asyncio.create_task(watch_loop(desk))
    server = HealthServer(alive_checks(desk), ready_checks(desk, link), desk.metrics)
    address = split_address(desk.assembly.settings.health_address)
    if address is not None:
        await server.start(*address)
    try:
        yield
    finally:
        watching.cancel()
        await server.stop()


async def watch_loop(desk: Desk) -> None:
    """Measure again and again how late the event loop turns."""
    loop = asyncio.get_running_loop()
    while True:
        due = loop.time() + _TURN_EVERY_S
        await asyncio.sleep(_TURN_EVERY_S)
        desk.metrics.delayed(loop.time() - due)


def alive_checks(desk: Desk) -> dict[str, Check]:
    """Return what must hold for the process to be worth keeping; that it answers at all shows that its loop turns."""

    def worker() -> str | None:
        if not desk.worker.is_alive and not desk.stopping.is_set():
            return "the thread that answers ended; restart the bot"
        return None

    return {"event_loop": lambda: None, "answering_thread": worker}


def ready_checks(desk: Desk, link: GatewayLink) -> dict[str, Check]:
    """Return what must hold for questions to be answered, and for acts of moderators to be kept."""

    def discord() -> str | None:
        if desk.stopping.is_set():
            return "stopping"
        return None if link.connected else "not connected; the bot connects again by itself"

    def index() -> str | None:
        shelf = desk.assembly.shelf
        if shelf.current() is not None:
            return None
        return str(shelf.fault) if shelf.fault else "not open yet"

    def state() -> str | None:
        return desk.assembly.state.fault

    def worker() -> str | None:
        busy_s = desk.worker.busy_s
        return f"busy with one question for {busy_s:.0f} s" if busy_s > _STUCK_AFTER_S else None

    return {"discord": discord, "index": index, "state": state, "answering_thread": worker}


def readings(bot: commands.Bot, desk: Desk, link: GatewayLink) -> list[Reading]:
    """Return the figures that are read when they are asked for."""
    assembly = desk.assembly
    settings = assembly.settings
    folders = {"state": settings.state_dir, "index": settings.index_dir}

    def build_made() -> float | None:
        edition = assembly.shelf.current()
        return datetime.fromisoformat(edition.manifest.created_at).timestamp() if edition else None

    def past_date() -> dict[str, float] | None:
        edition = assembly.shelf.current()
        if edition is None:
            return None
        return {kind: float(count) for kind, count in past_their_date(edition.library.corpus, desk.today()).items()}

    def backed_up() -> float | None:

        made = last_backup(settings.state_dir)
        return made.timestamp() if made else None

    return [
        Reading("kratom_info", "The version of the program.", lambda: {program_version(): 1.0}, "version"),
        Reading("kratom_answers", "Answers by outcome.", lambda: _floats(assembly.counts.counts()), "outcome", True),
        Reading("kratom_errors", "Errors in the log by kind.", lambda: _floats(ERRORS.counts()), "kind", True),
        Reading("kratom_queue_length", "Questions that wait.", lambda: float(desk.worker.waiting)),
        Reading("kratom_queue_limit", "How many may wait.", lambda: float(desk.settings.queue_length)),
        Reading("kratom_replies_in_flight", "Replies being made.", lambda: float(desk.in_flight.count)),
        Reading("kratom_busy_seconds", "How long the question being worked on takes.", lambda: desk.worker.busy_s),
        Reading("kratom_gateway_connected", "1: connected to Discord.", lambda: float(link.connected)),
        Reading("kratom_gateway_latency_seconds", "Heartbeat to its answer.", lambda: bot.latency),
        Reading("kratom_index_open", "1: an index is open.", lambda: float(assembly.shelf.current() is not None)),
        Reading("kratom_state_open", "1: the state is open.", lambda: float(assembly.state.fault is None)),
        Reading("kratom_build_created_timestamp_seconds", "When the live build was made.", build_made),
        Reading("kratom_records_past_date", "Records to be looked at again.", past_date, "kind"),
        Reading("kratom_disk_free_bytes", "Room left.", lambda: free_bytes(folders), "folder"),
        Reading("kratom_last_backup_timestamp_seconds", "When the last backup was made.", backed_up),
        Reading("kratom_scrape_timestamp_seconds", "The bot's clock.", time.time),
    ]


def _floats(counts: dict[str, int]) -> dict[str, float]:
    return {str(name): float(count) for name, count in counts.items()}
