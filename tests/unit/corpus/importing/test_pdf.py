"""PDFs: divided words, and all that a PDF can be besides a text."""

import re
from pathlib import Path

import pytest

from corpus.importing import process
from corpus.importing.drafting import draft_article
from corpus.importing.files import import_file
from corpus.importing.model import ImportFailedError
from tests.unit.corpus.importing import documents

SENTENCE = "Kratom is a tree, and its leaf is bitter."
DRAWN = b"BT /F1 11 Tf 50 700 Td (Kratom is a leaf that people chew.) Tj ET\n"


def test_a_divided_word_is_joined_only_where_it_stands_whole_elsewhere() -> None:
    lines = [
        "Kratom holds many alkaloids, which is the name of some plant sub-",
        "stances. Such substances are bitter,",
    ]
    lines += ["and long-", "term use of them was not studied."]
    draft = draft_article(documents.pdf_of(lines), "a.pdf")
    assert "the name of some plant substances." in draft.text
    assert "long-term use" in draft.text
    assert any("substances" in note for note in draft.notes)


def test_what_all_pages_share_stays_where_there_is_nothing_else() -> None:
    draft = draft_article(documents.pdf_of([SENTENCE], pages=3), "a.pdf")
    assert f"\n{SENTENCE}\n" in draft.text


def test_a_pdf_protected_against_changes_only_is_read() -> None:
    assert draft_article(documents.as_pdf(password=""), "a.pdf").title == documents.TITLE


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (documents.as_pdf(password="secret"), "protected with a password; print it"),
        (documents.picture_pdf(), "has no text, as a scan.*OCR"),
        (documents.as_pdf()[:-300], "damaged.*download it again"),
        (documents.as_pdf()[:2000], "damaged.*download it again"),
        (b"%PDF-1.7\n" + bytes(range(256)) * 200, "damaged.*download it again"),
        (documents.pdf_of([SENTENCE], pages=201), "more than 200 pages; import the chapters"),
        (documents.packed_pdf(b" " * 1_000_000, 300), "unfolds into far more.*copy its text"),
    ],
    ids=["password", "scan", "end missing", "most missing", "noise", "pages", "unfolds"],
)
def test_what_is_no_text_is_refused_with_the_next_step(data: bytes, message: str) -> None:
    with pytest.raises(ImportFailedError, match=message):
        draft_article(data, "a.pdf")


def test_a_pdf_that_takes_too_long_is_given_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(process, "MAX_SECONDS", 3)
    path = tmp_path / "slow.pdf"
    path.write_bytes(documents.packed_pdf(DRAWN * 1000, 900))
    with pytest.raises(ImportFailedError, match=re.escape("slow.pdf takes more than 3 seconds")):
        import_file(path, tmp_path / "articles")
    assert not (tmp_path / "articles").exists()


def test_a_pdf_that_takes_too_much_memory_is_given_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(process, "MAX_MEMORY_BYTES", 300_000_000)
    path = tmp_path / "wide.pdf"
    path.write_bytes(documents.packed_pdf(DRAWN * 1000, 900))
    with pytest.raises(ImportFailedError, match="cannot be read within 300 MB"):
        import_file(path, tmp_path / "articles")
    assert not (tmp_path / "articles").exists()
