"""What of the live corpus wants an editor: reviews due, law past its date, retracted sources, withdrawn texts."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from bot.answering.library import Library
from bot.state.models import Withdrawal
from corpus.models import Article, LegalRecord, Source
from corpus.tables import LAW_TOPIC

_RETRACTED = re.compile(r"\b(?:retracted|retraction|withdrawn)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Due:
    """A text with the day on which its review is due, or after which a law is no longer confirmed; None: no such day.

    `days` is how many are left, below 0 when the day is over.
    """

    id: str
    title: str
    topic: str
    on: date | None
    days: int | None

    @property
    def overdue(self) -> bool:
        """Tell whether the day is over, or there never was one."""
        return self.days is None or self.days < 0


@dataclass(frozen=True, slots=True)
class Retracted:
    """A source whose record says that it was retracted or withdrawn, and the passages that still cite it."""

    source: Source
    passage_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class StaleReport:
    """What wants an editor. `due` holds what is overdue, and what comes due within `within_days`; the oldest first."""

    day: date
    within_days: int
    due: tuple[Due, ...]
    retracted: tuple[Retracted, ...]
    withdrawn: tuple[Withdrawal, ...]

    def __bool__(self) -> bool:
        return bool(self.due or self.retracted or self.withdrawn)

    def by_topic(self) -> dict[str, list[Due]]:
        """Return what is due, by topic in the order of their ids."""
        found: dict[str, list[Due]] = {}
        for one in sorted(self.due, key=lambda due: due.topic):
            found.setdefault(one.topic, []).append(one)
        return found


def make_stale_report(
    library: Library, withdrawn: Sequence[Withdrawal], today: date, *, within_days: int
) -> StaleReport:
    """Look through the live corpus; what is withdrawn is listed as such, and not among what is due."""
    articles = [one for one in library.corpus.articles if any(p.id in library.passages for p in one.passages)]
    usable = [record for record in library.corpus.legality if library.may_use(record)]
    due = [*_reviews(articles, today), *_laws(usable, today)]
    wanted = [one for one in due if one.days is None or one.days <= within_days]
    wanted.sort(key=lambda one: (one.on or date.min, one.topic, one.id))
    return StaleReport(today, within_days, tuple(wanted), tuple(_retracted(library)), tuple(withdrawn))


def _reviews(articles: Iterable[Article], today: date) -> Iterator[Due]:
    for article in articles:
        if article.topic != LAW_TOPIC:
            yield _due(article.id, article.title, article.topic, article.next_review_on, today)


def _laws(records: Iterable[LegalRecord], today: date) -> Iterator[Due]:
    for record in records:
        yield _due(record.passage_id, record.name, LAW_TOPIC, record.valid_until, today)


def _due(key: str, title: str, topic: str, on: date | None, today: date) -> Due:
    return Due(key, title, topic, on, (on - today).days if on else None)


def _retracted(library: Library) -> Iterator[Retracted]:
    for source in library.corpus.sources.values():
        if _RETRACTED.search(f"{source.title} {source.note or ''}"):
            citing = tuple(one.id for one in library.passages.values() if source.id in one.source_ids)
            if citing:
                yield Retracted(source, citing)
