"""Promises P1, P2, P3 and P10, for any answer that the core can make."""

import re
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.answering.compose import compose
from bot.answering.models import Answer, CrisisKind, InvalidKind, Outcome, Plan, Question, Quote, RefusalKind
from bot.answering.receipts import ReceiptError, decode_receipt, encode_receipt
from bot.answering.safeguards import Safeguards
from bot.answering.service import AnswerService, ReceiptUnknownError
from bot.rendering import discord_markdown, plain_text, structured
from bot.rendering.words import numbered_text, numbers_mark
from corpus.loader import load_crisis, load_notices
from tests.fakes import FakeEdition, FakeEditions, FakeLog, FakeRetriever
from tests.strategies import answered_plans, days, libraries, plans, questions

SAFEGUARDS = Safeguards(load_notices(), load_crisis())
BARE = Safeguards({}, ())
LIVE_MARKUP = re.compile(r"(?<!\\)(?:\\\\)*(?:[*_~`|\[\]<@]|:\w+:)|^\s*(?:[-+#>]|\d+\.\s)")

pytestmark = pytest.mark.filterwarnings("ignore::hypothesis.errors.NonInteractiveExampleWarning")
relaxed = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)


def every_rendering(answer: Answer) -> list[str]:
    texts = [plain_text.render(answer), structured.to_dict(answer, 1.0)["rendered"]]
    return texts + ["\n".join(part.blocks) for part in discord_markdown.render(answer)]


def unescaped(text: str) -> str:
    return re.sub(r"\\(.)", r"\1", text)


def without_numbers(quote: Quote) -> str:
    """Return a passage as shown, with the citation numbers taken out again."""
    shown, position = numbered_text(quote), 0
    for quoted in quote.statements:
        mark = f" {numbers_mark(quoted.numbers)}"
        position = shown.index(quoted.statement.text, position) + len(quoted.statement.text)
        assert shown.startswith(mark, position)
        shown = shown[:position] + shown[position + len(mark) :]
    return shown


@given(st.data())
@relaxed
def test_any_answer_carries_both_notices_in_every_rendering_and_every_piece(data: st.DataObject) -> None:
    library = data.draw(libraries())
    answer = compose(data.draw(plans(library)), SAFEGUARDS, library, 0.5)
    for text in every_rendering(answer):
        plain = " ".join(unescaped(text).split())
        assert " ".join(answer.notices.safety.split()) in plain
        assert " ".join(answer.notices.legality.split()) in plain


@pytest.mark.parametrize("safeguards", [SAFEGUARDS, BARE], ids=["corpus notices", "built-in notices"])
@pytest.mark.parametrize("region", [None, "US", "GB", "th", "ZZ", "", "US-AL"])
@pytest.mark.parametrize(
    ("outcome", "kind"),
    [(Outcome.CRISIS, kind) for kind in CrisisKind]
    + [(Outcome.REFUSED, kind) for kind in RefusalKind]
    + [(Outcome.INVALID, kind) for kind in InvalidKind]
    + [(Outcome.UNAVAILABLE, None)],
)
def test_replies_without_an_index_carry_both_notices(
    safeguards: Safeguards, region: str | None, outcome: Outcome, kind: CrisisKind | RefusalKind | InvalidKind | None
) -> None:
    answer = compose(Plan(outcome, date(2026, 11, 22), kind, region), safeguards)
    for text in every_rendering(answer):
        assert "Safety:" in unescaped(text)
        assert "Law:" in unescaped(text)
    if outcome is Outcome.CRISIS:
        assert discord_markdown.render(answer)[0].blocks[0].startswith("## ")
        assert plain_text.render(answer).startswith(answer.crisis.text[:40] if answer.crisis else "?")


@given(st.data())
@relaxed
def test_every_quote_equals_its_article_at_its_offsets(data: st.DataObject) -> None:
    library = data.draw(libraries())
    answer = compose(data.draw(plans(library)), SAFEGUARDS, library, 0.5)
    for quote in answer.quotes:
        article = library.articles[quote.passage.article_id]
        assert article.text[quote.passage.start : quote.passage.end] == quote.passage.text
        assert without_numbers(quote) == quote.passage.text


@given(st.data())
@relaxed
def test_every_sentence_shown_cites_a_listed_source(data: st.DataObject) -> None:
    library = data.draw(libraries())
    answer = compose(data.draw(plans(library)), SAFEGUARDS, library, 0.5)
    listed = {citation.number: citation.source.id for citation in answer.citations}
    for quote in answer.quotes:
        for quoted in quote.statements:
            assert {listed[n] for n in quoted.numbers} == {r.source_id for r in quoted.statement.references}


