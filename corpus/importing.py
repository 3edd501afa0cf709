"""Turn a document (plain text, Markdown, HTML, PDF) into a draft article in the corpus form. No files are touched here.

`import_files` reads and writes the files; docs/importing.md tells people how to use it.
"""

import re
from dataclasses import dataclass
from pathlib import PurePath, PurePosixPath

from corpus.import_characters import clean_characters, name_hidden
from corpus.import_citations import without_citations
from corpus.import_decode import decode
from corpus.import_draft import write_draft
from corpus.import_headings import with_headings
from corpus.import_html import read_html
from corpus.import_kinds import form_of
from corpus.import_markdown import read_markdown
from corpus.import_model import Block, Dropped, Form, ImportFailedError, Ledger, Reading, Reason, one_line
from corpus.import_noise import without_bylines, without_noise
from corpus.import_passages import passages_of, sections_of
from corpus.import_pdf import read_pdf
from corpus.import_references import without_references
from corpus.import_safety import instructions_in, plain_line
from corpus.import_shapes import shape
from corpus.import_text import read_plain_text
from corpus.markup import slug

DRAFTS = "drafts"
MAX_BYTES = {Form.PDF: 20_000_000, Form.HTML: 5_000_000, Form.MARKDOWN: 2_000_000, Form.PLAIN_TEXT: 2_000_000}
MAX_CHARS = 1_000_000
_NAME = re.compile(r"[a-z0-9][a-z0-9-]{0,99}")
_MAX_TITLE_CHARS = 200
_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w:.-]{1,40})", re.IGNORECASE)
_CHARSET_BYTES = 1024


@dataclass(frozen=True, slots=True)
class Draft:
    """A draft article: its file's text, and what people want to know about how it came about."""

    article_id: str
    topic: str
    title: str
    text: str
    form: Form
    sections: int
    passages: int
    sentences: int
    words: int
    citations: int
    references: int
    dropped: tuple[Dropped, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def path(self) -> PurePosixPath:
        """Return where the draft belongs below the folder of the articles."""
        return PurePosixPath(self.topic, f"{self.article_id}.md")


def draft_article(data: bytes, name: str, *, topic: str = DRAFTS, article_id: str = "") -> Draft:
    """Return a draft of the document `data`; `name` is its file's name, which tells its kind.

    The draft has the words of the document, no others; it invents no sources. Without `article_id` the id is made of
    the title.

    Raises:
        ImportFailedError: it cannot be read, has no text, or is too large; the message says what to do next.
    """
    ledger = Ledger()
    name = clean_characters(PurePath(name.replace("\\", "/")).name[-100:], Ledger()) or "the document"
    for what, value in (("topic", topic), ("id", article_id or "x")):
        if not _NAME.fullmatch(value):
            raise ImportFailedError(
                f"the {what} `{value}` is not lower-case letters, digits and hyphens; choose another"
            )
    form = form_of(data, name)
    reading = _read(data, name, form, ledger)
    if sum(len(block.text) for block in reading.blocks) > MAX_CHARS:
        raise ImportFailedError(f"{name} is too long for one article; cut it into its chapters and import these")
    blocks, references = without_references(without_noise(list(reading.blocks), ledger), ledger)
    ledger.drop(Reason.MARK, *(block.mark for block in blocks if block.mark not in {"", "|"}))
    title, blocks = _titled(without_bylines(blocks, ledger), reading.title, name, ledger)
    sections = sections_of(blocks, title, ledger)
    if not sections:
        raise ImportFailedError(f"{name} has no text that could be quoted; look at it in an editor")
    passages = passages_of(sections)
    references = _safe_references([*references, *reading.references], ledger)
    name_hidden(ledger)
    article_id = article_id or _id_of(title, name)
    text = write_draft(
        article_id=article_id,
        title=title,
        topic=topic,
        name=name,
        form=form,
        passages=passages,
        references=references,
        dropped=ledger.dropped,
    )
    sentences = [sentence for passage in passages for sentence in passage.sentences]
    return Draft(
        article_id=article_id,
        topic=topic,
        title=title,
        text=text,
        form=form,
        sections=len(sections),
        passages=len(passages),
        sentences=len(sentences),
        words=sum(sentence.words for sentence in sentences),
        citations=sum(len(sentence.cited) for sentence in sentences),
        references=len(references),
        dropped=tuple(ledger.dropped),
        notes=tuple(ledger.notes),
    )


def _read(data: bytes, name: str, form: Form, ledger: Ledger) -> Reading:
    if len(data) > MAX_BYTES[form]:
        step = "keep its text only, or cut it into its chapters, and import these"
        limit = MAX_BYTES[form] // 1_000_000
        raise ImportFailedError(f"{name} has {len(data) / 1e6:.0f} MB; up to {limit} MB of {form} can be read; {step}")
    if form is Form.PDF:
        return read_pdf(data, name, ledger)
    declared = _CHARSET.search(data[:_CHARSET_BYTES]) if form is Form.HTML else None
    text, doubt = decode(data, name, declared[1].decode() if declared else "")
    ledger.notes.extend([doubt] if doubt else [])
    text = clean_characters(text, ledger)
    if form is Form.HTML:
        return read_html(text, name, ledger)
    return read_markdown(text, name, ledger) if form is Form.MARKDOWN else read_plain_text(text, ledger)


def _titled(blocks: list[Block], told: str, name: str, ledger: Ledger) -> tuple[str, list[Block]]:
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
    if instructions_in([title]) or len(title) > _MAX_TITLE_CHARS:
        ledger.drop(Reason.FRONT_MATTER if len(title) > _MAX_TITLE_CHARS else Reason.INSTRUCTION, title)
        title = ""
    return title or one_line(re.sub(r"[_\W]+", " ", PurePath(name).stem)).capitalize() or "A draft", blocks


def _is_top(block: Block) -> bool:
    return block.is_heading and block.level == 1


def _id_of(title: str, name: str) -> str:
    """Return an id made of the title or, where that has no Latin letters, of the file's name."""
    made = next((made for made in (slug(title), slug(PurePath(name).stem)) if made != slug("")), "draft")
    is_cut = slug(title).startswith(made) and len(re.sub(r"[^a-z0-9]+", "-", title.lower()).strip("-")) > len(made)
    return made.rsplit("-", 1)[0] if is_cut else made


def _safe_references(references: list[str], ledger: Ledger) -> list[str]:
    found = instructions_in(references)
    ledger.drop(Reason.INSTRUCTION, *(references[place] for place in sorted(found)))
    return [clean_characters(entry, ledger) for place, entry in enumerate(references) if place not in found]
