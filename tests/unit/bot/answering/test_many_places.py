"""A question that names very many places: the receipt fits into buttons, and the answer says that there may be more."""

from dataclasses import replace
from datetime import date
from types import SimpleNamespace
from typing import Any

import pytest

from bot.answering.compose import compose
from bot.answering.law import MAX_PLACES
from bot.answering.library import Library
from bot.answering.models import Outcome, Plan, Question
from bot.answering.receipts import decode_receipt, encode_receipt
from bot.answering.safeguards import Safeguards
from bot.answering.service import AnswerService
from bot.frontends.discord_client.custom_ids import Act, answer_button, reasons_menu
from tests.factories import make_article, make_corpus, make_legal_record, make_passage
from tests.fakes import FakeEdition, FakeEditions, FakeLog, FakeRetriever

LARGE: Any = SimpleNamespace(
    passage_ids=tuple(f"passage-{n}" for n in range(16_000)), laws={f"law-{n}": None for n in range(2000)}
)
NAMES = [f"Atlantis {chr(65 + n)}x" for n in range(MAX_PLACES + 5)]


def test_longest_receipt_fits_into_every_button() -> None:
    plan = Plan(
        Outcome.ANSWERED,
        date(2040, 1, 1),
        region="US",
        build_id="0123456789ab",
        passages=LARGE.passage_ids[-3:],
        lead=99,
        laws=tuple(LARGE.laws)[-MAX_PLACES:],
        about_interaction=True,
        show_help_line=True,
    )
    receipt = encode_receipt(plan, LARGE)
    assert decode_receipt(receipt, LARGE, plan.build_id) == plan
    assert all(answer_button(act, receipt, 999) for act in Act)
    assert len(reasons_menu(receipt)) <= 100


def library() -> Library:
    """A record of the law for each name."""
    articles, records = [], []
    for number, name in enumerate(NAMES):
        article_id = f"law-{number}"
        passage = make_passage((f"The law of {name} bans it.",), id=f"{article_id}#record", article_id=article_id)
        articles.append(make_article(id=article_id, text=passage.text, passages=(passage,)))
        records.append(make_legal_record(id=f"place-{number}", name=name, aliases=(), passage_id=passage.id))
    return Library.of(make_corpus(articles=tuple(articles), legality=tuple(records)))


@pytest.mark.parametrize("places", [MAX_PLACES - 1, MAX_PLACES + 5])
def test_answer_about_many_places_says_that_it_gives_ten(places: int) -> None:
    known = library()
    edition = FakeEdition(known, FakeRetriever(tuple(known.passages.values()), 0.9))
    service = AnswerService(FakeEditions(edition), Safeguards({}), FakeLog())
    answer = service.answer(Question(("is kratom legal in " + ", ".join(NAMES[:places]),), date(2026, 11, 22)))
    assert answer.outcome is Outcome.ANSWERED
    assert len(answer.headline.split("\n")) == min(places, MAX_PLACES)
    assert ("ten places" in answer.message) is (places > MAX_PLACES)
    assert service.replay(answer.receipt).message == answer.message
    assert answer_button(Act.HELPFUL, answer.receipt)


def test_older_receipt_of_more_places_still_replays() -> None:
    known = library()
    plan = Plan(
        Outcome.ANSWERED,
        date(2026, 11, 22),
        build_id="0123456789ab",
        passages=("law-0#record",),
        laws=tuple(known.laws),
    )
    answer = compose(plan, Safeguards({}), known)
    assert decode_receipt(answer.receipt, known, plan.build_id) == replace(plan)
