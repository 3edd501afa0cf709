"""Texts: encodings, headings that nothing marks, lists, captions, tables, references, by-lines."""

import re

import pytest

from corpus.importing.drafting import draft_article
from corpus.importing.model import ImportFailedError, Reason

PROSE = "Kratom is the leaf of a tree, and people chew it or brew it."


def body_of(text: str | bytes, name: str = "a.txt") -> list[str]:
    draft = draft_article(text if isinstance(text, bytes) else text.encode(), name).text
    body = re.sub(r"<!--.*?-->", "", draft.split("---\n", 2)[2], flags=re.DOTALL)
    return [re.sub(r" \{#.*", "", line) for line in body.splitlines() if line]


def dropped(text: str, reason: Reason, name: str = "a.txt") -> list[str]:
    return [one.text for one in draft_article(text.encode(), name).dropped if one.reason is reason]


# Encodings

QUOTED = "Kratom isn’t a “tea” – it’s a leaf, and cafés sell it. Naïve users trust what they say."


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "cp1252", "utf-16-le", "utf-16-be"])
def test_the_text_is_the_same_in_every_encoding(encoding: str) -> None:
    assert body_of(QUOTED.encode(encoding)) == body_of(QUOTED)


@pytest.mark.parametrize("encoding", ["cp1252", "utf-16-le"])
def test_a_guessed_encoding_is_told(encoding: str) -> None:
    assert any("guessed" in note for note in draft_article(QUOTED.encode(encoding), "a.txt").notes)


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (QUOTED.encode() + b"\xff and more", "UTF-8 with damage on line 1"),
        (b"\xff\xfe" + b"odd", "says that it is UTF-16 and is not"),
        (b"a\x00b" * 50, "zero bytes"),
    ],
)
def test_a_damaged_encoding_is_refused_with_its_place(data: bytes, message: str) -> None:
    with pytest.raises(ImportFailedError, match=message):
        draft_article(data, "a.txt")


# Headings that nothing marks


def test_headings_of_a_short_text_are_told_from_its_short_sentences() -> None:
    text = "Kratom tea\n\nIt depends.\n\nNot even close.\n\nWhat is in a cup?\n\nYes.\n\nOur view\n\nWe drink mint."
    assert body_of(text) == [
        "## Kratom tea",
        "It depends.",
        "Not even close.",
        "## What is in a cup?",
        "Yes.",
        "## Our view",
        "We drink mint.",
    ]


@pytest.mark.parametrize(
    "line",
    [
        "What is in a cup?",
        "Sleep and Dreams",
        "Sleep: borrowed and paid back",
        "THE LAW",
        "2. Signs to know",
        "Kratom (leaf)",
        "How it may act",
    ],
)
def test_a_short_line_above_a_paragraph_is_a_heading(line: str) -> None:
    heading = "## " + re.sub(r"^2\. ", "", line)
    assert heading in body_of(f"Title\n\n{PROSE}\n\n{line}\n\n{PROSE} More of it.")


@pytest.mark.parametrize(
    "line",
    [
        "It depends.",
        "and then it stops",
        "Effects were:",
        "But is it?",
        "Placeholder A. On leaves. doi:10.0000/leaf",
        "one, two, three, four, five, six, seven, eight, nine, ten, eleven words",
    ],
)
def test_what_only_looks_like_a_heading_is_none(line: str) -> None:
    assert not [one for one in body_of(f"Title\n\n{PROSE}\n\n{line}\n\n{PROSE} More of it.")[2:] if one[0] == "#"]


def test_the_items_of_a_list_without_bullets_are_no_headings() -> None:
    body = body_of(
        f"Title\n\n{PROSE}\n\nPeople named:\n\nDry Mouth\nWarm Face\nBad Sleep\n\nthese and others.\n\n{PROSE}"
    )
    assert [line for line in body if line.startswith("#")] == ["## Title"]


