"""Every stretch of words of a loaded corpus that people or the search see, each with the file and line it stands in."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from pathlib import Path
from typing import Any

from corpus.loader import LoadedCorpus
from corpus.markup import MarkedReference, Section, split_sections

QUOTED_TABLES = ("legality.yaml", "interactions.yaml")


class Kind(StrEnum):
    """What a stretch of words is, since not every rule is meant for all of them."""

    SENTENCE = "sentence"
    HEADING = "heading"
    HEADER = "header"
    """The title or summary of an article."""
    QUESTION = "question"
    """Searched, never shown, and in people's own words."""
    NOTICE = "notice"
    LABEL = "label"
    """A field of a table, such as the title of a source or the name of a place."""


@dataclass(frozen=True, slots=True)
class Words:
    """One stretch of words, without citation markers; `references` are those of a sentence."""

    path: Path
    line: int
    text: str
    kind: Kind
    references: tuple[MarkedReference, ...] = ()


@dataclass(frozen=True, slots=True)
class QuotedRow:
    """The sentences of one row of the law or interaction table; every finding names the line of the row."""

    path: Path
    line: int
    section: Section

    @property
    def sentences(self) -> tuple[Words, ...]:
        """Return the sentences of the row."""
        return tuple(
            Words(self.path, self.line, line.text, Kind.SENTENCE, line.references) for line in self.section.lines
        )


def article_words(loaded: LoadedCorpus) -> Iterator[Words]:
    """Yield the words of the articles' files."""
    return _once(loaded, _article_words)


def _once(loaded: LoadedCorpus, read: Callable[[LoadedCorpus], Iterator[Words]]) -> Iterator[Words]:
    """Yield what `read` yields; nearly every rule asks for the same words, so that they are kept with the corpus."""
    if read.__name__ not in loaded.words:
        loaded.words[read.__name__] = tuple(read(loaded))
    yield from loaded.words[read.__name__]


def _article_words(loaded: LoadedCorpus) -> Iterator[Words]:
    for file in loaded.files:
        for text in (file.article.title, file.article.summary):
            yield Words(file.path, 2, text, Kind.HEADER)
        for section in file.sections:
            yield Words(file.path, section.line, section.heading, Kind.HEADING)
            for number, question in section.questions:
                yield Words(file.path, number, question, Kind.QUESTION)
            for line in section.lines:
                yield Words(file.path, line.line, line.text, Kind.SENTENCE, line.references)


def quoted_rows(loaded: LoadedCorpus) -> Iterator[QuotedRow]:
    """Yield the rows that carry sentences of their own; those that cannot be read are reported by the loader."""
    for name in QUOTED_TABLES:
        for row in loaded.rows(name, "records"):
            section = _quoted_section(str(row.values["text"]), str(row.values["heading"]))
            yield QuotedRow(loaded.tables[name].path, row.line, section)


@lru_cache(maxsize=1024)  # every rule on sentences asks for all of them
def _quoted_section(text: str, heading: str) -> Section:
    return split_sections(text, title=heading)[0]


def statements(loaded: LoadedCorpus) -> Iterator[Words]:
    """Yield what the corpus states: sentences, headings, titles and summaries of articles, sentences of tables."""
    for words in article_words(loaded):
        if words.kind is not Kind.QUESTION:
            yield words
    for row in quoted_rows(loaded):
        yield Words(row.path, row.line, row.section.heading, Kind.HEADING)
        yield from row.sentences


def notice_words(loaded: LoadedCorpus) -> Iterator[Words]:
    """Yield the lines of the notices."""
    for file in loaded.notice_files:
        for number, line in enumerate(file.raw.split("\n"), start=1):
            if line.strip():
                yield Words(file.path, number, line, Kind.NOTICE)


def table_words(loaded: LoadedCorpus) -> Iterator[Words]:
    """Yield every text of every table, with the line of its row."""
    return _once(loaded, _table_words)


def _table_words(loaded: LoadedCorpus) -> Iterator[Words]:
    for table in loaded.tables.values():
        for rows in table.lists.values():
            for row in rows:
                for text in _texts(row.values):
                    yield Words(table.path, row.line, text, Kind.LABEL)


def everything(loaded: LoadedCorpus) -> Iterator[Words]:
    """Yield all words of the corpus: articles, notices, tables."""
    yield from article_words(loaded)
    yield from notice_words(loaded)
    yield from table_words(loaded)


def _texts(value: Any) -> Iterator[str]:
    """Yield the texts in a value of YAML; one list met twice (an alias, also of itself) is read once."""
    waiting, seen = [value], set()
    while waiting:
        item = waiting.pop()
        if isinstance(item, str):
            yield item
        elif isinstance(item, (dict, list)) and id(item) not in seen:
            seen.add(id(item))
            waiting.extend(item.values() if isinstance(item, dict) else item)


def matches(pattern: re.Pattern[str], words: Iterable[Words]) -> Iterator[tuple[Words, str]]:
    """Yield those words that a pattern is found in, in lower case, with what it found."""
    for one in words:
        if found := pattern.search(one.text.lower()):
            yield one, found[0].strip()
