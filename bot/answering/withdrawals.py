"""What moderators took out of use: a pure value, so that the same question, corpus and withdrawals give one answer."""

from dataclasses import dataclass

from corpus.models import Passage


@dataclass(frozen=True, slots=True)
class Withdrawals:
    """Ids of articles and passages that are neither quoted nor suggested, in any build.

    `everything` is for the case in which the list of them cannot be read: then nothing may be quoted.
    """

    articles: frozenset[str] = frozenset()
    passages: frozenset[str] = frozenset()
    everything: bool = False

    def __bool__(self) -> bool:
        return self.everything or bool(self.articles or self.passages)

    def cover(self, passage: Passage) -> bool:
        """Tell whether a passage is withdrawn, by itself or with its article."""
        return self.everything or passage.id in self.passages or passage.article_id in self.articles


NOTHING_WITHDRAWN = Withdrawals()
EVERYTHING_WITHDRAWN = Withdrawals(everything=True)


class LiveWithdrawals:
    """The withdrawals of the moment; replaced as a whole, so that any thread may read them at any time."""

    def __init__(self, withdrawals: Withdrawals = NOTHING_WITHDRAWN) -> None:
        self._now = withdrawals

    def current(self) -> Withdrawals:
        """Return what is withdrawn now."""
        return self._now

    def use(self, withdrawals: Withdrawals) -> None:
        """Honour these from the next question on."""
        self._now = withdrawals
