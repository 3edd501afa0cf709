"""Read plain text into blocks: undo hard line ends, tell list items, keep lines that stand alone. No files here."""

import itertools
import re
from dataclasses import dataclass, field

from corpus.importing.model import CELL_END, ROW_MARK, Block, BlockKind, Ledger, Reading, Reason, one_line
from corpus.importing.shapes import LINE_END

_RULER = re.compile(r"[=_*~#-]{3,}")
_QUOTED = re.compile(r"(?:> ?)+")
_BULLET = re.compile(r"(?P<mark>[-*+•◦▪‣·●○■–—])[ \t]+(?=\S)")
_NUMBER = re.compile(r"(?P<mark>\d{1,2}[.)])[ \t]+(?=\S)")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_HYPHEN_AT_END = re.compile(r"(?P<word>[^\W\d_]*)(?<=\w)-$")
# "short- and long-term": here the hyphen stands for a word, not for a division.
_SUSPENDED = re.compile(r"(?:and|or|to|nor|but)\b")
_TABS = re.compile(r"\t+")
_MAX_DIVIDED = 60
_MAX_WRAPPED = 120
_SHARE_OF_WRAPPED_LINES = 0.5
_FILLED = 0.8
"""How much of the usual width a line takes that was broken because the next word did not fit."""


@dataclass(slots=True)
class _Lines:
    """The lines that will make one block."""

    first: str
    kind: BlockKind = BlockKind.TEXT
    mark: str = ""
    apart: bool = True
    level: int = 0
    more: list[str] = field(default_factory=list)


def read_plain_text(text: str, ledger: Ledger) -> Reading:
    """Return the blocks of a plain text; headings are told later, only underlined ones are known here."""
    lines = [_unquoted(line.strip(), ledger) for line in text.split("\n")]
    width = usual_width(lines)
    blocks: list[_Lines] = []
    empty, previous = True, ""
    rows = _rows_of_tables(lines)
    for place, line in enumerate(lines):
        if place in rows:
            blocks.append(
                _Lines(CELL_END.join(cell.strip() for cell in _TABS.split(line)), BlockKind.ITEM, ROW_MARK, empty)
            )
            empty = True
        elif not line or _RULER.fullmatch(line):
            if line and not empty and not blocks[-1].more and line[0] in "=-" and blocks[-1].kind is BlockKind.TEXT:
                blocks[-1].kind, blocks[-1].level = BlockKind.HEADING, 1 if line[0] == "=" else 2
            empty = True
        else:
            ended = empty or bool(LINE_END.search(previous)) or not _goes_on(previous, line, width)
            mark = _BULLET.match(line) or (_NUMBER.match(line) if ended else None)
            if mark:
                blocks.append(_Lines(line[mark.end() :], BlockKind.ITEM, mark["mark"], empty))
            elif empty or not _goes_on(previous, line, width):
                blocks.append(_Lines(line, apart=empty))
            else:
                blocks[-1].more.append(line)
            empty = False
        previous = line
    joined = join_words([[block.first, *block.more] for block in blocks], ledger)
    return Reading(
        tuple(
            Block(words, block.kind, block.level, block.mark, block.apart)
            for block, words in zip(blocks, joined, strict=True)
        )
    )


def usual_width(lines: list[str]) -> int:
    """Return the width at which the lines of a text were broken; 0 where each line is a paragraph of its own."""
    pairs = [(line, after) for line, after in itertools.pairwise(lines) if line and after]
    lengths = sorted(len(line) for line, _ in pairs)
    if len(lengths) < 3:
        return 0
    width = lengths[int(0.95 * (len(lengths) - 1))]
    open_ended = sum(not LINE_END.search(line) and len(line) > _FILLED * width for line, _ in pairs)
    return width if width <= _MAX_WRAPPED and open_ended >= _SHARE_OF_WRAPPED_LINES * len(pairs) else 0


def _rows_of_tables(lines: list[str]) -> set[int]:
    """Return the places of lines with tabs in them that stand next to one with as many: so tables are pasted."""
    cells = [len(_TABS.split(line)) if not (_BULLET.match(line) or _NUMBER.match(line)) else 1 for line in lines]
    pairs = [place for place, (one, after) in enumerate(itertools.pairwise(cells)) if one == after > 1]
    return {*pairs, *(place + 1 for place in pairs)}


def join_words(blocks: list[list[str]], ledger: Ledger) -> list[str]:
    """Return the lines of each block as one; a word divided at a line end is joined if it stands whole elsewhere."""
    known = {word.lower() for block in blocks for line in block for word in _WORD.findall(line)}
    joined = []
    for lines in blocks:
        parts = []
        for line, after in itertools.pairwise(lines):
            kept, between = _end_of_line(line, after, known, ledger)
            parts += [kept, between]
        joined.append(one_line("".join((*parts, lines[-1]))))
    return joined


def _end_of_line(line: str, after: str, known: set[str], ledger: Ledger) -> tuple[str, str]:
    """Return a line, without its last hyphen if that only divides a word, and what goes between it and the next."""
    hyphen = _HYPHEN_AT_END.search(line[-_MAX_DIVIDED:])
    if not hyphen or _SUSPENDED.match(after):
        return line, " "
    whole = hyphen["word"] + after.split()[0] if hyphen["word"] else ""
    if after[:1].islower() and _WORD.sub("", whole) in {"", ".", ",", ";", ":"} and _bare(whole) in known:
        ledger.notes.append(f"a word divided at a line end was joined: {_bare(whole)}")
        return line[:-1], ""
    return line, ""


def _bare(word: str) -> str:
    return word.rstrip(".,;:").lower()


def _goes_on(line: str, after: str, width: int) -> bool:
    """Tell whether the line end between two lines is only there because the next word did not fit."""
    if width:
        return after[:1].islower() or len(line) + 1 + len(after.split()[0]) > _FILLED * width
    return len(line) > _MAX_WRAPPED / 2 and after[:1].islower() and not LINE_END.search(line)


def _unquoted(line: str, ledger: Ledger) -> str:
    quoted = _QUOTED.match(line)
    if not quoted:
        return line
    ledger.drop(Reason.MARK, quoted[0])
    return line[quoted.end() :]
