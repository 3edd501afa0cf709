"""The numbers of the overview against the tiny corpus, counted by hand."""

from datetime import date
from pathlib import Path

import pytest

from bot.answering.law import law_headline
from corpus.codes import REVIEW_DUE
from corpus.report.inventory import Count
from corpus.report.law_map import arrange
from corpus.report.leftovers import parse_reasons
from corpus.report.numbers import Numbers, count_corpus
from corpus.rules_help import REQUIRED_NOTICES
from tests.unit.corpus.tiny_corpus import PLANT, SPARE, TODAY, TinyCorpus

NO_LIST = Path("/nowhere/unused-facts.md")


def count(tiny: TinyCorpus, today: date = TODAY, reasons: Path = NO_LIST) -> Numbers:
    return count_corpus(tiny.load(), today, reasons)


def test_everything_is_counted(tiny: TinyCorpus) -> None:
    inventory = count(tiny).inventory

    assert (inventory.articles, inventory.article_passages, inventory.record_passages) == (3, 4, 6)
    assert inventory.questions == 4 * 3 + 4 + 2
    assert (inventory.labelled_questions, inventory.labelled_without_answer) == (2, 1)
    assert (inventory.law_records, inventory.interactions, inventory.glossary_terms) == (4, 2, 2)
    assert inventory.law_records_by_kind == (Count("country", 2), Count("federal", 1), Count("state", 1))
    assert (inventory.notices, inventory.fact_cards) == (len(REQUIRED_NOTICES) + 1, 1)
    assert (inventory.unreviewed, inventory.unreadable) == ((), 0)


def test_a_line_on_hold_and_the_international_record_are_no_countries_lines(tiny: TinyCorpus) -> None:
    inventory = count(tiny).inventory

    assert (inventory.crisis_countries, inventory.crisis_lines) == (1, 3)


def test_sources_are_counted_by_tier_and_grade(tiny: TinyCorpus) -> None:
    inventory = count(tiny).inventory
    by_grade = {row.grade: tuple(c.number for c in row.by_tier) for row in inventory.sources_by_grade if row.number}

    assert inventory.sources == 5
    assert [tier.number for tier in inventory.sources_by_tier] == [3, 1, 1]
    assert by_grade == {
        "official statement": (2, 0, 0),
        "human study": (1, 0, 0),
        "press or advocacy report": (0, 0, 1),
        "stated at each citation": (0, 1, 0),
    }


def test_a_passage_counts_once_in_each_kind_of_evidence_it_cites(tiny: TinyCorpus) -> None:
    evidence = count(tiny).evidence
    found = {
        row.topic: (row.passages, {g: n for g, n in zip(evidence.grades, row.by_grade, strict=True) if n})
        for row in (*evidence.topics, evidence.total)
    }

    assert found == {
        "basics": (
            3,
            {"official statement": 1, "human study": 3, "case reports": 1, "press or advocacy report": 1},
        ),
        "safety": (1, {"official statement": 1, "case reports": 1}),
        "law-by-place": (4, {"official statement": 4}),
        "interaction-table": (2, {"official statement": 1, "case reports": 1}),
        "all topics": (
            10,
            {"official statement": 7, "human study": 3, "case reports": 3, "press or advocacy report": 1},
        ),
    }


def test_only_passages_that_rest_on_nothing_better_are_weak(tiny: TinyCorpus) -> None:
    assert count(tiny).evidence.total.weak_only == 0

    tiny.write(SPARE, tiny.read(SPARE).replace("@survey", "@seller"))
    (basics,) = [row for row in count(tiny).evidence.topics if row.topic == "basics"]

    assert (basics.weak_only, basics.passages) == (1, 3)


def test_a_citation_without_a_kind_of_evidence_is_not_counted_as_one(tiny: TinyCorpus) -> None:
    tiny.write(SPARE, tiny.read(SPARE).replace("@survey", "@overview"))

    assert count(tiny).evidence.total.ungraded == 1


