"""Count how old the reviews of a corpus are, and what is due when: articles, notices, interactions."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from corpus.loader import LoadedCorpus
from corpus.models import Article
from corpus.report.inventory import Count
from corpus.report.months import Bucket, by_month
from corpus.rules_dates import as_date

SOON_DAYS = 60
_AGES = ((30, "up to 30 days"), (90, "31 to 90 days"), (180, "91 to 180 days"), (365, "181 to 365 days"))
_OLDEST, _NEVER = "more than a year", "no date of review"


@dataclass(frozen=True, slots=True)
class Review:
    """One text with its dates; `days` is how many are left until the review is due, below 0 when it is overdue."""

    kind: str
    id: str
    title: str
    reviewed_on: date | None
    due_on: date | None
    days: int | None


@dataclass(frozen=True, slots=True)
class Reviews:
    """All reviews: `soon` are due within `SOON_DAYS`; `undated` have no date on which they are due."""

    number: int
    overdue: tuple[Review, ...]
    soon: tuple[Review, ...]
    undated: tuple[Review, ...]
    months: tuple[Bucket, ...]
    ages: tuple[Count, ...]


def count_reviews(loaded: LoadedCorpus, today: date) -> Reviews:
    """Sort the reviews by the day on which they are due; the law has dates of its own and is not among them."""
    reviews = sorted(_reviews(loaded, today), key=lambda review: (review.due_on or date.max, review.kind, review.id))
    left = [(review, review.days) for review in reviews]
    return Reviews(
        number=len(reviews),
        overdue=tuple(review for review, days in left if days is not None and days < 0),
        soon=tuple(review for review, days in left if days is not None and 0 <= days <= SOON_DAYS),
        undated=tuple(review for review, days in left if days is None),
        months=by_month([review.due_on for review in reviews], today),
        ages=_ages(reviews, today),
    )


def _reviews(loaded: LoadedCorpus, today: date) -> Iterator[Review]:
    for file in loaded.files:
        yield _review("article", file.article.id, file.article.title, _dates(file.article), today)
    for notice in loaded.notice_files:
        dates = as_date(notice.metadata.get("reviewed_on")), as_date(notice.metadata.get("next_review_on"))
        name = f"{notice.language}/{notice.notice.id}" if notice.language else notice.notice.id
        yield _review("notice", name, "", dates, today)
    texts = {article.passages[0].id: article for article in loaded.corpus.articles}
    for record in loaded.corpus.interactions:
        yield _review("interaction", record.id, record.name, _dates(texts[record.passage_id]), today)


def _dates(article: Article) -> tuple[date | None, date | None]:
    return article.reviewed_on, article.next_review_on


def _review(kind: str, key: str, title: str, dates: tuple[date | None, date | None], today: date) -> Review:
    reviewed, due = dates
    return Review(kind, key, title, reviewed, due, (due - today).days if due else None)


def _ages(reviews: list[Review], today: date) -> tuple[Count, ...]:
    counts = dict.fromkeys((*(name for _, name in _AGES), _OLDEST, _NEVER), 0)
    for review in reviews:
        counts[_age(review.reviewed_on, today)] += 1
    return tuple(Count(name, number) for name, number in counts.items())


def _age(reviewed: date | None, today: date) -> str:
    if reviewed is None:
        return _NEVER
    return next((name for limit, name in _AGES if (today - reviewed).days <= limit), _OLDEST)
