"""Ask both builds the acceptance questions; what is known of a build already is not asked again."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from pydantic import TypeAdapter

from bot.acceptance.kept import KeptTables
from bot.acceptance.models import Acceptance, Compared, Message, Reply
from bot.acceptance.selection import choose_questions, safety_phrases
from bot.answering.models import Answer, Question, TriageVerdict
from bot.answering.ports import Edition, WithdrawalList
from bot.answering.safeguards import Safeguards
from bot.answering.service import AnswerService
from bot.answering.triage import assess
from bot.answering.triage_net import hear_net
from bot.answering.withdrawals import LiveWithdrawals
from corpus.models import LabelledQuestion, TriagePhrase
from corpus.triage_phrases import CRISIS_KINDS

_TELL_EVERY = 25
_VERDICT = TypeAdapter(TriageVerdict)

Told = Callable[[int, int], None]
"""Told (questions asked, questions to ask); may raise, and that ends the asking."""
DoAll = Callable[[Sequence[str], Callable[[str], Any]], dict[str, Any]]
"""Does something with each text, and returns what came of it by the text."""


def one_after_another(texts: Sequence[str], do: Callable[[str], Any]) -> dict[str, Any]:
    """Return what `do` makes of each text, by the text."""
    return {text: do(text) for text in texts}


class AcceptanceTest:
    """Asks; what it keeps spares a reload after a preview, or of a build that keeps its net, most of the asking."""

    def __init__(
        self,
        withdrawals: WithdrawalList,
        kept: KeptTables | None = None,
        *,
        hears_with: Callable[[Edition], str] = lambda edition: edition.build_id,
        do_all: DoAll = one_after_another,
    ) -> None:
        """Take what is withdrawn, and where to keep replies.

        Args:
            withdrawals: what is withdrawn.
            kept: where to keep replies.
            hears_with: names the net of a build and what encodes for it; builds with one name hear the same.
            do_all: how to ask many questions.
        """
        self._withdrawals = withdrawals
        self._kept = kept or KeptTables()
        self._hears_with = hears_with
        self._do_all = do_all

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
        old = _Asker(before, self._withdrawals, today, self._kept, self._hears_with) if before is not None else None
        new = _Asker(after, self._withdrawals, today, self._kept, self._hears_with)
        told(0, total)
        heard = _hear(messages, old, new, lambda done: _tell(told, done, total))
        for one in (old, new):
            if one is not None:
                told(len(messages), total)
                one.ask_all([question.text for question in asked], self._do_all)
        compared = [Compared(one, old.reply(one.text) if old else None, new.reply(one.text)) for one in asked]
        return Acceptance(tuple(compared), len(questions), heard, len(messages))


def _hear(
    phrases: Sequence[TriagePhrase], old: "_Asker | None", new: "_Asker", told: Callable[[int], None]
) -> tuple[Message, ...]:
    """Return what becomes of the messages that the rules alone do not settle; the rules are the same for both."""
    if not new.has_net and (old is None or not old.has_net):
        return ()
    heard = []
    for number, phrase in enumerate(phrases):
        told(number)
        wanted = "crisis" if phrase.kind in CRISIS_KINDS else "refusal"
        verdict = new.rules(phrase.text)
        if verdict.crisis is not None or (verdict.refusal is not None and wanted == "refusal"):
            continue
        was = _called(old.hear(phrase.text)) if old is not None else None
        heard.append(Message(phrase.text, phrase.kind, wanted, was, _called(new.hear(phrase.text))))
    return tuple(heard)


class _Asker:
    """Asks one build, and keeps what comes of it."""

    def __init__(
        self,
        edition: Edition,
        withdrawals: WithdrawalList,
        today: date,
        kept: KeptTables,
        hears_with: Callable[[Edition], str],
    ) -> None:
        now = withdrawals.current()
        self._service = AnswerService(_Fixed(edition), Safeguards({}), _Uncounted(), LiveWithdrawals(now))
        self._net = edition.phrase_net
        self._today = today
        self._rules = kept.table("rules")
        ear = hears_with(edition) if edition.phrase_net is not None else "no net"
        self._heard = kept.table("heard", ear)
        gone = (sorted(now.articles), sorted(now.passages), now.everything)
        self._replies = kept.table("replies", edition.build_id, ear, gone, today)

    @property
    def has_net(self) -> bool:
        return self._net is not None

    def rules(self, text: str) -> TriageVerdict:
        """Return what the rules of triage make of a text; they are no part of a build."""
        if text not in self._rules:
            self._rules[text] = _VERDICT.dump_python(assess((text,)), mode="json")
        return _VERDICT.validate_python(self._rules[text])

    def hear(self, text: str) -> TriageVerdict:
        """Return what the rules and the net of the build make of a text."""
        if self._net is None:
            return self.rules(text)
        if text not in self._heard:
            self._heard[text] = _VERDICT.dump_python(hear_net(self.rules(text), (text,), self._net), mode="json")
        return _VERDICT.validate_python(self._heard[text])

    def ask_all(self, texts: Sequence[str], do_all: DoAll) -> None:
        """Ask those questions that were not asked yet."""
        new = [text for text in dict.fromkeys(texts) if text not in self._replies]
        for text in new:
            self.hear(text)  # before, since what is heard is kept for other builds as well
        self._replies |= do_all(new, lambda text: _reply(self._service.answer(self._question(text), self.hear(text))))

    def reply(self, text: str) -> Reply:
        """Return what the build replied to a question that it was asked."""
        outcome, lead, passages = self._replies[text]
        return Reply(outcome, lead, tuple(passages))

    def _question(self, text: str) -> Question:
        return Question((text,), self._today)


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


def _reply(answer: Answer) -> list[Any]:
    """Return what matters of an answer, in values that JSON has."""
    shown = [quote.passage.id for quote in answer.quotes] if answer.lead else []
    return [answer.outcome.value, answer.lead.text if answer.lead else "", shown]


def _called(heard: TriageVerdict) -> str:
    return "crisis" if heard.crisis is not None else "refusal" if heard.refusal is not None else "neither"


def _tell(told: Told, done: int, total: int) -> None:
    if done % _TELL_EVERY == 0:
        told(done, total)
