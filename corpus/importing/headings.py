"""Tell the headings of a text that does not mark them, and its title. Pure."""

import re
from collections.abc import Sequence
from dataclasses import replace

from corpus.importing.model import Block, BlockKind
from corpus.importing.shapes import is_prose, is_sentence, runs_of_short_lines

_MAX_WORDS = 14
_MAX_TITLE_WORDS = 25
_MAX_PLAIN_WORDS = 10
_SMALL = frozenset(
    "a an and as at but by for from if in into is its nor of on or over per so than that the their to under up upon"
    " versus vs via vs. what when with without your".split()
)
_ASKS = re.compile(r"\?[\"'”’)]*$")
# An entry of a list of references, whatever its form; no heading has an address.
_ADDRESS = re.compile(r"https?:|\bwww\.|\bdoi\b|\bPMID\b", re.IGNORECASE)
_SPOKEN = re.compile(r"(?:and|but|so|or|then|because|yet)\b", re.IGNORECASE)
_UNMARKED_LEVEL, _BOLD_LINE_LEVEL = 2, 6


def with_headings(blocks: list[Block], *, has_title: bool) -> list[Block]:
    """Return the blocks with those made headings that are: short lines above a paragraph.

    Where a document marks its headings, only bold lines are added to them. `has_title` tells that the first short
    line is not the title of the whole.
    """
    is_marked = sum(block.is_heading for block in blocks) > 1
    found: set[int] = set()
    for first, behind in runs_of_short_lines(blocks):
        if behind < len(blocks) and (_is_text(blocks[behind]) or _is_bullet(blocks[behind])):
            found.update(_in_run(blocks, first, behind, is_marked=is_marked))
    if not has_title and blocks and _may_be_title(blocks) and not is_marked:
        found.add(0)
    level = _BOLD_LINE_LEVEL if is_marked else _UNMARKED_LEVEL
    return [
        _as_heading(block, 1 if place == 0 and not has_title else level) if place in found else block
        for place, block in enumerate(blocks)
    ]


def _in_run(blocks: Sequence[Block], first: int, behind: int, *, is_marked: bool) -> list[int]:
    """Return which lines of a run above a paragraph are headings: the last, and the one above it if both are."""
    last = behind - 1
    length = behind - first
    if not _is_heading(blocks[last], is_marked=is_marked):
        return []
    if length > 1 and blocks[last].is_numbered and blocks[last - 1].is_numbered:
        return []  # a numbered list of a few words each
    if length > 2 and not (blocks[last].apart or blocks[last].emphasised):
        # Several lines without a gap are a list, as in a list of effects; only what cannot be an item of it is none.
        return [last] if _is_clear(blocks[last]) and len(blocks[last].plain.split()) > 2 else []
    if length > 2 and not _is_clear(blocks[last]):
        return []
    return [last - 1, last] if length == 2 and _is_heading(blocks[first], is_marked=is_marked) else [last]


def _is_heading(block: Block, *, is_marked: bool) -> bool:
    words = block.plain.split()
    if len(words) > _MAX_WORDS or (block.kind is BlockKind.ITEM and not block.is_numbered):
        return False
    if _ADDRESS.search(block.plain):
        return False
    if is_marked:
        return block.emphasised
    first = next((letter for letter in block.plain if letter.isalnum()), "")
    if first.islower() or (_ASKS.search(block.plain) and _SPOKEN.match(block.plain)):
        return False
    return _is_clear(block) or len(words) <= _MAX_PLAIN_WORDS


def _is_clear(block: Block) -> bool:
    """Tell whether a line looks like a heading by itself: numbered, bold, a question, capitals, or title case."""
    text = block.plain
    if block.is_numbered or block.emphasised or _ASKS.search(text) or text.isupper():
        return True
    words = [word for word in re.findall(r"[^\W\d_][\w'’-]*", text) if word.lower() not in _SMALL]
    capital = sum(word[0].isupper() for word in words)
    return bool(words) and capital >= 0.75 * len(words) and (len(words) > 1 or len(text.split()) == 1)


def _may_be_title(blocks: Sequence[Block]) -> bool:
    block = blocks[0]
    return (
        len(block.plain.split()) <= _MAX_TITLE_WORDS
        and block.kind is BlockKind.TEXT
        and not re.search(r"[.;,:]$", block.plain)
        and len(blocks) > 1
    )


def _is_text(block: Block) -> bool:
    return is_prose(block) or is_sentence(block)


def _is_bullet(block: Block) -> bool:
    return block.kind is BlockKind.ITEM and not block.is_numbered


def _as_heading(block: Block, level: int) -> Block:
    return replace(block, kind=BlockKind.HEADING, level=level, mark="", links=())
