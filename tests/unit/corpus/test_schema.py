"""What the rows of YAML mean: grades, dates, names, addresses, records."""

from datetime import date
from typing import Any

import pytest
from pydantic import ValidationError

from corpus.markup import MarkedReference
from corpus.models import Article, Grade, InteractionLevel, LegalRecord, LegalStatus, ProductForm, Reference, Tier
from corpus.schema import ArticleRow, SourceRow, explain, parse_grade
from corpus.tables import CrisisRow, GlossaryRow, InteractionRow, LegalRow


@pytest.mark.parametrize("grade", Grade)
def test_a_grade_is_read_as_people_see_it_and_as_it_is_stored(grade: Grade) -> None:
    assert parse_grade(grade.words) is grade
    assert parse_grade(grade.value) is grade
    assert parse_grade(f"  {grade.words.upper()} ") is grade


@pytest.mark.parametrize("words", ["", "p. 33", "gut feeling", "human", "grade: human study"])
def test_other_words_are_no_grade(words: str) -> None:
    assert parse_grade(words) is None


def source(**fields: Any) -> SourceRow:
    return SourceRow(**{"id": "a", "title": "T", **fields})


@pytest.mark.parametrize(
    ("issued", "year"),
    [
        ("2023", 2023),
        (2023, 2023),
        ("2023-05", 2023),
        (date(2023, 5, 1), 2023),
        ("n.d.", None),
        (None, None),
        ({"date-parts": [[2023, 5]]}, 2023),
        ({"raw": "2023 (online 2022)"}, 2023),
        ({"literal": "no date"}, None),
    ],
)
def test_the_year_of_a_source_is_where_its_date_starts(issued: Any, year: int | None) -> None:
    assert source(issued=issued).to_source().year == year


@pytest.mark.parametrize(
    "accessed", ["2026-11-22", date(2026, 11, 22), {"date-parts": [[2026, 11, 22]]}, {"raw": "2026-11-22"}]
)
def test_the_day_of_access_is_read_in_every_form(accessed: Any) -> None:
    assert source(accessed=accessed).to_source().accessed == date(2026, 11, 22)


def test_a_journal_stands_before_a_publisher() -> None:
    fields = {"publisher": "Press", "container-title": "Journal"}
    assert source(**fields).to_source().publisher == "Journal"
    assert source(publisher="Press").to_source().publisher == "Press"
    assert source().to_source().publisher == ""


@pytest.mark.parametrize(
    ("author", "name"),
    [
        ({"literal": "A group"}, "A group"),
        ({"given": "Ada", "family": "Lee"}, "Ada Lee"),
        ({"family": "Lee"}, "Lee"),
        ({"family": 12}, "12"),
    ],
)
def test_authors_are_read_in_every_form_of_csl(author: dict[str, Any], name: str) -> None:
    assert source(author=[author]).to_source().authors == (name,)


@pytest.mark.parametrize("identifier", [12345, "12345"])
def test_numbers_are_as_good_as_text(identifier: Any) -> None:
    row = source(id=identifier, PMID=identifier).to_source()
    assert (row.id, row.pmid) == ("12345", "12345")


@pytest.mark.parametrize("tier", ["A", "B", "C", "D", ""])
def test_a_tier_that_is_not_known_is_the_lowest(tier: str) -> None:
    assert source(tier=tier).to_source().tier == (Tier(tier) if tier in set(Tier) else Tier.C)


@pytest.mark.parametrize(
    "url",
    ["https://example.org/a", "http://x.y/(z)", "https://a.b/?q=1&r=2#s", "https://a.b/c_(d)_(e)", ""],
)
def test_web_addresses_pass(url: str) -> None:
    assert source(URL=url).to_source().url == url


@pytest.mark.parametrize(
    "url",
    ["ftp://a.b", "javascript:alert(1)", "https://", "https://a b", "https://a.b/)", "https://a.b](x", "https://a.b/(c)](d",
     "https://a.b/<c>", "https://a.b/|", "https://a.b\nx", " https://a.b"],
)  # fmt: skip
def test_addresses_that_would_break_a_link_are_refused(url: str) -> None:
    with pytest.raises(ValidationError) as caught:
        source(URL=url)
    assert explain(caught.value).startswith("URL: not a web address")


@pytest.mark.parametrize("identifier", ["", "a b", "-a", "a/b", True, ["a"]])
def test_ids_are_words_of_letters_digits_and_signs(identifier: Any) -> None:
    with pytest.raises(ValidationError):
        ArticleRow(id=identifier, title="T", topic="t")
    with pytest.raises(ValidationError):
        source(id=identifier)


