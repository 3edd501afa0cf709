"""Answer to the texts of Discord messages, within Discord's limits; knows nothing of discord.py.

A message of components v2 holds at most 4,000 characters in all its text displays together, and 40 components:
https://discord.com/developers/docs/components/reference#text-display
"""

import re
from dataclasses import dataclass

from bot.answering.models import Answer, Notices, Quote
from bot.languages.catalogue import ENGLISH, LANGUAGES
from bot.languages.wording import notice_heads, translated
from bot.rendering.words import leads_in_place, numbered_text, numbers_mark, quote_title, source_line

MAX_CHARS = 4000
MAX_BLOCKS = 20
MAX_NOTICES_CHARS = 2000
"""The two notices have to leave room for something to stand above them."""

# Emphasis, code, spoilers, links, mentions; at the start of a line headings, quotes and lists; and ":name:" emoji.
_SPECIAL = re.compile(r"([\\*_~`|\[\]<@]|:(?=\w+:))")
_LINE_START = re.compile(r"^(\s*)([-+#>])", re.MULTILINE)
_NUMBERED = re.compile(r"^(\s*\d+)(\.\s)", re.MULTILINE)
_ALL_ENGLISH = (
    "The passages, their sources and the records of the law are in English; passages are quoted word for word."
)
_SENTENCE_END = re.compile(r"(?<=[.!?\])])\s")


@dataclass(frozen=True, slots=True)
class MessagePart:
    """The text of one message, block by block. It ends with both notices, or it does not exist."""

    body: tuple[str, ...]
    notices: str

    def __post_init__(self) -> None:
        if _language_of(self.notices) is None:
            raise ValueError("a message cannot be built without the safety notice and the legality notice")
        if any(not block.strip() for block in self.body):
            raise ValueError("Discord refuses an empty text display")
        if self.length > MAX_CHARS or len(self.body) > MAX_BLOCKS:
            raise ValueError(
                f"a message of {self.length} characters in {len(self.body)} blocks is too large for Discord"
            )

    @property
    def language(self) -> str:
        """Return the language in which the bot speaks in this message."""
        return _language_of(self.notices) or ENGLISH

    @property
    def length(self) -> int:
        """Return the characters of all blocks, the notices included."""
        return sum(map(len, self.body)) + len(self.notices)

    @property
    def blocks(self) -> tuple[str, ...]:
        """Return all blocks in order, the notices last."""
        return (*self.body, self.notices)


def render(answer: Answer) -> tuple[MessagePart, ...]:
    """Return an answer as one or more messages; each carries both notices, and none is cut."""
    notices = notices_block(answer.notices)
    return split_blocks([block for block in _blocks(answer) if block.strip()], notices)


def notices_block(notices: Notices) -> str:
    """Return both notices as one block of plain, visible text."""
    safety, law = notice_heads(notices.language)
    return f"**{safety}** {escape(notices.safety)}\n**{law}** {escape(notices.legality)}"


def notices_fit(notices: Notices) -> bool:
    """Tell whether the notices are short enough to stand under every message."""
    return len(notices_block(notices)) <= MAX_NOTICES_CHARS


def help_block(lines: tuple[str, ...], language: str = ENGLISH) -> str:
    """Return the lines to call as one block."""
    rows = "\n".join(f"- {_plain_link(line)}" for line in lines)
    return f"**{translated('If someone is in danger:', language)}**\n{rows}"


def escape(text: str) -> str:
    """Return text that Discord shows as it stands: no markup, no link, no mention."""
    escaped = _LINE_START.sub(r"\1\\\2", _SPECIAL.sub(r"\\\1", text))
    return _NUMBERED.sub(r"\1\\\2", escaped)


