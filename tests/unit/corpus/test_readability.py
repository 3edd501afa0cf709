"""Syllables against words counted by hand, grades against the formula worked out by hand."""

import pytest

from corpus.readability import reading_grade, syllables

COUNTED = {
    1: "cause called stopped changed reached claims hours used died tried helped rules lives health drugs",
    2: "kratom people safety centre liver someone therefore guideline settled treated create react quiet science boxes "
    "wishes movement closely tables social region being question",
    3: "opioid alkaloids medicine created idea area nausea supplement settlement element various sodium video theory "
    "hospital federal suicide addiction",
    4: "mitragynine anxiety emergency agitation neonatal material interactions concentrated buprenorphine january",
    5: "antidepressants pseudoindoxyl association individual metabolism organization",
    6: "benzodiazepines",
    7: "hydroxymitragynine",
}


@pytest.mark.parametrize(
    ("word", "count"), [(word, count) for count, words in COUNTED.items() for word in words.split()]
)
def test_syllables_of_known_words(word: str, count: int) -> None:
    assert syllables(word) == count


@pytest.mark.parametrize("word", ["", "7", "2026", "–", "7-OH", "'s"])
def test_anything_counts_at_least_one_syllable(word: str) -> None:
    assert syllables(word) >= 1


@pytest.mark.parametrize("word", ["Kratom", "KRATOM", "kratom's", "kratom’s", "(kratom)", "kratom."])
def test_case_possession_and_punctuation_do_not_change_the_count(word: str) -> None:
    assert syllables(word) == 2


@pytest.mark.parametrize(
    ("sentences", "grade"),
    [
        # words, sentences, syllables by hand: 0.39 * words / sentences + 11.8 * syllables / words - 15.59
        (["The cat sat on the mat."], 0.39 * 6 / 1 + 11.8 * 6 / 6 - 15.59),
        (["Kratom is a tree.", "People chew the leaf."], 0.39 * 8 / 2 + 11.8 * 10 / 8 - 15.59),
        (["Mitragynine is an alkaloid."], 0.39 * 4 / 1 + 11.8 * 9 / 4 - 15.59),
        (["A well-known tree – it is green."], 0.39 * 7 / 1 + 11.8 * 7 / 7 - 15.59),
    ],
)
def test_the_grade_is_that_of_flesch_and_kincaid(sentences: list[str], grade: float) -> None:
    assert reading_grade(sentences) == pytest.approx(grade)


def test_no_words_have_grade_zero() -> None:
    assert reading_grade([]) == reading_grade(["…"]) == 0.0


def test_longer_sentences_of_longer_words_have_a_higher_grade() -> None:
    easy = ["Kratom is a tree.", "Its leaf is sold.", "Some chew it."]
    hard = ["Pharmacological investigations characterise considerable interindividual heterogeneity in metabolism."]
    assert reading_grade(easy) < 5 < 20 < reading_grade(hard)
