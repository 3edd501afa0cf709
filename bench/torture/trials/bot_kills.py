"""Kill the bot while moderators and people act in Discord; what was confirmed to them holds after the next start."""

import asyncio
import os
import random
from collections import Counter
from collections.abc import Awaitable
from contextlib import suppress
from dataclasses import dataclass
from functools import partial

from bench.torture.acts import ASKED, PLAYS, RATED, Scene
from bench.torture.kept import Kept, Ledger, read_kept
from bench.torture.killing import DOOM, NEVER, arm, disarm
from bench.torture.places import built_place, change_corpus
from bench.torture.trial import Budget, Findings
from index.live_builds import CURRENT
from tests.discord_sim.bot_process import BotProcess
from tests.discord_sim.exchange import Exchange
from tests.discord_sim.sim import DiscordSim
from tests.e2e.bots import COMMANDS, QUIET_S, Place, assert_notices

_READY_S = 90.0
_BY_THE_CLOCK = 0.35
_AFTER_THE_REPLY = 0.15
"""Shares of kills: at a random moment, and the moment the reply has come; the others at a step on the disk."""
_REBUILDS = ("added", "reload")
_ACT_S = 60.0
_REPLY_SEEN_S = 0.5


@dataclass(frozen=True, slots=True)
class BotKills:
    """A moderator's act, or a person's feedback, that was confirmed survives any kill."""

    name: str = "bot-kills"
    breaks: str = "the bot killed in withdrawals, restores, settings, feedback, added articles, reloads and rollbacks"
    unit: str = "kills"
    full_s: float = 260
    short_s: float = 40
    least: int = 40

    def run(self, seed: int, budget: Budget) -> Findings:
        """Kill the bot again and again in one place."""
        found = Findings()
        with built_place() as place:
            asyncio.run(_Victim(place, random.Random(seed), found, seed).live_and_die(budget))
        return found


TRIALS = (BotKills(),)


