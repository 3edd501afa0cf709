"""What moderators withdrew is neither quoted nor suggested, by whatever way a question leads to it."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from bot.answering.library import Library
from bot.answering.models import Answer, Outcome, Question
from bot.answering.safeguards import Safeguards
from bot.answering.service import AnswerService, ReceiptWithdrawnError
from bot.answering.withdrawals import EVERYTHING_WITHDRAWN, LiveWithdrawals, Withdrawals
from corpus.models import Article
from tests.factories import make_article, make_corpus, make_interaction, make_legal_record
from tests.fakes import FakeEdition, FakeEditions, FakeLog, FakeRetriever
from tests.strategies import libraries, questions

DAY = date(2026, 11, 22)


def article(article_id: str, sentence: str, anchor: str = "tree", **passage: object) -> Article:
    made = make_article((sentence,), id=article_id)
    first = made.passages[0]
    fields = {name: getattr(first, name) for name in first.__slots__}
    fields |= {"id": f"{article_id}#{anchor}", "article_title": article_id, **passage}
    return make_article((sentence,), id=article_id, passages=(type(first)(**fields),))


ARTICLES = (
    article("liver", "A case report saw a liver injury."),
    article("sleep", "No trial has tested kratom for sleep."),
    article("law-us-al", "Alabama bans kratom.", "record"),
    article("law-us-ga", "Georgia has an age limit for kratom.", "record"),
    article("with-alcohol", "Deaths with kratom and alcohol were reported.", "record"),
)
CORPUS = make_corpus(
    articles=ARTICLES,
    legality=(make_legal_record(), make_legal_record(id="us-ga", name="Georgia")),
    interactions=(make_interaction(),),
)
LIBRARY = Library.of(CORPUS)


class Desk:
    """A service over the small corpus, and what is withdrawn from it."""

    def __init__(self, library: Library = LIBRARY, best: str = "liver#tree", probability: float = 0.9) -> None:
        ranked = sorted(library.passages.values(), key=lambda passage: passage.id != best)
        self.withdrawals = LiveWithdrawals()
        edition = FakeEdition(library, FakeRetriever(ranked, probability))
        self.service = AnswerService(FakeEditions(edition), Safeguards({}), FakeLog(), self.withdrawals)

    def ask(self, text: str) -> Answer:
        return self.service.answer(Question((text,), DAY))


def shown(answer: Answer) -> set[str]:
    return {quote.passage.id for quote in answer.quotes} | {one.passage_id for one in answer.suggestions}


@pytest.mark.parametrize(
    "withdrawals", [Withdrawals(passages=frozenset({"liver#tree"})), Withdrawals(articles=frozenset({"liver"}))]
)
def test_withdrawn_passage_is_not_quoted_from_the_next_question_on(withdrawals: Withdrawals) -> None:
    desk = Desk()
    assert "liver#tree" in shown(desk.ask("does kratom harm the liver"))
    desk.withdrawals.use(withdrawals)
    after = desk.ask("does kratom harm the liver")
    assert after.outcome is Outcome.ANSWERED
    assert "liver#tree" not in shown(after)
    desk.withdrawals.use(Withdrawals())
    assert "liver#tree" in shown(desk.ask("does kratom harm the liver"))


def test_withdrawn_passage_is_not_suggested() -> None:
    desk = Desk(probability=0.1)
    assert "liver#tree" in shown(desk.ask("does kratom harm the liver"))
    desk.withdrawals.use(Withdrawals(passages=frozenset({"liver#tree"})))
    assert "liver#tree" not in shown(desk.ask("does kratom harm the liver"))


def test_withdrawn_passage_is_not_shown_under_a_refusal() -> None:
    desk = Desk()
    before = desk.ask("how many grams of kratom should i take")
    assert before.outcome is Outcome.REFUSED
    assert "liver#tree" in shown(before)
    desk.withdrawals.use(Withdrawals(articles=frozenset({"liver"})))
    assert "liver#tree" not in shown(desk.ask("how many grams of kratom should i take"))


def test_law_of_a_withdrawn_place_is_not_told_and_no_other_place_answers_for_it() -> None:
    desk = Desk(best="law-us-ga#record")
    assert "Alabama" in desk.ask("is kratom legal in alabama").headline
    desk.withdrawals.use(Withdrawals(passages=frozenset({"law-us-al#record"})))
    after = desk.ask("is kratom legal in alabama")
    assert after.outcome is Outcome.ABSTAINED
    assert not after.headline
    assert not after.quotes


def test_of_two_places_only_the_one_in_use_is_told() -> None:
    desk = Desk()
    desk.withdrawals.use(Withdrawals(articles=frozenset({"law-us-al"})))
    after = desk.ask("is kratom legal in alabama or in georgia")
    assert "Georgia" in after.headline
    assert "Alabama" not in after.headline


def test_withdrawn_interaction_is_not_answered_by_another_passage() -> None:
    desk = Desk(best="with-alcohol#record")
    assert desk.ask("kratom with alcohol").outcome is Outcome.ANSWERED
    desk.withdrawals.use(Withdrawals(articles=frozenset({"with-alcohol"})))
    assert desk.ask("kratom with alcohol").outcome is Outcome.ABSTAINED


def test_passage_whose_counterpart_is_withdrawn_is_not_shown_alone() -> None:
    yes = article("yes", "One study found it.", beside="no#tree")
    no = article("no", "Another did not.")
    desk = Desk(Library.of(make_corpus(articles=(yes, no, *ARTICLES))), best="yes#tree")
    assert {"yes#tree", "no#tree"} <= shown(desk.ask("does kratom do it"))
    desk.withdrawals.use(Withdrawals(passages=frozenset({"no#tree"})))
    assert not {"yes#tree", "no#tree"} & shown(desk.ask("does kratom do it"))


def test_receipt_of_a_withdrawn_passage_says_so_and_others_still_replay() -> None:
    desk = Desk(LIBRARY, best="liver#tree")
    liver, law = desk.ask("does kratom harm the liver"), desk.ask("is kratom legal in georgia")
    desk.withdrawals.use(Withdrawals(passages=frozenset({"sleep#tree", "law-us-ga#record"})))
    for answer, gone in ((liver, "sleep#tree"), (law, "law-us-ga#record")):
        with pytest.raises(ReceiptWithdrawnError, match="withdrawn") as caught:
            desk.service.replay(answer.receipt)
        assert gone in caught.value.passage_ids
    desk.withdrawals.use(Withdrawals(articles=frozenset({"with-alcohol"})))
    assert desk.service.replay(desk.ask("is kratom legal in georgia").receipt).headline == law.headline


def test_receipt_given_while_something_is_withdrawn_counts_by_the_whole_build() -> None:
    desk = Desk(best="sleep#tree")
    desk.withdrawals.use(Withdrawals(articles=frozenset({"liver"})))
    answer = desk.ask("does kratom help sleep")
    desk.withdrawals.use(Withdrawals())
    assert shown(desk.service.replay(answer.receipt)) == shown(answer)


def test_with_everything_withdrawn_nothing_is_shown_and_crises_are_answered() -> None:
    desk = Desk()
    desk.withdrawals.use(EVERYTHING_WITHDRAWN)
    assert not shown(desk.ask("does kratom harm the liver"))
    assert not desk.ask("is kratom legal in georgia").headline
    assert desk.ask("i want to kill myself").outcome is Outcome.CRISIS


@given(st.data())
@hypothesis_settings(max_examples=60, deadline=None)
def test_no_question_brings_up_what_is_withdrawn(data: st.DataObject) -> None:
    library = data.draw(libraries())
    desk = Desk(library, probability=data.draw(st.floats(0, 1)))
    passages = data.draw(st.frozensets(st.sampled_from(library.passage_ids)))
    articles = data.draw(st.frozensets(st.sampled_from(sorted(library.articles))))
    desk.withdrawals.use(Withdrawals(articles, passages))
    answer = desk.ask(data.draw(questions))
    assert not any(one in passages or one.split("#")[0] in articles for one in shown(answer))
