"""Passages that stand alone, whole sentences, and whose word a sentence is."""

import pytest

from corpus.models import Grade, Tier
from corpus.rules_style import attribution, leads, reading, sentences
from tests.factories import make_source
from tests.unit.corpus.in_memory import codes_of, loaded_with

TRADE = make_source(id="trade", tier=Tier.C, grade=Grade.PRESS_ADVOCACY)
STUDY = make_source(id="study", tier=Tier.A)


@pytest.mark.parametrize(
    "first",
    [
        "It is a tree.",
        "They grow in Asia.",
        "This makes people sleepy.",
        "That was shown in 2020.",
        "These come from a survey.",
        "Those reports are old.",
        "Such products are new.",
        "He fell ill.",
        "She recovered.",
        "This also holds for tea.",
    ],
)
def test_a_first_sentence_that_looks_back_is_found(first: str) -> None:
    assert codes_of(leads, first, "Kratom is a tree.") == ["LEAD"]


@pytest.mark.parametrize(
    "first",
    [
        "Kratom is a tree.",
        "It is not known whether kratom helps.",
        "It is illegal to sell kratom in Alabama.",
        "This leaf of the kratom tree has been chewed for long.",
        "That kratom is natural does not make the leaf safe.",
        "Italy bans kratom.",
        "Heavy use of kratom can lead to withdrawal.",
    ],
)
def test_a_first_sentence_that_stands_alone_passes(first: str) -> None:
    assert codes_of(leads, first, "It grows in Asia.") == []


@pytest.mark.parametrize("text", ["Kratom is a tree", "Kratom is a tree,", "Kratom is a tree:", "Kratom (a tree)"])
def test_a_sentence_without_its_end_is_found(text: str) -> None:
    assert codes_of(sentences, text) == ["SENTENCE_END"]


@pytest.mark.parametrize(
    "text", ["A tree.", "A tree?", "A tree!", 'He said "a tree."', "It is (only) a tree.)", "A tree…"]
)
def test_a_whole_sentence_passes(text: str) -> None:
    assert codes_of(sentences, text) == []


@pytest.mark.parametrize(("words", "found"), [(45, []), (46, ["SENTENCE_LENGTH"])])
def test_sentences_have_up_to_45_words(words: int, found: list[str]) -> None:
    assert codes_of(sentences, " ".join(["leaf"] * (words - 1) + ["end."])) == found


@pytest.mark.parametrize(
    "lines",
    [
        ["Shops sold more kratom in 2026. [@trade]"],
        ["A trade outlet speaks of more sales. [@study]", "Shops sold more kratom in 2026. [@trade]"],
        ["Shops sold more kratom in 2026. [@trade]", "Trade news says that prices fell. [@trade]"],
    ],
)
def test_a_trade_source_alone_needs_its_name_in_the_sentence(lines: list[str]) -> None:
    problems = list(attribution(loaded_with(*lines, sources=(TRADE, STUDY))))
    assert [problem.code for problem in problems] == ["ATTRIBUTION"]


@pytest.mark.parametrize(
    "lines",
    [
        ["Shops sold more kratom in 2026, trade news says. [@trade]"],
        ["Shops sold more kratom in 2026. [@trade; @study]"],
        ["Shops sold more kratom in 2026. [@study]"],
        ["Trade news says that prices fell. [@trade]", "Shops sold more kratom in 2026. [@trade]"],
        ["How much kratom was sold in 2026 is not known. [@trade]"],
        ["Shops sold more kratom in 2026. [@unknown]"],
        ["Shops sold more kratom in 2026."],
    ],
)
def test_other_sentences_need_no_attribution(lines: list[str]) -> None:
    assert list(attribution(loaded_with(*lines, sources=(TRADE, STUDY)))) == []


def test_a_corpus_without_articles_has_no_median() -> None:
    loaded = loaded_with("Kratom is a tree.")
    loaded.files.clear()
    assert list(reading(loaded)) == []
