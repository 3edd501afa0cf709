"""What the core asks of the outside, as protocols; `bootstrap` puts the real things behind them."""

from collections.abc import Set
from typing import Protocol

from bot.answering.library import Library
from bot.answering.models import Answer
from bot.answering.withdrawals import Withdrawals
from index.models import PhraseReading, Retrieval


class Retriever(Protocol):
    """Finds passages for a query in one build."""

    @property
    def threshold(self) -> float:
        """Return the least probability (0 to 1) at which to answer."""
        ...

    def retrieve(self, query: str, k: int = 10, *, without: Set[str] = frozenset()) -> Retrieval:
        """Return the k best passages, best first, and the probability that the first answers.

        Passages whose id is in `without` count as if they were not there.
        """
        ...


class PhraseNet(Protocol):
    """Tells what a message comes nearest to among the example phrases of triage."""

    def read(self, text: str) -> PhraseReading:
        """Return what the message comes nearest to; its text goes nowhere else."""
        ...


class Edition(Protocol):
    """One build as a whole: an answer is made from one edition, also while another goes live."""

    @property
    def build_id(self) -> str:
        """Return the id of the build."""
        ...

    @property
    def library(self) -> Library:
        """Return the texts and tables of the build."""
        ...

    @property
    def retriever(self) -> Retriever:
        """Return the search over the build."""
        ...

    @property
    def phrase_net(self) -> PhraseNet | None:
        """Return the second net of triage; None where the build has none."""
        ...


class Editions(Protocol):
    """Where the editions are kept."""

    def current(self) -> Edition | None:
        """Return the live edition; None where the index is missing or damaged."""
        ...

    def find(self, build_tag: str) -> Edition | None:
        """Return the edition whose build id starts with `build_tag`, to replay a receipt; None if it is gone."""
        ...


class WithdrawalList(Protocol):
    """Knows what moderators took out of use."""

    def current(self) -> Withdrawals:
        """Return what is withdrawn now."""
        ...


class AnswerLog(Protocol):
    """Counts answers. It is never given the text of a question."""

    def record(self, answer: Answer) -> None:
        """Count one answer."""
        ...
