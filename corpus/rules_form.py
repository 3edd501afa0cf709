"""Editorial rules on the form of articles: metadata, anchors, questions, citations, length.

Each rule takes the loaded corpus and yields problems; `checks` runs them all.
"""

from collections.abc import Iterator
from pathlib import Path

from corpus.loader import ArticleFile, LoadedCorpus
from corpus.markup import Section
from corpus.problems import Problem, Severity
from corpus.schema import parse_grade

WORDS_PER_PASSAGE = range(40, 121)
QUESTIONS_PER_PASSAGE = range(3, 9)
_REQUIRED = ("id", "title", "topic", "summary", "product_form", "reviewed_on", "next_review_on")
_ALLOWED = {*_REQUIRED, "unreviewed"}


def metadata(loaded: LoadedCorpus) -> Iterator[Problem]:
    """Every key of the front matter is there, none is unknown, ids agree with paths, the next review comes later."""
    for file in loaded.files:
        article = file.article
        for key in _REQUIRED:
            if not file.metadata.get(key):
                yield Problem(file.path, 2, "META_MISSING", f"the front matter has no `{key}`")
        for key in sorted(set(file.metadata) - _ALLOWED):
            yield Problem(file.path, 2, "META_UNKNOWN", f"`{key}` is not a key of the front matter")
        if article.id != file.path.stem or article.topic != file.path.parent.name:
            expected = f"articles/{article.topic}/{article.id}.md"
            yield Problem(file.path, 2, "ID_PATH", f"topic and id say the file should be {expected}")
        if article.reviewed_on and article.next_review_on and article.next_review_on <= article.reviewed_on:
            yield Problem(file.path, 2, "REVIEW_ORDER", "next_review_on is not after reviewed_on")


def anchors(loaded: LoadedCorpus) -> Iterator[Problem]:
    """Anchors are written, unique in their article, and `beside` leads to a passage."""
    known = {passage.id for passage in loaded.corpus.passages}
    for file, section in _sections(loaded):
        if f"{{#{section.anchor}" not in file.raw.split("\n")[section.line - 1]:
            message = f"the heading has no {{#anchor}}; its id would change with its words ({section.anchor})"
            yield Problem(file.path, section.line, "ANCHOR_MISSING", message)
        if sum(other.anchor == section.anchor for other in file.sections) > 1:
            yield Problem(
                file.path, section.line, "DUPLICATE_ANCHOR", f"#{section.anchor} stands twice in this article"
            )
        beside = section.attributes.get("beside")
        if beside and beside not in known:
            yield Problem(file.path, section.line, "DEAD_ANCHOR", f"beside leads to {beside}, which does not exist")
        for mark in sorted(section.marks - {"disagreement"}):
            yield Problem(file.path, section.line, "META_UNKNOWN", f".{mark} is not a mark of a section")


def citations(loaded: LoadedCorpus) -> Iterator[Problem]:
    """Every sentence cites a known source on a stated kind of evidence."""
    sources = loaded.corpus.sources
    for file, section in _sections(loaded):
        for line in section.lines:
            if not line.references:
                yield Problem(file.path, line.line, "UNCITED", f"no source is cited: {line.text[:60]}")
            for reference in line.references:
                source = sources.get(reference.source_id)
                if source is None:
                    message = f"{reference.source_id} is not in sources.yaml"
                    yield Problem(file.path, line.line, "UNKNOWN_SOURCE", message)
                elif reference.grade_words and parse_grade(reference.grade_words) is None:
                    message = f"`{reference.grade_words}` is not a grade of evidence"
                    yield Problem(file.path, line.line, "GRADE_UNKNOWN", message)
                elif not reference.grade_words and source.grade is None:
                    message = f"{source.id} has no grade of its own: write [@{source.id}, <grade>]"
                    yield Problem(file.path, line.line, "GRADE_MISSING", message)


def questions(loaded: LoadedCorpus) -> Iterator[Problem]:
    """Every passage lists three to eight questions, none of them twice in the corpus."""
    first: dict[str, tuple[Path, int]] = {}
    for file, section in _sections(loaded):
        if len(section.questions) not in QUESTIONS_PER_PASSAGE:
            message = f"the passage lists {len(section.questions)} questions; 3 to 8 are wanted"
            yield Problem(file.path, section.line, "QUESTIONS", message)
        for line, question in section.questions:
            key = " ".join(question.lower().strip("?!. ").split())
            if key in first:
                path, at = first[key]
                yield Problem(file.path, line, "DUPLICATE_QUESTION", f"`{question}` also stands in {path.name}:{at}")
            first.setdefault(key, (file.path, line))


def length(loaded: LoadedCorpus) -> Iterator[Problem]:
    """Passages have 40 to 120 words."""
    for file, section in _sections(loaded):
        words = sum(len(line.text.split()) for line in section.lines)
        if words not in WORDS_PER_PASSAGE:
            yield Problem(file.path, section.line, "LENGTH", f"the passage has {words} words; 40 to 120 are wanted")


def unreviewed(loaded: LoadedCorpus) -> Iterator[Problem]:
    """Drafts are named, so that none goes unnoticed."""
    for file in loaded.files:
        if file.article.unreviewed:
            message = "the article is marked unreviewed, and is shown as such"
            yield Problem(file.path, 2, "UNREVIEWED", message, Severity.WARNING)


def _sections(loaded: LoadedCorpus) -> Iterator[tuple[ArticleFile, Section]]:
    for file in loaded.files:
        for section in file.sections:
            yield file, section


RULES = (metadata, anchors, citations, questions, length, unreviewed)
