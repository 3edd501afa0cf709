"""Answer to a coloured terminal, with rich; the same words as plain text, easier to read."""

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.panel import Panel
from rich.text import Text

from bot.answering.models import Answer, Outcome
from bot.rendering.words import leads_in_place, numbered_text, numbers_mark, quote_title, source_line


def render(answer: Answer) -> RenderableType:
    """Return an answer as something rich can print; all of its text is shown as it stands, never as markup."""
    parts = [*_crisis(answer), *_opening(answer), *_quotes(answer), *_sources(answer), *_closing(answer)]
    spaced: list[RenderableType] = []
    for part in parts:
        spaced += [part, Text("")]
    return Group(*spaced)


def _crisis(answer: Answer) -> list[RenderableType]:
    if answer.crisis is None:
        return []
    lines = "\n".join(f"* {line}" for line in answer.crisis.lines)
    return [Panel(Text(f"{answer.crisis.text}\n\n{lines}"), style="bold", border_style="red")]


def _opening(answer: Answer) -> list[RenderableType]:
    parts: list[RenderableType] = []
    if answer.message:
        parts.append(Text(answer.message))
    if answer.headline:
        parts.append(Text(answer.headline, style="bold yellow"))
    if answer.lead is not None and not leads_in_place(answer):
        parts.append(Text(f"\u201c{answer.lead.text}\u201d {numbers_mark(answer.lead.numbers)}", style="bold"))
    if answer.suggestions:
        titles = "\n".join(f"* {suggestion.title}" for suggestion in answer.suggestions)
        parts.append(Text(f"Topics I have passages on that may be near:\n{titles}"))
    return parts


def _quotes(answer: Answer) -> list[RenderableType]:
    parts: list[RenderableType] = []
    lead = len(answer.lead.text) if answer.lead is not None and leads_in_place(answer) else 0
    for number, quote in enumerate(answer.quotes):
        text = Text(f"\u201c{numbered_text(quote)}\u201d")
        if lead and number == 0:
            text.stylize("bold", 1, 1 + lead)
        parts.append(Group(Text(quote_title(quote), style="cyan"), Padding(text, (0, 2))))
    return parts


def _sources(answer: Answer) -> list[RenderableType]:
    if not answer.citations:
        return []
    text = Text("Sources", style="bold")
    for citation in answer.citations:
        text.append(f"\n[{citation.number}] {source_line(citation)}", style="not bold")
        text.append(f"\n    {citation.source.url}", style="not bold dim")
    return [text]


def _closing(answer: Answer) -> list[RenderableType]:
    parts: list[RenderableType] = [Text(caution, style="bold") for caution in answer.cautions]
    if answer.help_lines and answer.outcome is not Outcome.CRISIS:
        parts.append(Text("If someone is in danger:\n" + "\n".join(f"* {line}" for line in answer.help_lines)))
    parts.append(Text(f"Safety: {answer.notices.safety}\nLaw: {answer.notices.legality}", style="yellow"))
    if answer.receipt:
        build = f" · corpus version {answer.build}" if answer.build else ""
        parts.append(Text(f"Receipt {answer.receipt}{build}", style="dim"))
    return parts
