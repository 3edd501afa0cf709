"""Answers about what a person picked: the promises hold for them as for any answer."""

from dataclasses import replace
from datetime import date

import pytest

from bot.answering.library import Library
from bot.answering.models import Answer, Outcome
from bot.answering.receipts import ReceiptError
from bot.answering.safeguards import Safeguards
from bot.answering.service import AnswerService, ReceiptUnknownError, ReceiptWithdrawnError
from bot.answering.showing import NothingFurtherError, NotShownError, page_of, passages_beside, plan_shown
from bot.answering.withdrawals import NOTHING_WITHDRAWN, LiveWithdrawals, Withdrawals
from corpus.models import Article, Corpus
from index.models import ScoredPassage
from tests.factories import make_article, make_interaction, make_legal_record, make_passage, make_source
from tests.fakes import FakeEdition, FakeEditions, FakeLog, FakeRetriever

DAY = date(2026, 11, 22)
BUILD = "0123456789ab"


def article(article_id: str, *parts: str, **passage_fields: str) -> Article:
    """Return an article with a passage `<id>#<part>` for each part."""
    passages, text = [], ""
    for part in parts:
        text += f"{part}\n"
        made = make_passage(
            (f"This is {part} of {article_id}.", "It says a little more."),
            len(text),
            id=f"{article_id}#{part}",
            article_id=article_id,
            article_title=f"About {article_id}",
            heading=part,
            **passage_fields,
        )
        passages.append(made)
        text += f"{made.text}\n\n"
    return make_article(id=article_id, title=f"About {article_id}", text=text, passages=tuple(passages))


def library(*articles: Article) -> Library:
    source = make_source()
    return Library.of(
        Corpus(
            articles=(
                *articles,
                article("liver", "one", "two", "three", "four", "five"),
                article("law-us-al", "record"),
                article("law-us-or", "record"),
                article("with-alcohol", "record"),
            ),
            sources={source.id: source},
            legality=(make_legal_record(), make_legal_record(id="us-or", name="Oregon", valid_until=date(2026, 1, 1))),
            interactions=(make_interaction(passages=("liver#five",)),),
        )
    )


def service(known: Library, build: str = BUILD, withdrawn: Withdrawals = NOTHING_WITHDRAWN) -> AnswerService:
    retriever = FakeRetriever([known.passages[one] for one in sorted(known.passages)])
    editions = FakeEditions(FakeEdition(known, retriever, build))
    return AnswerService(editions, Safeguards({}, ()), FakeLog(), LiveWithdrawals(withdrawn))


def shown(answer: Answer) -> list[str]:
    return [quote.passage.id for quote in answer.quotes]


def test_law_that_is_picked_by_its_passage_still_comes_with_its_date() -> None:
    answer = service(library()).show(["law-us-al#record"], DAY)
    assert answer.headline.startswith("Alabama, last checked 1 October 2026: kratom leaf banned")
    assert "not confirmed since" in service(library()).show(["law-us-or#record"], DAY).headline


def test_interaction_that_is_picked_by_its_passage_says_that_no_data_is_not_safety() -> None:
    assert service(library()).show(["with-alcohol#record"], DAY).cautions == ("No information is not safety.",)
    assert service(library()).show(["liver#one"], DAY).cautions == ()


@pytest.mark.parametrize("name", ["id:us-al", "Alabama", "the law in alabama"])
def test_place_is_found_by_id_name_and_text(name: str) -> None:
    answer = service(library()).about_place(name, DAY)
    assert shown(answer) == ["law-us-al#record"]
    assert answer.outcome is Outcome.ANSWERED


def test_substance_comes_with_the_passages_its_record_points_to() -> None:
    assert shown(service(library()).about_substance("beer", DAY)) == ["with-alcohol#record", "liver#five"]


@pytest.mark.parametrize("name", ["", "atlantis", "id:atlantis", "id:", "liver#one"])
def test_what_is_in_no_table_is_not_shown(name: str) -> None:
    with pytest.raises(NotShownError):
        service(library()).about_place(name, DAY)
    with pytest.raises(NotShownError):
        service(library()).about_substance(name, DAY)


def test_passage_without_its_counterpart_is_not_shown() -> None:
    alone = article("study", "for", beside="study#against")
    with pytest.raises(NotShownError):
        plan_shown(["study#for"], library(alone), BUILD, DAY)
    both = library(article("study", "for", "against"))
    passages = {**both.passages, "study#for": replace(both.passages["study#for"], beside="study#against")}
    plan = plan_shown(["study#for"], replace(both, passages=passages), BUILD, DAY)
    assert plan.passages == ("study#for", "study#against")


def test_passage_with_a_sentence_without_source_is_not_shown() -> None:
    bare = make_passage(references=(), start=len("Kratom is a tree\n"), article_id="bare", id="bare#one")
    with pytest.raises(NotShownError):
        plan_shown(["bare#one"], library(make_article(id="bare", passages=())), BUILD, DAY)
    known = library()
    with pytest.raises(NotShownError):
        plan_shown([bare.id], replace(known, passages={**known.passages, bare.id: bare}), BUILD, DAY)


def test_without_an_index_what_is_picked_is_unavailable() -> None:
    bare = AnswerService(FakeEditions(None), Safeguards({}, ()), FakeLog())
    assert bare.show(["liver#one"], DAY).outcome is Outcome.UNAVAILABLE
    assert bare.about_place("Alabama", DAY).outcome is Outcome.UNAVAILABLE


