"""Answer to plain text, for terminals without colour, for logs of tests and for programs."""

import re
from collections.abc import Iterator

from bot.answering.models import Answer, Outcome
from bot.rendering.words import leads_in_place, numbered_text, numbers_mark, quote_title, source_line

_WIDTH = 100
_UNEVEN_SPACES = re.compile(r"^\s|\s$|\s\s|[^\S ]")


def render(answer: Answer) -> str:
    """Return an answer as a person reads it; the notices are always its last lines before the receipt."""
    blocks = [*_crisis(answer), *_opening(answer), *_quotes(answer), *_sources(answer), *_closing(answer)]
    return "\n\n".join(block for block in blocks if block) + "\n"


def _crisis(answer: Answer) -> list[str]:
    if answer.crisis is None:
        return []
    lines = "\n".join(f"  * {line}" for line in answer.crisis.lines)
    return [break_lines(answer.crisis.text), lines]


def _opening(answer: Answer) -> list[str]:
    blocks = [break_lines(answer.message), answer.headline]
    if answer.lead is not None and not leads_in_place(answer):
        blocks.append(break_lines(f'"{answer.lead.text}" {numbers_mark(answer.lead.numbers)}'))
    if answer.suggestions:
        titles = "\n".join(f"  * {suggestion.title}" for suggestion in answer.suggestions)
        blocks.append(f"Topics I have passages on that may be near:\n{titles}")
    return blocks


def _quotes(answer: Answer) -> list[str]:
    return [f"{quote_title(quote)}\n{_quoted(numbered_text(quote))}" for quote in answer.quotes]


def _sources(answer: Answer) -> list[str]:
    if not answer.citations:
        return []
    rows = [f"[{citation.number}] {source_line(citation)}\n    {citation.source.url}" for citation in answer.citations]
    return ["Sources\n" + "\n".join(rows)]


def _closing(answer: Answer) -> list[str]:
    blocks = [break_lines(caution) for caution in answer.cautions]
    if answer.help_lines and answer.outcome is not Outcome.CRISIS:
        blocks.append("If someone is in danger:\n" + "\n".join(f"  * {line}" for line in answer.help_lines))
    blocks.append(break_lines(f"Safety: {answer.notices.safety}"))
    blocks.append(break_lines(f"Law: {answer.notices.legality}"))
    build = f" · corpus version {answer.build}" if answer.build else ""
    blocks.append(f"Receipt {answer.receipt}{build}" if answer.receipt else "")
    return blocks


def _quoted(text: str) -> str:
    paragraphs = [break_lines(paragraph, indent="  ") for paragraph in text.split("\n")]
    return "\n".join(paragraphs)


def break_lines(text: str, indent: str = "") -> str:
    """Return a text in lines of at most 100 characters, each after `indent`; a longer word has a line of its own."""
    if _UNEVEN_SPACES.search(text):
        text = " ".join(text.split())
    return "\n".join(indent + line for line in _lines(text, _WIDTH - len(indent)))


def _lines(text: str, width: int) -> Iterator[str]:
    """Yield the lines of a text of words between single spaces, each as long as it can be; no word is cut.

    They are those of `textwrap.wrap`, which takes much longer for what can be found by looking for a few spaces.
    """
    start = 0
    while len(text) - start > width:
        end = text.rfind(" ", start, start + width + 1)
        if end < 0:  # a word, such as a link, that is longer than the line
            end = text.find(" ", start)
            if end < 0:
                break
        yield text[start:end]
        start = end + 1
    if start < len(text):
        yield text[start:]
