"""A bot under test, as a process of its own."""

# ruff: noqa: ASYNC109 - how long to wait at most is for a test to say

from __future__ import annotations

import asyncio
import os
import sys
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Self

RUN_BOT = Path(__file__).resolve().with_name("run_bot.py")
LONGEST_LINE_BYTES = 1 << 20


def bot_environment(token: str, api_url: str, gateway_url: str, more: Mapping[str, str]) -> dict[str, str]:
    """Return this process's environment with what points a bot at the simulator, and `more`."""
    addresses = {"DISCORD_TOKEN": token, "DISCORD_API_BASE": api_url, "DISCORD_GATEWAY_URL": gateway_url}
    prefixed = {f"KRATOM_{name}": value for name, value in addresses.items()}
    return {**os.environ, **addresses, **prefixed, "PYTHONUNBUFFERED": "1", **more}


class BotProcess:
    """A running bot, with the lines it printed."""

    def __init__(self, process: asyncio.subprocess.Process, echo: bool) -> None:
        self.process = process
        self.lines: list[str] = []
        self._reader = asyncio.create_task(self._read(echo))

    @classmethod
    async def start(
        cls, *target: str, python: str = sys.executable, env: Mapping[str, str], cwd: Path | str | None, echo: bool
    ) -> Self:
        """Run `python run_bot.py *target`; with `echo` its lines are printed as they come."""
        process = await asyncio.create_subprocess_exec(
            python,
            str(RUN_BOT),
            *target,
            env=env,
            cwd=cwd,
            limit=LONGEST_LINE_BYTES,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.STDOUT,
        )
        return cls(process, echo)

    @property
    def pid(self) -> int:
        return self.process.pid

    @property
    def returncode(self) -> int | None:
        return self.process.returncode

    @property
    def log(self) -> str:
        """All it printed so far."""
        return "\n".join(self.lines)

    async def _read(self, echo: bool) -> None:
        assert self.process.stdout is not None
        async for raw in self.process.stdout:
            self.lines.append(raw.decode(errors="replace").rstrip())
            if echo:
                sys.stdout.write(f"  bot| {self.lines[-1]}\n")

    async def ended(self) -> int:
        """Wait until it ends by itself and all it printed is read; return its exit status."""
        status = await self.process.wait()
        await self._reader
        return status

    async def stop(self, timeout: float = 10.0) -> float:
        """Ask it to end (SIGTERM), kill it after `timeout` seconds; return the seconds it took."""
        began = time.monotonic()
        if self.process.returncode is None:
            self.process.terminate()
            try:
                await asyncio.wait_for(self.process.wait(), timeout)
            except TimeoutError:
                self.process.kill()
                await self.process.wait()
        await self._reader
        return time.monotonic() - began
