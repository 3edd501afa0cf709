from datetime import date

import pytest

from bot.answering.gaps import NOTHING_NEAR, near_topics
from bot.answering.models import Answer, Outcome, Question
from bot.answering.safeguards import Safeguards
from bot.answering.service import AnswerService
from bot.answering.withdrawals import EVERYTHING_WITHDRAWN, LiveWithdrawals
from tests.fakes import FakeEdition, FakeEditions, FakeLog, FakeRetriever
from tests.unit.bot.answering.test_withdrawals import LIBRARY


def ask(text: str, probability: float, withdrawals: LiveWithdrawals | None = None) -> Answer:
    edition = FakeEdition(LIBRARY, FakeRetriever(tuple(LIBRARY.passages.values()), probability))
    service = AnswerService(FakeEditions(edition), Safeguards({}), FakeLog(), withdrawals)
    return service.answer(Question((text,), date(2026, 11, 22)))


def test_question_without_an_answer_is_near_to_the_articles_suggested() -> None:
    answer = ask("does kratom harm the liver", 0.1)
    assert near_topics(answer) == ("liver", "sleep", "law-us-al")


def test_question_near_to_nothing_is_counted_as_such() -> None:
    assert near_topics(ask("does kratom help", 0.1, LiveWithdrawals(EVERYTHING_WITHDRAWN))) == (NOTHING_NEAR,)


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("does kratom harm the liver", Outcome.ANSWERED),
        ("how many grams of kratom should i take", Outcome.REFUSED),
        ("i want to kill myself", Outcome.CRISIS),
        ("", Outcome.INVALID),
    ],
)
def test_whatever_else_was_asked_is_not_counted(text: str, outcome: Outcome) -> None:
    answer = ask(text, 0.9)
    assert answer.outcome is outcome
    assert near_topics(answer) == ()
