"""The way of a request: operation, fault, rate limit, check, act, answer."""

from __future__ import annotations

import asyncio
import json
import re
import time
from typing import TYPE_CHECKING, Any

from aiohttp import web

from tests.discord_sim.rules.problems import Problem

from .call import Call
from .checks import check_request
from .errors import ApiError, invalid_form
from .faults import Fault
from .operations.table import HANDLERS
from .rate_limits import GLOBAL_LIMIT, RATES, RateLimiter
from .routes import Router

if TYPE_CHECKING:
    from tests.discord_sim.server import SimServer

RETRY_WITHOUT_WORD_S = 6.0  # longest that discord.py waits for its next try after an error without Retry-After


class Rest:
    """The REST side of one simulator.

    Attributes:
        rates: Rate limits: operation id to (requests, seconds).
        global_limit: Requests a second with the bot's token, interactions apart.
        latency: Seconds added to every request.
        check_later: Leave out all checks against Discord's description, which take the processor from a bot that is
            measured; `DiscordSim.check_calls` makes those of requests then.
        faults: What is to go wrong; see `Driver.fault`.
        commands: The registered commands: guild id (None: global) to command id to command.
    """

    def __init__(self, sim: SimServer) -> None:
        self.rates = dict(RATES)
        self.global_limit = GLOBAL_LIMIT
        self.latency = 0.0
        self.check_later = False
        self.faults: list[Fault] = []
        self.commands: dict[str | None, dict[str, dict]] = {None: {}}
        self._sim = sim
        self._limiter = RateLimiter()
        self._router = Router(sim.spec.routes if sim.spec else ())

    async def serve(self, request: web.Request) -> web.StreamResponse:
        """Answer one request."""
        call = self._begin(request)
        headers: dict[str, str] = {}
        fault = next((f for f in self.faults if f.meets(call)), None)
        if fault:
            fault.hits.append(call)
            call.injected = True
        try:
            if wait := self.latency + (fault.delay if fault else 0):
                await asyncio.sleep(wait)
            if fault and fault.drop == "before":
                return _cut(request)
            if fault and fault.status:
                call.status, call.answer = fault.answer(headers)
            else:
                call.status, call.answer = await self._answer(call, request, headers)
        finally:
            call.ms = (time.monotonic() - call.at) * 1000
            if call.exchange:
                call.exchange.end()
        if call.exchange and (call.status == 429 or call.status >= 500):
            call.exchange.hold(float(headers.get("Retry-After", RETRY_WITHOUT_WORD_S)) + 1)
        if fault and fault.drop == "after":
            return _cut(request)
        return _response(call, headers)

    def _begin(self, request: web.Request) -> Call:
        path = re.sub(r"^/api(/v\d+)?", "", request.raw_path.split("?")[0])
        call = Call(request.method, path, query=dict(request.query))
        self._sim.calls.append(call)
        found = self._router.match(call.method, path)
        if found:
            call.operation, call.args = found
            token = call.args.get("interaction_token") or call.args.get("webhook_token") or ""
            call.interaction = self._sim.interactions.get(token)
        call.exchange = self._sim.exchange_for(call)
        if call.exchange:
            call.exchange.begin(call)
        return call

    async def _answer(self, call: Call, request: web.Request, headers: dict[str, str]) -> tuple[int, Any]:
        try:
            await call.read_body(request)
            if limited := self._limiter.judge(call, headers, self.rates, self.global_limit):
                self._sim.rate_limited.append(call)
                return limited
            status, answer = self._act(call, request)
        except ApiError as error:
            words = f"{error.status} ({error.code}) {error.message}"
            self._sim.violation(call.operation or "request", words, code=error.code, problems=error.problems, call=call)
            return error.status, error.body()
        self._judge_answer(call, status, answer)
        return status, answer

    def _act(self, call: Call, request: web.Request) -> tuple[int, Any]:
        if not call.operation:
            if self._router.known_path(call.path):
                raise ApiError(405, 0, "405: Method Not Allowed")
            raise ApiError(404, 0, "404: Not Found")
        needs_token = not call.uses_token_of_interaction and call.operation != "get_gateway"
        if needs_token and request.headers.get("Authorization") != f"Bot {self._sim.token}":
            raise ApiError(401, 0, "401: Unauthorized")
        if call.operation not in HANDLERS:
            raise ApiError(501, 0, f"{call.operation} is not simulated")
        try:
            check_request(self._sim, call, request.content_type)
            return HANDLERS[call.operation](self._sim, call)
        except (AttributeError, KeyError, TypeError, ValueError) as error:
            if self._sim.spec:  # then the body's shape is right, and this a mistake of the simulator
                raise
            raise invalid_form([Problem((), "UNREADABLE_SHAPE", repr(error))]) from error

    def _judge_answer(self, call: Call, status: int, answer: Any) -> None:
        """Hold the simulator's own answers to Discord's description too."""
        if self._sim.spec and not self.check_later and answer is not None and status < 300:
            schema = self._sim.spec.response_schema(call.operation, status)
            if schema:
                problems, _ = self._sim.spec.check(schema, answer, strict=True)
                self._sim.own_faults += [f"{call.operation} {status}: {p}" for p in problems]


def _cut(request: web.Request) -> web.Response:
    assert request.transport is not None
    request.transport.abort()
    return web.Response()


def _response(call: Call, headers: dict[str, str]) -> web.Response:
    if isinstance(call.answer, str):
        return web.Response(status=call.status, text=call.answer, content_type="text/html", headers=headers)
    if call.answer is None:
        return web.Response(status=call.status, body=b"", content_type="text/plain", headers=headers)
    body = json.dumps(call.answer, separators=(",", ":")).encode()
    return web.Response(status=call.status, body=body, content_type="application/json", headers=headers)