@pytest.mark.parametrize(
    ("today", "overdue", "soon"), [(date(2027, 5, 22), 0, 1), (date(2027, 5, 23), 1, 0), (date(2027, 3, 22), 0, 0)]
)
def test_a_review_is_overdue_from_the_day_after_its_date(
    tiny: TinyCorpus, today: date, overdue: int, soon: int
) -> None:
    dated = 3 + len(REQUIRED_NOTICES) + 1 + 1  # articles, notices, one of two interactions
    reviews = count(tiny, today).reviews

    assert (len(reviews.overdue), len(reviews.soon)) == (overdue * dated, soon * dated)
    assert [review.id for review in reviews.undated] == ["lithium"]
    assert sum(bucket.number for bucket in reviews.months) == reviews.number == dated + 1
    assert sum(age.number for age in reviews.ages) == reviews.number


def test_what_is_overdue_is_what_the_check_reports(tiny: TinyCorpus) -> None:
    tiny.replace(SPARE, "next_review_on: 2027-05-22", "next_review_on: 2026-11-22")
    found = [problem for problem in tiny.check() if problem.code == REVIEW_DUE.name]
    overdue = count(tiny).reviews.overdue

    assert [(review.id, review.days) for review in overdue] == [("spare", -1)]
    assert len(found) == 1


@pytest.mark.parametrize(
    ("today", "not_current", "ending"),
    [
        (date(2026, 11, 23), {"ru"}, []),
        (date(2027, 1, 1), {"ru"}, ["de"]),
        (date(2027, 1, 2), {"ru", "de"}, []),
        (date(2027, 3, 30), {"ru", "de"}, ["us-al", "us"]),
        (date(2027, 3, 31), {"ru", "de", "us-al"}, ["us"]),
        (date(2027, 4, 9), {"ru", "de", "us-al", "us"}, []),
    ],
)
def test_a_law_is_confirmed_up_to_its_last_day(
    tiny: TinyCorpus, today: date, not_current: set[str], ending: list[str]
) -> None:
    law = count(tiny, today).law

    assert {place.record.id for place in law.not_current} == not_current
    assert [place.record.id for place in law.ending_soon] == ending
    assert sum(bucket.past + bucket.undated for bucket in law.months) == len(not_current)
    assert all(
        ("not confirmed since" in place.words or "never confirmed" in place.words) is not place.current
        for place in law.places
    )


@pytest.mark.parametrize(
    ("missing", "words"),
    [
        ("checked_on: 2026-10-01", "Alabama: never confirmed by a dated source;"),
        ("valid_until: 2027-03-30", "Alabama: not confirmed since 2026-10-01; then:"),
    ],
)
def test_a_law_without_one_of_its_dates_is_no_more_confirmed_than_in_answers(
    tiny: TinyCorpus, missing: str, words: str
) -> None:
    tiny.replace("legality.yaml", f"  {missing}\n", "")
    (alabama,) = [place for place in count(tiny).law.places if place.record.id == "us-al"]

    assert not alabama.current
    assert alabama.words.startswith(words)
    assert words.removeprefix("Alabama: ").split(";")[0] in law_headline(alabama.record, TODAY).replace(
        "1 October 2026", "2026-10-01"
    )


def test_every_place_stands_in_one_part_of_the_picture(tiny: TinyCorpus) -> None:
    row = (
        "- {{id: {id}, name: {id}, kind: {kind}, code: {code}, parent: {parent}, status: unclear, seven_oh: none,"
        " confidence: low, heading: H, text: 'The law is not clear. [@agency]'}}\n"
    )
    odd = [
        {"id": "us-al-again", "kind": "state", "code": "US-AL", "parent": "us"},
        {"id": "us-zz", "kind": "state", "code": "US-ZZ", "parent": "us"},
        {"id": "us-gu", "kind": "territory", "code": "US-GU", "parent": "us"},
        {"id": "hk", "kind": "territory", "code": "HK", "parent": ""},
        {"id": "al", "kind": "country", "code": "AL", "parent": ""},
        {"id": "us-al-town", "kind": "city", "code": "", "parent": "us-al"},
        {"id": "no-where-town", "kind": "city", "code": "", "parent": "nowhere"},
        {"id": "moon", "kind": "moon", "code": "", "parent": ""},
    ]
    tiny.write("legality.yaml", tiny.read("legality.yaml") + "".join(row.format(**values) for values in odd))
    law = count(tiny).law
    drawn = arrange(law)

    on_map = {tile.tile.code: tile.place.record.id for tile in drawn.tiles if tile.place}
    countries = [place.record.id for group in drawn.countries for place in group.places]
    local = {group.name: [place.record.id for place in group.places] for group in drawn.local}
    wide = [place.record.id for place in drawn.wide]

    assert on_map == {"AL": "us-al", "GU": "us-gu"}
    assert sorted(countries) == ["al", "de", "hk", "ru"]
    assert local == {"Alabama": ["us-al-town"], "nowhere": ["no-where-town"]}
    assert wide == ["us", "us-al-again", "us-zz", "moon"]
    assert len(on_map) + len(countries) + sum(map(len, local.values())) + len(wide) == len(law.places) == 12


