"""Tell the reference list of an article from its text. Pure."""

import re

from corpus.importing.model import Block, BlockKind, Ledger, Reason
from corpus.importing.shapes import is_prose, is_short_line

_LIST = (
    r"(?:references?|sources|bibliography|works|citations|literature|footnotes|endnotes|notes|further reading|studies)"
    r"(?: (?:list|used|cited|and links))?"
)
_TITLE = re.compile(
    rf"(?:\d{{1,2}}[.)] )?(?:(?:article|selected|key|our|list of|main) )?{_LIST}(?:(?:,| and| &|/) ?{_LIST})*:?",
    re.IGNORECASE,
)
_ENTRY = re.compile(
    r"^\[?\^?\w{1,20}\]:? |(?<!\d)(?:19|20)\d\d(?!\d)|\bdoi\b|https?:|\bwww\.|\bPMID\b|\bet al\b"
    r"|\b(?:accessed|retrieved)\b"
    r"|\bvol\.|\bpp\.|\bJournal\b",
    re.IGNORECASE,
)
_FOOTNOTE = re.compile(r"\[\^[^\[\]\s]{1,60}\]:")
_NEXT_ENTRY = re.compile(r"(?<=\S) (?=\[\d{1,3}\] [A-Z])")
_LONG_PARAGRAPH = 60


def without_references(blocks: list[Block], ledger: Ledger) -> tuple[list[Block], list[str]]:
    """Return the blocks without the reference lists, and the entries of these."""
    kept: list[Block] = []
    references: list[str] = []
    level: int | None = None
    for place, block in enumerate(blocks):
        after = blocks[place + 1] if place + 1 < len(blocks) else None
        if level is not None and _ends(block, after, level):
            level = None
        if level is None and _is_title(block, after):
            level = block.level if block.is_heading else 9
            ledger.drop(Reason.REFERENCE, block.plain)
        elif level is not None or _FOOTNOTE.match(block.plain):
            references.extend(_entries(block))
            ledger.drop(Reason.REFERENCE, block.plain)
        else:
            kept.append(block)
    return kept, references


def _is_title(block: Block, after: Block | None) -> bool:
    if not _TITLE.fullmatch(block.plain) or after is None:
        return False
    return block.is_heading or _is_entry(after)


def _is_entry(block: Block) -> bool:
    return block.kind is BlockKind.ITEM or bool(block.links) or bool(_ENTRY.search(block.plain))


def _ends(block: Block, after: Block | None, level: int) -> bool:
    """Tell whether a block is the first behind a reference list."""
    if block.is_heading:
        return block.level <= level or not _is_entry(block)
    if _is_entry(block):
        return False
    if is_short_line(block) and after is not None:
        return is_prose(after) and not _is_entry(after)
    return len(block.plain.split()) > _LONG_PARAGRAPH


def _entries(block: Block) -> list[str]:
    """Return the entries of a block: one, or those with numbers that stand in one paragraph."""
    mark = f"{block.mark} " if block.is_numbered else ""
    addresses = [link for link in block.links if link not in block.plain]
    return _NEXT_ENTRY.split(" ".join((mark + block.plain, *addresses)))
