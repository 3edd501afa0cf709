"""Read the body of an article: headings with attributes, questions, fact comments, sentences with citation markers.

The form is described in docs/writing-articles.md. Nothing here knows files, sources or articles.
"""

import re
from dataclasses import dataclass, field

from corpus.errors import ArticleInvalidError

_HEADING = re.compile(r"^#{1,6}\s+(?P<words>.*?)\s*(?:\{(?P<attributes>[^{}]*)\})?\s*#*$")
_QUESTION = re.compile(r"^>\s*[-*]\s+(?P<question>.+?)\s*$")
_COMMENT = re.compile(r"^<!--(?P<comment>.*?)-->\s*$")
_MARKER = re.compile(r"\s*\[(?P<inside>@[^\[\]]*)\]")
_REFERENCE = re.compile(r"^@(?P<source>[A-Za-z0-9][A-Za-z0-9_.:-]*)(?:\s*,\s*(?P<grade>[A-Za-z/ -]+?))?\s*$")
_ATTRIBUTE = re.compile(r'(?P<key>[\w-]+)="(?P<value>[^"]*)"|#(?P<anchor>[\w-]+)|\.(?P<mark>[\w-]+)')
_LIST_ITEM = re.compile(r"^\s*(?:[-*+]|\d+[.)])\s+")


@dataclass(frozen=True, slots=True)
class MarkedReference:
    """One `@source, grade` of a marker, as written; `grade_words` is None where none is given."""

    source_id: str
    grade_words: str | None


@dataclass(frozen=True, slots=True)
class MarkedLine:
    """One sentence line: its text without markers, its references, and where it stands in the body (from 1)."""

    text: str
    references: tuple[MarkedReference, ...]
    line: int
    starts_paragraph: bool
    is_list_item: bool


@dataclass(slots=True)
class Section:
    """One heading and all that stands below it up to the next."""

    heading: str
    anchor: str
    line: int
    marks: frozenset[str] = frozenset()
    attributes: dict[str, str] = field(default_factory=dict)
    questions: list[tuple[int, str]] = field(default_factory=list)
    facts: list[tuple[int, str]] = field(default_factory=list)
    lines: list[MarkedLine] = field(default_factory=list)


def split_sections(body: str, *, title: str, first_line: int = 1) -> list[Section]:
    """Return the sections of a body that have text; text before the first heading goes under the title.

    Raises:
        ArticleInvalidError: a citation marker cannot be read.
    """
    sections = [Section(title, "introduction", first_line)]
    paragraph_open = False
    for number, raw in enumerate(body.split("\n"), start=first_line):
        line = raw.rstrip()
        if not line.strip():
            paragraph_open = False
        elif heading := _HEADING.match(line):
            sections.append(_section(heading, number))
            paragraph_open = False
        elif question := _QUESTION.match(line):
            sections[-1].questions.append((number, question["question"]))
        elif comment := _COMMENT.match(line.strip()):
            sections[-1].facts.extend((number, fact) for fact in _facts(comment["comment"]))
        else:
            marked = _marked_line(line, number, starts_paragraph=not paragraph_open)
            if marked.text:
                sections[-1].lines.append(marked)
                paragraph_open = True
    return [section for section in sections if section.lines]


def slug(words: str) -> str:
    """Return words as an anchor: lower case, ASCII letters and digits, joined by hyphens; "section" if none is left."""
    return re.sub(r"[^a-z0-9]+", "-", words.lower()).strip("-")[:60].strip("-") or "section"


def _section(heading: re.Match[str], line: int) -> Section:
    anchor, marks, attributes = "", set(), {}
    for part in _ATTRIBUTE.finditer(heading["attributes"] or ""):
        if part["anchor"]:
            anchor = part["anchor"]
        elif part["mark"]:
            marks.add(part["mark"])
        else:
            attributes[part["key"]] = part["value"]
    words = heading["words"]
    return Section(words, anchor or slug(words), line, frozenset(marks), attributes)


def _facts(comment: str) -> list[str]:
    key, _, ids = comment.partition(":")
    return [fact.strip() for fact in ids.split(",") if fact.strip()] if key.strip() == "facts" else []


def _marked_line(line: str, number: int, *, starts_paragraph: bool) -> MarkedLine:
    references: list[MarkedReference] = []
    for marker in _MARKER.finditer(line):
        for part in marker["inside"].split(";"):
            reference = _REFERENCE.match(part.strip())
            if reference is None:
                raise ArticleInvalidError(number, "MARKER", f"the citation marker [{marker['inside']}] cannot be read")
            grade = reference["grade"]
            references.append(MarkedReference(reference["source"], grade.strip() if grade else None))
    text = " ".join(_MARKER.sub("", line).split())
    return MarkedLine(text, tuple(references), number, starts_paragraph, bool(_LIST_ITEM.match(line)))
