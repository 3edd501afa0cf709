from datetime import date
from pathlib import Path

import pytest

from bot.answering.models import Question
from bot.answering.names import NameFinder
from bot.answering.resolve import resolve
from corpus.loader import load_corpus
from tests.factories import make_corpus, make_interaction, make_legal_record
from tests.small_corpus import write_small_corpus


@pytest.fixture(scope="module")
def names(tmp_path_factory: pytest.TempPathFactory) -> NameFinder:
    root: Path = write_small_corpus(tmp_path_factory.mktemp("corpus"))
    return NameFinder(load_corpus(root).corpus)


def ask(*turns: str) -> Question:
    return Question(turns, date(2026, 11, 22))


@pytest.mark.parametrize(
    "text",
    ["is kratom legal in Alabama", "kratom alabama?", "is it illegal in bama", "can i get arrested for kratom in AL"],
)
def test_a_question_about_the_law_of_a_place_names_its_record(text: str, names: NameFinder) -> None:
    assert [record.id for record in resolve(ask(text), names).law] == ["us-al"]


def test_two_places_are_both_named(names: NameFinder) -> None:
    found = resolve(ask("flying with kratom from alabama to thailand"), names)
    assert [record.id for record in found.law] == ["us-al", "th"]


@pytest.mark.parametrize(
    "text", ["kratom and zoloft safe?", "can i mix Kratom with sertraline", "prozac + kratom", "SSRIs"]
)
def test_a_substance_is_found_by_its_class_member_or_brand(text: str, names: NameFinder) -> None:
    found = resolve(ask(text), names)
    assert [record.id for record in found.interactions] == ["ssri"]
    assert not found.law


@pytest.mark.parametrize("text", ["al gore likes kratom", "what is kratom", "is kratom legal"])
def test_a_question_that_names_nothing_finds_no_record(text: str, names: NameFinder) -> None:
    found = resolve(ask(text), names)
    assert (found.law, found.interactions) == ((), ())


def test_a_follow_up_takes_the_law_question_along_to_another_place(names: NameFinder) -> None:
    assert [r.id for r in resolve(ask("is kratom legal in alabama", "what about thailand"), names).law] == ["th"]


def test_a_follow_up_takes_kratom_along_to_another_substance(names: NameFinder) -> None:
    found = resolve(ask("is kratom bad for the liver", "and with zoloft?"), names)
    assert [record.id for record in found.interactions] == ["ssri"]
    assert "liver" in found.query


def test_a_new_whole_question_leaves_the_earlier_one_behind(names: NameFinder) -> None:
    found = resolve(ask("is kratom legal in alabama", "can kratom cause liver injury in healthy people"), names)
    assert found.query == "can kratom cause liver injury in healthy people"
    assert not found.law


def test_the_state_is_not_the_states() -> None:
    country = make_legal_record(id="us", name="United States", aliases=("the states",), passage_id="law-us#record")
    finder = NameFinder(make_corpus(legality=(country,)))
    assert finder.find("is it legal in the states").places == (country,)
    assert finder.find("can a city ban it if the state allows it").places == ()


@pytest.mark.parametrize("text", ["can kratom help with alcohol withdrawal", "kratom for zoloft addiction"])
def test_what_kratom_is_hoped_to_cure_is_not_taken_for_a_combination(text: str, names: NameFinder) -> None:
    assert resolve(ask(text), names).interactions == ()


def test_what_is_asked_now_weighs_more_than_what_was_asked_before(names: NameFinder) -> None:
    query = resolve(ask("is kratom bad for the liver", "what about sleep"), names).query
    assert query.count("sleep") > query.count("liver") == 1


def test_another_substance_instead_is_still_a_combination(names: NameFinder) -> None:
    found = resolve(ask("can i take kratom with alcohol", "what about zoloft instead"), names)
    assert [record.id for record in found.interactions] == ["ssri"]


@pytest.mark.parametrize("text", ["alabama", "AL?", "Thailand"])
def test_a_place_and_nothing_else_asks_for_the_law_there(text: str, names: NameFinder) -> None:
    assert len(resolve(ask(text), names).law) == 1


@pytest.mark.parametrize(
    "text",
    [
        "is kratom leagal in alabama anymore i heard they changed something",
        "moving to alabama with my kratom next month what now",
        "so can i order kratom here in alabama or will they send it back",
        "is it still legal in alabama",
    ],
)
def test_the_law_is_asked_for_in_many_words(text: str, names: NameFinder) -> None:
    assert [record.id for record in resolve(ask(text), names).law] == ["us-al"]


@pytest.mark.parametrize(
    ("word", "named"), [("stain", ()), ("statines", ("statins",)), ("alive", ()), ("aleeve", ("nsaids",))]
)
def test_an_english_word_is_no_misspelt_medicine(word: str, named: tuple[str, ...]) -> None:
    statins = make_interaction(id="statins", name="Statins", members=("statins",))
    nsaids = make_interaction(id="nsaids", name="NSAIDs", members=(), brands=("Aleve",))
    finder = NameFinder(make_corpus(interactions=(statins, nsaids)))
    assert tuple(record.id for record in finder.find(f"kratom and {word}").substances) == named


@pytest.mark.parametrize(("text", "asks"), [("kratom alabama", True), ("kratom deaths alabama", False)])
def test_a_place_named_for_another_reason_does_not_bring_its_law(text: str, asks: bool, names: NameFinder) -> None:
    assert bool(resolve(ask(text), names).law) is asks
