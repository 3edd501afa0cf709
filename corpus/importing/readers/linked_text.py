"""Put the words of one block together while a reader walks through its inline parts. No files are touched here."""

import re
from typing import Any

from corpus.importing.characters import clean_characters
from corpus.importing.model import LINK_MARK, Block, BlockKind, Ledger, one_line

_MAX_ADDRESS_CHARS = 500
_SUPERSCRIPTS = str.maketrans("0123456789+-", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻")
_REFERENCE_NUMBERS = re.compile(r"\[?(\d{1,3}(?: ?[,;–-] ?\d{1,3})*)\]?")


class LinkedText:
    """Collects words, addresses of links and the ends of paragraphs, and gives them back as blocks."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._start()

    def _start(self) -> None:
        self._parts: list[str] = []
        self._links: list[str] = []
        self._bold, self._words = 0, 0

    def add(self, text: str, *, bold: bool = False) -> None:
        """Add words as they stand in the document."""
        text = clean_characters(text, self._ledger)
        self._parts.append(text)
        self._words += len(text.split())
        self._bold += len(text.split()) if bold else 0

    def add_link(self, address: str | None) -> None:
        """Note where the words just added lead to; only addresses of the web can be sources."""
        address = clean_characters(address or "", self._ledger).strip()
        if re.match(r"https?://\S", address) and len(address) <= _MAX_ADDRESS_CHARS:
            self._parts.append(LINK_MARK)
            self._links.append("%20".join(address.split()))

    def add_superscript(self, text: str, *, is_reference: bool) -> None:
        """Add raised words: the number of a reference as `[1]`, an exponent such as the 6 of 10⁶ as raised digits."""
        numbers = _REFERENCE_NUMBERS.fullmatch(text.strip())
        if numbers and (is_reference or "[" in text):
            self.add(f"[{numbers[1]}]")
        else:
            self.add(text.translate(_SUPERSCRIPTS) if numbers else text)

    def take(self, **fields: Any) -> list[Block]:
        """Return what was collected, one block a paragraph, and start anew."""
        text, links = "".join(self._parts), list(self._links)
        bold = 0 < self._words == self._bold
        self._start()
        blocks = []
        for part in re.split(r"\n[^\S\n]*\n", text):
            number = part.count(LINK_MARK)
            own, links = tuple(links[:number]), links[number:]
            if part.replace(LINK_MARK, "").strip():
                blocks.append(Block(_joined(part), emphasised=bold, links=own, **fields))
        return blocks

    def take_item(self, mark: str) -> list[Block]:
        """Return what was collected as list items."""
        return self.take(kind=BlockKind.ITEM, mark=mark)


def _joined(part: str) -> str:
    """Return text in one line; the mark of a link stands directly behind its words."""
    return one_line(re.sub(rf"(\s+)({LINK_MARK}+)", r"\2\1", part))
