"""Read a web page into blocks: the article without what stands around it, with selectolax (lexbor). No files here."""

import re
from collections.abc import Iterator

from selectolax.lexbor import LexborHTMLParser, LexborNode

from corpus.importing.model import CELL_END, ROW_MARK, Block, BlockKind, Ledger, Reading, Reason, one_line
from corpus.importing.readers.html_guard import refuse_costly
from corpus.importing.readers.linked_text import LinkedText

_BLOCKS = frozenset(
    "address article aside blockquote body caption center dd details div dl dt fieldset figcaption figure footer form"
    " h1 h2 h3 h4 h5 h6 header hr html li main nav ol p pre section summary table tbody tfoot thead tr ul".split()
)
_CODE = frozenset("head script style noscript template svg math iframe object canvas audio video".split())
_AROUND = frozenset("nav aside footer form button input select textarea menu dialog label".split())
_AROUND_ROLES = frozenset("navigation banner contentinfo complementary search dialog alertdialog alert".split())
_AROUND_NAMES = re.compile(
    r"(?:^|[\s_-])(?:nav(?:bar|igation)?|menu|breadcrumbs?|cookies?|newsletter|subscribe|share|sharing|social|sidebar"
    r"|related|comments?|promo|advert\w*|ads?|footer|popup|modal|toc)(?:$|[\s_-])",
    re.IGNORECASE,
)
_HIDING_STYLE = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|(?:font-size|opacity)\s*:\s*0(?![.\d])"
    r"|(?:left|top|text-indent)\s*:\s*-\d{3}",
    re.IGNORECASE,
)
_HIDING_NAMES = re.compile(r"(?:^|\s)(?:sr-only|visually-hidden|screen-reader-text)(?:$|\s)")
_SITE_NAME = re.compile(r"\s+[|–—-]\s+[^|–—]{1,60}$")
_PARTS_OF_LAYOUT = "p, div, h1, h2, h3, h4, ul, ol, table"
_MOST = 0.5


def read_html(html: str, name: str, ledger: Ledger) -> Reading:
    """Return the blocks of the article of a web page; what stands around it, and what is hidden, is noted.

    Raises:
        ImportFailedError: the page would take a parser too long.
    """
    refuse_costly(html, name)
    tree = LexborHTMLParser(html)
    body = tree.body
    if body is None:
        return Reading(())
    article = _article(body)
    maker = _BlockMaker(ledger, article)
    blocks = maker.read(body)
    ledger.drop(Reason.OUTSIDE, *(block.plain for block in maker.outside))
    return Reading(tuple(blocks), _title(tree, blocks))


def read_fragment(html: str, name: str, ledger: Ledger) -> list[Block]:
    """Return the blocks of a piece of HTML that stands in another document."""
    return list(read_html(f"<main>{html}</main>", name, ledger).blocks)


def _article(body: LexborNode) -> LexborNode:
    """Return the element that holds most of the page's paragraphs and is marked as the article or the main part."""
    whole = _words_in_paragraphs(body)
    for selector in ("article", "main, [role=main]"):
        found = [(_words_in_paragraphs(node), -number, node) for number, node in enumerate(body.css(selector))]
        words, _, node = max(found, default=(-1, 0, body), key=lambda one: one[:2])
        if words >= _MOST * whole and node is not body and words >= 0:
            return node
    return body


def _words_in_paragraphs(node: LexborNode) -> int:
    return sum(len(paragraph.text().split()) for paragraph in node.css("p, li"))


def _title(tree: LexborHTMLParser, blocks: list[Block]) -> str:
    """Return the page's title: what it tells other sites, or the text of its tab without the name of the site."""
    if any(block.is_heading and block.level == 1 for block in blocks):
        return ""
    told = tree.css_first('meta[property="og:title"]')
    if told is not None and (words := one_line(told.attributes.get("content") or "")):
        return words
    heads, tab = tree.css("h1"), tree.css_first("title")
    if len(heads) == 1 and (words := one_line(heads[0].text())):
        return words
    return _SITE_NAME.sub("", one_line(tab.text())) if tab is not None else ""


