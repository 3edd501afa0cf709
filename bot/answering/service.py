"""The main flow: a question in, an answer out.

    triage → (crisis | refusal | invalid) → resolve → retrieve → decide → compose

Everything that is not this order stands in a module of its own.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from weakref import WeakKeyDictionary

from bot.answering.compose import compose
from bot.answering.directory import find_places, find_substances
from bot.answering.law import MAX_PLACES
from bot.answering.library import Library
from bot.answering.models import Answer, CrisisKind, Outcome, Plan, Question, RefusalKind, TriageVerdict
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
from bot.answering.showing import (
    NothingFurtherError,
    NotShownError,
    page_of,
    passages_about,
    passages_beside,
    plan_shown,
)
from bot.answering.triage import assess
from bot.answering.triage_net import hear_net
from bot.answering.withdrawals import LiveWithdrawals
from index.models import Retrieval

_HITS = 20
_NEAR = 10
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


@dataclass(frozen=True, slots=True)
class Replayed:
    """An answer as it was given, its plan, and what became of its passages in the build that is live now."""

    answer: Answer
    plan: Plan
    removed: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()


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
        # Triage is asked on the event loop and again by the worker; held no longer than the question itself is.
        self._verdicts: WeakKeyDictionary[Question, TriageVerdict] = WeakKeyDictionary()

    def urgent(self, question: Question) -> Answer | None:
        """Return the crisis card if the question is a crisis; fast enough for an event loop, and without the index."""
        crisis = self._assess(question).crisis
        return self._card(question, crisis) if crisis else None

    def emergency(self, question: Question) -> Answer | None:
        """Return the crisis card if the rules or the second net take the question for a crisis; nothing is looked up.

        For a question that is not answered now, such as one that comes too soon after another. It encodes the question,
        which takes some milliseconds.
        """
        if (urgent := self.urgent(question)) is not None:
            return urgent
        crisis = self._hear(question, self._editions.current()).crisis
        return self._card(question, crisis) if crisis else None

    def answer(self, question: Question, heard: TriageVerdict | None = None) -> Answer:
        """Return the answer to a question, whatever its text; `heard` is its verdict of triage where that is known."""
        verdict = heard or self._assess(question)
        if verdict.crisis is not None:
            return self._card(question, verdict.crisis)
        edition = self._editions.current()
        if heard is None:
            verdict = hear_net(verdict, question.turns, edition.phrase_net if edition else None)
        if verdict.crisis is not None:
            return self._card(question, verdict.crisis)
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
        return self.reopen(receipt).answer

    def reopen(self, receipt: str) -> Replayed:
        """Return the answer that a receipt names, as it was given, and which of its passages are not so any more.

        Raises:
            ReceiptError: the text is not a receipt.
            ReceiptUnknownError: the build it names is no longer kept.
            ReceiptWithdrawnError: a passage of it was withdrawn since.
        """
        tag = build_tag_of(receipt)
        edition = self._editions.find(tag) if tag else None
        if tag and edition is None:
            raise ReceiptUnknownError(tag)
        library = self._usable(edition) if edition else None
        plan = decode_receipt(receipt, library, edition.build_id if edition else None)
        if library is not None and (gone := _withdrawn_of(plan, library)):
            raise ReceiptWithdrawnError(gone)
        try:
            answer = compose(plan, self._safeguards, library)
        except (KeyError, ValueError, IndexError) as error:
            raise ReceiptError from error
        live = self._editions.current()
        if live is None or library is None:
            return Replayed(answer, plan)
        now = self._usable(live).passages
        return Replayed(
            answer,
            plan,
            removed=tuple(one for one in plan.passages if one not in now),
            changed=tuple(one for one in plan.passages if one in now and now[one].text != library.passages[one].text),
        )

    def renew(self, receipt: str, asked_on: date) -> Answer:
        """Return the answer that a receipt names as it would be given on another day, such as to show it to others.

        Raises:
            ReceiptError: the text is not a receipt of an answer with passages.
            ReceiptUnknownError: the build it names is no longer kept.
            ReceiptWithdrawnError: a passage of it was withdrawn since.
            NotShownError: one of its passages is not in the live build any more, or not as it was.
        """
        given = self.reopen(receipt)
        if given.plan.outcome is not Outcome.ANSWERED:
            raise ReceiptError
        edition = self._editions.current()
        if edition is None or given.removed or given.changed:
            raise NotShownError
        plan = replace(given.plan, asked_on=asked_on, build_id=edition.build_id)
        try:
            return self._recorded(compose(plan, self._safeguards, self._usable(edition)))
        except (KeyError, ValueError, IndexError) as error:  # a record of the law went, though its sentences did not
            raise NotShownError from error

    def topic_of(self, receipt: str) -> str:
        """Return the title of the first article that an answer of the live build quotes; "" for any other.

        It opens no other build, so it is fast enough for an event loop.
        """
        edition = self._editions.current()
        try:
            if edition is None or not edition.build_id.startswith(build_tag_of(receipt) or "none"):
                return ""
            shown = decode_receipt(receipt, edition.library, edition.build_id).passages
        except ReceiptError:
            return ""
        first = self._usable(edition).passages.get(shown[0]) if shown else None
        return first.article_title if first else ""

    def show(self, passage_ids: Sequence[str], asked_on: date) -> Answer:
        """Return an answer that quotes these passages of the live build, as many as fit.

        Raises:
            NotShownError: none of them is there, or none can be shown.
        """
        return self._show(self._editions.current(), lambda _, known: passage_ids, asked_on)

    def about_place(self, place: str, asked_on: date) -> Answer:
        """Return the law of a place, given by a value of `directory.place_entries` or in words.

        Raises:
            NotShownError: no record has that name.
        """
        edition = self._editions.current()
        return self._show(edition, lambda _, known: [one.passage_id for one in find_places(known, place)], asked_on)

    def about_substance(self, substance: str, asked_on: date) -> Answer:
        """Return what is known of kratom with a substance, given by a value of `substance_entries` or in words.

        Raises:
            NotShownError: no record has that name.
        """
        edition = self._editions.current()
        return self._show(edition, lambda _, known: passages_about(find_substances(known, substance)), asked_on)

    def more(self, receipt: str, page: int, asked_on: date) -> Answer:
        """Return further passages near to those of an answer, at most three a page; `page` counts from 0.

        They are the rest of the same articles and what the search finds for the title and heading of the first
        passage, so nothing of the question is needed. A page is the same as long as the build is.

        Raises:
            ReceiptError: the text is not a receipt.
            ReceiptUnknownError: the build it names is no longer kept.
            ReceiptWithdrawnError: a passage of it was withdrawn since.
            NothingFurtherError: there are no further passages.
            NotShownError: none of those shown is in the live build any more.
        """
        shown = self.reopen(receipt).plan.passages

        def further(edition: Edition, known: Library) -> Sequence[str]:
            first = next((known.passages[one] for one in shown if one in known.passages), None)
            if first is None:
                raise NotShownError
            near = edition.retriever.retrieve(
                f"{first.article_title}: {first.heading}", _NEAR, without=known.withdrawn
            ).hits
            chosen = page_of(passages_beside(shown, near, known), page, known)
            if not chosen:
                raise NothingFurtherError
            return chosen

        return self._show(self._editions.current(), further, asked_on)

    def _show(
        self, edition: Edition | None, choose: Callable[[Edition, Library], Sequence[str]], asked_on: date
    ) -> Answer:
        if edition is None:
            return self._recorded(compose(Plan(Outcome.UNAVAILABLE, asked_on), self._safeguards))
        library = self._usable(edition)
        plan = plan_shown(choose(edition, library), library, edition.build_id, asked_on)
        return self._recorded(compose(plan, self._safeguards, library))

    def _hear(self, question: Question, edition: Edition | None) -> TriageVerdict:
        """Return what the rules of triage and the second net make of a question; without an index, the rules alone."""
        return hear_net(self._assess(question), question.turns, edition.phrase_net if edition else None)

    def _assess(self, question: Question) -> TriageVerdict:
        """Return what the rules of triage make of a question, which are read once for it."""
        verdict = self._verdicts.get(question)
        if verdict is None:
            verdict = self._verdicts[question] = assess(question.turns)
        return verdict

    def _card(self, question: Question, kind: CrisisKind) -> Answer:
        return self._recorded(compose(Plan(Outcome.CRISIS, question.asked_on, kind, question.region), self._safeguards))

    def _usable(self, edition: Edition) -> Library:
        """Return the library of an edition without what is withdrawn now."""
        return edition.library.without(self._withdrawals.current())

    def _look_up(self, question: Question, plan: Plan, edition: Edition) -> Answer:
        library = self._usable(edition)
        resolved = resolve(question, library.names)
        found = edition.retriever.retrieve(resolved.query, _HITS, without=library.withdrawn)
        passages = choose_passages(resolved, found, library)
        if passages and _decide(resolved, library, found, edition.retriever.threshold):
            plan = replace(
                plan,
                outcome=Outcome.ANSWERED,
                passages=tuple(passage.id for passage in passages),
                lead=choose_lead(passages[0], found),
                laws=tuple(record.id for record in resolved.law if library.may_use(record))[:MAX_PLACES],
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
            library = self._usable(edition)
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