def test_what_is_picked_is_replayed_by_its_receipt() -> None:
    asked = service(library())
    for answer in (
        asked.about_place("Alabama", DAY),
        asked.about_substance("beer", DAY),
        asked.show(["liver#two"], DAY),
    ):
        assert asked.replay(answer.receipt) == answer


# More passages


def test_more_passages_are_those_of_the_article_first_and_never_twice() -> None:
    asked = service(library())
    first = asked.show(["liver#two"], DAY)
    pages = [shown(asked.more(first.receipt, page, DAY)) for page in range(2)]
    assert pages[0] == ["liver#one", "liver#three", "liver#four"]
    assert pages[1] == ["liver#five"]
    for beyond in (2, 3, 10**6):
        with pytest.raises(NothingFurtherError):
            asked.more(first.receipt, beyond, DAY)


def test_law_of_other_places_is_never_more() -> None:
    known = library()
    near = [ScoredPassage(passage, 1, 1.0) for passage in known.corpus.passages]
    assert "law-us-or#record" not in passages_beside(["law-us-al#record"], near, known)


def test_pages_keep_counterparts_together() -> None:
    both = library(article("study", "for", "against"))
    known = replace(
        both, passages={**both.passages, "study#for": replace(both.passages["study#for"], beside="study#against")}
    )
    ids = ["liver#one", "liver#two", "study#for", "study#against", "liver#three"]
    assert page_of(ids, 0, known) == ["liver#one", "liver#two"]
    assert page_of(ids, 1, known) == ["study#for", "study#against", "liver#three"]
    assert page_of(ids, 2, known) == []


# Receipts over time


def changed_service(now: Library, before: Library, answer: Answer) -> AnswerService:
    """A service over one build that still has the one before."""
    live, old = FakeEdition(now, FakeRetriever(), "ba9876543210"), FakeEdition(before, FakeRetriever(), BUILD)

    class Both(FakeEditions):
        def find(self, build_tag: str) -> FakeEdition | None:
            return next((one for one in (live, old) if one.build_id.startswith(build_tag)), None)

    assert answer.receipt
    return AnswerService(Both(live), Safeguards({}, ()), FakeLog())


def test_replay_tells_what_was_removed_and_changed_since() -> None:
    before = library(article("study", "for", "against"))
    answer = service(before).show(["study#for", "study#against", "liver#one"], DAY)
    other = make_passage(("Now it says this.",), 4, id="study#for", article_id="study")
    now = library(make_article(id="study", text=f"for\n{other.text}", passages=(other,)))
    found = changed_service(now, before, answer).reopen(answer.receipt)
    assert found.answer == answer
    assert (found.removed, found.changed) == (("study#against",), ("study#for",))


def test_renewed_answer_judges_the_law_on_the_new_day() -> None:
    asked = service(library())
    given = asked.about_place("Alabama", DAY)
    assert "last checked" in given.headline
    later = asked.renew(given.receipt, date(2027, 6, 1))
    assert "not confirmed since" in later.headline


def test_answer_is_not_renewed_where_a_passage_is_gone_or_changed() -> None:
    before = library(article("study", "for"))
    answer = service(before).show(["study#for", "liver#one"], DAY)
    with pytest.raises(NotShownError):
        changed_service(library(), before, answer).renew(answer.receipt, DAY)


def test_only_answers_are_renewed() -> None:
    asked = service(library())
    bare = AnswerService(FakeEditions(None), Safeguards({}, ()), FakeLog()).show((), DAY)
    for receipt in (bare.receipt, "K1-ABC", ""):
        with pytest.raises(ReceiptError):
            asked.renew(receipt, DAY)
    foreign = service(library(), "ffffffffffff").show(["liver#one"], DAY)
    with pytest.raises(ReceiptUnknownError):
        asked.renew(foreign.receipt, DAY)


def test_topic_of_an_answer_is_the_title_of_what_it_quotes() -> None:
    asked = service(library())
    assert asked.topic_of(asked.show(["liver#one"], DAY).receipt) == "About liver"
    foreign = service(library(), "ffffffffffff").show(["liver#one"], DAY)
    for receipt in (foreign.receipt, "", "K1-ABC", "\0"):
        assert asked.topic_of(receipt) == ""


# What moderators withdrew


@pytest.mark.parametrize(
    "withdrawn",
    [
        Withdrawals(passages=frozenset({"law-us-al#record", "with-alcohol#record", "liver#one"})),
        Withdrawals(everything=True),
    ],
    ids=["these", "everything"],
)
def test_what_is_withdrawn_is_shown_in_no_way(withdrawn: Withdrawals) -> None:
    given = service(library())
    receipts = [given.about_place("Alabama", DAY).receipt, given.show(["liver#one"], DAY).receipt]
    asked = service(library(), withdrawn=withdrawn)
    for name in ("id:us-al", "Alabama"):
        with pytest.raises(NotShownError):
            asked.about_place(name, DAY)
    with pytest.raises(NotShownError):
        asked.show(["liver#one"], DAY)
    for receipt in receipts:
        assert asked.topic_of(receipt) == ""
        with pytest.raises(ReceiptWithdrawnError):
            asked.reopen(receipt)
        with pytest.raises(ReceiptWithdrawnError):
            asked.renew(receipt, DAY)
        with pytest.raises(ReceiptWithdrawnError):
            asked.more(receipt, 0, DAY)


def test_withdrawn_passages_are_never_more() -> None:
    receipt = service(library()).show(["liver#two"], DAY).receipt
    asked = service(library(), withdrawn=Withdrawals(passages=frozenset({"liver#one", "liver#four"})))
    assert shown(asked.more(receipt, 0, DAY)) == ["liver#three", "liver#five"]
