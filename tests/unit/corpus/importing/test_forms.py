"""One article as text, Markdown, a web page and PDFs: the same title, headings and sentences come out."""

import re
import textwrap

import pytest

from corpus.importing.drafting import Draft, draft_article
from corpus.importing.model import Reason
from tests.unit.corpus.importing import documents
from tests.unit.corpus.importing.documents import HEADINGS, TEXT, TITLE

WRAPPED = "\n".join(textwrap.fill(line, 72) for line in TEXT.split("\n"))
FORMS = {
    "pasted.txt": TEXT.encode(),
    "tight.txt": re.sub(r"\n+", "\n", TEXT).encode(),
    "wrapped.txt": WRAPPED.encode(),
    "windows.txt": TEXT.replace("\n", "\r\n").encode("cp1252"),
    "unicode.txt": TEXT.encode("utf-16"),
    "page.html": documents.as_html(),
    "page.md": documents.as_markdown(),
    "one-column.pdf": documents.as_pdf(),
    "two-columns.pdf": documents.as_pdf(columns=2),
}
REFERENCE = draft_article(FORMS["pasted.txt"], "pasted.txt")


def headings(draft: Draft) -> list[str]:
    found = re.findall(r"^## (.*?)(?: \(\d+\))? \{#", draft.text, re.MULTILINE)
    above = [words for line in re.findall(r"in the original: (.*) -->", draft.text) for words in line.split(" > ")]
    return sorted({*found, *above})


def sentences(draft: Draft) -> list[str]:
    body = re.sub(r"<!--.*?-->", "", draft.text.split("---\n", 2)[2], flags=re.DOTALL)
    return [line for line in body.splitlines() if line and not line.startswith("#")]


@pytest.mark.parametrize("name", FORMS)
def test_title_and_headings_are_found_and_no_others(name: str) -> None:
    draft = draft_article(FORMS[name], name)
    assert draft.title == TITLE
    assert headings(draft) == sorted({*HEADINGS, TITLE})


@pytest.mark.parametrize("name", FORMS)
def test_every_form_gives_the_same_sentences(name: str) -> None:
    assert sentences(draft_article(FORMS[name], name)) == sentences(REFERENCE)


@pytest.mark.parametrize("name", FORMS)
def test_the_frame_of_the_page_and_hidden_text_are_left_out_and_named(name: str) -> None:
    draft = draft_article(FORMS[name], name)
    for unwanted in (
        "Quiet Leaf Letter",
        "cookies",
        "gnore all previous",
        "Share",
        "Page 1",
        "Journal 12",
        "Copyright",
    ):
        assert unwanted not in " ".join(sentences(draft))
    if "pdf" not in name and "md" not in name:
        assert any("Quiet Leaf Letter" in one.text for one in draft.dropped)


@pytest.mark.parametrize("name", FORMS)
def test_references_and_what_cites_them_stand_in_comments(name: str) -> None:
    draft = draft_article(FORMS[name], name)
    assert draft.references == 8
    assert "doi:10.0000/example.5" in draft.text.rpartition("<!-- References of the original")[2]
    assert "[2, 3]" in re.findall(r"<!-- Cited here .*?sentence 4: (.*?) -->", draft.text)[0]


def test_running_heads_and_page_numbers_are_named_as_left_out() -> None:
    dropped = [
        one.text for one in draft_article(documents.as_pdf(), "a.pdf").dropped if one.reason is Reason.PAGE_FURNITURE
    ]
    assert "Quiet Leaf Journal 12" in dropped
    assert "Page 2 of 4" in dropped or "Page 2 of 3" in dropped or "Page 2 of 5" in dropped


def test_importing_twice_gives_the_same_draft() -> None:
    for name, data in FORMS.items():
        assert draft_article(data, name) == draft_article(data, name)
