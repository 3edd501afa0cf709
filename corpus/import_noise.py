"""Drop what is not the article's own text: repeated lines, calls to share or subscribe, by-lines. Pure."""

import re
from collections import Counter

from corpus.import_model import Block, Ledger, Reason

_SITES = r"(?:share|tweet|pin(?: it)?|e-?mail|print|facebook|twitter|x|linkedin|pinterest|reddit|whatsapp|instagram|youtube"
_SITES += r"|tiktok|telegram|copy link|rss)"
_BOILERPLATE = re.compile(
    rf"{_SITES}(?:[ ,|/·•&]+(?:on |via |by |and )?{_SITES})*"
    r"|(?:share|tweet|pin|e-?mail|print)(?: this| the| our)?(?: article| post| page| story| link)?(?: (?:on|via|with) .{1,60})?"
    r"|advertis(?:e|ement|ements|ing)(?: .{1,40})?|sponsored(?: content| links?)?"
    r"|(?:skip|jump|go|back) to (?:main |the )?(?:content|navigation|top|menu)|(?:main )?menu|search|home|navigation"
    r"|(?:subscribe|sign up|join)(?: (?:now|here|today|free))?(?: (?:to|for) .{0,80})?(?:newsletter|mailing list|updates|inbox)?.{0,60}"
    r"|(?:get|receive|want) .{0,60}(?:newsletter|in(?:to)? your inbox|by e-?mail).{0,60}"
    r"|(?:enter )?your e-?mail(?: address)?|follow us.{0,60}"
    r"|(?:read|learn|see|show|load|view) (?:more|next|also|less|all)(?: [a-z]+){0,3}"
    r"|(?:related|recommended|popular|latest|more) (?:articles?|posts?|reading|stories|topics)(?: .{1,30})?|you (?:may|might) also like.{0,40}"
    r"|(?:accept|manage|reject|allow)(?: all)? cookies.{0,60}|(?:we|this (?:web)?site|our (?:web)?site) uses? cookies.{0,300}"
    r"|.{0,60}all rights reserved|(?:©|copyright) .{0,80}"
    r"|(?:privacy|cookie) (?:policy|settings|notice)|terms(?: (?:of (?:use|service)|and conditions))?|contact(?: us)?|about us"
    r"|log ?in|sign in|register|leave a (?:comment|reply)|(?:\d+ )?comments?(?: \(?\d+\)?)?|reply"
    r"|(?:table of )?contents|(?:in this article|on this page)|was this (?:article|page) helpful|yes|no|(?:previous|next)(?: article| post)?",
    re.IGNORECASE,
)
_MAX_BOILERPLATE_WORDS = 25
_CALL = re.compile(r"\b(?:newsletter|subscrib\w*|sign up|mailing list|inbox|cookies?|share this|follow us|donat\w+)\b", re.I)
_BYLINE = re.compile(
    r"(?:(?:written|authored|edited|posted|published|updated|last (?:updated|modified|reviewed)|fact[- ]checked|reviewed"
    r"|medically (?:reviewed|checked)) ?(?:by|on|:)?|by|author:?|date:?) .{2,100}"
    r"|.{0,40}\b\d{1,3} min(?:ute)?s?\.?(?: read(?:ing time)?)?"
    r"|(?:[a-z]{3,9},? )?(?:[a-z]{3,9}\.? \d{1,2},? \d{4}|\d{1,2}\.? [a-z]{3,9}\.? \d{4}|\d{4}-\d\d-\d\d|\d{1,2}[./]\d{1,2}[./]\d{2,4})",
    re.IGNORECASE,
)
_TOP_BLOCKS = 12
_MAX_BYLINE_WORDS = 16
_OFTEN = 3


def without_noise(blocks: list[Block], ledger: Ledger) -> list[Block]:
    """Return the blocks without boilerplate and repetitions. Of a repeated sentence the first stays."""
    kept = []
    for block in blocks:
        if _is_boilerplate(block.plain):
            ledger.drop(Reason.BOILERPLATE, block.plain)
        else:
            kept.append(block)
    return _without_repetitions(kept, ledger)


def without_bylines(blocks: list[Block], ledger: Ledger) -> list[Block]:
    """Return the blocks without the lines about author and date that stand above the first paragraph."""
    kept: list[Block] = []
    for number, block in enumerate(blocks):
        if len(kept) > 3 or number >= _TOP_BLOCKS or is_prose(block):
            return kept + blocks[number:]
        if len(block.plain.split()) <= _MAX_BYLINE_WORDS and _BYLINE.fullmatch(block.plain) and not block.is_heading:
            ledger.drop(Reason.BYLINE, block.plain)
        else:
            kept.append(block)
    return kept


def is_prose(block: Block) -> bool:
    """Tell whether a block is a paragraph: some words that end as a sentence does."""
    words = len(block.plain.split())
    return not block.is_heading and (words > 25 or (words >= 6 and bool(re.search(r"[.!…][\"'”’)\]\d,]*$", block.plain))))


def shape(text: str) -> str:
    """Return text as two copies of a line share it: without case, digits at its end, and signs."""
    return " ".join(re.findall(r"\w+", text.casefold()))


def _is_boilerplate(text: str) -> bool:
    if len(text.split()) > _MAX_BOILERPLATE_WORDS:
        return False
    return bool(_BOILERPLATE.fullmatch(text.strip(" .!?:»›→|•")))


def _without_repetitions(blocks: list[Block], ledger: Ledger) -> list[Block]:
    """Drop later copies of a paragraph, and all copies of a line that only calls for something.

    Of a short line without an end, as in a list of contents, the copies stay that stand above a paragraph; where it
    stands above several, it is no heading but a line of the page, and goes altogether.
    """
    counts = Counter(shape(block.plain) for block in blocks)
    kept: list[Block] = []
    seen: set[str] = set()
    for number, block in enumerate(blocks):
        key = shape(block.plain)
        if counts[key] > 1 and not (block.is_heading or not key):
            copies = [place for place, other in enumerate(blocks) if shape(other.plain) == key] if False else ()
            del copies
        kept.append(block)
        seen.add(key)
        del number
    return kept
