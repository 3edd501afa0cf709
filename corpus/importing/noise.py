"""Drop what is not the article's own text: calls to share or subscribe, repeated lines, by-lines. Pure."""

import re

from corpus.importing.model import ROW_MARK, Block, BlockKind, Ledger, Reason
from corpus.importing.shapes import LINE_END, is_prose, is_short_line, runs_of_short_lines, shape

_SITE = (
    r"(?:share|tweet|pin(?: it)?|e-?mail|print|facebook|twitter|x|linkedin|pinterest|reddit|whatsapp|instagram|youtube"
    r"|tiktok|telegram|copy link|rss)"
)
_BOILERPLATE = re.compile(
    "|".join(
        (
            r"(?:photo(?:graph)?|image|picture|illustration|graphic)s?(?: credit| source)?(?::| by\b| ©) ?.{1,80}",
            rf"{_SITE}(?:[ ,|/·•&]+(?:on |via |by |and )?{_SITE})*",
            r"(?:share|tweet|pin|e-?mail|print) (?:this|the|our)(?: article| post| page| story| link)?"
            r"(?: (?:on|via) .{1,60})?",
            r"(?:share|follow(?: us)?) (?:on|via) .{1,60}|follow us",
            r"advertis(?:e|ements?|ing)|sponsored(?: content| links?)?",
            r"(?:skip|jump|go|back) to (?:main |the )?(?:content|navigation|top|menu)",
            r"(?:main )?menu|search|home|navigation",
            r"(?:subscribe|sign up|join)(?: (?:now|here|today|free))?|(?:enter )?your e-?mail(?: address)?",
            r"(?:subscribe|sign up|join|get|receive|want|register|never miss)\b.{0,120}"
            r"\b(?:newsletter|mailing list|inbox|e-?mail updates)\b.{0,80}",
            r"(?:read|learn|see|show|load|view) (?:more|next|less|all)(?: (?:articles|posts|stories|comments))?",
            r"(?:related|recommended|popular|latest|more) (?:articles?|posts?|reading|stories)(?: .{1,30})?",
            r"you (?:may|might) also like.{0,40}|(?:previous|next)(?: article| post)",
            r"(?:accept|manage|reject|allow)(?: all)? cookies.{0,60}",
            r"(?:we|this (?:web)?site|our (?:web)?site) uses? cookies.*",
            r".{0,60}\ball rights reserved|(?:©|copyright (?:©|\(c\)|\d{4})).{0,80}",
            r"(?:privacy|cookie) (?:policy|settings|notice)|terms (?:of (?:use|service)|and conditions)",
            r"contact us|about us",
            r"log ?in|sign in|register|leave a (?:comment|reply)|(?:\d+ )?comments?(?: \(\d+\))?|reply",
            r"(?:table of )?contents|(?:in this article|on this page)|was this (?:article|page) helpful",
        )
    ),
    re.IGNORECASE,
)
_MAX_BOILERPLATE_WORDS = 30
_CALL = re.compile(
    r"\b(?:newsletter|subscrib\w*|sign up|mailing list|inbox|cookies?|share this|follow us|donat\w+)\b", re.IGNORECASE
)
_MAX_CALL_WORDS = 40
_MONTH = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.?"
_DATE = (
    rf"(?:{_MONTH} \d{{1,2}},? \d{{4}}|\d{{1,2}}\.? {_MONTH} \d{{4}}"
    r"|\d{4}-\d\d-\d\d|\d{1,2}[./]\d{1,2}[./]\d{2,4})"
)
_BYLINE = re.compile(
    r"(?:written|edited|posted|published|updated|last (?:updated|modified|reviewed)|fact[- ]checked|reviewed"
    rf"|medically (?:reviewed|checked)|by|author|date)\b:? .{{2,200}}"
    rf"|(?:.{{0,40}} )?\d{{1,3}} min(?:ute)?s?\.?(?: read)?|{_DATE}",
    re.IGNORECASE,
)
_MAX_BYLINE_WORDS = 30
_TOP_BLOCKS = 12
_MAX_MENU_WORDS = 3
_MIN_MENU_ENTRIES = 2
_MIN_PULLED_WORDS = 5
_MAX_COMPARED = 20
_QUOTES = frozenset("\"“”„«'‘")
_OFTEN = 3


def without_noise(blocks: list[Block], ledger: Ledger) -> list[Block]:
    """Return the blocks without the lines of a page's frame and without repetitions."""
    kept = []
    for block in blocks:
        if _is_boilerplate(block.plain):
            ledger.drop(Reason.BOILERPLATE, block.plain)
        else:
            kept.append(block)
    repeated = _repetitions(kept)
    ledger.drop(Reason.REPEATED, *(kept[place].plain for place in sorted(repeated)))
    return [block for place, block in enumerate(kept) if place not in repeated]


