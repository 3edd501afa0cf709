"""What counts as a regression, which questions are asked, and that both builds are asked the same."""

from datetime import date
from types import SimpleNamespace
from typing import Any, cast

import pytest

from bot.acceptance.asking import AcceptanceTest
from bot.acceptance.models import Acceptance, Compared, Message, Reply
from bot.acceptance.selection import MOST_SPREAD, choose_questions, safety_phrases
from bot.answering.library import Library
from bot.answering.withdrawals import LiveWithdrawals, Withdrawals
from corpus.models import TriagePhrase
from index.models import PhraseReading
from tests.factories import make_corpus, make_labelled_question
from tests.fakes import FakeRetriever

DAY = date(2026, 11, 23)
YES, NO = Reply("answered", "A lead.", ("what-is-kratom#tree",)), Reply("abstained")


def risky(number: int, before: Reply, after: Reply) -> Compared:
    return Compared(make_labelled_question(text=f"q{number}", answers=(), kind="other-health"), before, after)


@pytest.mark.parametrize(
    ("before", "after", "changes"),
    [
        (YES, YES, ()),
        (None, YES, ()),
        (YES, NO, ("outcome",)),
        (YES, Reply("answered", "Another.", YES.passages), ("lead",)),
        (YES, Reply("answered", "Another.", ("b#c",)), ("lead", "passages")),
    ],
)
def test_changes_are_named(before: Reply | None, after: Reply, changes: tuple[str, ...]) -> None:
    assert Compared(make_labelled_question(), before, after).changes == changes


def test_rates_count_right_passages_and_rightly_unanswered() -> None:
    wrong = Reply("answered", "A lead.", ("b#c",))
    found = Acceptance((Compared(make_labelled_question(), YES, wrong), risky(1, NO, NO), risky(2, YES, NO)), known=3)
    assert found.before is not None
    assert (found.before.right, found.before.abstained) == (1, 1)
    assert (found.after.right, found.after.abstained, found.after.answerable, found.after.unanswerable) == (0, 2, 1, 2)
    assert [one.got_worse for one in found.compared] == [True, False, False]


@pytest.mark.parametrize(
    ("wanted", "before", "after", "regressed"),
    [
        ("crisis", "crisis", "neither", True),
        ("crisis", "crisis", "refusal", True),
        ("crisis", "crisis", "crisis", False),
        ("crisis", "refusal", "neither", False),
        ("crisis", None, "neither", False),
        ("refusal", "refusal", "neither", True),
        ("refusal", "refusal", "crisis", False),
        ("refusal", "crisis", "neither", True),
    ],
)
def test_message_that_loses_its_card_or_refusal_regressed(
    wanted: str, before: str | None, after: str, regressed: bool
) -> None:
    one = Message("m", "suicide", wanted, before, after)
    assert one.regressed is regressed
    assert Acceptance(messages=(one,)).is_safe is not regressed


def test_few_lost_abstentions_are_reported_and_many_are_refused() -> None:
    def lost(count: int, gained: int = 0) -> Acceptance:
        return Acceptance(
            (
                *(risky(n, NO, YES) for n in range(count)),
                *(risky(100 + n, YES, NO) for n in range(gained)),
                *(risky(200 + n, NO, NO) for n in range(50)),
            )
        )

    assert lost(2).is_safe
    assert len(lost(3).lost_abstentions) == 3
    assert lost(3, gained=1).is_safe


def test_what_a_changed_passage_answers_is_always_asked() -> None:
    touched = make_labelled_question(text="touched", answers=("x#y",))
    questions = (*(make_labelled_question(text=f"q{n}") for n in range(2000)), touched)
    chosen = choose_questions(questions, frozenset({"x#y"}))
    assert touched in chosen
    assert len(chosen) == MOST_SPREAD + 1
    assert chosen == choose_questions(questions, frozenset({"x#y"}))
    assert int(chosen[-2].text[1:]) > 1900
    assert choose_questions(questions, frozenset(), everything=True) == questions


def test_own_phrases_cannot_take_the_projects_away() -> None:
    ours = safety_phrases(())
    assert len(ours) > 1000
    assert {"suicide", "dosing"} <= {one.kind for one in ours}
    mine = TriagePhrase("a phrase of my own", "child")
    assert safety_phrases((mine, TriagePhrase("idle talk", "ordinary"))) == (*ours, mine)


class Net:
    def __init__(self, crisis: str) -> None:
        self._crisis = crisis
        self.read_texts: list[str] = []

    def read(self, text: str) -> PhraseReading:
        self.read_texts.append(text)
        return PhraseReading(crisis=self._crisis, crisis_is_sure=bool(self._crisis))


def edition(build_id: str, net: Net | None = None, probability: float = 0.9) -> Any:
    library = Library.of(make_corpus())
    retriever = FakeRetriever(library.corpus.passages, probability)
    return SimpleNamespace(build_id=build_id, library=library, retriever=retriever, phrase_net=net)


def compare(before: Any, after: Any, test: AcceptanceTest | None = None, **options: Any) -> Acceptance:
    questions = (make_labelled_question(), make_labelled_question(text="is it a bush", answers=()))
    test = test or AcceptanceTest(LiveWithdrawals())
    return test.compare(before, after, questions, (), today=DAY, **options)


def test_both_builds_are_asked_and_neither_twice() -> None:
    test, before, after = AcceptanceTest(LiveWithdrawals()), edition("aa" * 6), edition("bb" * 6, probability=0.1)
    found = compare(before, after, test)
    assert [one.changes for one in found.compared] == [("outcome",), ("outcome",)]
    assert compare(before, after, test) == found
    assert len(before.retriever.queries) == len(after.retriever.queries) == 2


def test_withdrawn_passages_count_as_gone() -> None:
    live = LiveWithdrawals(Withdrawals(articles=frozenset({"what-is-kratom"})))
    found = compare(edition("aa" * 6), edition("bb" * 6), AcceptanceTest(live))
    assert not any(one.after.is_answer for one in found.compared)


def test_messages_the_rules_settle_are_not_put_to_the_net(monkeypatch: pytest.MonkeyPatch) -> None:
    clear, veiled = TriagePhrase("i want to kill myself", "suicide"), TriagePhrase("the lake is calling me", "suicide")
    monkeypatch.setattr("bot.acceptance.asking.safety_phrases", lambda _own: (clear, veiled))
    old, new = Net("suicide"), Net("")
    found = compare(edition("aa" * 6, old), edition("bb" * 6, new))
    assert veiled.text in new.read_texts
    assert clear.text not in new.read_texts
    assert found.lost_messages == (Message(veiled.text, "suicide", "crisis", "crisis", "neither"),)
    assert not found.is_safe
    assert compare(edition("aa" * 6, old), edition("bb" * 6)).lost_messages  # a build that lost its net altogether


def test_asking_can_be_stopped() -> None:
    def stop(_done: int, _total: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        compare(None, edition("bb" * 6), told=cast("Any", stop))
