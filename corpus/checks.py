"""Run every editorial rule over a loaded corpus and collect what they find."""

from collections.abc import Callable, Iterator
from datetime import date

from corpus import (
    rules_addresses,
    rules_advice,
    rules_characters,
    rules_dates,
    rules_duplicates,
    rules_facts,
    rules_form,
    rules_harm,
    rules_help,
    rules_law,
    rules_sources,
    rules_style,
    rules_tables,
    rules_text,
    rules_translations,
    rules_triage,
)
from corpus.loader import LoadedCorpus
from corpus.problems import Problem, Severity

Rule = Callable[[LoadedCorpus], Iterator[Problem]]
RULES: tuple[Rule, ...] = (
    *rules_form.RULES,
    *rules_characters.RULES,
    *rules_text.RULES,
    *rules_advice.RULES,
    *rules_harm.RULES,
    *rules_style.RULES,
    *rules_duplicates.RULES,
    *rules_sources.RULES,
    *rules_addresses.RULES,
    *rules_facts.RULES,
    *rules_law.RULES,
    *rules_tables.RULES,
    *rules_help.RULES,
    *rules_translations.RULES,
    *rules_triage.RULES,
)


def check_corpus(loaded: LoadedCorpus, today: date | None = None, *, notes: bool = False) -> list[Problem]:
    """Return all problems of the corpus, those of loading included, by file and line.

    Without `today`, what depends on the day is left out, so that the same corpus always gives the same list. Notes are
    no problems to act on, so that only those who ask for them get them.
    """
    found = list(loaded.problems)
    for rule in RULES:
        found.extend(rule(loaded))
    if today is not None:
        for dated_rule in rules_dates.RULES:
            found.extend(dated_rule(loaded, today))
    return sorted(problem for problem in set(found) if notes or problem.severity is not Severity.NOTE)
