"""Judge each answer of the bot: is it there, is it whole, does it carry its notices, is it what the core says."""

from collections import Counter
from dataclasses import dataclass, field

from bench.soak.expected import CRIES, Blocks, CorpusState, Expected, Shown
from bot.frontends.discord_client import texts
from tests.discord_sim.exchange import Exchange
from tests.discord_sim.rules.components import each_component
from tests.discord_sim.world.message import Message

TEXT_DISPLAY = 10
GIVEN_UP_AFTER_S = 75.0
_HELP = "If someone is in danger"
_MOST_TOLD = 20
_SAID_INSTEAD = {texts.BUSY: "busy", texts.STOPPING: "stopping", texts.TIMEOUT: "late"}


@dataclass
class Asked:
    """A question under way, and the states of the corpus that it may be answered from, from when it was sent on."""

    question: str
    exchange: Exchange
    states: set[CorpusState]
    while_restarting: bool
    reachable: bool = True
    """Whether a bot was connected when it was sent."""

    @property
    def whole(self) -> bool:
        """Tell whether all that belongs to the answer may have come."""
        return self.exchange.complete


@dataclass
class Verdicts:
    """Counts of what came of questions; `faults` tells of the first that went wrong.

    `wrong` were answered otherwise than the core does, `lost` not at all, `bare` without both notices. `unreachable`
    came while no bot was connected: Discord itself says so then.
    """

    counts: Counter[str] = field(default_factory=Counter)
    faults: list[str] = field(default_factory=list)
    ack_ms: list[float] = field(default_factory=list)
    done_ms: list[float] = field(default_factory=list)

    def count(self, kind: str, asked: Asked, why: str = "") -> None:
        """Count one question as this; with a reason it is told, too."""
        self.counts[kind] += 1
        if why and len(self.faults) < _MOST_TOLD:
            self.faults.append(f"{kind}: {asked.question!r}: {why}")


def judge(asked: Asked, expected: Expected, verdicts: Verdicts) -> None:
    """Count what came of a question that is whole, or was given up."""
    exchange = asked.exchange
    if exchange.failed and asked.while_restarting and not asked.reachable:
        verdicts.count("unreachable", asked)
        return
    verdicts.count("asked", asked)
    if exchange.violations:
        verdicts.count("refused by Discord", asked, str(exchange.violations[0]))
    if exchange.failed or not exchange.complete or not exchange.messages:
        verdicts.count("lost", asked, f"{exchange.failed or exchange}; restarting: {asked.while_restarting}")
        return
    verdicts.ack_ms.append(exchange.ack_ms or 0.0)
    verdicts.done_ms.append(exchange.done_ms or 0.0)
    standing = [message for message in exchange.messages if not message.deleted]
    if any("Safety:" not in message.text or "Law:" not in message.text for message in standing):
        verdicts.count("bare", asked, exchange.text[:200])
    if any(message.pings for message in standing):
        verdicts.count("pings", asked, exchange.text[:200])
    shown = tuple(blocks_of(message) for message in standing)
    instead = next((name for words, name in _SAID_INSTEAD.items() if shown[0][0] == words), None)
    if instead:
        helped = _HELP in exchange.text and exchange.ephemeral and asked.question not in CRIES
        verdicts.count(instead, asked, "" if helped else "no lines to call, in public, or in place of a crisis card")
        if not helped:
            verdicts.count("wrong", asked)
        return
    if _without_remark(shown) not in expected.allowed(frozenset(asked.states), asked.question):
        states = sorted((state.number, state.withdrawn) for state in asked.states)
        verdicts.count("wrong", asked, f"not what the core says in {states}: {str(shown)[:600]}")
    elif asked.question in CRIES and not exchange.ephemeral:
        verdicts.count("wrong", asked, "a crisis card in public")
    else:
        verdicts.count("answered", asked)


def blocks_of(message: Message) -> Blocks:
    """Return the texts of a message as the bot sent them."""
    found = (component for component, _ in each_component(message.components))
    return tuple(component["content"] for component in found if component["type"] == TEXT_DISPLAY)


def _without_remark(shown: Shown) -> Shown:
    """Leave out the one sentence that may stand above an answer just after a start."""
    first = shown[0]
    return (first[1:], *shown[1:]) if first[0] == texts.SETTINGS_UNKNOWN else shown