class _Victim:
    """The bot in one place, and what it has to remember."""

    def __init__(self, place: Place, dice: random.Random, found: Findings, seed: int) -> None:
        self._place, self._dice, self._found, self._seed = place, dice, found, seed
        self._steps = place.root / ".torture-steps"
        self._ledger = Ledger()
        self._rated: Exchange | None = None
        self._rated_build = ""
        self._most_steps: Counter[str] = Counter()
        self._killed: Counter[str] = Counter()
        self._confirmed = 0

    async def live_and_die(self, budget: Budget) -> None:
        async with DiscordSim() as sim:
            sim.quiet = QUIET_S
            names = list(PLAYS)
            turns: list[str] = []
            while budget:
                bot = await self._start(sim)
                kept = await self._look(sim, f"seed {self._seed}, number {self._found.tried}")
                turns = turns or self._dice.sample(names, len(names))
                await self._act_and_kill(sim, bot, turns.pop(), kept)
            bot = await self._start(sim)
            await self._look(sim, f"seed {self._seed}, at the end")
            await bot.stop()
        told = ", ".join(f"{name} {count}" for name, count in sorted(self._killed.items()))
        self._found.notes.append(f"killed during: {told}; confirmed before the kill: {self._confirmed}")

    async def _start(self, sim: DiscordSim) -> BotProcess:
        paths = os.pathsep.join((str(DOOM), self._place.env["PYTHONPATH"]))
        doom = {"TORTURE_UNDER": str(self._place.root), "TORTURE_STEPS": str(self._steps), "PYTHONPATH": paths}
        sim.bots.clear()
        bot = await sim.start_bot(
            "-m", "bot", "run", cwd=self._place.root, env={**self._place.env, **doom}, direct=True
        )
        for sign in ("index opened", "state opened", '"connected"'):
            await sim.wait_for(partial(_has_said, bot, sign), _READY_S, sign)
        await sim.wait_ready(timeout=_READY_S, commands=COMMANDS)
        return bot

    async def _look(self, sim: DiscordSim, at: str) -> Kept:
        """Ask, read what is kept, and count what was lost."""
        await self._ask(sim, at)
        if self._rated is None:
            self._rated = await sim.slash("alice", "ask", question=RATED, private=False)
            self._rated_build = _current(self._place)
        kept = read_kept(
            self._place,
            person=int(sim.world.user("alice")["id"]),
            guild=int(sim.world.guild.id),
            build=self._rated_build,
        )
        for lost in self._ledger.compare(kept):
            self._found.lose(f"{at}: {lost}")
        shown = "o randomised trial has tested" in (await self._ask(sim, at, RATED)).text
        if shown is kept.withdrawn:
            self._found.lose(f"{at}: the passage is {'shown' if shown else 'not shown'}; withdrawn: {kept.withdrawn}")
        return kept

    async def _ask(self, sim: DiscordSim, at: str, question: str = ASKED) -> Exchange:
        x = await sim.slash("bob", "ask", question=question, _until=lambda x: x.messages and not x.thinking)
        if not x.ok or not x.messages:
            self._found.lose(f"{at}: {question!r} got no answer: {x}")
        for message in x.messages:
            with suppress(AssertionError):
                assert_notices(message)
                continue
            self._found.lose(f"{at}: an answer without its notices")
        if question == ASKED and "Liver injury after kratom" not in x.text:
            self._found.lose(f"{at}: {question!r} is not answered from a whole build: {x.text[:200]}")
        return x

    async def _act_and_kill(self, sim: DiscordSim, bot: BotProcess, name: str, kept: Kept) -> None:
        """Do one thing, and kill the bot at one of its steps, at a moment, or when the reply has come."""
        play, steps, seconds = PLAYS[name]
        steps = self._most_steps[name] or steps
        if name in _REBUILDS:
            change_corpus(self._place, self._dice.randrange(1, 1000))
        way, fatal = self._dice.random(), self._dice.randrange(1, steps + 1)
        by_the_clock, at_a_step = way < _BY_THE_CLOCK, way >= _BY_THE_CLOCK + _AFTER_THE_REPLY
        delay = self._dice.uniform(0.0, seconds) if by_the_clock else _ACT_S
        began = asyncio.Event()

        def begin() -> None:
            arm(self._steps, fatal if at_a_step else NEVER)
            began.set()

        assert self._rated is not None
        acts_before = self._ledger.acts
        acting = asyncio.create_task(play(Scene(sim, self._ledger, kept, self._rated, begin)))
        await _first(began.wait(), acting, timeout=_ACT_S)
        await _first(bot.process.wait(), acting, timeout=delay)
        if bot.returncode is None:
            bot.process.kill()
        await bot.ended()
        await asyncio.wait([acting], timeout=_REPLY_SEEN_S)  # a reply that came with the kill was seen all the same
        acting.cancel()
        with suppress(asyncio.CancelledError):
            await acting
        if self._steps.exists():
            done = disarm(self._steps)
            self._most_steps[name] = max(self._most_steps[name], 0 if at_a_step else done)
        self._found.tried += 1
        self._killed[name] += 1
        self._confirmed += self._ledger.acts > acts_before or (name == "feedback" and self._ledger.is_sure("helpful"))


async def _first(*ends: Awaitable[object], timeout: float) -> None:  # noqa: ASYNC109 - how long a kill waits
    """Wait for the first of several ends; those that are tasks go on."""
    tasks = [asyncio.ensure_future(end) for end in ends]
    await asyncio.wait(tasks, timeout=timeout, return_when=asyncio.FIRST_COMPLETED)
    for end, task in zip(ends, tasks, strict=True):
        if task is not end:
            task.cancel()


def _has_said(bot: BotProcess, sign: str) -> bool:
    return sign in bot.log


def _current(place: Place) -> str:
    return (place.index / CURRENT).read_text("utf-8").strip()
