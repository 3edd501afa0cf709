import re

import pytest

from bench.evaluation.matching import Key, normalise


@pytest.mark.parametrize(
    ("written", "matched"),
    [
        ("KRATOM Is", "kratom is"),
        ("a\u2010b\u2011c\u2012d\u2013e\u2014f\u2015g\u2212h\uff0di", "a-b-c-d-e-f-g-h-i"),
        ("don\u2019t \u2018x\u2019 \u201cy\u201d", "don't 'x' \"y\""),
        ("kra\u200bt\u200do\u2060m\ufeff \u2066x\u2069", "kratom x"),
        ("a\n\t b\u00a0\u2009 c", "a b c"),
        ("\uff2b\uff52\uff41tom \u00bd \ufb01", "kratom 1\u20442 fi"),
    ],
    ids=["case", "dashes", "quotes", "zero width", "spaces", "compatibility forms"],
)
def test_normalises_as_the_label_files_say(written: str, matched: str) -> None:
    assert normalise(written) == matched


def test_every_group_needs_one_of_its_alternatives() -> None:
    key = Key.of([["liver", "hepat"], ["injur", "damage"]], [])
    assert key.matches("Hepatic injury was reported.")
    assert key.missing("The liver is fine.") == (2,)
    assert key.missing("Nothing.") == (1, 2)


def test_what_must_not_be_there_makes_a_text_wrong_and_is_quoted() -> None:
    key = Key.of([["kratom"]], [r"take \d+ ?g", "vendor"])
    assert not key.matches("Kratom: take 5 g.")
    assert key.forbidden("Kratom: Take 5\u00a0g.") == ("take 5 g",)


def test_alternatives_are_searched_for_and_not_anchored() -> None:
    assert Key.of([[r"\b911\b"]], []).matches("call 911 now")
    assert not Key.of([[r"\b911\b"]], []).matches("call 9110 now")


def test_a_key_without_groups_matches_any_text() -> None:
    assert Key().matches("")


def test_a_group_is_named_as_it_is_written() -> None:
    assert Key.of([["x"], ["liver", "hepat"]], []).words(2) == "liver | hepat"


def test_a_broken_alternative_is_an_error() -> None:
    with pytest.raises(re.error):
        Key.of([["("]], [])
