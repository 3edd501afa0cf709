"""Read Markdown into blocks, with markdown-it. No files are touched here."""

import re
from collections.abc import Sequence
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.token import Token

from corpus.importing.model import (
    CELL_END,
    ROW_MARK,
    Block,
    BlockKind,
    ImportFailedError,
    Ledger,
    Reading,
    Reason,
    one_line,
)
from corpus.importing.readers.front_matter import split_fields
from corpus.importing.readers.html import read_fragment
from corpus.importing.readers.linked_text import LinkedText

_ATTRIBUTES = re.compile(r"\s*\{[#.][^{}]*\}$")
_MAX_NESTING = 60
"""markdown-it goes no deeper and leaves out the rest; a list in a list takes two levels more."""


def read_markdown(text: str, name: str, ledger: Ledger) -> Reading:
    """Return the blocks of a Markdown text.

    Raises:
        ImportFailedError: it nests too deeply, or is an article in the corpus form already.
    """
    title, body = _front_matter(text, name, ledger)
    parser = MarkdownIt("commonmark", {"maxNesting": _MAX_NESTING}).enable("table")
    environment: dict[str, Any] = {}
    tokens = parser.parse(body, environment)
    if any(token.level >= _MAX_NESTING - 1 for token in tokens):
        raise ImportFailedError(f"{name}: lists or quotations nest too deeply; make them flat and import it again")
    blocks = _BlockMaker(name, ledger).read(tokens)
    references = tuple(
        one_line(f"[{label}] {link.get('title') or ''} {link['href']}")
        for label, link in environment.get("references", {}).items()
    )
    return Reading(tuple(blocks), title, references)


def _front_matter(text: str, name: str, ledger: Ledger) -> tuple[str, str]:
    """Return the title that a front matter gives and the text after it; all other fields are noted."""
    fields, body = split_fields(text)
    if {"id", "product_form"} <= set(fields):
        step = "put it into corpus/articles/<topic>/ as it is and run python -m corpus check"
        raise ImportFailedError(f"{name} is an article in the corpus form already; {step}")
    title = one_line(str(fields.pop("title", "") or ""))
    ledger.drop(Reason.FRONT_MATTER, *(one_line(f"{key}: {value}") for key, value in fields.items()))
    return title, body


class _BlockMaker:
    """Goes through the tokens once; the mark of a list item goes to its first paragraph."""

    def __init__(self, name: str, ledger: Ledger) -> None:
        self._name = name
        self._ledger = ledger
        self._words = LinkedText(ledger)
        self._lists: list[tuple[str, int]] = []
        self._mark = ""
        self._level = 0
        self._cells = 0

    def read(self, tokens: Sequence[Token]) -> list[Block]:
        blocks: list[Block] = []
        for token in tokens:
            match token.type:
                case "heading_open":
                    self._level = int(token.tag[1:])
                case "heading_close":
                    self._level = 0
                case "bullet_list_open" | "ordered_list_open":
                    self._lists.append((token.markup, int(token.attrGet("start") or 1)))
                case "bullet_list_close" | "ordered_list_close":
                    self._lists.pop()
                case "list_item_open":
                    sign, number = self._lists.pop()
                    self._lists.append((sign, number + 1))
                    self._mark = f"{number}{sign}" if sign in ".)" else sign
                case "th_open" | "td_open":
                    self._words.add(CELL_END if self._cells else "")
                    self._cells += 1
                case "tr_close":
                    blocks += self._words.take_item(ROW_MARK)
                    self._cells = 0
                case "inline":
                    self._inline(token.children or [])
                    blocks += self._taken() if not self._cells else []
                case "fence" | "code_block":
                    self._words.add(token.content)
                    blocks += self._taken()
                case "html_block":
                    blocks += read_fragment(token.content, self._name, self._ledger)
        return blocks

    def _taken(self) -> list[Block]:
        mark, self._mark = self._mark, ""
        if self._level:
            return [_heading(block) for block in self._words.take(kind=BlockKind.HEADING, level=self._level)]
        return self._words.take_item(mark) if mark else self._words.take()

    def _inline(self, tokens: Sequence[Token]) -> None:
        """Add the words of a paragraph; the marks of bold, links and pictures are not among them."""
        bold, raised = 0, False
        links: list[str] = []
        for token in tokens:
            match token.type:
                case "text" | "code_inline" if raised:
                    self._words.add_superscript(token.content, is_reference=True)
                case "text" | "code_inline":
                    self._words.add(token.content, bold=bold > 0)
                case "softbreak" | "hardbreak":
                    self._words.add(" ")
                case "strong_open" | "strong_close":
                    bold += token.nesting
                case "link_open":
                    links.append(str(token.attrGet("href") or ""))
                case "link_close":
                    self._words.add_link(links.pop())
                case "image":
                    self._ledger.drop(Reason.PICTURE, token.content)
                case "html_inline":
                    raised = token.content.lower().startswith("<sup") or (raised and token.content[:2] != "</")
                    self._words.add(" " if token.content.lower().startswith("<br") else "")


def _heading(block: Block) -> Block:
    return Block(_ATTRIBUTES.sub("", block.text), block.kind, block.level, links=block.links)
