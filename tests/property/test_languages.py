"""Promises P1, P3 and P5 in every language the bot speaks."""

import re
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.answering.compose import compose
from bot.answering.models import CrisisKind, InvalidKind, Outcome, Plan, RefusalKind
from bot.answering.safeguards import Safeguards
from bot.languages.catalogue import LANGUAGES
from bot.languages.wording import notice_heads
from bot.rendering import discord_markdown
from bot.rendering.words import numbered_text
from corpus.loader import load_crisis, load_notices, load_translations
from corpus.models import Notice
from tests.strategies import libraries, plans

SAFEGUARDS = Safeguards(load_notices(), load_crisis(), load_translations())
KINDS = [
    *((Outcome.CRISIS, kind) for kind in CrisisKind),
    *((Outcome.REFUSED, kind) for kind in RefusalKind),
    *((Outcome.INVALID, kind) for kind in InvalidKind),
    (Outcome.UNAVAILABLE, None),
]
languages = st.sampled_from(["en", *LANGUAGES])
relaxed = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)

pytestmark = pytest.mark.filterwarnings("ignore::hypothesis.errors.NonInteractiveExampleWarning")


def unescaped(text: str) -> str:
    return re.sub(r"\\(.)", r"\1", text)


@given(st.data(), languages)
@relaxed
def test_any_answer_carries_both_notices_in_the_language_and_quotes_english(data: st.DataObject, language: str) -> None:
    library = data.draw(libraries())
    answer = compose(data.draw(plans(library)), SAFEGUARDS.in_language(language), library, 0.5)
    parts = discord_markdown.render(answer)
    for part in parts:
        notices = unescaped(part.notices)
        assert all(f"**{head}**" in notices for head in notice_heads(language))
        assert answer.notices.safety in notices
        assert answer.notices.legality in notices
        assert sum(map(len, part.blocks)) <= discord_markdown.MAX_CHARS
    shown = re.sub(r"\s|>|\*", "", unescaped("".join(block for part in parts for block in part.body)))
    for quote in answer.quotes:
        assert re.sub(r"\s|>|\*", "", numbered_text(quote)) in shown


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("region", [None, "US", "DE", "TH", "ZZ"])
@pytest.mark.parametrize(("outcome", "kind"), KINDS)
def test_fixed_replies_are_translated_and_a_crisis_comes_first(
    language: str, region: str | None, outcome: Outcome, kind: CrisisKind | RefusalKind | InvalidKind | None
) -> None:
    plan = Plan(outcome, date(2026, 11, 23), kind, region)
    english, answer = compose(plan, SAFEGUARDS), compose(plan, SAFEGUARDS.in_language(language))
    assert answer.notices.safety != english.notices.safety
    assert answer.receipt == english.receipt
    if answer.crisis and english.crisis:
        assert answer.crisis.text != english.crisis.text
        first = discord_markdown.render(answer)[0].blocks[0]
        assert unescaped(first) == f"## {answer.crisis.text}"
        assert answer.crisis.region == english.crisis.region
        assert len(answer.crisis.lines) == len(english.crisis.lines)
    else:
        assert answer.message != english.message


@given(languages, st.sets(st.sampled_from(sorted(SAFEGUARDS.notices))), st.sampled_from(KINDS), st.booleans())
@settings(deadline=None)
def test_whatever_translation_is_missing_something_is_said(
    language: str,
    missing: set[str],
    case: tuple[Outcome, CrisisKind | RefusalKind | InvalidKind | None],
    no_english: bool,
) -> None:
    left: dict[str, dict[str, Notice]] = {
        code: {key: one for key, one in notices.items() if key not in missing}
        for code, notices in SAFEGUARDS.translations.items()
    }
    safeguards = Safeguards({} if no_english else SAFEGUARDS.notices, (), left, language)
    answer = compose(Plan(case[0], date(2026, 11, 23), case[1]), safeguards)
    for part in discord_markdown.render(answer):
        assert answer.notices.safety in unescaped(part.notices)
        assert answer.notices.legality in unescaped(part.notices)
    if not no_english:
        said = answer.crisis.text if answer.crisis else answer.message
        notice = f"{answer.outcome}-{case[1]}" if case[1] else "unavailable"
        notice = notice.replace("refused-", "refusal-")
        if notice in missing or language == "en":
            assert said == SAFEGUARDS.notices[notice].full