def test_the_title_stands_below_the_menu_of_the_site() -> None:
    text = f"Quiet Leaf\nPlants\nHealth\nThe Leaf at Work: A Long Read\nBy A. Placeholder\n12 May 2026\n\n{PROSE}"
    assert body_of(text)[0] == "## The Leaf at Work: A Long Read"
    assert dropped(text, Reason.OUTSIDE) == ["Quiet Leaf", "Plants", "Health"]
    assert dropped(text, Reason.BYLINE) == ["By A. Placeholder", "12 May 2026"]


def test_a_title_with_a_subtitle_stays_the_title() -> None:
    assert (
        draft_article(f"Kratom\nWhat the leaf is and does\nBy A. Placeholder\n\n{PROSE}".encode(), "a.txt").title
        == "Kratom"
    )


def test_a_paragraph_that_starts_like_a_byline_stays() -> None:
    assert "By 2020 many people used kratom for pain." in body_of("Title\n\nBy 2020 many people used kratom for pain.")


# Lists, captions, tables, repetitions, references


def test_a_list_stays_with_the_sentence_that_announces_it() -> None:
    before = " ".join(f"Sentence number {number} says that kratom is a leaf of a tree." for number in range(6))
    items = "\n".join(f"- thing number {number} that people named to us in the survey" for number in range(7))
    body = body_of(f"Title\n\n{before}\n\nThey named:\n\n{items}")
    assert "## Title (2)" in body
    assert body[body.index("They named:") + 1] == "thing number 0 that people named to us in the survey"


def test_a_caption_keeps_its_number_and_a_credit_is_left_out() -> None:
    text = (
        f"Title\n\n{PROSE}\n\nFigure 1. Leaves on a rack, dried in the sun.\n\nPhoto: A. Placeholder\n\n{PROSE} More."
    )
    assert "Figure 1. Leaves on a rack, dried in the sun." in body_of(text)
    assert dropped(text, Reason.BOILERPLATE) == ["Photo: A. Placeholder"]


def test_a_pasted_table_becomes_lines_and_people_are_told() -> None:
    text = f"Title\n\n{PROSE}\n\nReason\tShare\nPain\t41%\nMood\t33%\n\n{PROSE} More."
    assert [line for line in body_of(text) if ";" in line] == ["Reason; Share", "Pain; 41%", "Mood; 33%"]
    assert any("3 rows of tables" in note for note in draft_article(text.encode(), "a.txt").notes)


def test_a_quote_in_large_type_is_a_repetition() -> None:
    quote = '"I was a ghost by the third night,"'
    text = f"Title\n\n{PROSE}\n\nOne said: {quote} and slept.\n\n{quote}\n\n{PROSE} And more."
    assert dropped(text, Reason.REPEATED) == [quote]


@pytest.mark.parametrize(
    "title", ["References", "Sources and further reading", "Selected references", "Notes", "Works cited:", "FOOTNOTES"]
)
def test_a_list_of_references_is_told_by_its_title(title: str) -> None:
    entries = "1. Placeholder A. On leaves. 2020.\n2. Sample B. On trees. doi:10.0000/tree"
    draft = draft_article(f"Title\n\n{PROSE} [1]\n\n{title}\n\n{entries}".encode(), "a.txt")
    assert draft.references == 2
    assert draft.sentences == 1


def test_references_in_one_paragraph_are_parted() -> None:
    draft = draft_article(f"# T\n\n{PROSE}\n\n## Notes\n\n[1] A. Leaves. 2020.\n[2] B. Trees. 2021.".encode(), "a.md")
    assert draft.references == 2


def test_an_abbreviation_does_not_end_a_sentence() -> None:
    sentence = "Dr. A. B. Sample et al. found approx. 3 mg per leaf, e.g. in the U.S. Midwest, vs. 4 in Fig. 2."
    assert sentence in body_of(f"Title\n\n{sentence} Others did not.")
