"""From sections to canonical text, passages and statements, and what the types refuse."""

from datetime import date

import pytest

from corpus.markup import MarkedReference, split_sections
from corpus.models import Article, Grade, ProductForm, Reference
from corpus.passages import ArticleHeader, build_article
from tests.factories import make_article, make_notice, make_passage, make_statement

HEADER = ArticleHeader(
    "what-is-kratom",
    "What kratom is",
    "basics",
    "About the plant.",
    ProductForm.LEAF,
    date(2026, 1, 2),
    date(2026, 7, 2),
)


def build(body: str, header: ArticleHeader = HEADER) -> Article:
    def resolve(reference: MarkedReference) -> Reference:
        return Reference(reference.source_id, Grade.HUMAN_STUDY)

    return build_article(header, split_sections(body, title=header.title), resolve)


def test_sentences_of_a_paragraph_are_one_space_apart_and_paragraphs_one_blank_line() -> None:
    article = build("## Tree {#tree}\nOne. [@a]\nTwo. [@a]\n\nThree. [@a]\n- Four. [@a]")

    assert article.passages[0].text == "One. Two.\n\nThree.\n- Four."
    assert article.text == "Tree\nOne. Two.\n\nThree.\n- Four.\n\n"


def test_statements_keep_their_places_and_references() -> None:
    passage = build("## Tree {#tree}\nOne. [@a; @b]\nTwo.").passages[0]

    assert [(one.text, one.start, one.end) for one in passage.statements] == [("One.", 5, 9), ("Two.", 10, 14)]
    assert [reference.source_id for reference in passage.statements[0].references] == ["a", "b"]
    assert passage.statements[1].references == ()


def test_a_passage_carries_what_its_heading_and_article_say() -> None:
    body = '## Two sides {#sides .disagreement beside="x#y"}\n\n> - why\n\n<!-- facts: f, g -->\n\nText. [@a]'

    passage = build(body).passages[0]

    assert passage.id == "what-is-kratom#sides"
    assert (passage.article_id, passage.article_title, passage.heading) == (
        "what-is-kratom",
        "What kratom is",
        "Two sides",
    )
    assert (passage.topic, passage.product_form) == ("basics", ProductForm.LEAF)
    assert (passage.questions, passage.facts) == (("why",), ("f", "g"))
    assert passage.disagreement
    assert passage.beside == "x#y"
    assert (passage.reviewed_on, passage.next_review_on) == (date(2026, 1, 2), date(2026, 7, 2))


@pytest.mark.parametrize(
    ("anchors", "ids"),
    [
        (["a", "a", "a"], ["a", "a-2", "a-3"]),
        (["a", "a", "a-2"], ["a", "a-2", "a-2-2"]),
        (["a-2", "a", "a"], ["a-2", "a", "a-3"]),
    ],
)
def test_repeated_anchors_are_numbered_so_that_ids_stay_unique(anchors: list[str], ids: list[str]) -> None:
    article = build("\n".join(f"## H {{#{anchor}}}\nText." for anchor in anchors))

    assert [passage.id.partition("#")[2] for passage in article.passages] == ids


def test_grades_come_the_most_frequent_first() -> None:
    case, study = Reference("a", Grade.CASE_REPORTS), Reference("b", Grade.HUMAN_STUDY)
    none = Reference("c", None)
    statements = (
        make_statement("A.", 0, references=(case,)),
        make_statement("B.", 3, references=(study, none)),
        make_statement("C.", 6, references=(study,)),
    )

    passage = make_passage(("A.", "B.", "C."), statements=statements)

    assert passage.grades == (Grade.HUMAN_STUDY, Grade.CASE_REPORTS)
    assert passage.source_ids == ("a", "b", "c")


@pytest.mark.parametrize(("start", "end"), [(0, 3), (0, 5), (-1, 3), (4, 0)])
def test_a_statement_spans_exactly_its_text(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="cannot span"):
        make_statement("Text", start=start, end=end)


def test_a_passage_spans_exactly_its_text() -> None:
    with pytest.raises(ValueError, match="cannot span"):
        make_passage(("A tree.",), end=3)


def test_a_statement_of_a_passage_is_part_of_its_text() -> None:
    with pytest.raises(ValueError, match="not part of its text"):
        make_passage(("A tree.",), statements=(make_statement("A bush.", 0),))


def test_a_statement_does_not_start_before_its_passage() -> None:
    with pytest.raises(ValueError, match="not part of its text"):
        make_passage(("A tree.",), start=10, statements=(make_statement("A tree.", 9),))


def test_a_passage_of_an_article_is_its_text_at_that_place() -> None:
    with pytest.raises(ValueError, match="is not the article's text"):
        make_article(("A tree.",), text="Kratom is a tree\nA bush.\n\n")


@pytest.mark.parametrize("form", ["short", "full"])
def test_a_notice_has_text_in_both_forms(form: str) -> None:
    with pytest.raises(ValueError, match="has no text"):
        make_notice(**{form: "  "})
