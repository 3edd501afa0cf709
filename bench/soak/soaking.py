"""The soak itself: questions at a steady rate, moderators at work, restarts, and the judging of each answer."""

import asyncio
import random
import socket
import time
from collections import Counter, deque
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from functools import partial

from bench.soak.expected import WITHDRAWN_PASSAGE, CorpusState, expect
from bench.soak.judging import GIVEN_UP_AFTER_S, Asked, Verdicts, judge
from bench.soak.watching import IdleProcess, LoopDelay, MemorySamples, Slope, sample_memory, slope_of
from bench.torture.places import change_corpus
from tests.discord_sim.bot_process import BotProcess
from tests.discord_sim.exchange import Exchange
from tests.discord_sim.rest.call import Call
from tests.discord_sim.sim import DiscordSim
from tests.e2e.bots import COMMANDS, Place

NUMBERS = (0, 1)
_MEMBERS = 200
_RESTARTS_AT = (0.06, 0.14)
"""After these shares of the time the bot is restarted; memory is watched from the last one on."""
_WARM_UP = 0.3
"""The share of the last life in which memory may still settle."""
_BETWEEN_ACTS_S = 3.0
_CHECKED_CALLS = 40
"""One request in so many is checked against Discord's description; all are against its other rules."""
_MOST_CHECKED = 300
_MOST_VIOLATIONS = 20
_UNANSWERED = "no answer to"
"""A violation that is judged with its question."""
_READY_WITHIN_S = 120.0


@dataclass
class Report:
    """What came of a soak."""

    seconds: float
    rate: float
    verdicts: Verdicts
    acts: Counter[str]
    failed_acts: list[str]
    violations: list[str]
    stops_s: list[float]
    delay: LoopDelay
    idle_ms: tuple[float, float]
    slope: Slope | None
    tracebacks: int

    @property
    def losses(self) -> list[str]:
        """Return all that must not be: wrong, lost and bare answers, failed acts, crashes."""
        counts = self.verdicts.counts
        bad = [f"{counts[kind]} answers {kind}" for kind in ("wrong", "lost", "bare", "pings") if counts[kind]]
        bad += [f"an act of moderators failed: {words}" for words in self.failed_acts]
        bad += [f"Discord would refuse: {words}" for words in self.violations]
        bad += [f"{self.tracebacks} tracebacks in the log"] if self.tracebacks else []
        return bad + [f"stopping took {took:.1f} s" for took in self.stops_s if took > 10]


