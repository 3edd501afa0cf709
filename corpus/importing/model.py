"""What an import is made of: blocks of a document, what was kept out and why, and the one error of importing."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum

from corpus.errors import CorpusError

LINK_MARK = "\ue000"
"""Stands in a block's text where a link ended; a private character, all others of which are taken out before."""


ROW_MARK = "|"
"""Marks the item that is a row of a table; its cells are joined by `CELL_END`."""
CELL_END = "; "


class ImportFailedError(CorpusError):
    """A document cannot be made into a draft; the message says what to do next."""


class Form(StrEnum):
    """What kind of document was read, as shown to people."""

    PLAIN_TEXT = "plain text"
    MARKDOWN = "Markdown"
    HTML = "HTML"
    PDF = "PDF"


class BlockKind(StrEnum):
    """What a block is in the document it comes from."""

    HEADING = "heading"
    TEXT = "text"
    ITEM = "item"


@dataclass(frozen=True, slots=True)
class Block:
    """A heading, paragraph or list item: one run of words with single spaces between them.

    `mark` is the bullet or number in front of an item. `apart` tells that an empty line stood before it,
    `emphasised` that all of it is bold. `links` are the addresses of the `LINK_MARK`s in its text, in order.
    """

    text: str
    kind: BlockKind = BlockKind.TEXT
    level: int = 0
    mark: str = ""
    apart: bool = True
    emphasised: bool = False
    links: tuple[str, ...] = ()

    @property
    def plain(self) -> str:
        """Return the text without the marks of links."""
        return self.text.replace(LINK_MARK, "")

    @property
    def is_heading(self) -> bool:
        """Tell whether it is a heading."""
        return self.kind is BlockKind.HEADING

    @property
    def is_numbered(self) -> bool:
        """Tell whether it is an item with a number, such as "1." or "2)"."""
        return self.kind is BlockKind.ITEM and self.mark[:1].isdigit()


class Reason(StrEnum):
    """Why something is not in the text of a draft, as shown to people."""

    OUTSIDE = "parts of the page around the article"
    HIDDEN_TEXT = "text that the page hides"
    PICTURE = "descriptions of pictures"
    FRONT_MATTER = "titles and fields that the file has besides its text"
    PAGE_FURNITURE = "page headers, footers and page numbers"
    REPEATED = "repeated paragraphs"
    BOILERPLATE = "calls to share, subscribe or accept cookies"
    BYLINE = "by-lines and dates (kept in a comment)"
    REFERENCE = "entries of reference lists (kept in a comment)"
    EMPTY_HEADING = "headings without text of their own (kept in a comment)"
    INSTRUCTION = "instructions to a machine"
    HIDDEN_CHARACTER = "invisible and bidirectional characters"
    MARK = "marks of lists, quotations and comments"


@dataclass(frozen=True, slots=True)
class Dropped:
    """One thing that was kept out of the text; `text` is all of it."""

    reason: Reason
    text: str


@dataclass(frozen=True, slots=True)
class Reading:
    """A document as its reader understood it; `references` are those that stand apart from the text."""

    blocks: tuple[Block, ...]
    title: str = ""
    references: tuple[str, ...] = ()


@dataclass(slots=True)
class Ledger:
    """Collects on the way from a document to a draft what is kept out, so that nothing gets lost unnamed.

    `notes` are findings that people should hear of; `hidden` counts the hidden characters that were taken out.
    """

    dropped: list[Dropped] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    hidden: Counter[str] = field(default_factory=Counter)

    def drop(self, reason: Reason, *texts: str) -> None:
        """Note texts that are kept out."""
        self.dropped.extend(Dropped(reason, text) for text in texts if text.strip())


def one_line(words: str | Iterable[str]) -> str:
    """Return text with one space between words and none around them."""
    return " ".join((words if isinstance(words, str) else " ".join(words)).split())