def without_site_names(blocks: list[Block], ledger: Ledger) -> list[Block]:
    """Return the blocks without what stands above the title: the name of the site and the entries of its menu.

    Where no title is marked, it is the first line of four words and more above the by-lines and the first paragraph,
    if enough lines of three words at most stand above it.
    """
    top = _top_lines(blocks)
    marked = [place for place, block in enumerate(blocks) if block.is_heading and block.level == 1]
    if len(marked) == 1 and marked[0] < top:
        title = marked[0]
    else:
        title = _unmarked_title(blocks[:top]) if top < len(blocks) else 0
    ledger.drop(Reason.OUTSIDE, *(block.plain for block in blocks[:title]))
    return blocks[title:]


def _unmarked_title(top: list[Block]) -> int:
    if any(block.kind is not BlockKind.TEXT for block in top):
        return 0
    byline = next((place for place, block in enumerate(top) if _is_byline(block)), len(top))
    title = next((place for place in range(byline) if len(top[place].plain.split()) > _MAX_MENU_WORDS), 0)
    entries = _MIN_MENU_ENTRIES if byline < len(top) else _MIN_MENU_ENTRIES + 1
    return title if title >= entries else 0


def without_bylines(blocks: list[Block], ledger: Ledger) -> list[Block]:
    """Return the blocks without the lines on author and date between the first line and the first paragraph."""
    top = _top_lines(blocks)
    kept = []
    for place, block in enumerate(blocks):
        words = len(block.plain.split())
        if 0 < place < min(top, _TOP_BLOCKS) and words <= _MAX_BYLINE_WORDS and _is_byline(block):
            ledger.drop(Reason.BYLINE, block.plain)
        else:
            kept.append(block)
    return kept


def _top_lines(blocks: list[Block]) -> int:
    """Return how many blocks stand above the first paragraph."""
    found = (place for place, block in enumerate(blocks) if is_prose(block) and not _is_long_byline(block))
    return next(found, len(blocks))


def _is_long_byline(block: Block) -> bool:
    """Tell whether a line is on author and date, though it has as many words as a paragraph: it has no full stop."""
    return _is_byline(block) and not LINE_END.search(block.plain)


def _is_byline(block: Block) -> bool:
    return not block.is_heading and bool(_BYLINE.fullmatch(block.plain.strip(" .|·•")))


def _is_boilerplate(text: str) -> bool:
    is_short = len(text.split()) <= _MAX_BOILERPLATE_WORDS
    return is_short and bool(_BOILERPLATE.fullmatch(text.strip(" .!?:»›→|•")))


def _repetitions(blocks: list[Block]) -> set[int]:
    """Return the places of copies.

    Of a paragraph the first copy stays, of a call (for a newsletter, say) none. Of a short line that stands above a
    paragraph, as a heading does, the copies elsewhere go, as in a list of contents; where it stands above three
    paragraphs and more, it is no heading but a line of the page's frame.
    """
    copies: dict[str, list[int]] = {}
    for place, block in enumerate(blocks):
        if block.mark != ROW_MARK and (key := shape(block.plain)):
            copies.setdefault(key, []).append(place)
    above = {
        place
        for first, behind in runs_of_short_lines(blocks)
        if behind - first <= 2 and behind < len(blocks) and is_prose(blocks[behind])
        for place in range(first, behind)
    }
    found: set[int] = set()
    for places in copies.values():
        if len(places) > 1:
            found |= _superfluous(blocks, places, above)
    return found | _pulled_quotes(blocks)


def _pulled_quotes(blocks: list[Block]) -> set[int]:
    """Return the places of quotes whose words stand in a longer paragraph too: pages repeat such in large type."""
    shapes = [shape(block.plain) for block in blocks]
    starts: dict[tuple[str, ...], list[int]] = {}
    for place, whole in enumerate(map(str.split, shapes)):
        for start in range(len(whole) - _MIN_PULLED_WORDS):
            starts.setdefault(tuple(whole[start : start + _MIN_PULLED_WORDS]), []).append(place)
    found = set()
    for place, (block, words) in enumerate(zip(blocks, shapes, strict=True)):
        if block.plain[:1] in _QUOTES and len(words.split()) <= _MAX_CALL_WORDS and not is_short_line(block):
            others = starts.get(tuple(words.split()[:_MIN_PULLED_WORDS]), [])[:_MAX_COMPARED]
            if any(len(shapes[other]) > len(words) and f" {words} " in f" {shapes[other]} " for other in others):
                found.add(place)
    return found


def _superfluous(blocks: list[Block], places: list[int], above: set[int]) -> set[int]:
    block = blocks[places[0]]
    headings = {place for place in places if blocks[place].is_heading}
    others = set(places) - headings
    if headings:
        return others
    if len(block.plain.split()) <= _MAX_CALL_WORDS and _CALL.search(block.plain):
        return others
    if not is_short_line(block):
        return others - {places[0]}
    if above & others:
        return others if len(above & others) >= _OFTEN else others - above
    # Short lines above no paragraph are the items of lists, which may well say the same.
    is_list = any(blocks[place].kind is BlockKind.ITEM for place in places)
    return set() if is_list or len(places) < _OFTEN else others - {places[0]}
