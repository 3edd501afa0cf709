"""Plan answers that show what a person picked: a passage, a place, a substance, or more beside an answer.

Nothing is searched for or decided here, so nothing is held back either, but the rules of showing hold as for any
answer: the law of a place comes with its date, a combination with the word that missing data is not safety, and a
passage that needs a counterpart with that.
"""

from collections.abc import Iterable, Sequence
from datetime import date

from bot.answering.counterparts import with_counterpart
from bot.answering.library import Library
from bot.answering.models import Outcome, Plan
from bot.answering.quoting import is_quotable
from bot.answering.selection import MAX_PASSAGES, RECORD
from corpus.models import InteractionRecord, Passage
from index.models import ScoredPassage

_TWO_OF_A_RECORD = 2


class NotShownError(LookupError):
    """None of the passages asked for is in this build in a form that can be shown: gone, withdrawn or not cited."""


class NothingFurtherError(NotShownError):
    """There are no more passages beside those of an answer."""


def plan_shown(passage_ids: Iterable[str], library: Library, build_id: str, asked_on: date) -> Plan:
    """Return the plan of an answer that quotes these passages, as many as fit, the first one leading.

    Raises:
        NotShownError: none of them can be shown.
    """
    pages = _pages(passage_ids, library)
    if not pages:
        raise NotShownError
    passages = pages[0]
    shown = {passage.id for passage in passages}
    return Plan(
        Outcome.ANSWERED,
        asked_on,
        build_id=build_id,
        passages=tuple(passage.id for passage in passages),
        laws=tuple(record.id for record in library.corpus.legality if record.passage_id in shown),
        about_interaction=any(record.passage_id in shown for record in library.corpus.interactions),
    )


def passages_about(substances: Sequence[InteractionRecord]) -> list[str]:
    """Return what to show about taking kratom with these: each record, and with a single one what it points to."""
    records = [record.passage_id for record in substances]
    return [*records, *substances[0].passages[:_TWO_OF_A_RECORD]] if len(substances) == 1 else records


def passages_beside(shown: Sequence[str], near: Iterable[ScoredPassage], library: Library) -> list[str]:
    """Return the ids of further passages: what records point to, the rest of the same articles, then what is near.

    Of what is near, records of the tables are left out: the law of one place is no answer about another, nor is one
    combination about the next.
    """
    articles = dict.fromkeys(library.passages[one].article_id for one in shown if one in library.passages)
    of_records = [
        one for record in library.corpus.interactions if record.passage_id in shown for one in record.passages
    ]
    of_articles = [passage.id for article in articles for passage in library.articles[article].passages]
    found = [hit.passage.id for hit in near if not hit.passage.id.endswith(RECORD)]
    return [one for one in dict.fromkeys([*of_records, *of_articles, *found]) if _may_follow(one, shown, library)]


def page_of(passage_ids: Iterable[str], page: int, library: Library) -> list[str]:
    """Return the ids of one page (from 0) of at most three passages; none past the last one."""
    pages = _pages(passage_ids, library)
    return [passage.id for passage in pages[page]] if 0 <= page < len(pages) else []


def _pages(passage_ids: Iterable[str], library: Library) -> list[list[Passage]]:
    """Part passages into pages, in order; a passage and its counterpart are never parted, and none comes twice."""
    pages: list[list[Passage]] = []
    seen: set[str] = set()
    for passage_id in passage_ids:
        new = [passage for passage in with_counterpart(passage_id, library) if passage.id not in seen]
        seen.update(passage.id for passage in new)
        if not pages or len(pages[-1]) + len(new) > MAX_PASSAGES:
            pages.append([])
        pages[-1] += new
    return [page for page in pages if page]


def _may_follow(passage_id: str, shown: Sequence[str], library: Library) -> bool:
    passage = library.passages.get(passage_id)
    return passage is not None and passage_id not in shown and is_quotable(passage, library.corpus.sources)
