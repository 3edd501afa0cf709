import pytest

from bot.answering.safeguards import Safeguards
from bot.frontends.discord_client.crisis_lines import crisis_answer, find_country, suggest_countries
from corpus.loader import load_crisis, load_notices
from corpus.models import CrisisRecord, HelpLine

RECORDS = (
    CrisisRecord("international", "Everywhere", None, (HelpLine("Directory", "crisis", url="https://all.example"),)),
    CrisisRecord("aa", "Aland", "111", (HelpLine("A line", "crisis", phone="1"),), aliases=("Ay",)),
    CrisisRecord("bb", "Bland", "222", (HelpLine("Poison B", "poison", phone="2"),)),
    CrisisRecord("zz", "Great Aland", None, ()),
)
SAFEGUARDS = Safeguards({}, RECORDS)


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("", ["aa", "bb", "zz"]),
        ("bb", ["bb"]),
        ("al", ["aa", "zz"]),
        (" AY ", ["aa"]),
        ("land", ["aa", "bb", "zz"]),
        ("everywhere", []),
        ("nowhere", []),
    ],
)
def test_suggests_the_likeliest_countries_first(typed: str, found: list[str]) -> None:
    assert [record.id for record in suggest_countries(RECORDS, typed)] == found


def test_suggests_no_more_than_discord_takes() -> None:
    many = [CrisisRecord(f"c{number}", f"Country {number}", "1", ()) for number in range(60)]
    assert len(suggest_countries(many, "")) == 25


@pytest.mark.parametrize("typed", ["aa", "ALAND", " ay "])
def test_finds_a_country_by_code_name_and_other_name(typed: str) -> None:
    found = find_country(RECORDS, typed)
    assert found is not None
    assert found.id == "aa"


@pytest.mark.parametrize("typed", [None, "", "nowhere", "international", "al"])
def test_without_a_known_country_shows_what_holds_anywhere(typed: str | None) -> None:
    answer = crisis_answer(SAFEGUARDS, typed)
    assert answer.crisis is not None
    assert any("https://all.example" in line for line in answer.crisis.lines)
    assert not any("call 1" in line for line in answer.crisis.lines)


def test_lines_of_a_country_stand_once_each_with_the_emergency_number_first() -> None:
    answer = crisis_answer(SAFEGUARDS, "aa")
    assert answer.crisis is not None
    assert answer.crisis.lines[0] == "Emergency number in Aland: 111"
    assert "A line: call 1" in answer.crisis.lines
    assert len(set(answer.crisis.lines)) == len(answer.crisis.lines)


@pytest.mark.parametrize("record", load_crisis(), ids=lambda record: record.id)
def test_every_country_of_the_corpus_has_a_card(record: CrisisRecord) -> None:
    answer = crisis_answer(Safeguards(load_notices(), load_crisis()), record.id)
    assert answer.crisis is not None
    assert len(answer.crisis.lines) >= 2
