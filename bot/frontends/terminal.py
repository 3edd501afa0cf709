"""Ask in a terminal: one question, a conversation, one question a line, or JSON lines for programs."""

import json
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any, TextIO

from rich.console import Console
from rich.text import Text

from bot.answering.models import Answer, Question
from bot.answering.service import AnswerService
from bot.rendering import plain_text, rich_text
from bot.rendering.structured import to_dict

_TURNS_REMEMBERED = 2
_GOODBYES = frozenset({"exit", "quit", ":q", "bye"})


@dataclass(frozen=True)
class Terminal:
    """A terminal over an answer service. `today` is a function, since the core has no clock."""

    service: AnswerService
    console: Console
    region: str | None = None
    today: Callable[[], date] = date.today

    def ask(self, text: str) -> None:
        """Answer one question."""
        self._show(self._answer((text,)))

    def ask_each(self, lines: Iterable[str]) -> None:
        """Answer one question a line, each on its own; blank lines are skipped."""
        for line in lines:
            if line.strip():
                self.console.print(Text(f"> {_one_line(line)}"))
                self.console.print()
                self.ask(line)

    def chat(self, read_line: Callable[[], str]) -> None:
        """Answer until the person leaves; a question may lean on the one before it."""
        turns: tuple[str, ...] = ()
        while True:
            try:
                line = read_line()
            except (EOFError, KeyboardInterrupt):
                self.console.print()
                return
            if line.strip().lower() in _GOODBYES:
                return
            if line.strip():
                turns = (*turns, line)[-_TURNS_REMEMBERED:]
                self._show(self._answer(turns))

    def show_receipt(self, receipt: str) -> None:
        """Show the answer of a receipt again.

        Raises:
            ReceiptError: the text is not a receipt.
            ReceiptUnknownError: the build it names is no longer kept.
            ReceiptWithdrawnError: a passage of it was withdrawn since.
        """
        self._show(self.service.replay(receipt))

    def ask_jsonl(self, lines: Iterable[str], out: TextIO) -> None:
        """Answer each line, plain text or JSON with `turns`, with one JSON object a line."""
        for line in lines:
            turns, region = parse_line(line)
            started = time.perf_counter()
            answer = self.service.answer(Question(turns, self.today(), region or self.region))
            elapsed_ms = (time.perf_counter() - started) * 1000
            out.write(json.dumps(to_dict(answer, elapsed_ms), ensure_ascii=False) + "\n")
            out.flush()

    def _answer(self, turns: tuple[str, ...]) -> Answer:
        return self.service.answer(Question(turns, self.today(), self.region))

    def _show(self, answer: Answer) -> None:
        if self.console.is_terminal:
            self.console.print(rich_text.render(answer))
        else:
            self.console.print(Text(plain_text.render(answer)), soft_wrap=True)


def parse_line(line: str) -> tuple[tuple[str, ...], str | None]:
    """Return (turns, region) of one line of input; a line that is not the JSON form is a question as it stands."""
    text = line.rstrip("\r\n")
    if text.lstrip().startswith("{"):
        try:
            row: Any = json.loads(text)
        except (ValueError, RecursionError):
            return (text,), None
        turns = row.get("turns") or [row.get("question", "")]
        if isinstance(turns, list) and turns and all(isinstance(turn, str) for turn in turns):
            region = row.get("region")
            return tuple(turns), region if isinstance(region, str) else None
    return (text,), None


def _one_line(text: str) -> str:
    """Return a person's text as one printable line, so that it cannot steer the terminal."""
    return "".join(char if char.isprintable() else " " for char in text).strip()[:200]