class _BlockMaker:
    """Walks through a page once and starts a new block where a browser would."""

    def __init__(self, ledger: Ledger, article: LexborNode) -> None:
        self.outside: list[Block] = []
        self._ledger = ledger
        self._article = article.mem_id
        self._inside = 0
        self._words = LinkedText(ledger)
        self._blocks: list[Block] = []
        self._bold = 0
        self._level = 0
        self._row_of_cells = False
        self._cells = 0
        self._preformatted = 0
        self._lists: list[int | None] = []
        self._mark = ""

    def read(self, body: LexborNode) -> list[Block]:
        for node, opens in self._walk(body):
            tag = node.tag or ""
            if tag == "-text":
                text = node.text_content or ""
                text = text if self._preformatted else re.sub(r"\s+", " ", text)
                self._words.add(text, bold=self._bold > 0)
            elif opens:
                self._open(node, tag)
            else:
                self._close(node, tag)
        self._flush()
        return self._blocks

    def _walk(self, body: LexborNode) -> Iterator[tuple[LexborNode, bool]]:
        """Yield each node when it opens and, elements, when they close; a recursion could go too deep."""
        waiting = [(body, True)]
        while waiting:
            node, opens = waiting.pop()
            if node.tag == "-comment" or (opens and self._left_out(node)):
                continue
            yield node, opens
            if opens and node.tag != "-text":
                waiting.append((node, False))
                if node.tag != "sup":
                    waiting.extend((child, True) for child in reversed(list(node.iter(include_text=True))))

    def _left_out(self, node: LexborNode) -> bool:
        """Tell whether an element is no part of the article; its words, if it has any, are noted."""
        tag = node.tag or ""
        if tag == "-text" or node.mem_id == self._article:
            return False
        if tag in _CODE:
            return True
        attributes = node.attributes
        style, names = attributes.get("style") or "", f"{attributes.get('class') or ''} {attributes.get('id') or ''}"
        reason = None
        if "hidden" in attributes or _HIDING_STYLE.search(style) or _HIDING_NAMES.search(names):
            reason = Reason.HIDDEN_TEXT
        elif not self._inside:
            return False
        elif tag in _AROUND or attributes.get("role") in _AROUND_ROLES or self._is_named_around(node, tag, names):
            reason = Reason.OUTSIDE
        if reason is not None:
            self._ledger.drop(reason, one_line(node.text(separator=" ")))
        return reason is not None

    def _is_named_around(self, node: LexborNode, tag: str, names: str) -> bool:
        """Tell whether the names of an element say what it is; a name such as "has-sidebar" may hold the article."""
        return bool(_AROUND_NAMES.search(names)) and tag in _BLOCKS and not node.css("h1, h2, p + p + p")

    def _open(self, node: LexborNode, tag: str) -> None:
        if node.mem_id == self._article:
            self._flush()
            self._inside += 1
        if tag in _BLOCKS:
            self._flush()
        if tag in {"b", "strong"}:
            self._bold += 1
        elif tag == "br":
            self._words.add("\n")
        elif tag == "sup":
            is_reference = node.css_first("a") is not None or (node.parent is not None and node.parent.tag == "a")
            self._words.add_superscript(one_line(node.text()), is_reference=is_reference)
        elif tag == "pre":
            self._preformatted += 1
        elif tag == "img":
            self._ledger.drop(Reason.PICTURE, one_line(node.attributes.get("alt") or ""))
        elif tag == "tr":
            # Old pages lay out their text in tables; a table of figures has no paragraphs in its cells.
            self._row_of_cells, self._cells = node.css_first(_PARTS_OF_LAYOUT) is None, 0
        elif tag in {"td", "th"} and self._row_of_cells:
            self._words.add(CELL_END if self._cells else "")
            self._cells += 1
        elif tag in {"td", "th"}:
            self._flush()
        elif tag in {"ul", "ol"}:
            self._lists.append(0 if tag == "ol" else None)
        elif tag == "li" and self._lists:
            number = self._lists.pop()
            self._lists.append(number if number is None else number + 1)
            self._mark = "-" if number is None else f"{number + 1}."
        elif tag == "summary" or re.fullmatch(r"h[1-6]", tag):
            self._level = 3 if tag == "summary" else int(tag[1])

    def _close(self, node: LexborNode, tag: str) -> None:
        if tag == "a":
            self._words.add_link(node.attributes.get("href"))
        elif tag in {"b", "strong"}:
            self._bold -= 1
        if tag in _BLOCKS:
            self._flush(is_row=tag == "tr" and self._row_of_cells)
        if tag in {"ul", "ol"}:
            self._lists.pop()
        elif tag == "tr":
            self._row_of_cells = False
        elif tag == "pre":
            self._preformatted -= 1
        elif tag == "summary" or re.fullmatch(r"h[1-6]", tag):
            self._level = 0
        if node.mem_id == self._article:
            self._inside -= 1

    def _flush(self, *, is_row: bool = False) -> None:
        if self._level:
            blocks = self._words.take(kind=BlockKind.HEADING, level=self._level)
        elif is_row or self._mark:
            blocks = self._words.take_item(ROW_MARK if is_row else self._mark)
        else:
            blocks = self._words.take()
        if blocks:
            self._mark = ""
        (self._blocks if self._inside else self.outside).extend(blocks)
