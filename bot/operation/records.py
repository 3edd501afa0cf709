"""Which records of a corpus are past the date on which somebody meant to look at them again."""

from datetime import date

from corpus.models import Corpus


def past_their_date(corpus: Corpus, today: date) -> dict[str, int]:
    """Return how many articles are due for review, and of how many places the law is no longer confirmed."""
    return {
        "articles": sum(one.next_review_on is not None and one.next_review_on < today for one in corpus.articles),
        "law": sum(not record.is_current(today) for record in corpus.legality),
    }
