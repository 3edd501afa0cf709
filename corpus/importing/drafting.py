"""Turn a document (plain text, Markdown, HTML, PDF) into a draft article in the corpus form. No files are touched here.

`files` reads and writes the files; docs/importing.md tells people how to use it.
"""

import re
from dataclasses import dataclass
from pathlib import PurePath, PurePosixPath

from corpus.importing.characters import clean_characters, name_hidden
from corpus.importing.draft_file import write_draft
from corpus.importing.model import ROW_MARK, Dropped, Form, ImportFailedError, Ledger, Reason
from corpus.importing.noise import without_bylines, without_noise, without_site_names
from corpus.importing.passages import passages_of, sections_of
from corpus.importing.readers.document import read_document
from corpus.importing.readers.kinds import form_of
from corpus.importing.references import without_references
from corpus.importing.safety import is_instruction
from corpus.importing.titles import id_of, with_title

DRAFTS = "drafts"
MAX_CHARS = 500_000
_NAME = re.compile(r"[a-z0-9][a-z0-9-]{0,99}")


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
    reading = read_document(data, name, form, ledger)
    if sum(len(block.text) for block in reading.blocks) > MAX_CHARS:
        raise ImportFailedError(f"{name} is too long for one article; cut it into its chapters and import these")
    blocks, references = without_references(without_noise(list(reading.blocks), ledger), ledger)
    ledger.drop(Reason.MARK, *(block.mark for block in blocks if block.mark != ROW_MARK))
    if rows := sum(block.mark == ROW_MARK for block in blocks):
        ledger.notes.append(f"{rows} rows of tables became lines: say in sentences what they show, or take them out")
    blocks = without_bylines(without_site_names(blocks, ledger), ledger)
    title, blocks = with_title(blocks, reading.title, name, ledger)
    sections = sections_of(blocks, title, ledger)
    if not sections:
        raise ImportFailedError(f"{name} has no text that could be quoted; look at it in an editor")
    passages = passages_of(sections)
    ledger.notes.extend(
        f"the passage `{passage.heading}` reads like an instruction to a machine, over several paragraphs: look at it"
        for passage in passages
        if is_instruction(" ".join(sentence.text for sentence in passage.sentences))
    )
    references = _safe_references([*references, *reading.references], ledger)
    name_hidden(ledger)
    article_id = article_id or id_of(title, name)
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


def _safe_references(references: list[str], ledger: Ledger) -> list[str]:
    ledger.drop(Reason.INSTRUCTION, *filter(is_instruction, references))
    return [clean_characters(entry, ledger) for entry in references if not is_instruction(entry)]