def test_a_territory_without_a_record_has_no_tile_and_a_state_has_one(tiny: TinyCorpus) -> None:
    codes = {tile.tile.code for tile in arrange(count(tiny).law).tiles}

    assert "WY" in codes
    assert "GU" not in codes
    assert len(codes) == 51


def test_interactions_are_grouped_by_level_and_what_they_rest_on(tiny: TinyCorpus) -> None:
    found = {level.level.value: {basis.rests_on: basis.names for basis in level.bases} for level in count(tiny).levels}

    assert found == {
        "documented-harm": {"human": ("Alcohol",)},
        "mechanism-suggests": {},
        "laboratory-only": {},
        "conflicting": {},
        "no-data": {"none": ("Lithium",)},
    }


def test_a_card_that_no_passage_names_is_found_with_its_reason(tiny: TinyCorpus, tmp_path: Path) -> None:
    tiny.replace(PLANT, "<!-- facts: bot-tree -->\n\n", "")
    reasons = tmp_path / "unused-facts.md"
    reasons.write_text("| topic | card | why |\n| --- | --- | --- |\n| botany | `bot-tree` | said elsewhere |\n")

    unexplained = count(tiny).leftovers
    explained = count(tiny, reasons=reasons).leftovers

    assert [(card.id, card.reason) for card in unexplained.cards] == [("bot-tree", None)]
    assert (unexplained.has_list, explained.has_list) == (False, True)
    assert [(card.id, card.reason) for card in explained.cards] == [("bot-tree", "said elsewhere")]
    assert (len(unexplained.without_reason), explained.without_reason) == (1, ())


def test_a_used_card_on_the_list_of_unused_ones_is_told(tiny: TinyCorpus, tmp_path: Path) -> None:
    reasons = tmp_path / "unused-facts.md"
    reasons.write_text("| `bot-tree` | old reason |\n| `gone` | old reason |\n")

    assert count(tiny, reasons=reasons).leftovers.listed_but_used == ("bot-tree", "gone")


@pytest.mark.parametrize(
    "row", ["| botany | `card` |  |", "| botany | `card` |", "`card`: said elsewhere", "| card | why |"]
)
def test_a_row_that_gives_no_reason_is_none(row: str) -> None:
    assert parse_reasons(row) == {}


def test_sources_that_nothing_cites_are_found(tiny: TinyCorpus) -> None:
    assert count(tiny).leftovers.sources == ()

    tiny.write(PLANT, tiny.read(PLANT).replace("@flora", "@agency"))
    (source,) = count(tiny).leftovers.sources

    assert (source.id, source.title, source.on_cards) == ("flora", "Flora of a warm country", True)


def test_what_cannot_be_read_is_told_and_stops_nothing(tiny: TinyCorpus) -> None:
    tiny.write("articles/basics/broken.md", "no front matter")
    tiny.write("questions.yaml", "questions:\n- 7\n- {ask: what is kratom, answers: []}\n- {answers: []}\n")
    inventory = count(tiny).inventory

    assert (inventory.articles, inventory.unreadable, inventory.labelled_questions) == (3, 1, 1)


def test_unreviewed_articles_are_named(tiny: TinyCorpus) -> None:
    tiny.replace(SPARE, "topic: basics", "topic: basics\nunreviewed: true")

    assert count(tiny).inventory.unreviewed == ("spare",)
