"""One small HTTP server for /healthz, /readyz and /metrics; by default only this machine can reach it."""

from collections.abc import Mapping

import structlog
from aiohttp import web

from bot.operation.metrics import Metrics
from bot.operation.readiness import Check, Health, examine

log = structlog.get_logger()

_METRICS_TYPE = "text/plain; version=0.0.4; charset=utf-8"
_UNAVAILABLE = 503
_STOP_WITHIN_S = 0.5  # a request that hangs must not keep the program from ending


class HealthServer:
    """Serves how the bot is, on the bot's own event loop: an answer shows that the loop turns."""

    def __init__(self, alive: Mapping[str, Check], ready: Mapping[str, Check], metrics: Metrics) -> None:
        self._alive = alive
        self._ready = ready
        self._metrics = metrics
        self._runner: web.AppRunner | None = None
        self.port: int | None = None

    async def start(self, host: str, port: int) -> bool:
        """Begin to serve, port 0 being any free one; an address that cannot be used is logged, and is no error."""
        app = web.Application()
        app.add_routes(
            [web.get("/healthz", self._healthz), web.get("/readyz", self._readyz), web.get("/metrics", self._metrics_)]
        )
        runner = web.AppRunner(app, access_log=None, shutdown_timeout=_STOP_WITHIN_S)
        await runner.setup()
        try:
            await web.TCPSite(runner, host, port).start()
        except (OSError, OverflowError) as error:
            await runner.cleanup()
            log.warning(
                "nobody can ask how the bot is; set KRATOM_HEALTH_ADDRESS to a free address, or to nothing",
                host=host,
                port=port,
                reason=type(error).__name__,
            )
            return False
        self._runner = runner
        self.port = runner.addresses[0][1]
        log.info("health can be asked", host=host, port=self.port)
        return True

    async def stop(self) -> None:
        """Stop serving."""
        if self._runner is not None:
            await self._runner.cleanup()
            self._runner = None

    async def _healthz(self, _request: web.Request) -> web.Response:
        return _shown("alive", examine(self._alive))

    async def _readyz(self, _request: web.Request) -> web.Response:
        return _shown("ready", examine(self._ready))

    async def _metrics_(self, _request: web.Request) -> web.Response:
        return web.Response(body=self._metrics.exposed(), headers={"Content-Type": _METRICS_TYPE})


def _shown(name: str, health: Health) -> web.Response:
    body = {name: health.well, "checks": dict(health.checks)}
    return web.json_response(body, status=200 if health.well else _UNAVAILABLE)
