"""Draw docs/answer.svg from a real answer: make picture."""

import re
import sys
from datetime import date
from pathlib import Path

from rich.console import Console
from rich.terminal_theme import MONOKAI

from bot.answering.models import Question
from bot.bootstrap import assemble
from bot.rendering import rich_text
from bot.settings import Settings

QUESTION = "does kratom help with depression?"
PICTURE = Path(__file__).with_name("answer.svg")


def main() -> None:
    """Ask the question of the live index and save what a terminal shows."""
    answer = assemble(Settings()).service.answer(Question((QUESTION,), date.today()))
    console = Console(record=True, width=110, file=sys.stderr, force_terminal=True)
    console.print(f"? {QUESTION}\n", style="bold green", markup=False)
    console.print(rich_text.render(answer))
    drawn = console.export_svg(title="make ask", theme=MONOKAI)
    PICTURE.write_text(re.sub(r"@font-face \{.*?\}", "", drawn, flags=re.DOTALL), "utf-8")  # no fonts from afar


if __name__ == "__main__":
    main()
