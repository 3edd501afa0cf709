"""Where the lead of an answer stands: marked inside the first passage, or above it where another sentence leads."""

import io
from datetime import date

import pytest
from rich.console import Console

from bot.answering.compose import compose
from bot.answering.library import Library
from bot.answering.models import Answer, Outcome, Plan
from bot.answering.safeguards import Safeguards
from bot.rendering import discord_markdown, plain_text, rich_text
from corpus.loader import load_crisis, load_notices
from tests.factories import make_article, make_corpus

FIRST, SECOND = "Kratom is a tree.", "It grows in South-East Asia."
SAFEGUARDS = Safeguards(load_notices(), load_crisis())


def answer_led_by(sentence: int) -> Answer:
    library = Library.of(make_corpus(articles=(make_article((FIRST, SECOND)),)))
    plan = Plan(
        Outcome.ANSWERED,
        date(2026, 11, 22),
        build_id="0123456789ab",
        passages=("what-is-kratom#tree",),
        lead=sentence,
    )
    return compose(plan, SAFEGUARDS, library, 0.9)


def in_discord(answer: Answer) -> str:
    return "\n".join(block for part in discord_markdown.render(answer) for block in part.blocks)


def coloured(answer: Answer) -> str:
    screen = io.StringIO()
    Console(file=screen, force_terminal=True, color_system="standard", width=100).print(rich_text.render(answer))
    return screen.getvalue()


def test_a_lead_that_begins_the_passage_is_marked_there_and_shown_once() -> None:
    answer = answer_led_by(0)
    assert plain_text.render(answer).count(FIRST) == 1
    assert in_discord(answer).count(f"**{FIRST}**") == 1
    assert "> **Kratom is a tree.** \\[1\\] It grows" in in_discord(answer)
    assert f"\x1b[1m{FIRST}\x1b[0m" in coloured(answer)


def test_a_lead_from_within_the_passage_stands_above_it_too() -> None:
    answer = answer_led_by(1)
    assert plain_text.render(answer).count(SECOND) == 2
    assert plain_text.render(answer).startswith(f'"{SECOND}" [1]')
    assert in_discord(answer).startswith("**It grows in South-East Asia.** \\[1\\]")


@pytest.mark.parametrize("sentence", [0, 1])
def test_the_passage_stays_whole_wherever_the_lead_stands(sentence: int) -> None:
    assert f"{FIRST} [1] {SECOND} [1]" in " ".join(plain_text.render(answer_led_by(sentence)).split())
