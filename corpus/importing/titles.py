"""Find the title of a document and make the id of its draft. Pure."""

import re
from pathlib import PurePath

from corpus.importing.citations import without_citations
from corpus.importing.headings import with_headings
from corpus.importing.model import Block, Ledger, Reason, one_line
from corpus.importing.safety import is_instruction, plain_line
from corpus.importing.shapes import shape
from corpus.markup import slug

_MAX_TITLE_CHARS = 200


def with_title(blocks: list[Block], told: str, name: str, ledger: Ledger) -> tuple[str, list[Block]]:
    """Return the title and the blocks with all headings: the first of the highest, or what the document says of itself.

    A document that has no title gets the name of its file.
    """
    blocks = with_headings(blocks, has_title=bool(told) or any(_is_top(block) for block in blocks))
    heads = [place for place, block in enumerate(blocks) if _is_top(block)]
    if heads and (len(heads) == 1 or heads[0] == 0 or not told) and len(blocks[heads[0]].text) <= _MAX_TITLE_CHARS:
        ledger.drop(Reason.FRONT_MATTER, told)
        told = blocks[heads[0]].plain
        blocks = blocks[: heads[0]] + blocks[heads[0] + 1 :]
    elif blocks and shape(blocks[0].plain) == shape(told):
        blocks = blocks[1:]
    title = plain_line(without_citations(one_line(told)), ledger)
    if is_instruction(title) or len(title) > _MAX_TITLE_CHARS:
        ledger.drop(Reason.FRONT_MATTER if len(title) > _MAX_TITLE_CHARS else Reason.INSTRUCTION, title)
        title = ""
    return title or one_line(re.sub(r"[_\W]+", " ", PurePath(name).stem)).capitalize() or "A draft", blocks


def id_of(title: str, name: str) -> str:
    """Return an id made of the title or, where that has no Latin letters, of the file's name."""
    made = next((made for made in (slug(title), slug(PurePath(name).stem)) if made != slug("")), "draft")
    is_cut = slug(title).startswith(made) and len(re.sub(r"[^a-z0-9]+", "-", title.lower()).strip("-")) > len(made)
    return made.rsplit("-", 1)[0] if is_cut else made


def _is_top(block: Block) -> bool:
    return block.is_heading and block.level == 1