@dataclass
class Soak:
    """One run; `strict` holds the bot to Discord's 3 seconds, which a machine shared by others may not grant."""

    place: Place
    seconds: float
    rate: float
    seed: int
    strict: bool
    told: Callable[[str], object] = print
    pending: deque[Asked] = field(default_factory=deque)
    verdicts: Verdicts = field(default_factory=Verdicts)
    acts: Counter[str] = field(default_factory=Counter)
    failed_acts: list[str] = field(default_factory=list)
    violations: list[str] = field(default_factory=list)
    stops_s: list[float] = field(default_factory=list)
    delay: LoopDelay = field(default_factory=LoopDelay)
    states: frozenset[CorpusState] = frozenset({CorpusState(0, False)})
    restarting: bool = False
    tracebacks: int = 0
    sample: list[Call] = field(default_factory=list)

    async def run(self) -> Report:
        """Ask, act and restart for the time given; return when the last answer is judged."""
        self.told("asking the core everything, in each state of the corpus")
        self.expected = await asyncio.to_thread(expect, self.place, NUMBERS)
        self.health = f"127.0.0.1:{_free_port()}"
        async with DiscordSim() as sim:
            self.sim = sim
            sim.rest.check_later = True
            if not self.strict:
                sim.ack_deadline = GIVEN_UP_AFTER_S
            for number in range(_MEMBERS):
                sim.world.add_member(f"member{number}")
            await self._start()
            idle = IdleProcess()
            await idle.start()
            self.began = time.monotonic()
            judging = asyncio.create_task(self._judge_all())
            acting = asyncio.create_task(self._act_on())
            await self._ask_on()
            await acting
            self._tell()
            await judging
            self._tell()
            slope = slope_of(self.memory, _WARM_UP)
            await self._stop()
            sim.calls[:] = self.sample[:_MOST_CHECKED]
            sim.check_calls()
            self._collect_violations()
            idle_ms = await idle.stop()
        return Report(
            self.seconds,
            self.rate,
            self.verdicts,
            self.acts,
            self.failed_acts,
            self.violations,
            self.stops_s,
            self.delay,
            idle_ms,
            slope,
            self.tracebacks,
        )

    @property
    def _over(self) -> bool:
        return time.monotonic() - self.began >= self.seconds

    async def _start(self) -> None:
        env = {**self.place.env, "KRATOM_HEALTH_ADDRESS": self.health}
        bot = await self.sim.start_bot("-m", "bot", "run", cwd=self.place.root, env=env, direct=True)
        self.bot: BotProcess = bot
        for sign in ("index opened", "state opened", '"connected"', "triage rules ready"):
            await self.sim.wait_for(partial(_is_in, sign, bot), _READY_WITHIN_S, sign)
        await self.sim.wait_ready(_READY_WITHIN_S, commands=COMMANDS)
        self.memory = MemorySamples()
        self._sampling = asyncio.create_task(sample_memory(bot.pid, self.memory))

    async def _stop(self) -> None:
        await self.delay.read(self.health)
        self._sampling.cancel()
        self.stops_s.append(await self.bot.stop(timeout=20.0))
        self.tracebacks += self.bot.log.count("Traceback")
        self.sim.bots.remove(self.bot)

    async def _ask_on(self) -> None:
        """Ask at the rate, each time the next question; one that is behind is sent at once."""
        dice, number = random.Random(self.seed), 0
        while not self._over:
            due = self.began + number / self.rate
            await asyncio.sleep(max(0.0, due - time.monotonic()))
            question = self.expected.questions[dice.randrange(len(self.expected.questions))]
            reachable = self.sim.gateway.ready
            exchange = self.sim.send(f"member{number % _MEMBERS}", "ask", question=question)
            self.pending.append(Asked(question, exchange, set(self.states), self.restarting, reachable))
            number += 1

    async def _judge_all(self) -> None:
        """Judge what is whole, and forget it, so that the simulator stays small; until all is judged."""
        while self.pending or not self._over:
            await asyncio.sleep(0.25)
            for _ in range(len(self.pending)):
                asked = self.pending.popleft()
                if asked.whole or time.monotonic() - asked.exchange.sent > GIVEN_UP_AFTER_S:
                    judge(asked, self.expected, self.verdicts)
                    self._forget(asked.exchange)
                else:
                    self.pending.append(asked)
            self.sim.exchanges.clear()
            self._thin_out_calls()
            self._collect_violations()

    def _thin_out_calls(self) -> None:
        """Keep one request in so many, to be checked at the end, and those that are not answered yet."""
        done = [call for call in self.sim.calls if call.status]
        self.sample += done[::_CHECKED_CALLS]
        self.sim.calls[:] = [call for call in self.sim.calls if not call.status]

    def _forget(self, exchange: Exchange) -> None:
        if exchange.interaction is not None:
            self.sim.interactions.pop(exchange.interaction.token, None)
        for message in exchange.messages:
            self.sim.world.messages.get(message.channel_id, {}).pop(message.id, None)

    def _collect_violations(self) -> None:
        for violation in self.sim.violations:
            if len(self.violations) < _MOST_VIOLATIONS and _UNANSWERED not in str(violation):
                self.violations.append(str(violation))
        self.sim.violations.clear()

    async def _act_on(self) -> None:
        """Let a moderator work, one act after the other, and restart the bot at its times."""
        acts: tuple[Callable[[], Awaitable[None]], ...] = (
            self._reload,
            self._withdraw,
            self._reload,
            self._roll_back,
            self._restore,
            self._reload_the_same,
        )
        restarts, turn = [share * self.seconds for share in _RESTARTS_AT], 0
        while time.monotonic() - self.began < self.seconds - 5:
            if restarts and time.monotonic() - self.began > restarts[0]:
                restarts.pop(0)
                await self._restart()
            else:
                await acts[turn % len(acts)]()
                turn += 1
            self._tell()
            await asyncio.sleep(_BETWEEN_ACTS_S)

    def _tell(self) -> None:
        counts, passed = dict(self.verdicts.counts), time.monotonic() - self.began
        self.told(
            f"{passed:5.0f} s, {len(self.pending)} under way, {counts} {dict(self.acts)} {self.verdicts.faults[-2:]}"
        )

    async def _restart(self) -> None:
        self.restarting = True
        for asked in self.pending:
            asked.while_restarting = True
        await self._stop()
        await self._start()
        self.restarting = False
        self.acts["restart"] += 1

    async def _reload(self) -> None:
        """Bring the next text of the corpus into use."""
        (now,) = self.states
        number = NUMBERS[(now.number + 1) % len(NUMBERS)]
        await asyncio.to_thread(change_corpus, self.place, number)
        await self._do("corpus reload", "answers now", lambda: self._live_number() == number)

    async def _reload_the_same(self) -> None:
        """Reload after a rollback: what the corpus folder holds answers again."""
        await self._do("corpus reload", "answer", lambda: True)

    async def _roll_back(self) -> None:
        await self._do("corpus rollback", "Rolled back: build", lambda: True)

    async def _withdraw(self) -> None:
        await self._do(
            "corpus withdraw",
            "no longer shown",
            lambda: True,
            subject=WITHDRAWN_PASSAGE,
            reason="a soak",
            withdrawn=True,
        )

    async def _restore(self) -> None:
        await self._do("corpus restore", "may be shown again", lambda: True, subject=WITHDRAWN_PASSAGE, withdrawn=False)

    def _live_number(self) -> int:
        return self.expected.numbers[(self.place.index / "CURRENT").read_text("utf-8").strip()]

    async def _do(
        self, command: str, sign: str, done: Callable[[], bool], *, withdrawn: bool | None = None, **options: str
    ) -> None:
        """Let the moderator act; until the reply, answers from before, from after and from any build are right."""
        (before,) = self.states
        flag = before.withdrawn if withdrawn is None else withdrawn
        numbers = {before.number} if withdrawn is not None else set(NUMBERS)
        self._may_be(frozenset(CorpusState(number, one) for number in numbers for one in {before.withdrawn, flag}))
        x = await self.sim.slash(
            "mod", command, _timeout=120, _quiet=0.1, _until=lambda y: "Reloading: " not in y.text, **options
        )
        if sign not in x.text or not done():
            self.failed_acts.append(f"{command}: {x.text[:300] or x}")
        self.acts[command] += 1
        self.states = frozenset({CorpusState(self._live_number(), flag)})

    def _may_be(self, states: frozenset[CorpusState]) -> None:
        """Let answers under way be from any of these states too."""
        self.states = self.states | states
        for asked in self.pending:
            asked.states |= self.states


def _is_in(sign: str, bot: BotProcess) -> bool:
    return sign in bot.log


def _free_port() -> int:
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        return int(unused.getsockname()[1])