def test_an_article_needs_little_front_matter() -> None:
    header = ArticleRow(id="a", title="T", topic="t").to_header()

    assert (header.summary, header.product_form, header.reviewed_on, header.unreviewed) == (
        "",
        ProductForm.ANY,
        None,
        False,
    )


def test_what_is_wrong_is_explained_in_one_line() -> None:
    with pytest.raises(ValidationError) as caught:
        ArticleRow(id="a", topic="t", product_form="powder", reviewed_on="soon")

    message = explain(caught.value)
    assert "\n" not in message
    assert message.startswith("title: field required; product_form: input should be 'leaf', 'extract', '7-oh' or 'any'")


def resolve(reference: MarkedReference) -> Reference:
    return Reference(reference.source_id, None)


LAW: dict[str, Any] = {
    "id": "us-al",
    "name": "Alabama",
    "kind": "state",
    "status": "banned",
    "seven_oh": "unknown",
    "confidence": "high",
    "checked_on": "2026-10-01",
    "heading": "Law in Alabama",
    "text": "As of October 2026, Alabama bans kratom. [@a]\nHaving it is an offence. [@b]",
    "questions": ["is it legal in alabama"],
}


def law(**fields: Any) -> tuple[LegalRecord, Article]:
    return LegalRow(**{**LAW, **fields}).to_record(resolve, 7)


def test_a_law_record_and_the_article_its_sentences_make() -> None:
    record, article = law(aliases=["AL", 36], min_age=21)

    assert (record.passage_id, record.status, record.aliases) == ("law-us-al#record", LegalStatus.BANNED, ("AL", "36"))
    assert article.passages[0].id == record.passage_id
    assert article.passages[0].text == "As of October 2026, Alabama bans kratom. Having it is an offence."
    assert article.passages[0].questions == ("is it legal in alabama",)
    assert article.reviewed_on == record.checked_on == date(2026, 10, 1)


@pytest.mark.parametrize(
    "fields", [{"status": "fine"}, {"seven_oh": "none at all"}, {"id": "US"}, {"checked_on": "soon"}, {"min_age": "x"}]
)
def test_a_law_record_with_an_unknown_word_is_refused(fields: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        law(**fields)


@pytest.mark.parametrize(
    ("today", "current"), [(date(2026, 12, 1), True), (date(2027, 3, 30), True), (date(2027, 3, 31), False)]
)
def test_a_law_record_is_current_up_to_its_last_day(today: date, current: bool) -> None:
    assert law(valid_until="2027-03-30")[0].is_current(today) is current
    assert not law()[0].is_current(today)


@pytest.mark.parametrize(
    ("forms", "form"), [(["leaf"], ProductForm.LEAF), (["leaf", "7-oh"], ProductForm.ANY), (["any"], ProductForm.ANY)]
)
def test_an_interaction_of_several_products_is_of_any(forms: list[str], form: ProductForm) -> None:
    row = InteractionRow(
        id="x", name="X", level="no-data", rests_on="none", heading="H", text="Text. [@a]", product_forms=forms
    )
    record, article = row.to_record(resolve, 1)

    assert (record.level, record.passage_id) == (InteractionLevel.NO_DATA, "with-x#record")
    assert article.product_form is form


def test_a_glossary_row_keeps_what_it_needs() -> None:
    term = GlossaryRow(term="mit", means=["kratom"], needs=["leaf"], ambiguous=True, note="left alone").to_term()

    assert (term.means, term.needs, term.ambiguous, term.flag) == (("kratom",), ("leaf",), True, None)


@pytest.mark.parametrize(
    ("country", "line", "shown"),
    [
        ("high", {"confidence": "high"}, True),
        ("medium", {"confidence": "medium"}, True),
        ("high", {"confidence": "low"}, False),
        ("high", {}, False),
        ("high", {"confidence": "high", "hold": True}, False),
        ("low", {"confidence": "high"}, False),
    ],
)
def test_weak_and_held_help_lines_are_not_shown(country: str, line: dict[str, Any], shown: bool) -> None:
    row = CrisisRow(
        id="gb", name="UK", emergency_number=999, confidence=country,
        lines=[{"name": "Line", "kind": "crisis", "phone": 116123, **line}],
    )  # fmt: skip
    record = row.to_record()

    assert [one.phone for one in record.lines] == (["116123"] if shown else [])
    assert record.emergency_number == "999"
