"""The body of an article: headings, questions, comments, sentences and citation markers."""

import time
from contextlib import suppress

import pytest

from corpus.errors import ArticleInvalidError
from corpus.markup import MarkedReference, Section, slug, split_sections


def only(body: str) -> Section:
    sections = split_sections(body, title="Title")
    assert len(sections) == 1
    return sections[0]


@pytest.mark.parametrize(
    ("heading", "words", "anchor", "written"),
    [
        ("## Kratom is a tree {#tree}", "Kratom is a tree", "tree", True),
        ("## Kratom is a tree", "Kratom is a tree", "kratom-is-a-tree", False),
        ("# A heading of the first level", "A heading of the first level", "a-heading-of-the-first-level", False),
        ("###### Six   deep {#six}", "Six deep", "six", True),
        ("##\tTab {#tab}", "Tab", "tab", True),
        ("## Closed {#closed} ##", "Closed", "closed", True),
        ("## C#", "C#", "c", False),
        ("## A {word} in braces", "A {word} in braces", "a-word-in-braces", False),
        ("## A {word} in braces {#braces}", "A {word} in braces", "braces", True),
        ("## Ends {with words}", "Ends {with words}", "ends-with-words", False),
        ("## Cited [@study] here {#cited}", "Cited here", "cited", True),
        ("## Два {#two}", "Два", "two", True),
        ("## Два", "Два", "section", False),
        ("## {#lonely}", "Title", "lonely", True),
        ("## Twice {#first #second}", "Twice", "first", True),
        ("## Unquoted {#here beside=other#there}", "Unquoted {#here beside=other#there}",
         "unquoted-here-beside-other-there", False),
    ],
)  # fmt: skip
def test_headings(heading: str, words: str, anchor: str, written: bool) -> None:
    section = only(f"{heading}\nText.")

    assert (section.heading, section.anchor, section.anchor_is_written) == (words, anchor, written)


def test_marks_and_attributes_of_a_heading() -> None:
    section = only('## Two sides {#sides .disagreement beside="other#anchor"}\nText.')

    assert section.anchor == "sides"
    assert section.marks == {"disagreement"}
    assert section.attributes == {"beside": "other#anchor"}


@pytest.mark.parametrize("line", ["#hashtag", "####### seven", "    ## code", "##"])
def test_other_lines_with_a_hash_are_text(line: str) -> None:
    section = only(line)

    assert section.heading == "Title"
    assert [one.text for one in section.lines] == [line.strip()]


def test_text_before_the_first_heading_goes_under_the_title() -> None:
    first, second = split_sections("Before.\n## After {#after}\nText.", title="Title", first_line=7)

    assert (first.heading, first.anchor, first.line) == ("Title", "introduction", 7)
    assert (second.heading, second.line) == ("After", 8)


def test_sections_without_text_are_left_out() -> None:
    assert split_sections("## Empty {#a}\n\n> - a question\n\n<!-- facts: f -->\n", title="T") == []


def test_questions_are_taken_out_of_the_text_with_their_lines() -> None:
    section = only("## H {#h}\n\n> - what is it\n>  * is it   good\nText.")

    assert section.questions == [(3, "what is it"), (4, "is it good")]
    assert [line.text for line in section.lines] == ["Text."]


def test_a_quote_that_is_no_list_stays_text() -> None:
    assert [line.text for line in only("> A quoted sentence.").lines] == ["> A quoted sentence."]


@pytest.mark.parametrize(
    ("comment", "facts"),
    [
        ("<!-- facts: a, b -->", [(1, "a"), (1, "b")]),
        ("<!--facts:a,b-->", [(1, "a"), (1, "b")]),
        ("  <!-- facts: a -->", [(1, "a")]),
        ("<!-- facts: a,\n  b -->", [(1, "a"), (1, "b")]),
        ("<!-- facts: -->", []),
        ("<!-- a note to editors: keep -->", []),
        ("<!-- facts: a --><!-- facts: b -->", [(1, "a"), (1, "b")]),
    ],
)
def test_facts_are_read_from_comments(comment: str, facts: list[tuple[int, str]]) -> None:
    section = only(f"{comment}\nText.")

    assert [line.text for line in section.lines] == ["Text."]
    assert section.facts == facts


