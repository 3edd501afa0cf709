"""Put the lines of a PDF together to paragraphs and headings, by their places and sizes. Pure."""

import itertools
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from statistics import median

from corpus.importing.model import Block, BlockKind, Ledger, Reason
from corpus.importing.readers.plain_text import join_words
from corpus.importing.shapes import LINE_END

_ITEM = re.compile(r"(?P<mark>[-*•◦▪‣·●○■–]|\d{1,2}[.)])\s+(?=\S)")
_PAGE_NUMBER = re.compile(r"[-–| ]*(?:page|p\.)? ?\d{1,4}(?: ?(?:of|/) ?\d{1,4})?[-–| ]*", re.IGNORECASE)
_EDGE_LINES = 2
_NEW_PARAGRAPH = 1.25
"""How many times the usual distance of lines is a gap."""
_BIGGER = 1.08
_MAX_HEADING_WORDS = 20


@dataclass(frozen=True, slots=True)
class PdfLine:
    """One line of a page: its words, how high it stands (points from below), and its type."""

    text: str
    height: float
    size: float
    is_bold: bool

    def with_text(self, text: str) -> "PdfLine":
        """Return the line with other words."""
        return replace(self, text=text)


def blocks_of(pages: list[list[PdfLine]], ledger: Ledger) -> list[Block]:
    """Return the paragraphs, items and headings of the pages; page headers, footers and numbers are noted."""
    kept = _without_furniture(pages, ledger)
    lines = [line for page in kept for line in page]
    if not lines:
        return []
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[line.size] += len(line.text)
    body = sizes.most_common(1)[0][0]
    groups = list(_groups(kept, body))
    joined = join_words([[line.text for line in group] for group in groups], ledger)
    bigger = sorted({group[0].size for group in groups if group[0].size > _BIGGER * body}, reverse=True)
    return [_block(words, group[0], body, bigger) for words, group in zip(joined, groups, strict=True)]


def _without_furniture(pages: list[list[PdfLine]], ledger: Ledger) -> list[list[PdfLine]]:
    """Leave out the first and last lines that most pages share, but for the numbers in them."""
    counts: Counter[str] = Counter()
    for page in pages:
        counts.update({_shape(page[place].text) for place in _edges(page)})
    kept, left_out = [], []
    for page in pages:
        edges = {
            place
            for place in _edges(page)
            if _PAGE_NUMBER.fullmatch(page[place].text)
            or (len(pages) > 1 and counts[_shape(page[place].text)] > len(pages) / 2)
        }
        kept.append([line for place, line in enumerate(page) if place not in edges])
        left_out += [page[place].text for place in sorted(edges)]
    if any(kept):
        ledger.drop(Reason.PAGE_FURNITURE, *left_out)
        return kept
    return pages  # all pages share all their lines: then these are the text


def _edges(page: list[PdfLine]) -> set[int]:
    """Return the places of the lines that stand highest and lowest, in whatever order they were drawn."""
    by_height = sorted(range(len(page)), key=lambda place: page[place].height)
    return {*by_height[:_EDGE_LINES], *by_height[-_EDGE_LINES:]}


def _shape(text: str) -> str:
    return re.sub(r"\d+", "0", text.casefold())


def _groups(pages: list[list[PdfLine]], body: float) -> Iterator[list[PdfLine]]:
    """Yield the lines that belong together; a paragraph may go on over the end of a page."""
    leading = _leading(pages, body)
    group: list[PdfLine] = []
    for page in pages:
        for number, line in enumerate(page):
            if group and _starts_anew(group[-1], line, leading * max(1.0, line.size / body), is_first=number == 0):
                yield group
                group = []
            group.append(line)
    if group:
        yield group


def _leading(pages: list[list[PdfLine]], body: float) -> float:
    distances = [
        before.height - line.height
        for page in pages
        for before, line in itertools.pairwise(page)
        if line.size == before.size == body and 0 < before.height - line.height < 3 * body
    ]
    return median(distances) if distances else 1.2 * body


def _starts_anew(before: PdfLine, line: PdfLine, leading: float, *, is_first: bool) -> bool:
    if abs(line.size - before.size) > 0.5 or line.is_bold != before.is_bold or _ITEM.match(line.text):
        return True
    distance = before.height - line.height
    if is_first or distance < 0:
        return bool(LINE_END.search(before.text))
    return distance > _NEW_PARAGRAPH * leading


def _block(words: str, line: PdfLine, body: float, bigger: list[float]) -> Block:
    is_short = len(words.split()) <= _MAX_HEADING_WORDS and not re.search(r"[.;,:]$", words)
    if line.size > _BIGGER * body and is_short:
        return Block(words, BlockKind.HEADING, 1 + min(bigger.index(line.size), 5))
    if item := _ITEM.match(words):
        return Block(words[item.end() :], BlockKind.ITEM, mark=item["mark"], emphasised=line.is_bold)
    return Block(words, emphasised=line.is_bold)
