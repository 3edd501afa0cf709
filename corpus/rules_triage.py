"""Rules on the example phrases of triage: they can be read, each stands once, and there are enough to learn from."""

from collections import Counter
from collections.abc import Iterator

from corpus.codes import PHRASE, PHRASE_TWICE, PHRASES_FEW
from corpus.errors import TableInvalidError
from corpus.loader import LoadedCorpus
from corpus.problems import Problem
from corpus.rows import Table
from corpus.triage_phrases import (
    CRISIS_KINDS,
    PHRASE_KINDS,
    PHRASES_FOLDER,
    REFUSAL_KINDS,
    load_triage_phrases,
    read_phrase_tables,
)

LEAST_A_KIND = 40
"""Fewer phrases of a kind than this teach its words and not what it means."""


def phrases_readable(loaded: LoadedCorpus) -> Iterator[Problem]:
    """Every phrase is a text under a kind that triage knows."""
    try:
        load_triage_phrases(loaded.root)
    except TableInvalidError as error:
        yield PHRASE.at(error.path, error.line, error.message)


def phrases_once(loaded: LoadedCorpus) -> Iterator[Problem]:
    """No phrase stands twice, whatever its capitals and spaces; under two kinds it would teach both."""
    first: dict[str, str] = {}
    for table in _tables(loaded):
        for kind, rows in table.lists.items():
            for row in rows:
                key = " ".join(str(row.values).lower().split())
                if key in first:
                    yield PHRASE_TWICE.at(table.path, row.line, f"the phrase stands under {first[key]} already")
                first.setdefault(key, kind)


def phrases_enough(loaded: LoadedCorpus) -> Iterator[Problem]:
    """A corpus that has phrases has enough of each kind of crisis and refusal; one without has rules alone."""
    tables = _tables(loaded)
    counts = Counter(dict.fromkeys((*CRISIS_KINDS, *REFUSAL_KINDS), 0))
    for table in tables:
        counts.update({kind: len(rows) for kind, rows in table.lists.items() if kind in PHRASE_KINDS})
    for kind in (*CRISIS_KINDS, *REFUSAL_KINDS):
        if tables and counts[kind] < LEAST_A_KIND:
            message = f"there are {counts[kind]} phrases of {kind}; {LEAST_A_KIND} are needed"
            yield PHRASES_FEW.at(loaded.root / PHRASES_FOLDER, 1, message)


def _tables(loaded: LoadedCorpus) -> list[Table]:
    try:
        return read_phrase_tables(loaded.root)
    except TableInvalidError:
        return []  # `phrases_readable` tells


RULES = (phrases_readable, phrases_once, phrases_enough)
