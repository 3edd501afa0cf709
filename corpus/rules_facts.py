"""Rules on fact cards: what a passage says it rests on is there, and is what it cites."""

from collections.abc import Iterator

from corpus.codes import DUPLICATE_ID, FACT_SOURCE, UNKNOWN_FACT
from corpus.loader import LoadedCorpus
from corpus.problems import Problem

FACTS_FILE, FACTS_KEY = "facts.yaml", "facts"


def fact_ids(loaded: LoadedCorpus) -> Iterator[Problem]:
    """The fact cards that passages name exist."""
    known = _sources_by_fact(loaded)
    for file in loaded.files:
        for section in file.sections:
            for line, fact in section.facts:
                if fact not in known:
                    yield UNKNOWN_FACT.at(file.path, line, f"{fact} is not a card of {FACTS_FILE}")


def fact_sources(loaded: LoadedCorpus) -> Iterator[Problem]:
    """A passage that names fact cards cites their sources; a text read elsewhere may be cited too."""
    known = _sources_by_fact(loaded)
    for file in loaded.files:
        for section in file.sections:
            facts = [fact for _, fact in section.facts if fact in known]
            expected = {source for fact in facts for source in known[fact]}
            if not facts:
                continue
            for line in section.lines:
                for source_id in dict.fromkeys(reference.source_id for reference in line.references):
                    if source_id in loaded.corpus.sources and source_id not in expected:
                        expected.add(source_id)  # named once a passage
                        message = f"{source_id} is not a source of the passage's fact cards"
                        yield FACT_SOURCE.at(file.path, line.line, message)


def fact_cards(loaded: LoadedCorpus) -> Iterator[Problem]:
    """No two cards have the same id."""
    seen: set[str] = set()
    for row in loaded.rows(FACTS_FILE, FACTS_KEY):
        fact = str(row.values.get("id"))
        if fact in seen:
            path = loaded.tables[FACTS_FILE].path
            yield DUPLICATE_ID.at(path, row.line, f"there is another card with the id {fact}")
        seen.add(fact)


def _sources_by_fact(loaded: LoadedCorpus) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for row in loaded.rows(FACTS_FILE, FACTS_KEY):
        sources = row.values.get("sources")
        ids = {str(source) for source in sources} if isinstance(sources, list) else set()
        found.setdefault(str(row.values.get("id")), set()).update(ids)
    return found


RULES = (fact_ids, fact_sources, fact_cards)
