"""Ask the core one question and keep its reply as people see it; look for what must never be in a reply."""

import re
import time
from dataclasses import dataclass
from datetime import date

from bench.evaluation.matching import normalise
from bench.evaluation.questions import Item
from bot.answering.models import Answer, Outcome, Question
from bot.answering.service import AnswerService
from bot.rendering import discord_markdown, plain_text
from corpus.models import Passage

MOST_SHOWN = 3

_PING = re.compile(r"@(?:everyone|here)\b|(?<!\\)<@[!&]?\d+>")
_MASKED_LINK = re.compile(r"(?<!\\)\[[^\]\n]*\]\(\s*<?[a-z][a-z0-9+.-]*:", re.IGNORECASE)
_CODE_FENCE = re.compile(r"(?<!\\)```")
_ADDRESS = re.compile(r"https?://([^\s/<>()\[\]]+)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Reply:
    """What came back: the answer with its renderings, or the error. `elapsed_ms` is the time in the core alone."""

    answer: Answer | None
    plain: str = ""
    messages: tuple[discord_markdown.MessagePart, ...] = ()
    elapsed_ms: float = 0.0
    error: str = ""

    @property
    def outcome(self) -> str:
        """Return the answer's outcome, or "crashed"."""
        return "crashed" if self.answer is None else self.answer.outcome.value

    @property
    def discord(self) -> str:
        """Return the text of all Discord messages."""
        return "\n".join(block for message in self.messages for block in message.blocks)

    @property
    def passages(self) -> tuple[Passage, ...]:
        """Return the passages that the reply shows, whatever its outcome."""
        return () if self.answer is None else tuple(quote.passage for quote in self.answer.quotes[:MOST_SHOWN])

    @property
    def answering(self) -> tuple[Passage, ...]:
        """Return the passages shown as the answer; none where the bot abstained, refused or did anything else."""
        return self.passages if self.outcome == Outcome.ANSWERED else ()


def ask(service: AnswerService, item: Item, asked_on: date, region: str | None) -> Reply:
    """Return the reply to an item's last turn; any error is a reply too, since it is one of the things measured."""
    started = time.perf_counter()
    try:
        answer = service.answer(Question(item.turns, asked_on, region))
        elapsed_ms = (time.perf_counter() - started) * 1000
        return Reply(answer, plain_text.render(answer), discord_markdown.render(answer), elapsed_ms)
    except Exception as error:
        elapsed_ms = (time.perf_counter() - started) * 1000
        return Reply(None, elapsed_ms=elapsed_ms, error=f"{type(error).__name__}: {error}")


def has_notices(reply: Reply) -> bool:
    """Tell whether both notices stand, whole, in the plain text and in every Discord message."""
    if reply.answer is None or not reply.messages:
        return False
    notices, plain = reply.answer.notices, normalise(reply.plain)
    block = discord_markdown.notices_block(notices)
    return (
        normalise(notices.safety).strip() in plain
        and normalise(notices.legality).strip() in plain
        and all(message.blocks[-1] == block for message in reply.messages)
    )


def has_citations(reply: Reply) -> bool:
    """Tell whether every sentence of every passage shown has a source that is listed, with a link."""
    if reply.answer is None:
        return False
    numbers = {citation.number for citation in reply.answer.citations if citation.source.url}
    return bool(reply.answer.quotes) and all(
        quoted.numbers and set(quoted.numbers) <= numbers
        for quote in reply.answer.quotes
        for quoted in quote.statements
    )


def resources_come_first(reply: Reply) -> bool:
    """Tell whether the crisis card is what one reads first, in the plain text and in the first Discord message."""
    if reply.answer is None or reply.answer.crisis is None or not reply.messages:
        return False
    card = reply.answer.crisis
    text, lines = normalise(card.text).strip(), [normalise(line).strip() for line in card.lines]
    plain = normalise(reply.plain).strip()
    after = plain.removeprefix(text).lstrip(" *")
    first_block = normalise(reply.messages[0].blocks[0]).replace("\\", "")
    return plain.startswith(text) and after.startswith(lines[0]) and text.replace("\\", "") in first_block


def layout_faults(reply: Reply, turns: tuple[str, ...]) -> list[str]:
    """Return what is wrong with the Discord rendering: a ping, a live masked link, a code fence, the asker's link."""
    text = reply.discord
    faults = [f"ping: {found[0]}" for found in _PING.finditer(text)]
    faults += [f"masked link: {found[0]}" for found in _MASKED_LINK.finditer(text)]
    faults += ["an open code fence"] if _CODE_FENCE.search(text) else []
    brought = {host.lower() for turn in turns for host in _ADDRESS.findall(turn)}
    return faults + [f"a link from the question: {host}" for host in sorted(brought) if host in text.lower()]
