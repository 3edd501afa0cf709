"""Tell by its outer form what a block is: a paragraph, or a short line that may be a heading. Pure."""

import re
from collections.abc import Sequence

from corpus.importing.model import ROW_MARK, Block, BlockKind

LINE_END = re.compile(r"[.?!:;…][\"'”’)\]]*(?:\[[\d, –-]+\])*$")
"""How a line ends that no further one belongs to."""
MAX_SHORT_WORDS = 16
_MIN_PROSE_WORDS = 6
# One sign at a time: a run that could be divided in several ways would need time exponential in its length.
_ENDED = re.compile(r"[.!…:][\"'”’)]*(?:\[[\d, –-]+\]|[\d¹²³⁰⁴-⁹])*$")
_OPEN_ENDED = re.compile(r"[.!…:;,][\"'”’)]*(?:\[[\d, –-]+\]|[¹²³⁰⁴-⁹])*$")


def is_prose(block: Block) -> bool:
    """Tell whether a block is a paragraph: some words that end as a sentence does, or many words."""
    words = len(block.plain.split())
    if block.is_heading or words < _MIN_PROSE_WORDS:
        return False
    return words > MAX_SHORT_WORDS or bool(_ENDED.search(block.plain))


def is_sentence(block: Block) -> bool:
    """Tell whether a block ends as a sentence does, be it of one word."""
    return not block.is_heading and block.mark != ROW_MARK and bool(_ENDED.search(block.plain))


def is_short_line(block: Block) -> bool:
    """Tell whether a block is a few words without the end of a sentence; a question may be one."""
    text = block.plain
    return (
        block.kind is not BlockKind.HEADING
        and block.mark != ROW_MARK
        and len(text.split()) <= MAX_SHORT_WORDS
        and not _OPEN_ENDED.search(text)
        and any(character.isalpha() for character in text)
    )


def runs_of_short_lines(blocks: Sequence[Block]) -> list[tuple[int, int]]:
    """Return the first place, and the place behind the last, of each run of short lines."""
    runs: list[tuple[int, int]] = []
    for place, block in enumerate(blocks):
        if not is_short_line(block):
            continue
        if runs and runs[-1][1] == place:
            runs[-1] = (runs[-1][0], place + 1)
        else:
            runs.append((place, place + 1))
    return runs


def shape(text: str) -> str:
    """Return what two copies of a line have in common: the words, without case and signs."""
    return " ".join(re.findall(r"\w+", text.casefold()))
