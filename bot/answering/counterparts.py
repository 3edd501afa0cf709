"""Keep passages together that would mislead alone."""

from bot.answering.library import Library
from bot.answering.quoting import is_quotable
from corpus.models import Passage


def with_counterpart(passage_id: str, library: Library) -> list[Passage]:
    """Return a passage and the one to show beside it; nothing, where either is missing or not fully cited."""
    first = library.passages.get(passage_id)
    wanted = [first, library.passages.get(first.beside)] if first and first.beside else [first]
    found = [passage for passage in wanted if passage is not None and is_quotable(passage, library.corpus.sources)]
    return found if len(found) == len(wanted) else []
