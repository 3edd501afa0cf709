import pytest

from index.expansion import Expander
from index.tokens import content_words
from tests.factories import make_term

TERMS = (
    make_term(term="ttc", means=("trying to conceive",)),
    make_term(term="gas station heroin", means=("tianeptine",)),
    make_term(term="gas station", means=("petrol station",)),
    make_term(term="green", means=("green vein kratom",), ambiguous=True, needs=("strain", "vein powder")),
    make_term(term="IT", means=("information technology",), upper_case_only=True),
)


@pytest.fixture(scope="module")
def expander() -> Expander:
    return Expander(TERMS)


def stems(text: str) -> set[str]:
    return set(content_words(text))


def test_the_meaning_is_searched_beside_what_was_typed(expander: Expander) -> None:
    words = expander.expand("ttc and worried")
    assert words.typed == ("ttc", "worri")
    assert words.searched[:2] == words.typed
    assert stems("trying to conceive") < set(words.searched)


def test_what_is_meant_takes_the_place_of_the_term(expander: Expander) -> None:
    assert set(expander.expand("ttc and worried").meant) == stems("trying to conceive worried")


def test_the_longest_term_wins(expander: Expander) -> None:
    words = expander.expand("is gas station heroin legal")
    assert set(words.meant) == stems("tianeptine legal")
    assert not stems("petrol") & set(words.searched)


@pytest.mark.parametrize(
    ("query", "expected"), [("which green strain", True), ("the green door", False), ("green vein powder", True)]
)
def test_a_term_of_several_readings_counts_beside_its_needs_only(
    query: str, expected: bool, expander: Expander
) -> None:
    assert (stems("kratom") <= set(expander.expand(query).searched)) == expected


def test_a_term_that_means_something_in_capitals_only_is_left_alone(expander: Expander) -> None:
    assert not stems("technology") & set(expander.expand("is it safe").searched)


def test_without_a_glossary_the_words_stay_as_they_are() -> None:
    words = Expander().expand("Does kratom help?")
    assert words.typed == words.searched == ("kratom",)
    assert words.meant == words.typed


@pytest.mark.parametrize("query", ["", "   ", "?!", "ttc", "TTC TTC ttc"])
def test_no_word_typed_is_lost(query: str, expander: Expander) -> None:
    words = expander.expand(query)
    assert list(words.typed) == content_words(query)
    assert set(words.typed) <= set(words.searched)
