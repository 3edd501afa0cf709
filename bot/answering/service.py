"""The main flow: a question in, an answer out.

    triage → (crisis | refusal | invalid) → resolve → retrieve → decide → compose

Everything that is not this order stands in a module of its own.
"""

from dataclasses import replace

from bot.answering.compose import compose
from bot.answering.library import Library
from bot.answering.models import Answer, Outcome, Plan, Question, RefusalKind
from bot.answering.ports import AnswerLog, Edition, Editions, WithdrawalList
from bot.answering.receipts import ReceiptError, build_tag_of, decode_receipt
from bot.answering.resolve import Resolved, resolve
from bot.answering.safeguards import Safeguards
from bot.answering.selection import (
    RECORD,
    choose_instead,
    choose_lead,
    choose_passages,
    choose_suggestions,
    speaks_of_suicide,
)
from bot.answering.triage import assess
from bot.answering.triage_net import hear_net
from bot.answering.withdrawals import LiveWithdrawals
from index.models import Retrieval

_HITS = 20
_MAX_SUGGESTIONS = 3
# What is looked up under a refusal: never what was asked for, always what may help instead.
_INSTEAD = {
    RefusalKind.DOSING: "why no safe amount of kratom is known, products differ in strength",
    RefusalKind.SOURCING: "what is known about contamination and labels of kratom products",
    RefusalKind.MAKING: "risks of concentrated kratom extracts and 7-OH products",
    RefusalKind.TEST_EVASION: "is kratom found in drug tests",
    RefusalKind.STOPPING_MEDICINE: "kratom instead of prescribed medicine risks, talk to a doctor",
    RefusalKind.GIVING_TO_OTHERS: "kratom children and animals poisoning risk",
}


class ReceiptUnknownError(Exception):
    """A receipt is well-formed, but the build it names is no longer kept."""

    def __init__(self, build_tag: str) -> None:
        super().__init__(f"the corpus version {build_tag} of this receipt is no longer kept; please ask again")


class ReceiptWithdrawnError(Exception):
    """A receipt names passages that moderators took out of use since; `passage_ids` are theirs."""

    def __init__(self, passage_ids: tuple[str, ...]) -> None:
        super().__init__("moderators have withdrawn a passage of this answer since it was given; please ask again")
        self.passage_ids = passage_ids


