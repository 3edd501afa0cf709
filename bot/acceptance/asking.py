"""Ask both builds the acceptance questions, on a thread beside the one that answers people.

Each question gives the other threads a turn, so that people wait a few milliseconds longer and no more.
"""

import time
from collections import OrderedDict
from collections.abc import Callable, Sequence
from datetime import date
from typing import TypeVar

from bot.acceptance.models import Acceptance, Compared, Message, Reply
from bot.acceptance.selection import choose_questions, safety_phrases
from bot.answering.models import Answer, Question, TriageVerdict
from bot.answering.ports import Edition, PhraseNet, WithdrawalList
from bot.answering.safeguards import Safeguards
from bot.answering.service import AnswerService
from bot.answering.triage import assess
from bot.answering.triage_net import hear_net
from bot.answering.withdrawals import LiveWithdrawals, Withdrawals
from corpus.models import LabelledQuestion, TriagePhrase
from corpus.triage_phrases import CRISIS_KINDS

PAUSE_S = 0.002
"""After each question; longer than Python lets one thread wait for another's turn only if it never sleeps."""
_TELL_EVERY = 25
_BUILDS_REMEMBERED = 3

K = TypeVar("K")
V = TypeVar("V")
Told = Callable[[int, int], None]
"""Told (questions asked, questions to ask); may raise, and that ends the asking."""


class AcceptanceTest:
    """Asks; remembers the replies of the last builds, so that a reload after a preview asks nothing twice."""

    def __init__(self, withdrawals: WithdrawalList) -> None:
        self._withdrawals = withdrawals
        self._replies: OrderedDict[tuple[str, Withdrawals, date], dict[str, Reply]] = OrderedDict()
        self._heard: OrderedDict[str, dict[str, str]] = OrderedDict()
        self._verdicts: dict[str, TriageVerdict] = {}

    def compare(
        self,
        before: Edition | None,
        after: Edition,
        questions: tuple[LabelledQuestion, ...],
        phrases: tuple[TriagePhrase, ...],
        *,
        today: date,
        touched: frozenset[str] = frozenset(),
        everything: bool = False,
        told: Told = lambda _done, _total: None,
    ) -> Acceptance:
        """Return what the builds make of the labelled questions and of the phrases of triage.

        Args:
            before: the build that answers now, if any.
            after: the build that would answer.
            questions: the labelled questions of the corpus.
            phrases: the example phrases of triage of the corpus.
            today: the day on which they are asked.
            touched: ids of passages that are new, changed or gone; what they answer is always asked.
            everything: ask all labelled questions.
            told: told how far it is.
        """
        asked = choose_questions(questions, touched, everything=everything)
        messages = safety_phrases(phrases)
        total = len(asked) + len(messages)
        withdrawals = self._withdrawals.current()
        old = self._asker(before, withdrawals, today) if before is not None else None
        new = self._asker(after, withdrawals, today)
        compared = []
        for number, one in enumerate(asked):
            _tell(told, number, total)
            compared.append(Compared(one, old(one.text) if old else None, new(one.text)))
        heard = self._hear(messages, before, after, lambda done: _tell(told, len(asked) + done, total))
        return Acceptance(tuple(compared), len(questions), heard, len(messages))

    def _asker(self, edition: Edition, withdrawals: Withdrawals, today: date) -> Callable[[str], Reply]:
        service = AnswerService(_Fixed(edition), Safeguards({}), _Uncounted(), LiveWithdrawals(withdrawals))
        known = _latest(self._replies, (edition.build_id, withdrawals, today))

        def ask(text: str) -> Reply:
            if text not in known:
                known[text] = _reply(service.answer(Question((text,), today)))
                time.sleep(PAUSE_S)
            return known[text]

        return ask

    def _hear(
        self, phrases: Sequence[TriagePhrase], before: Edition | None, after: Edition, told: Callable[[int], None]
    ) -> tuple[Message, ...]:
        """Return what becomes of the messages that the rules alone do not settle; the rules are the same for both."""
        if after.phrase_net is None and (before is None or before.phrase_net is None):
            return ()
        heard = []
        for number, phrase in enumerate(phrases):
            told(number)
            wanted = "crisis" if phrase.kind in CRISIS_KINDS else "refusal"
            verdict = self._verdict(phrase.text)
            if verdict.crisis is not None or (verdict.refusal is not None and wanted == "refusal"):
                continue
            was = _called(verdict, phrase.text, before.phrase_net) if before is not None else None
            heard.append(
                Message(phrase.text, phrase.kind, wanted, was, _called(verdict, phrase.text, after.phrase_net))
            )
            time.sleep(PAUSE_S)
        return tuple(heard)

    def _verdict(self, text: str) -> TriageVerdict:
        if text not in self._verdicts:
            self._verdicts[text] = assess((text,))
            time.sleep(0)
        return self._verdicts[text]


class _Fixed:
    """Editions of which one is always live."""

    def __init__(self, edition: Edition) -> None:
        self._edition = edition

    def current(self) -> Edition:
        return self._edition

    def find(self, build_tag: str) -> Edition | None:
        return self._edition if self._edition.build_id.startswith(build_tag) else None


class _Uncounted:
    """An answer log that counts nothing: nobody asked these questions."""

    def record(self, answer: Answer) -> None:
        pass


def _latest(kept: OrderedDict[K, dict[str, V]], key: K) -> dict[str, V]:
    """Return what is remembered under a key, and forget what was asked for longest ago."""
    known = kept.setdefault(key, {})
    kept.move_to_end(key)
    while len(kept) > _BUILDS_REMEMBERED:
        kept.popitem(last=False)
    return known


def _reply(answer: Answer) -> Reply:
    shown = tuple(quote.passage.id for quote in answer.quotes) if answer.lead else ()
    return Reply(answer.outcome.value, answer.lead.text if answer.lead else "", shown)


def _called(verdict: TriageVerdict, text: str, net: PhraseNet | None) -> str:
    heard = hear_net(verdict, (text,), net)
    return "crisis" if heard.crisis is not None else "refusal" if heard.refusal is not None else "neither"


def _tell(told: Told, done: int, total: int) -> None:
    if done % _TELL_EVERY == 0:
        told(done, total)
