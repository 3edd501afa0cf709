"""Let Discord and the network fail at random under what people do: each gets one answer, or Discord allowed none.

What Discord takes has to be answered once, with both notices; where it refuses an interaction itself, nothing can be.
"""

import asyncio
import random
import time
from collections.abc import Callable, Coroutine
from dataclasses import dataclass, field
from typing import Any

from bench.torture.places import built_place
from bench.torture.trial import Budget, Findings
from tests.discord_sim.exchange import Exchange
from tests.discord_sim.sim import DiscordSim
from tests.e2e.bots import Shared, assert_notices, running_bot

_ASKED = ("does kratom help with depression", "can kratom hurt the liver", "what is kratom", "what colour is the sky")
_CRY = "i want to kill myself"
_PEOPLE = tuple(f"person{number}" for number in range(12))
_AT_ONCE = (1, 5)
_PATIENT_S = 40.0
_AGAIN_S = 30.0
_PLACES = ("create_interaction_response", "update_original_webhook_message", "execute_webhook", "create_message")
_FAULTS: tuple[dict[str, Any], ...] = (
    {"status": 429, "retry_after": 0.4},
    {"status": 429, "retry_after": 6.0},
    {"status": 429, "retry_after": 0.5, "is_global": True},
    {"status": 429, "retry_after": 0},
    {"status": 500},
    {"status": 502, "times": 2},
    {"status": 503},
    {"status": 504},
    {"status": 503, "times": 8},
    {"delay": 1.0},
    {"delay": 4.0},
    {"drop": "before"},
    {"drop": "after"},
    {"drop": "before", "times": 4},
    {"status": 403, "error": (50013, "Missing Permissions")},
    {"status": 403, "error": (50001, "Missing Access")},
    {"status": 404, "error": (10003, "Unknown Channel")},
    {"status": 404, "error": (10062, "Unknown interaction")},
    {"status": 404, "error": (10008, "Unknown Message")},
    {"status": 401, "error": (50027, "Invalid Webhook Token")},
)
_LEAST_ROUNDS = 5
"""On a busy machine a bot may take as long to start as all the time there is."""
_GOES_AWAY = 0.25
"""The share of rounds in which the connection, a message or a channel goes away instead."""
_FATAL = ("Traceback", "event failed", "command failed", "reply could not be made", "task failed")
_REFUSED = "discord.errors."
"""What Discord refuses is said in the log and to the person, and is no fault of the bot."""


