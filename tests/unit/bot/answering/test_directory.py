"""Looking up a record by what was picked or typed."""

import pytest

from bot.answering.directory import find_places, find_substances, place_entries, substance_entries
from bot.answering.library import Library
from tests.factories import make_corpus, make_interaction, make_legal_record

LIBRARY = Library.of(
    make_corpus(
        legality=(
            make_legal_record(id="us-ca", name="California", aliases=("CA",)),
            make_legal_record(id="ca", name="Canada", aliases=("ca",)),
            make_legal_record(id="in", name="India"),
            make_legal_record(id="us-in", name="Indiana", aliases=("IN",)),
            *(make_legal_record(id=f"springfield-{n}", name="Springfield") for n in range(5)),
        ),
        interactions=(
            make_interaction(),
            make_interaction(id="ssris", name="SSRI antidepressants", members=("sertraline",), brands=("Zoloft",)),
        ),
    )
)


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("id:in", ["in"]),
        ("IN", ["us-in"]),
        ("in", ["us-in"]),
        ("CA", ["us-ca"]),
        ("ca", ["ca"]),
        ("  canada ", ["ca"]),
        ("is it legal in california", ["us-ca"]),
        ("", []),
        ("   ", []),
        ("id:", []),
        ("id:CA", []),
        ("id:us-gone", []),
        ("\u202e\0", []),
    ],
)
def test_places(typed: str, found: list[str]) -> None:
    assert [record.id for record in find_places(LIBRARY, typed)] == found


def test_no_more_places_than_an_answer_can_show() -> None:
    assert len(find_places(LIBRARY, "springfield")) == 3


@pytest.mark.parametrize(
    ("typed", "found"),
    [("Zoloft", ["ssris"]), ("ZOLOFT", ["ssris"]), ("beer", ["alcohol"]), ("wine and zoloft", ["alcohol", "ssris"])],
)
def test_substances(typed: str, found: list[str]) -> None:
    assert [record.id for record in find_substances(LIBRARY, typed)] == found


def test_every_entry_leads_back_to_its_own_record() -> None:
    for entry in place_entries(LIBRARY):
        assert [record.passage_id for record in find_places(LIBRARY, entry.value)] == [entry.passage_id]
    for entry in substance_entries(LIBRARY):
        assert [record.passage_id for record in find_substances(LIBRARY, entry.value)] == [entry.passage_id]
