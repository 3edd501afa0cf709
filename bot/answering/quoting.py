"""Turn passages into quotes with numbered citations."""

from collections.abc import Iterable, Mapping, Sequence

from bot.answering.models import Citation, Lead, Quote, QuotedStatement
from corpus.models import Article, Grade, Passage, Source, Statement


def is_quotable(passage: Passage, sources: Mapping[str, Source]) -> bool:
    """Tell whether every sentence of a passage cites a source that is known (promise P2)."""
    return bool(passage.statements) and all(
        statement.references and all(reference.source_id in sources for reference in statement.references)
        for statement in passage.statements
    )


def quote_passages(
    passages: Sequence[Passage], articles: Mapping[str, Article], sources: Mapping[str, Source]
) -> tuple[tuple[Quote, ...], tuple[Citation, ...]]:
    """Return the quotes of quotable passages, and their sources numbered in the order in which they are cited."""
    numbers: dict[str, int] = {}
    grades: dict[str, list[Grade]] = {}
    quotes = []
    for passage in passages:
        statements = tuple(
            QuotedStatement(statement, _numbers(statement, numbers, grades)) for statement in passage.statements
        )
        quotes.append(Quote(articles[passage.article_id], passage, statements))
    citations = tuple(
        Citation(number, sources[source_id], tuple(dict.fromkeys(grades[source_id])))
        for source_id, number in numbers.items()
    )
    return tuple(quotes), citations


def lead_of(quotes: Iterable[Quote], passage_id: str, statement: Statement) -> Lead:
    """Return a statement of one of the quotes as the lead sentence."""
    for quote in quotes:
        for quoted in quote.statements:
            if quote.passage.id == passage_id and quoted.statement == statement:
                return Lead(statement.text, passage_id, statement.start, statement.end, quoted.numbers)
    raise ValueError(f"the sentence at {statement.start} is not in a quoted passage")


def _numbers(statement: Statement, numbers: dict[str, int], grades: dict[str, list[Grade]]) -> tuple[int, ...]:
    for reference in statement.references:
        numbers.setdefault(reference.source_id, len(numbers) + 1)
        known = grades.setdefault(reference.source_id, [])
        if reference.grade is not None:
            known.append(reference.grade)
    return tuple(dict.fromkeys(numbers[reference.source_id] for reference in statement.references))
