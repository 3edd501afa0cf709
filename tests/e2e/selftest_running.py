"""The throwaway bot of the simulator's own tests, as those tests run it."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest

from tests.discord_sim.bot_process import BotProcess
from tests.discord_sim.driver.refused import Refused
from tests.discord_sim.rules.spec import load_spec, spec_path
from tests.discord_sim.sim import DiscordSim

BOT_DIR = Path(__file__).resolve().parents[1] / "discord_sim"
BOT = str(BOT_DIR / "selftest_bot.py")
BOT_COMMANDS = 20  # registered at least
QUIET_S = 0.1  # the bot is on this machine, and does nothing that takes longer without a request
SPEC_PATH = spec_path()
SPEC = load_spec(SPEC_PATH)
needs_spec = pytest.mark.skipif(SPEC is None, reason=f"no Discord OpenAPI description at {SPEC_PATH}")
on_shared_loop = pytest.mark.asyncio(loop_scope="module")


@asynccontextmanager
async def running(
    *,
    env: Mapping[str, str] | None = None,
    compress: str | None = None,
    setup: Callable[[DiscordSim], object] = lambda sim: None,
    spec: Path | None = SPEC_PATH,
    **settings: Any,
) -> AsyncIterator[tuple[DiscordSim, BotProcess]]:
    """A simulator with the throwaway bot connected, whose own answers fit Discord's description."""
    async with DiscordSim(spec=spec, **settings) as sim:
        sim.quiet = sim.quiet_after_words = QUIET_S
        setup(sim)
        bot = await sim.start_bot(BOT, env=env, compress=compress)
        await sim.wait_ready(commands=BOT_COMMANDS)
        yield sim, bot
        assert sim.own_faults + sim.check_world() == []


class Shared:
    """The one bot most tests use, with the message content intent."""

    def __init__(self, sim: DiscordSim, bot: BotProcess) -> None:
        self.sim, self.bot = sim, bot
        self.startup_calls = list(sim.calls)

    def forget(self) -> None:
        """Begin a test with no records of the one before."""
        sim = self.sim
        for record in (sim.calls, sim.violations, sim.notes, sim.rate_limited, sim.hidden, sim.exchanges):
            record.clear()
        sim.watched.clear()
        sim.rest.faults.clear()
        self.bot.lines.clear()

    def outcomes(self) -> list[str]:
        """How the bot's requests ended, in this test."""
        return [line.removeprefix("OUTCOME ") for line in self.bot.lines if line.startswith("OUTCOME")]

    async def outcome(self, number: int) -> str:
        """How the request of this number ended, once it has."""
        await self.sim.wait_for(lambda: len(self.outcomes()) >= number, 15, f"outcome {number}")
        return self.outcomes()[number - 1]


async def refused(action: Awaitable[object]) -> str:
    """Why the user's client would not do this."""
    with pytest.raises(Refused) as why:
        await action
    return str(why.value)