class AnswerService:
    """Answers questions from whatever edition is live; without one, crisis cards and refusals still work.

    What `withdrawals` names at the moment a question or a receipt comes is neither quoted nor suggested.
    """

    def __init__(
        self, editions: Editions, safeguards: Safeguards, log: AnswerLog, withdrawals: WithdrawalList | None = None
    ) -> None:
        self._editions = editions
        self._safeguards = safeguards
        self._log = log
        self._withdrawals = withdrawals or LiveWithdrawals()

    def urgent(self, question: Question) -> Answer | None:
        """Return the crisis card if the question is a crisis; fast enough for an event loop, and without the index."""
        verdict = assess(question.turns)
        if verdict.crisis is None:
            return None
        plan = Plan(Outcome.CRISIS, question.asked_on, verdict.crisis, question.region)
        return self._recorded(compose(plan, self._safeguards))

    def answer(self, question: Question) -> Answer:
        """Return the answer to a question, whatever its text."""
        if (urgent := self.urgent(question)) is not None:
            return urgent
        edition = self._editions.current()
        verdict = hear_net(assess(question.turns), question.turns, edition.phrase_net if edition else None)
        if verdict.crisis is not None:
            return self._recorded(
                compose(Plan(Outcome.CRISIS, question.asked_on, verdict.crisis, question.region), self._safeguards)
            )
        plan = Plan(Outcome.INVALID, question.asked_on, region=question.region, show_help_line=verdict.show_help_line)
        if verdict.invalid is not None:
            return self._recorded(compose(replace(plan, kind=verdict.invalid), self._safeguards))
        if verdict.refusal is not None:
            return self._refuse(replace(plan, outcome=Outcome.REFUSED, kind=verdict.refusal), verdict.refusal, edition)
        if edition is None:
            return self._recorded(compose(replace(plan, outcome=Outcome.UNAVAILABLE), self._safeguards))
        return self._look_up(question, replace(plan, build_id=edition.build_id), edition)

    def replay(self, receipt: str) -> Answer:
        """Return the answer that a receipt names, as it was given.

        Raises:
            ReceiptError: the text is not a receipt.
            ReceiptUnknownError: the build it names is no longer kept.
            ReceiptWithdrawnError: a passage of it was withdrawn since.
        """
        tag = build_tag_of(receipt)
        edition = self._editions.find(tag) if tag else None
        if tag and edition is None:
            raise ReceiptUnknownError(tag)
        library = edition.library.without(self._withdrawals.current()) if edition else None
        plan = decode_receipt(receipt, library, edition.build_id if edition else None)
        if library is not None and (gone := _withdrawn_of(plan, library)):
            raise ReceiptWithdrawnError(gone)
        try:
            return compose(plan, self._safeguards, library)
        except (KeyError, ValueError, IndexError) as error:
            raise ReceiptError from error

    def _look_up(self, question: Question, plan: Plan, edition: Edition) -> Answer:
        library = edition.library.without(self._withdrawals.current())
        resolved = resolve(question, library.names)
        found = edition.retriever.retrieve(resolved.query, _HITS, without=library.withdrawn)
        passages = choose_passages(resolved, found, library)
        if passages and _decide(resolved, library, found, edition.retriever.threshold):
            plan = replace(
                plan,
                outcome=Outcome.ANSWERED,
                passages=tuple(passage.id for passage in passages),
                lead=choose_lead(passages[0], found),
                laws=tuple(record.id for record in resolved.law if library.may_use(record)),
                about_interaction=bool(resolved.interactions),
                show_help_line=plan.show_help_line or speaks_of_suicide(passages),
            )
        else:
            near = choose_suggestions(found.hits, _MAX_SUGGESTIONS)
            plan = replace(plan, outcome=Outcome.ABSTAINED, passages=tuple(passage.id for passage in near))
        return self._recorded(compose(plan, self._safeguards, library, found.probability))

    def _refuse(self, plan: Plan, kind: RefusalKind, edition: Edition | None) -> Answer:
        library: Library | None = None
        if edition is not None:
            library = edition.library.without(self._withdrawals.current())
            found = edition.retriever.retrieve(_INSTEAD[kind], _HITS, without=library.withdrawn)
            passages = choose_instead(found.hits, library)
            plan = replace(plan, build_id=edition.build_id, passages=tuple(passage.id for passage in passages))
        return self._recorded(compose(plan, self._safeguards, library))

    def _recorded(self, answer: Answer) -> Answer:
        self._log.record(answer)
        return answer


def _decide(resolved: Resolved, library: Library, found: Retrieval, threshold: float) -> bool:
    """Tell whether to answer: a record of the tables was named, or the best hit is probable enough.

    A record of a table that is found for a question about something else is no answer to it. Nor is anything else an
    answer where the record that was asked for is withdrawn.
    """
    if resolved.law or resolved.interactions:
        return any(map(library.may_use, resolved.law)) or any(map(library.may_use, resolved.interactions))
    astray = not resolved.about_kratom and bool(found.hits) and found.hits[0].passage.id.endswith(RECORD)
    return found.probability >= threshold and not astray


def _withdrawn_of(plan: Plan, library: Library) -> tuple[str, ...]:
    """Return which passages behind a plan are withdrawn; a headline of the law rests on its record's passage."""
    behind = [*plan.passages, *(library.laws[record].passage_id for record in plan.laws)]
    return tuple(dict.fromkeys(passage for passage in behind if passage in library.withdrawn))
