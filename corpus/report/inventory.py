"""Count what there is in a corpus."""

from collections import Counter
from dataclasses import dataclass

from corpus.labelled import QUESTIONS_FILE, QUESTIONS_KEY, to_question
from corpus.loader import LoadedCorpus
from corpus.models import Grade, LabelledQuestion, Tier
from corpus.problems import Severity
from corpus.rules_facts import FACTS_FILE, FACTS_KEY
from corpus.words import TIER_WORDS

INTERNATIONAL = "international"
"""The crisis record that holds the directories for everywhere; it is no country."""


@dataclass(frozen=True, slots=True)
class Count:
    """How many there are of something that has a name."""

    name: str
    number: int


@dataclass(frozen=True, slots=True)
class SourceRow:
    """The sources of one grade of evidence, by tier in the order A, B, C."""

    grade: str
    by_tier: tuple[Count, ...]

    @property
    def number(self) -> int:
        """Return the number of all of them."""
        return sum(count.number for count in self.by_tier)


@dataclass(frozen=True, slots=True)
class Inventory:
    """The numbers of everything; `unreadable` are the articles and rows that had to be left out of all of them.

    `article_passages` are written in articles, `record_passages` are the sentences of the law and interaction tables.
    """

    articles: int
    article_passages: int
    record_passages: int
    questions: int
    sources: int
    sources_by_tier: tuple[Count, ...]
    sources_by_grade: tuple[SourceRow, ...]
    labelled_questions: int
    labelled_without_answer: int
    law_records: int
    law_records_by_kind: tuple[Count, ...]
    interactions: int
    glossary_terms: int
    notices: int
    fact_cards: int
    crisis_countries: int
    crisis_lines: int
    unreviewed: tuple[str, ...]
    unreadable: int


def take_inventory(loaded: LoadedCorpus) -> Inventory:
    """Count everything that was loaded."""
    corpus = loaded.corpus
    labelled = _labelled(loaded)
    in_articles = sum(len(file.article.passages) for file in loaded.files)
    tiers = Counter(source.tier for source in corpus.sources.values())
    kinds = Counter(record.kind for record in corpus.legality)
    return Inventory(
        articles=len(loaded.files),
        article_passages=in_articles,
        record_passages=len(corpus.passages) - in_articles,
        questions=sum(len(passage.questions) for passage in corpus.passages),
        sources=len(corpus.sources),
        sources_by_tier=tuple(Count(TIER_WORDS[tier], tiers[tier]) for tier in Tier),
        sources_by_grade=_by_grade(loaded),
        labelled_questions=len(labelled),
        labelled_without_answer=sum(not question.answers for question in labelled),
        law_records=len(corpus.legality),
        law_records_by_kind=tuple(Count(kind, kinds[kind]) for kind in sorted(kinds, key=lambda k: (-kinds[k], k))),
        interactions=len(corpus.interactions),
        glossary_terms=len(corpus.glossary),
        notices=len(corpus.notices),
        fact_cards=len(loaded.rows(FACTS_FILE, FACTS_KEY)),
        crisis_countries=sum(record.id != INTERNATIONAL for record in corpus.crisis),
        crisis_lines=sum(len(record.lines) for record in corpus.crisis),
        unreviewed=tuple(article.id for article in corpus.articles if article.unreviewed),
        unreadable=sum(problem.severity is Severity.INVALID for problem in loaded.problems),
    )


def _by_grade(loaded: LoadedCorpus) -> tuple[SourceRow, ...]:
    counts = Counter((source.grade, source.tier) for source in loaded.corpus.sources.values())
    return tuple(
        SourceRow(
            grade.words if grade else "stated at each citation",
            tuple(Count(tier.value, counts[grade, tier]) for tier in Tier),
        )
        for grade in (*Grade, None)
    )


def _labelled(loaded: LoadedCorpus) -> list[LabelledQuestion]:
    """Return the labelled questions that can be read; the check names the others."""
    questions = []
    for row in loaded.rows(QUESTIONS_FILE, QUESTIONS_KEY):
        try:
            questions.append(to_question(row.values))
        except ValueError:
            continue
    return questions