@dataclass
class _Storm:
    """Rounds of people and faults against one bot."""

    sim: DiscordSim
    shared: Shared
    dice: random.Random
    found: Findings = field(default_factory=Findings)
    kinds: set[str] = field(default_factory=set)

    async def round(self, number: int) -> None:
        """Let some people act while something fails, and judge what came of it."""
        sim, dice = self.sim, self.dice
        self.shared.forget()
        channel = sim.world.add_channel(f"room{number}")
        fault = dice.choice(_FAULTS)
        calm = dice.random() < _GOES_AWAY
        what, spoil = self._goes_away(channel) if calm else (str(fault), lambda: None)
        if not calm:
            where = dice.choice(_PLACES)
            what = f"{where} {fault}"
            sim.fault(where, **fault)
        people = dice.sample(_PEOPLE, dice.randint(*_AT_ONCE))
        acting = [asyncio.create_task(self._act(person, channel)) for person in people]
        await asyncio.sleep(0)
        if dice.random() < 0.5:
            await asyncio.sleep(dice.uniform(0, 0.3))
        spoil()
        made = await asyncio.gather(*acting)
        self.kinds.add(what)
        for exchange in made:
            self.found.tried += 1
            self._judge(exchange, f"round {number}, {what}")
        sim.rest.faults.clear()
        await self._still_answers(f"round {number}, {what}")

    def _act(self, person: str, channel: dict[str, Any]) -> Coroutine[Any, Any, Exchange]:
        text = self.dice.choice((*_ASKED, _CRY))
        if self.dice.random() < 0.25:
            return self.sim.say(person, channel, text, mention_bot=True, timeout=_PATIENT_S, quiet=0.3)
        return self.sim.slash(person, "ask", question=text, _channel=channel, _timeout=_PATIENT_S, _quiet=0.3)

    def _goes_away(self, channel: dict[str, Any]) -> tuple[str, Callable[[], object]]:
        sim, gate = self.sim, self.sim.gateway
        ways: dict[str, Callable[[], object]] = {
            "the gateway is cut": gate.drop,
            "the gateway asks to reconnect": gate.reconnect,
            "the gateway forgets the session": lambda: gate.drop(4000, forget=True),
            "the session is invalid": gate.invalidate,
            "the channel is deleted": lambda: sim.delete_channel(channel),
            "permissions are removed": lambda: sim.world.set_bot_permissions("view_channel"),
        }
        name = self.dice.choice(tuple(ways))
        return name, ways[name]

    def _judge(self, exchange: Exchange, at: str) -> None:
        """Look at the messages: whole, with notices, without pings, and no answer twice."""
        standing = [message for message in exchange.messages if not message.deleted]
        for message in standing:
            try:
                assert_notices(message)
            except AssertionError:
                self.found.lose(f"{at}: a message without notices: {message.text[:200]}")
            self.found.check(not message.pings, f"{at}: somebody was notified")
        answers = [message for message in standing if "Receipt K1" in message.text or "Find A Helpline" in message.text]
        self.found.check(len(answers) <= 1, f"{at}: {len(answers)} answers to {exchange.name}")
        refused = [call for call in exchange.calls if call.injected or (call.status >= 400 and call.status != 429)]
        if exchange.kind != "say" and not exchange.failed and not exchange.ack_type and not refused:
            self.found.lose(f"{at}: not acknowledged, though Discord refused nothing: {exchange}")
        if exchange.thinking and not refused:
            self.found.lose(f"{at}: left thinking, though Discord refused nothing: {exchange}")

    async def _still_answers(self, at: str) -> None:
        """Bring back what a round took away; then a question has to be answered as if nothing had been."""
        sim = self.sim
        sim.world.set_bot_permissions("view_channel", "send_messages", "read_message_history")
        lines = [
            line for line in self.shared.bot.lines if any(sign in line for sign in _FATAL) and _REFUSED not in line
        ]
        for line in lines:
            self.found.lose(f"{at}: {line[:500]}")
        self.found.check(self.shared.bot.returncode is None, f"{at}: the bot ended")
        try:
            await sim.wait_for(lambda: sim.gateway.ready, _AGAIN_S, "the bot's connection")
        except (TimeoutError, RuntimeError) as error:
            self.found.lose(f"{at}: {str(error)[:300]}")
            return
        until = time.monotonic() + _AGAIN_S
        while time.monotonic() < until:  # Discord's 3 seconds may pass on a machine that is at work elsewhere
            x = await sim.slash(self.dice.choice(_PEOPLE), "ask", question=_ASKED[0], _quiet=0.0)
            if "Receipt K1" in x.text:
                return
        self.found.lose(f"{at}: questions are not answered any more: {x}")


@dataclass(frozen=True, slots=True)
class DiscordFaults:
    """Each gets one answer with notices, or Discord itself refused it; the bot goes on."""

    name: str = "discord-faults"
    breaks: str = "requests refused, slow or cut, the gateway lost, channels and permissions gone, under questions"
    unit: str = "questions"
    full_s: float = 180
    short_s: float = 30
    least: int = 60

    def run(self, seed: int, budget: Budget) -> Findings:
        """Let one bot weather rounds of faults."""
        return asyncio.run(_weather(seed, budget))


TRIALS = (DiscordFaults(),)


async def _weather(seed: int, budget: Budget) -> Findings:
    def people(sim: DiscordSim) -> dict[str, str]:
        for person in _PEOPLE:
            sim.world.add_member(person)
        return {}

    dice = random.Random(seed)
    patience = dice.choice(("0", "0.3"))
    with built_place() as place:
        async with running_bot(place, {"KRATOM_DISCORD__PATIENCE_S": patience}, setup=people) as shared:
            shared.sim.rest.check_later = True
            storm = _Storm(shared.sim, shared, dice)
            number = 0
            while budget or number < _LEAST_ROUNDS:
                number += 1
                await storm.round(number)
            shared.sim.violations.clear()
    storm.found.notes.append(f"{number} rounds, {len(storm.kinds)} kinds of fault")
    return storm.found