def split_blocks(blocks: list[str], notices: str) -> tuple[MessagePart, ...]:
    """Fill messages with blocks in order; a block that fits in none is cut between sentences or words."""
    if len(notices) > MAX_NOTICES_CHARS:
        raise ValueError(f"notices of {len(notices)} characters leave no room for an answer")
    room = MAX_CHARS - len(notices)
    parts: list[list[str]] = [[]]
    for block in [piece for whole in blocks for piece in _pieces(whole, room)]:
        if sum(map(len, parts[-1])) + len(block) > room or len(parts[-1]) == MAX_BLOCKS:
            parts.append([])
        parts[-1].append(block)
    return tuple(MessagePart(tuple(part), notices) for part in parts)


def _blocks(answer: Answer) -> list[str]:
    blocks, language = [], answer.notices.language
    if answer.crisis is not None:
        lines = "\n".join(f"- {_plain_link(line)}" for line in answer.crisis.lines)
        blocks += [f"## {escape(answer.crisis.text)}", lines]
    blocks.append(escape(answer.message))
    if language != ENGLISH and (answer.quotes or answer.headline or answer.suggestions):
        blocks.append(f"-# {escape(translated(_ALL_ENGLISH, language))}")
    blocks.append("\n".join(f"**{escape(line)}**" for line in answer.headline.split("\n") if line))
    in_place = leads_in_place(answer)
    if answer.lead is not None and not in_place:
        blocks.append(f"**{escape(answer.lead.text)}** {escape(numbers_mark(answer.lead.numbers))}")
    if answer.suggestions:
        titles = "\n".join(f"- {escape(suggestion.title)}" for suggestion in answer.suggestions)
        blocks.append(f"{translated('Topics I have passages on that may be near:', language)}\n{titles}")
    marked = len(answer.lead.text) if answer.lead is not None and in_place else 0
    blocks += [_quote(quote, 0 if number else marked, language) for number, quote in enumerate(answer.quotes)]
    if answer.citations:
        rows = [f"\\[{c.number}\\] {escape(source_line(c))} {_plain_link(c.source.url)}" for c in answer.citations]
        blocks.append(f"**{translated('Sources', language)}**\n" + "\n".join(rows))
    blocks += [f"**{escape(caution)}**" for caution in answer.cautions]
    if answer.help_lines and answer.crisis is None:
        blocks.append(help_block(answer.help_lines, language))
    if answer.receipt:
        blocks.append(f"-# {translated('Receipt', language)} {answer.receipt}")
    return blocks


def _quote(quote: Quote, marked: int, language: str) -> str:
    """Return a passage as a block; its first `marked` characters, the lead, stand out."""
    whole = numbered_text(quote)
    shown = f"**{escape(whole[:marked])}**{escape(whole[marked:])}" if marked else escape(whole)
    text = "\n".join(f"> {line}" for line in shown.split("\n"))
    return f"**{escape(quote_title(quote, language))}**\n{text}"


def _language_of(notices: str) -> str | None:
    """Return the language in which both notices are headed; None where they are in none."""
    for language in (ENGLISH, *LANGUAGES):
        if all(head in notices for head in notice_heads(language)):
            return language
    return None


def _plain_link(text: str) -> str:
    """Escape a text but for its web addresses, which stand in angle brackets: shown whole, without a preview."""
    parts = re.split(r"(https?://\S+[^\s.,;)])", text)
    return "".join(f"<{part}>" if part.startswith("http") else escape(part) for part in parts)


def _pieces(block: str, room: int) -> list[str]:
    """Cut a block into pieces of at most `room` characters, after lines, sentences or words where there are any."""
    pieces = []
    while len(block) > room:
        at = _cut(block, room)
        pieces.append(block[:at])
        block = block[at:]
    return [piece for piece in [*pieces, block] if piece.strip()]


def _cut(block: str, room: int) -> int:
    line = block.rfind("\n", 1, room)
    if line > room // 2:
        return line + 1
    sentences = [match.end() for match in _SENTENCE_END.finditer(block, 0, room)]
    if sentences and sentences[-1] > room // 2:
        return sentences[-1]
    space = block.rfind(" ", 1, room)
    return space + 1 if space > room // 2 else room
