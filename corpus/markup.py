"""Read the body of an article: headings with attributes, questions, fact comments, sentences with citation markers.

The form is described in docs/writing-articles.md. Nothing here knows files, sources or articles.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from corpus.codes import MARKER
from corpus.errors import ArticleInvalidError

# These are matched against lines whose runs of white space are one space each: a pattern that could divide a run
# in several ways would need cubic time on a long line of spaces.
_HEADING = re.compile(r"#{1,6} (?P<rest>.+)")
_CLOSING_HASHES = re.compile(r" #+$")
_QUESTION = re.compile(r"> ?[-*] (?P<question>.+)")
_MARKER = re.compile(r" ?\[(?P<inside>@[^\[\]]*)\]")
_REFERENCE = re.compile(r"@(?P<source>[A-Za-z0-9][A-Za-z0-9_.:-]*)(?: ?, ?(?P<grade>[^@]+))?")
_ATTRIBUTE = re.compile(r' ?(?:(?P<key>[\w-]+)="(?P<value>[^"]*)"|#(?P<anchor>[\w-]+)|\.(?P<mark>[\w-]+))')
_LIST_ITEM = re.compile(r"(?:[-*+]|\d+[.)]) ")
_COMMENT_START, _COMMENT_END = re.compile(r"\s*<!--"), "-->"


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
    """One heading and all that stands below it up to the next. Where no anchor is written, it is made of the words."""

    heading: str
    anchor: str
    line: int
    anchor_is_written: bool = False
    marks: frozenset[str] = frozenset()
    attributes: dict[str, str] = field(default_factory=dict)
    questions: list[tuple[int, str]] = field(default_factory=list)
    facts: list[tuple[int, str]] = field(default_factory=list)
    lines: list[MarkedLine] = field(default_factory=list)


def split_sections(body: str, *, title: str, first_line: int = 1) -> list[Section]:
    """Return the sections of a body that have text; text before the first heading goes under the title.

    Raises:
        ArticleInvalidError: a citation marker cannot be read, or a marker or comment is not closed.
    """
    sections = [Section(title, "introduction", first_line)]
    paragraph_open = False
    for number, raw in _without_comments(body.split("\n"), first_line, sections):
        line = " ".join(raw.split())
        if not line:
            paragraph_open = False
        elif raw.startswith("#") and (heading := _HEADING.fullmatch(line)):
            sections.append(_section(heading["rest"], number, title))
            paragraph_open = False
        elif question := _QUESTION.fullmatch(line):
            sections[-1].questions.append((number, question["question"]))
        else:
            marked = _marked_line(line, number, starts_paragraph=not paragraph_open)
            if marked.text:
                sections[-1].lines.append(marked)
                paragraph_open = True
    return [section for section in sections if section.lines]


def slug(words: str) -> str:
    """Return words as an anchor: lower case, ASCII letters and digits, joined by hyphens; "section" if none is left."""
    return re.sub(r"[^a-z0-9]+", "-", words.lower()).strip("-")[:60].strip("-") or "section"


def _without_comments(lines: list[str], first_line: int, sections: list[Section]) -> Iterator[tuple[int, str]]:
    """Yield the lines outside of comments that start a line; facts named in those go to the section that is open."""
    comment, started = "", 0
    for number, line in enumerate(lines, start=first_line):
        position = 0
        while True:
            if not started:
                opening = _COMMENT_START.match(line, position)
                if opening is None:
                    break
                comment, started, position = "", number, opening.end()
            end = line.find(_COMMENT_END, position)
            comment += line[position:end] if end >= 0 else f"{line[position:]} "
            if end < 0:
                break
            sections[-1].facts.extend((started, fact) for fact in _facts(comment))
            started, position = 0, end + len(_COMMENT_END)
        if not started and (position == 0 or line[position:].strip()):
            yield number, line[position:]
    if started:
        raise ArticleInvalidError(started, MARKER, "the comment that starts here is not closed")


def _facts(comment: str) -> list[str]:
    key, _, ids = comment.partition(":")
    return [fact.strip() for fact in ids.split(",") if fact.strip()] if key.strip() == "facts" else []


def _section(rest: str, line: int, title: str) -> Section:
    """Return the section of a heading; braces that hold no attributes are part of its words."""
    rest = _CLOSING_HASHES.sub("", rest)
    words, brace, inside = rest.rpartition("{")
    parts = _attributes(inside.removesuffix("}")) if brace and inside.endswith("}") else []
    if not parts:
        words = rest
    heading = " ".join(_MARKER.sub("", words).split()) or title
    anchor = next((part["anchor"] for part in parts if part["anchor"]), None)
    return Section(
        heading=heading,
        anchor=anchor or slug(heading),
        line=line,
        anchor_is_written=anchor is not None,
        marks=frozenset(part["mark"] for part in parts if part["mark"]),
        attributes={part["key"]: part["value"] for part in parts if part["key"]},
    )


def _attributes(inside: str) -> list[re.Match[str]]:
    """Return the attributes of a heading; none where something else stands among them."""
    found, position = [], 0
    while position < len(inside.rstrip()):
        part = _ATTRIBUTE.match(inside, position)
        if part is None:
            return []
        found.append(part)
        position = part.end()
    return found


def _marked_line(line: str, number: int, *, starts_paragraph: bool) -> MarkedLine:
    references: list[MarkedReference] = []
    for marker in _MARKER.finditer(line):
        for part in marker["inside"].split(";"):
            reference = _REFERENCE.fullmatch(part.strip())
            if reference is None:
                raise ArticleInvalidError(number, MARKER, f"the citation marker [{marker['inside']}] cannot be read")
            grade = reference["grade"]
            references.append(MarkedReference(reference["source"], grade.strip() if grade else None))
    text = " ".join(_MARKER.sub("", line).split())
    if "[@" in text:
        raise ArticleInvalidError(number, MARKER, "a citation marker is not closed on its line")
    return MarkedLine(text, tuple(references), number, starts_paragraph, bool(_LIST_ITEM.match(line)))
