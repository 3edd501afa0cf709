"""The bot as its own process against the local Discord, and what every test of it asks for."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.discord_sim.bot_process import BotProcess
from tests.discord_sim.exchange import Exchange
from tests.discord_sim.sim import DiscordSim
from tests.discord_sim.world.message import Message

ROOT = Path(__file__).resolve().parents[2]
COMMANDS = 13  # slash commands; the menu of messages is registered in the same request
QUIET_S = 0.15  # the bot is on this machine, and edits nothing without a request in between
NO_MODEL_HUB = {"HF_HUB_OFFLINE": "1"}


@dataclass(frozen=True)
class Place:
    """A folder with a corpus and the index built from it; `paced`: people wait between questions as servers set it."""

    root: Path
    paced: bool = False

    @property
    def corpus(self) -> Path:
        return self.root / "corpus"

    @property
    def index(self) -> Path:
        return self.root / "index"

    @property
    def state(self) -> Path:
        return self.root / "state"

    def copy(self, root: Path, *, paced: bool = False) -> Place:
        shutil.copytree(self.root, root, dirs_exist_ok=True)
        return Place(root, paced)

    @property
    def env(self) -> dict[str, str]:
        return {
            **NO_MODEL_HUB,
            "PYTHONPATH": os.pathsep.join(filter(None, [str(ROOT), os.environ.get("PYTHONPATH")])),
            "KRATOM_CORPUS_DIR": str(self.corpus),
            "KRATOM_INDEX_DIR": str(self.index),
            "KRATOM_STATE_DIR": str(self.state),
            **({} if self.paced else {"KRATOM_DISCORD__COOLDOWN_S": "0"}),
            "KRATOM_HEALTH_ADDRESS": "127.0.0.1:0",
        }


def rebuild(place: Place) -> None:
    """Build the index as an operator does."""
    command = [sys.executable, "-m", "index.rebuild", "--json", "--strict"]
    subprocess.run(command, cwd=place.root, env={**os.environ, **place.env}, check=True, capture_output=True)


class Shared:
    """One bot that the tests of a module share; `forget` before each."""

    def __init__(self, sim: DiscordSim, bot: BotProcess, place: Place, env: Mapping[str, str]) -> None:
        self.sim, self.bot, self.place, self.env = sim, bot, place, dict(env)
        self.startup_calls = list(sim.calls)

    def forget(self) -> None:
        for record in (self.sim.calls, self.sim.violations, self.sim.exchanges, self.sim.hidden):
            record.clear()
        self.sim.notes.clear()
        self.sim.rest.faults.clear()
        self.bot.lines.clear()

    def check(self) -> None:
        """What holds after every test: nothing that Discord would refuse, no traceback, no ping."""
        assert not self.sim.violations, self.sim.report()
        assert "Traceback" not in self.bot.log
        for exchange in self.sim.exchanges:
            for message in exchange.messages:
                assert message.pings == set()
                assert_notices(message)


@asynccontextmanager
async def running_bot(
    place: Place,
    env: Mapping[str, str] | None = None,
    *,
    indexed: bool = True,
    setup: Callable[[DiscordSim], Mapping[str, str]] = lambda _sim: {},
) -> AsyncIterator[Shared]:
    """A bot that is connected and has registered its commands; `indexed`: its index is open too.

    `setup` changes the world before the bot sees it, and may return settings that follow from it.
    """
    async with DiscordSim() as sim:
        sim.quiet = QUIET_S
        env = {**(env or {}), **setup(sim)}
        bot = await sim.start_bot("-m", "bot", "run", cwd=place.root, env={**place.env, **env}, direct=True)
        await sim.wait_ready(timeout=60, commands=COMMANDS)
        if indexed:
            await sim.wait_for(lambda: "index opened" in bot.log, 60, "index opened")
        await sim.wait_for(lambda: "state opened" in bot.log or "without a state" in bot.log, 60, "state opened")
        yield Shared(sim, bot, place, {**place.env, **env})


async def restart(shared: Shared, env: Mapping[str, str] | None = None) -> None:
    """Stop the bot and start it again on the same folders, until it answers."""
    sim, place = shared.sim, shared.place
    await shared.bot.stop()
    env = {**shared.env, **(env or {})}
    bot = await sim.start_bot("-m", "bot", "run", cwd=place.root, env=env, direct=True)
    for sign in ("index opened", "state opened", '"connected"'):
        await sim.wait_for(lambda sign=sign: sign in bot.log, 60, sign)
    shared.bot = bot


async def reload_corpus(sim: DiscordSim, who: str) -> Exchange:
    """Reload and wait for what came of it: the first reload loads the model, and shows one step meanwhile."""
    return await sim.slash(who, "corpus reload", _timeout=60, _until=lambda x: "Reloading: " not in x.text)


def assert_notices(message: Message) -> None:
    """Both notices stand in the message itself, as plain text outside of any embed."""
    if message.loading or message.deleted:
        return
    assert not message.embeds
    assert "Safety:" in message.text
    assert "Law:" in message.text


def assert_answered(exchange: Exchange) -> None:
    """The person got something to read, in time, and Discord would have taken it."""
    assert exchange.ok, exchange
    assert exchange.messages
    assert exchange.ack_ms is not None
    assert exchange.ack_ms < 3000
