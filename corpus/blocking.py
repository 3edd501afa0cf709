"""Which problems keep a corpus from being answered from."""

from collections.abc import Iterable

from corpus.codes import LEAD, LENGTH, META_MISSING, QUESTIONS, UNCITED
from corpus.loader import LoadedCorpus
from corpus.problems import Problem, Severity

TOLERATED_IN_ADDED = frozenset(code.name for code in (META_MISSING, UNCITED, QUESTIONS, LENGTH, LEAD))
"""What an added article may lack. None of it lets anything be quoted that should not be: a passage with a sentence
that cites nothing is never quoted, and an added article is always shown as unreviewed."""


def blocking(loaded: LoadedCorpus, problems: Iterable[Problem]) -> list[Problem]:
    """Return the problems that have to be mended first: all but warnings, and what an added article may lack."""
    added = {file.path for file in loaded.files if file.added}
    return [
        problem
        for problem in problems
        if problem.severity not in (Severity.WARNING, Severity.NOTE)
        and not (problem.path in added and problem.code in TOLERATED_IN_ADDED)
    ]
