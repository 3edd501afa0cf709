"""Run every editorial rule over a loaded corpus and collect what they find."""

from collections.abc import Callable, Iterator

from corpus import rules_form
from corpus.loader import LoadedCorpus
from corpus.problems import Problem

Rule = Callable[[LoadedCorpus], Iterator[Problem]]
RULES: tuple[Rule, ...] = (*rules_form.RULES,)


def check_corpus(loaded: LoadedCorpus) -> list[Problem]:
    """Return all problems of the corpus, those of loading included, by file and line."""
    found = list(loaded.problems)
    for rule in RULES:
        found.extend(rule(loaded))
    return sorted(set(found))