def test_a_comment_of_several_lines_is_not_text() -> None:
    section = only("One.\n<!-- hidden\nalso hidden\n--> Two.\nThree.")

    assert [(line.text, line.line) for line in section.lines] == [("One.", 1), ("Two.", 4), ("Three.", 5)]


@pytest.mark.parametrize(
    ("marker", "references"),
    [
        ("[@a]", [("a", None)]),
        ("[@a; @b]", [("a", None), ("b", None)]),
        ("[@a, human study]", [("a", "human study")]),
        ("[@a , human study ;@b]", [("a", "human study"), ("b", None)]),
        ("[@a][@b]", [("a", None), ("b", None)]),
        ("[@who-2021:x.y_z]", [("who-2021:x.y_z", None)]),
        ("[@a, p. 33]", [("a", "p. 33")]),
        ("[@a, laboratory/animal]", [("a", "laboratory/animal")]),
    ],
)
def test_markers_are_read_and_taken_out(marker: str, references: list[tuple[str, str | None]]) -> None:
    line = only(f"Kratom is a tree. {marker}").lines[0]

    assert line.text == "Kratom is a tree."
    assert line.references == tuple(MarkedReference(*reference) for reference in references)


def test_markers_in_the_middle_leave_no_gap() -> None:
    assert only("Kratom [@a] is a  tree [@b].").lines[0].text == "Kratom is a tree."


@pytest.mark.parametrize(
    "line",
    [
        "Text. [@]",
        "Text. [@a;]",
        "Text. [@a @b]",
        "Text. [@a; b]",
        "Text. [@a, x @b]",
        "Text. [@a",
        "T. [@ä]",
        "[[@a]@b]",
    ],
)
def test_markers_that_cannot_be_read_are_an_error(line: str) -> None:
    with pytest.raises(ArticleInvalidError) as caught:
        split_sections(f"## H\n\n{line}", title="T", first_line=10)

    assert (caught.value.code.name, caught.value.line) == ("MARKER", 12)


def test_a_comment_that_is_not_closed_is_an_error_where_it_starts() -> None:
    with pytest.raises(ArticleInvalidError) as caught:
        split_sections("Text.\n<!-- facts: a\n\nMore.", title="T")

    assert (caught.value.code.name, caught.value.line) == ("MARKER", 2)


def test_paragraphs_and_list_items_are_marked() -> None:
    lines = only("One.\nTwo.\n\nThree.\n- Four.\n1. Five.").lines

    assert [line.starts_paragraph for line in lines] == [True, False, True, False, False]
    assert [line.is_list_item for line in lines] == [False, False, False, True, True]


@pytest.mark.parametrize(
    ("words", "anchor"),
    [("Kratom & the Liver!", "kratom-the-liver"), ("  ", "section"), ("x" * 99, "x" * 60), (f"{'x' * 59} y", "x" * 59)],
)
def test_slugs(words: str, anchor: str) -> None:
    assert slug(words) == anchor


@pytest.mark.parametrize(
    "line",
    [
        "## a" + " " * 100_000 + "b",
        "> - a" + " " * 100_000 + "b",
        "a" + " " * 100_000 + "[@b",
        "{" * 100_000,
        "[" * 100_000,
        "## " + "{#" * 50_000,
        "## a {" + "#a " * 30_000 + "!}",
        "<!-- -->" * 20_000,
        "<!--" * 20_000,
        " " * 100_000 + "<!-",
    ],
    ids=lambda line: line.replace(" ", "")[:12],
)
def test_long_odd_lines_are_read_in_linear_time(line: str) -> None:
    started = time.process_time()
    with suppress(ArticleInvalidError):
        split_sections(line, title="T")
    assert time.process_time() - started < 1
