"""Editorial rules on the form of articles: metadata, anchors, questions, citations, length.

Each rule takes the loaded corpus and yields problems; `checks` runs them all.
"""

from collections.abc import Iterator
from itertools import chain
from pathlib import Path

from corpus.codes import (
    ANCHOR_MISSING,
    DEAD_ANCHOR,
    DUPLICATE_ANCHOR,
    DUPLICATE_QUESTION,
    GRADE_MISSING,
    GRADE_UNKNOWN,
    ID_PATH,
    LENGTH,
    META_MISSING,
    META_UNKNOWN,
    QUESTIONS,
    REVIEW_ORDER,
    UNCITED,
    UNKNOWN_SOURCE,
    UNREVIEWED,
)
from corpus.loader import ArticleFile, LoadedCorpus
from corpus.markup import Section
from corpus.problems import Problem
from corpus.schema import parse_grade
from corpus.texts import Kind, Words, article_words, quoted_rows

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
                yield META_MISSING.at(file.path, 2, f"the front matter has no `{key}`")
        for key in sorted(set(file.metadata) - _ALLOWED):
            yield META_UNKNOWN.at(file.path, 2, f"`{key}` is not a key of the front matter")
        if not file.added and (article.id != file.path.stem or article.topic != file.path.parent.name):
            expected = f"articles/{article.topic}/{article.id}.md"
            yield ID_PATH.at(file.path, 2, f"topic and id say the file should be {expected}")
        if article.reviewed_on and article.next_review_on and article.next_review_on <= article.reviewed_on:
            yield REVIEW_ORDER.at(file.path, 2, "next_review_on is not after reviewed_on")


def anchors(loaded: LoadedCorpus) -> Iterator[Problem]:
    """Anchors are written, unique in their article, and `beside` leads to a passage."""
    known = {passage.id for passage in loaded.corpus.passages}
    for file, section in _sections(loaded):
        if not section.anchor_is_written:
            message = f"the heading has no {{#anchor}}; its id would change with its words ({section.anchor})"
            yield ANCHOR_MISSING.at(file.path, section.line, message)
        if sum(other.anchor == section.anchor for other in file.sections) > 1:
            yield DUPLICATE_ANCHOR.at(file.path, section.line, f"#{section.anchor} stands twice in this article")
        beside = section.attributes.get("beside")
        if beside and beside not in known:
            yield DEAD_ANCHOR.at(file.path, section.line, f"beside leads to {beside}, which does not exist")
        for mark in sorted(section.marks - {"disagreement"}):
            yield META_UNKNOWN.at(file.path, section.line, f".{mark} is not a mark of a section")
        for key in sorted(set(section.attributes) - {"beside"}):
            yield META_UNKNOWN.at(file.path, section.line, f"{key} is not an attribute of a section")


def citations(loaded: LoadedCorpus) -> Iterator[Problem]:
    """Every sentence, of articles and of tables, cites a known source on a stated kind of evidence."""
    from_articles = (words for words in article_words(loaded) if words.kind is Kind.SENTENCE)
    for words in chain(from_articles, (words for row in quoted_rows(loaded) for words in row.sentences)):
        if not words.references:
            yield UNCITED.at(words.path, words.line, f"no source is cited: {words.text[:60]}")
        yield from _citation_problems(loaded, words)


def _citation_problems(loaded: LoadedCorpus, words: Words) -> Iterator[Problem]:
    for reference in words.references:
        source = loaded.corpus.sources.get(reference.source_id)
        if source is None:
            message = f"{reference.source_id} is not in sources.yaml"
            yield UNKNOWN_SOURCE.at(words.path, words.line, message)
        elif reference.grade_words and parse_grade(reference.grade_words) is None:
            message = f"`{reference.grade_words}` is not a grade of evidence"
            yield GRADE_UNKNOWN.at(words.path, words.line, message)
        elif not reference.grade_words and source.grade is None:
            message = f"{source.id} has no grade of its own: write [@{source.id}, <grade>]"
            yield GRADE_MISSING.at(words.path, words.line, message)


def questions(loaded: LoadedCorpus) -> Iterator[Problem]:
    """Every passage lists three to eight questions, none of them twice in the corpus."""
    first: dict[str, tuple[Path, int]] = {}
    for file, section in _sections(loaded):
        if len(section.questions) not in QUESTIONS_PER_PASSAGE:
            message = f"the passage lists {len(section.questions)} questions; 3 to 8 are wanted"
            yield QUESTIONS.at(file.path, section.line, message)
        for line, question in section.questions:
            key = " ".join(question.lower().strip("?!. ").split())
            if key in first:
                path, at = first[key]
                yield DUPLICATE_QUESTION.at(file.path, line, f"`{question}` also stands in {path.name}:{at}")
            first.setdefault(key, (file.path, line))


def length(loaded: LoadedCorpus) -> Iterator[Problem]:
    """Passages have 40 to 120 words."""
    for file, section in _sections(loaded):
        words = sum(len(line.text.split()) for line in section.lines)
        if words not in WORDS_PER_PASSAGE:
            yield LENGTH.at(file.path, section.line, f"the passage has {words} words; 40 to 120 are wanted")


def unreviewed(loaded: LoadedCorpus) -> Iterator[Problem]:
    """Drafts are named, so that none goes unnoticed."""
    for file in loaded.files:
        if file.article.unreviewed:
            yield UNREVIEWED.at(file.path, 2, "the article is marked unreviewed, and is shown as such")


def _sections(loaded: LoadedCorpus) -> Iterator[tuple[ArticleFile, Section]]:
    for file in loaded.files:
        for section in file.sections:
            yield file, section


RULES = (metadata, anchors, citations, questions, length, unreviewed)
