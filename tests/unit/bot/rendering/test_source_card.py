"""The full record of a source as text."""

from datetime import date

from bot.rendering.discord_markdown import MAX_CHARS
from bot.rendering.source_card import cited_block, passage_label, source_block
from corpus.models import Grade, Tier
from tests.factories import make_passage, make_source


def test_all_that_is_recorded_is_shown_in_words() -> None:
    source = make_source(
        authors=("A. One", "B. Two"), doi="10.1/x", pmid="7", tier=Tier.B, accessed=date(2026, 11, 2), note="A note."
    )
    text = source_block(source)
    for words in (
        "**A study of kratom**",
        "By: A. One, B. Two",
        "Published by: Journal of Tests",
        "Year: 2024",
        "Kind of evidence: human study",
        "Standing: B: reputable second-hand account",
        "DOI: 10.1/x",
        "PubMed: 7",
        "Link: <https://example.org/a-study>",
        "Read on: 2 November 2026",
        "Note: A note.",
        "Id: `a-study`",
    ):
        assert words in text


def test_what_is_not_recorded_is_not_made_up() -> None:
    text = source_block(make_source(year=None, grade=None, publisher=""))
    assert "Year: not printed" in text
    assert "Kind of evidence: stated by sentence" in text
    for name in ("By:", "Published by:", "DOI:", "PubMed:", "Note:", "Read on:"):
        assert name not in text


def test_grades_of_the_sentences_in_view_count_before_that_of_the_source() -> None:
    text = source_block(make_source(), (Grade.CASE_REPORTS,), number=3)
    assert text.startswith("**\\[3\\] A study")
    assert "Kind of evidence: case reports" in text


def test_markup_in_a_record_is_shown_as_it_stands() -> None:
    text = source_block(make_source(title="@everyone [x](https://evil.example)", authors=("**B**",)))
    assert "\\@everyone \\[x\\](https" in text
    assert "\\*\\*B\\*\\*" in text


def test_long_lists_are_cut_and_say_so() -> None:
    text = source_block(make_source(authors=tuple(f"Author {n}" for n in range(100))))
    assert "and 88 more" in text
    cited = cited_block([f"Passage {n}" for n in range(300)])
    assert "(300)" in cited
    assert "and 288 more" in cited
    assert len(cited) < MAX_CHARS / 2
    assert "No passage" in cited_block([])


def test_passage_is_called_by_article_and_heading() -> None:
    assert passage_label(make_passage()) == "What kratom is: Kratom is a tree"
    assert passage_label(make_passage(heading="What kratom is")) == "What kratom is"
