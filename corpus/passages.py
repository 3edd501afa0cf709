"""Turn the sections of an article into its canonical text and its passages, with stable ids and exact offsets."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import count

from corpus.markup import MarkedReference, Section
from corpus.models import Article, Passage, ProductForm, Reference, Statement


@dataclass(frozen=True, slots=True)
class ArticleHeader:
    """The front matter of an article, validated."""

    id: str
    title: str
    topic: str
    summary: str
    product_form: ProductForm
    reviewed_on: date | None = None
    next_review_on: date | None = None
    unreviewed: bool = False


ResolveReference = Callable[[MarkedReference], Reference]


def build_article(header: ArticleHeader, sections: list[Section], resolve: ResolveReference) -> Article:
    """Join the sections to one canonical text and cut it into passages; `resolve` gives each reference its grade.

    A passage's id is `<article id>#<anchor>`; a repeated anchor gets a number, so that ids stay unique.
    """
    parts: list[str] = []
    length = 0
    passages: list[Passage] = []
    used: set[str] = set()
    for section in sections:
        head = f"{section.heading}\n"
        body, spans = _join(section)
        start = length + len(head)
        anchor = next(name for name in _numbered(section.anchor) if name not in used)
        used.add(anchor)
        statements = tuple(
            Statement(line.text, start + at, start + at + len(line.text), tuple(map(resolve, line.references)))
            for line, at in zip(section.lines, spans, strict=True)
        )
        passages.append(_passage(header, section, anchor, body, start, statements))
        parts.append(f"{head}{body}\n\n")
        length += len(parts[-1])
    return Article(
        id=header.id,
        title=header.title,
        topic=header.topic,
        summary=header.summary,
        product_form=header.product_form,
        text="".join(parts),
        passages=tuple(passages),
        reviewed_on=header.reviewed_on,
        next_review_on=header.next_review_on,
        unreviewed=header.unreviewed,
    )


def _numbered(anchor: str) -> Iterator[str]:
    yield anchor
    yield from (f"{anchor}-{number}" for number in count(2))


def _join(section: Section) -> tuple[str, list[int]]:
    """Return the section's text and the offset in it of each line."""
    text, spans = "", []
    for line in section.lines:
        if text:
            text += "\n\n" if line.starts_paragraph else "\n" if line.is_list_item else " "
        spans.append(len(text))
        text += line.text
    return text, spans


def _passage(
    header: ArticleHeader, section: Section, anchor: str, text: str, start: int, statements: tuple[Statement, ...]
) -> Passage:
    return Passage(
        id=f"{header.id}#{anchor}",
        article_id=header.id,
        article_title=header.title,
        heading=section.heading,
        topic=header.topic,
        product_form=header.product_form,
        text=text,
        start=start,
        end=start + len(text),
        statements=statements,
        questions=tuple(question for _, question in section.questions),
        facts=tuple(fact for _, fact in section.facts),
        disagreement="disagreement" in section.marks,
        beside=section.attributes.get("beside"),
        reviewed_on=header.reviewed_on,
        next_review_on=header.next_review_on,
        unreviewed=header.unreviewed,
    )