@given(st.data())
@relaxed
def test_the_lead_is_a_sentence_of_the_first_passage_shown(data: st.DataObject) -> None:
    library = data.draw(libraries())
    answer = compose(data.draw(answered_plans(library)), SAFEGUARDS, library, 0.5)
    assert answer.lead is not None
    first = answer.quotes[0]
    assert answer.lead.passage_id == first.passage.id
    assert first.article.text[answer.lead.start : answer.lead.end] == answer.lead.text


@given(st.data())
@relaxed
def test_discord_messages_keep_to_discords_limits_and_lose_no_text(data: st.DataObject) -> None:
    library = data.draw(libraries())
    answer = compose(data.draw(plans(library)), SAFEGUARDS, library, 0.5)
    parts = discord_markdown.render(answer)
    for part in parts:
        assert sum(map(len, part.blocks)) <= discord_markdown.MAX_CHARS
        assert len(part.blocks) <= discord_markdown.MAX_BLOCKS + 1
        assert all(block.strip() for block in part.blocks)
    plain = re.sub(r"(?<!\\)\*\*", "", "".join(block for part in parts for block in part.body))
    shown = re.sub(r"\s|>", "", unescaped(plain))
    for quote in answer.quotes:
        assert re.sub(r"\s|>", "", numbered_text(quote)) in shown


@given(st.data())
@relaxed
def test_corpus_text_in_discord_has_no_live_markup(data: st.DataObject) -> None:
    library = data.draw(libraries())
    answer = compose(data.draw(answered_plans(library)), SAFEGUARDS, library, 0.5)
    for quote in answer.quotes:
        for line in discord_markdown.escape(numbered_text(quote)).split("\n"):
            assert not LIVE_MARKUP.search(line), line


@given(st.data())
@relaxed
def test_a_receipt_gives_the_same_answer_again(data: st.DataObject) -> None:
    library = data.draw(libraries())
    plan = data.draw(plans(library))
    answer = compose(plan, SAFEGUARDS, library, None)
    service = AnswerService(FakeEditions(FakeEdition(library, FakeRetriever())), SAFEGUARDS, FakeLog())
    assert service.replay(answer.receipt) == answer
    assert service.replay(answer.receipt.lower().replace("-", " ")) == answer


@given(st.sampled_from([*CrisisKind, *RefusalKind]), days, st.sampled_from([None, "US", "DE"]))
def test_a_receipt_of_a_reply_without_an_index_works_without_one(
    kind: CrisisKind | RefusalKind, day: date, region: str | None
) -> None:
    outcome = Outcome.CRISIS if isinstance(kind, CrisisKind) else Outcome.REFUSED
    plan = Plan(outcome, day, kind, region)
    assert decode_receipt(encode_receipt(plan, None), None, None) == plan


@given(st.text(max_size=80))
def test_no_text_breaks_the_reading_of_receipts(text: str) -> None:
    service = AnswerService(FakeEditions(None), SAFEGUARDS, FakeLog())
    for candidate in (text, f"K1-{text}"):
        with pytest.raises((ReceiptError, ReceiptUnknownError)):
            service.replay(candidate)


@given(st.data())
@relaxed
def test_any_text_gets_an_answer_and_the_same_text_the_same_answer(data: st.DataObject) -> None:
    library = data.draw(libraries())
    passages = [library.passages[key] for key in sorted(library.passages)]
    probability = data.draw(st.floats(0, 1))
    editions = FakeEditions(FakeEdition(library, FakeRetriever(passages, probability)))
    turns = tuple(data.draw(st.lists(questions, min_size=1, max_size=3)))
    question = Question(turns, data.draw(days), data.draw(st.sampled_from([None, "US", "xx", "\u0000"])))
    service = AnswerService(editions, SAFEGUARDS, FakeLog())
    first = service.answer(question)
    assert first == service.answer(question)
    assert first.receipt == service.answer(question).receipt
    assert every_rendering(first)


@given(questions)
@settings(deadline=None)
def test_without_an_index_any_text_gets_a_safe_answer(text: str) -> None:
    answer = AnswerService(FakeEditions(None), SAFEGUARDS, FakeLog()).answer(Question((text,), date(2026, 11, 22)))
    assert answer.outcome in (Outcome.UNAVAILABLE, Outcome.REFUSED, Outcome.CRISIS, Outcome.INVALID)
    assert not answer.quotes
