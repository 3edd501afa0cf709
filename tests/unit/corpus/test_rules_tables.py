"""Law, help lines, sellers and copies: which forms of a record pass, and which do not."""

import re
from pathlib import Path

import pytest

from bot.answering.safeguards import _BUILT_IN
from corpus.loader import LoadedCorpus
from corpus.models import LegalRecord
from corpus.rules_duplicates import near_duplicates
from corpus.rules_help import _PHONE, _TEXT, REQUIRED_NOTICES, _is_number
from corpus.rules_law import _changes_fast
from corpus.rules_sources import is_seller
from tests.factories import make_legal_record
from tests.unit.corpus.in_memory import loaded_with
from tests.unit.corpus.tiny_corpus import TinyCorpus

US = make_legal_record(id="us", kind="federal", code="US")
STATE = make_legal_record(id="us-ca", parent="us")


@pytest.mark.parametrize(
    ("record", "fast"),
    [
        (US, True),
        (STATE, True),
        (make_legal_record(id="us-ca-oceanside", kind="city", parent="us-ca"), True),
        (make_legal_record(id="guam", kind="territory", code="US-GU"), True),
        (make_legal_record(id="eu-7-oh", kind="special"), True),
        (make_legal_record(id="germany", kind="7-oh"), True),
        (make_legal_record(id="de", kind="country", code="DE"), False),
        (make_legal_record(id="ru", kind="country"), False),
        (make_legal_record(id="aus-nsw", parent="nowhere"), False),
    ],
)
def test_law_changes_fast_in_the_united_states_and_for_7_oh(record: LegalRecord, fast: bool) -> None:
    assert _changes_fast(record, {one.id: one for one in (US, STATE, record)}) is fast


def test_places_that_belong_to_each_other_in_a_circle_are_no_endless_search() -> None:
    first, second = make_legal_record(id="a", parent="b"), make_legal_record(id="b", parent="a")
    assert not _changes_fast(first, {"a": first, "b": second})


@pytest.mark.parametrize(
    "sentence",
    [
        "A 2026 notice bans kratom.",
        "As of June 2026, kratom is legal.",
        "No dated source was found.",
        "The page read carries no date.",
        "An undated list calls kratom banned.",
    ],
)
def test_a_law_sentence_with_a_date_or_its_lack_passes(tiny: TinyCorpus, sentence: str) -> None:
    tiny.replace("legality.yaml", "As of 1 October 2026, Alabama bans the sale of kratom.", sentence)
    assert tiny.check() == []


def test_a_date_before_the_latest_one_passes(tiny: TinyCorpus) -> None:
    tiny.replace("legality.yaml", "valid_until: 2027-03-30", "valid_until: 2026-12-31")
    assert tiny.check() == []


@pytest.mark.parametrize(
    "phone",
    ["112", "988", "116 123", "1-800-222-1222", "+371 67042473", "(02) 8893 7603", "119 ext 8", "112 (ask there)"],
)
def test_phone_numbers_of_the_world_look_like_some(phone: str) -> None:
    assert _is_number(_PHONE, phone)


@pytest.mark.parametrize("phone", ["", "soon", "1", "call 112", "112; rm -rf", "+1 (see page)", "1234567890123456"])
def test_other_texts_do_not_look_like_phone_numbers(phone: str) -> None:
    assert not _is_number(_PHONE, phone)


@pytest.mark.parametrize("text", ["85258", "HOME to 741741", "WhatsApp 324 011 7252", "SMS 31393"])
def test_numbers_to_write_to_look_like_some(text: str) -> None:
    assert _is_number(_TEXT, text)


def test_a_line_that_names_the_emergency_number_needs_no_other_way(tiny: TinyCorpus) -> None:
    tiny.replace("crisis_lines.yaml", "  - name: Another line", "  - name: 'No line here: call 999'")
    tiny.replace("crisis_lines.yaml", "    phone: '988, then press 1'\n", "")
    assert tiny.check() == []


def test_the_required_notices_are_those_that_the_bot_falls_back_on() -> None:
    assert set(REQUIRED_NOTICES) == set(_BUILT_IN)


@pytest.mark.parametrize(
    ("url", "seller"),
    [
        ("https://kratomworld.com/why", True),
        ("https://www.kratomworld.com", True),
        ("https://blog.expresshighs.com/it/il-kratom", True),
        ("http://KRATOMWORLD.com:8080/", True),
        ("https://kratomworld.com./", True),
        ("https://notkratomworld.com/", False),
        ("https://example.org/kratomworld.com", False),
        ("", False),
    ],
)
def test_a_seller_is_known_by_its_host(url: str, seller: bool) -> None:
    assert is_seller(url) is seller


def _two_passages(first: str, second: str) -> LoadedCorpus:
    return loaded_with("## One {#one}", first, "## Two {#two}", second)


def test_half_of_the_wording_makes_a_copy() -> None:
    text = "Kratom is a tree of the coffee family that grows in warm parts of Asia."
    assert [p.line for p in near_duplicates(_two_passages(text, f"{text} Its leaves are chewed there."))] == [3]


def test_the_same_subject_in_other_words_is_no_copy() -> None:
    first = "Kratom is a tree of the coffee family that grows in warm parts of Asia."
    second = "In Thailand and Malaysia people know the kratom tree, a relative of coffee."
    assert list(near_duplicates(_two_passages(first, second))) == []


def test_short_texts_are_compared_as_a_whole() -> None:
    assert len(list(near_duplicates(_two_passages("A tree.", "A tree.")))) == 1
    assert list(near_duplicates(_two_passages("A tree.", "A bush."))) == []


def test_the_message_names_the_other_place() -> None:
    problem = next(near_duplicates(_two_passages("A tree.", "A tree.")))
    assert re.search(r"what-is-kratom\.md:1$", problem.message)
    assert problem.path == Path("articles/basics/what-is-kratom.md")
