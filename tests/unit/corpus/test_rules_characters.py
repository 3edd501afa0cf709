"""Characters that nobody sees, letters in disguise, mentions and markup."""

import sys
import unicodedata

import pytest

from corpus.rules_characters import HIDDEN, hidden_characters, look_alikes, markup, mentions
from tests.unit.corpus.in_memory import codes_of


def test_every_control_format_and_private_character_is_hidden() -> None:
    shown = [
        f"U+{code:04X}"
        for code in range(sys.maxunicode + 1)
        if unicodedata.category(chr(code)) in {"Cc", "Cf", "Co", "Cs", "Zl", "Zp"}
        and chr(code) not in "\t\n"
        and not HIDDEN.match(chr(code))
    ]
    assert shown == []


@pytest.mark.parametrize("character", ["\ufe0f", "\u115f", "\u3164", "\u2800", "\u034f", "\U000e0101", "\ufffd"])
def test_characters_that_show_as_nothing_are_hidden(character: str) -> None:
    assert codes_of(hidden_characters, f"Kratom is a{character} tree.") == ["HIDDEN_CHARACTER"]


@pytest.mark.parametrize(
    "text", ["μ-opioid", "Café", "Россия", "日本", "naïve “quotes” – and 7‑OH…", "10 µg", "👍", "x\ty"]
)
def test_characters_that_people_see_pass(text: str) -> None:
    assert codes_of(hidden_characters, f"Kratom and {text} here.") == []


@pytest.mark.parametrize("word", ["krаtom", "ΚRATOM", "lеaf", "ѕaуѕ", "ｋｒａｔｏｍ", "𝐤𝐫𝐚𝐭𝐨𝐦", "ⓚratom", "соре"])
def test_letters_in_disguise_are_found(word: str) -> None:
    assert set(codes_of(look_alikes, f"The {word} tree.")) == {"LOOK_ALIKE"}


@pytest.mark.parametrize(
    "word", ["μ-opioid", "TNFα", "β-arrestin", "δ", "Česko", "Россия", "Ελλάδα", "ﬁne", "Ω3", "7-OH"]
)
def test_honest_letters_pass(word: str) -> None:
    assert codes_of(look_alikes, f"The {word} tree.") == []


@pytest.mark.parametrize(
    "text",
    [
        "@everyone",
        "@here",
        "<@123>",
        "<@!123>",
        "<@&123>",
        "<#123>",
        "<:leaf:123>",
        "<a:leaf:1>",
        "</ask:1>",
        "<t:1:R>",
    ],
)
def test_mentions_and_commands_are_found(text: str) -> None:
    assert codes_of(mentions, f"Kratom {text} is a tree.") == ["MENTION"]


@pytest.mark.parametrize("text", ["p < 0.05 and n > 3", "here and everyone", "someone@hereford"])
def test_other_signs_are_not_mentions(text: str) -> None:
    assert codes_of(mentions, f"Kratom {text} is a tree.") == []


@pytest.mark.parametrize(
    "text",
    [
        *("**bold**", "*soft*", "__under__", "_soft_", "`code`", "~~gone~~", "||secret||", "a [link](x)", "a [note]"),
        *("<i>x</i>", "&nbsp;", "a | b", "back\\slash"),
    ],
)
def test_markup_inside_a_sentence_is_found(text: str) -> None:
    assert codes_of(markup, f"Kratom is {text} here.") == ["MARKUP"]


@pytest.mark.parametrize("line", ["- one tree.", "* one tree.", "1. one tree.", "> one tree.", "#hash tree `x`."])
def test_markup_at_the_start_of_a_sentence_is_found(line: str) -> None:
    assert codes_of(markup, line) == ["MARKUP"]


@pytest.mark.parametrize(
    "sentence",
    ["A pH < 7 and a share > 5 passed.", "Snake_case words stay.", "Costs & gains rose.", "It is 5-6 years."],
)
def test_plain_sentences_have_no_markup(sentence: str) -> None:
    assert codes_of(markup, sentence) == []


def test_markup_in_a_heading_is_found() -> None:
    assert codes_of(markup, "## Kratom is **good** {#good}", "Nobody has shown that.") == ["MARKUP"]
