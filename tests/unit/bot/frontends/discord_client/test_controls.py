"""The buttons under answers."""

from typing import Any

import discord

from bot.answering.models import Answer, CrisisCard, CrisisKind, Notices, Outcome, Suggestion
from bot.frontends.discord_client import texts
from bot.frontends.discord_client.controls import under_answer
from bot.frontends.discord_client.messages import NOTHING, Extras

NOTICES = Notices("be careful", "check the law")
LONG = "K1-" + "Z" * 200
ABSTAINED = Answer(
    Outcome.ABSTAINED,
    NOTICES,
    message="no answer",
    suggestions=tuple(Suggestion(f"Topic {n}", f"topic-{n}#one") for n in range(3)),
    receipt="K1-0000",
)
CRISIS = Answer(Outcome.CRISIS, NOTICES, crisis=CrisisCard(CrisisKind.SUICIDE, "call", ("112",), ""), receipt="K1-0000")


def buttons(rows: Any) -> list[list[discord.ui.Button[Any]]]:
    return [[button for button in row.children if isinstance(button, discord.ui.Button)] for row in rows()]


def labels(extras: Extras) -> list[list[str | None]]:
    return [[button.label for button in row] for row in buttons(extras.rows)]


def test_crisis_card_has_no_button_not_even_to_delete_it() -> None:
    assert under_answer(CRISIS, public=True, shareable=True) is NOTHING


def test_only_public_answers_can_be_deleted_and_each_message_of_them() -> None:
    assert labels(under_answer(ABSTAINED)) == [["Topic 0", "Topic 1", "Topic 2"]]
    public = under_answer(ABSTAINED, public=True)
    assert labels(public) == [["Topic 0", "Topic 1", "Topic 2"], [texts.DELETE]]
    assert [[button.label for button in row] for row in buttons(public.rows_above)] == [[texts.DELETE]]
    assert not buttons(under_answer(ABSTAINED).rows_above)


def test_answer_can_be_deleted_though_its_receipt_is_too_long_for_a_button() -> None:
    bare = Answer(Outcome.INVALID, NOTICES, message="no question", receipt=LONG)
    (row,) = buttons(under_answer(bare, public=True).rows)
    assert [(button.label, button.custom_id) for button in row] == [(texts.DELETE, "k1:delete:0:0")]
