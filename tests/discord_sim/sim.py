"""A local Discord in one object: the servers, the users, and the bots that run against them.

async with DiscordSim() as sim:
    await sim.start_bot("-m", "bot")
    await sim.wait_ready()
    x = await sim.slash("alice", "ask", question="What is up?")
    assert x.deferred and "sky" in x.text and not sim.violations

The README beside this file lists everything a test can do and read.
"""

# ruff: noqa: ASYNC109 - how long to wait at most is for a test to say

from __future__ import annotations

import asyncio
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from .bot_process import BotProcess, bot_environment
from .driver.driver import Driver
from .report import check_world, report
from .rest.checks import check_calls

POLL_S = 0.02
LOG_TAIL = 3000  # characters of a bot's log in an error


class DiscordSim(Driver):
    """The simulator a test uses; see `SimServer` for its parameters.

    Attributes:
        bots: The bots started so far.
    """

    def __init__(self, **settings: Any) -> None:
        super().__init__(**settings)
        self.bots: list[BotProcess] = []

    async def __aexit__(self, *exc: object) -> None:
        for bot in self.bots:
            await bot.stop()
        await super().__aexit__(*exc)

    async def start_bot(
        self,
        *target: str,
        env: Mapping[str, str] | None = None,
        cwd: Path | str | None = None,
        echo: bool = False,
        direct: bool = False,
        compress: str | None = None,
        python: str = sys.executable,
    ) -> BotProcess:
        """Run a bot, with Discord's own domains unreachable.

        Args:
            *target: "-m" and a module, or a script; then its arguments.
            env: Environment variables besides this process's own and the simulator's.
            cwd: The bot's working directory.
            echo: Print its lines as they come.
            direct: Leave discord.py's addresses alone, for a bot that reads them from its environment.
            compress: "zlib" makes the client ask for zlib even where it could use zstd; not with `direct`.
            python: The interpreter to use.
        """
        aim = [] if direct else ["--api", self.api_url, *(["--compress", compress] if compress else [])]
        environment = bot_environment(self.token, self.api_url, self.gateway_url, env or {})
        bot = await BotProcess.start(*aim, "--", *target, python=python, env=environment, cwd=cwd, echo=echo)
        self.bots.append(bot)
        return bot

    async def wait_for(self, condition: Callable[[], Any], timeout: float = 20.0, what: str = "condition") -> Any:
        """Wait until a condition holds, and return its value.

        Raises:
            TimeoutError: It did not come to hold in time.
            RuntimeError: All bots ended.
        """
        deadline = time.monotonic() + timeout
        while not (value := condition()):
            if time.monotonic() > deadline:
                raise TimeoutError(f"{what} not met within {timeout} s\n{self._logs()}")
            if self.bots and all(bot.returncode is not None for bot in self.bots):
                await asyncio.sleep(0.1)
                raise RuntimeError(f"the bot ended:\n{self._logs()}")
            await asyncio.sleep(POLL_S)
        return value

    def _logs(self) -> str:
        return "\n".join(bot.log[-LOG_TAIL:] for bot in self.bots)

    async def wait_ready(self, timeout: float = 30.0, commands: int = 0) -> None:
        """Wait until every shard is connected and has its guilds, and this many commands are registered."""
        await self.wait_for(lambda: self.gateway.ready and len(self.commands) >= commands, timeout, "ready")

    def check_calls(self) -> None:
        """Check every request so far against Discord's description, after a time with `rest.check_later`."""
        check_calls(self)

    def report(self) -> str:
        """Return a summary: requests, answer times, and everything refused or odd."""
        return report(self)

    def check_world(self) -> list[str]:
        """Return what of the simulated world Discord's own description would not allow: tests want none."""
        return check_world(self)
