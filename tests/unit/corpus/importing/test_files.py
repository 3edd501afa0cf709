"""Files: what is refused, what is never overwritten, and that a failure leaves nothing behind."""

import os
from pathlib import Path

import pytest

from corpus.importing.files import import_file
from corpus.importing.model import ImportFailedError

TEXT = "Kratom and sleep\n\nSome people who use kratom say that they sleep badly.\n"


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    return tmp_path / "corpus" / "articles"


@pytest.fixture
def document(tmp_path: Path) -> Path:
    path = tmp_path / "sleep.txt"
    path.write_text(TEXT, "utf-8")
    return path


def everything_below(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()] if folder.exists() else []


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        ("empty.txt", b"", "is empty; check"),
        ("blank.txt", b"  \n\t\n\xef\xbb\xbf", "is empty; check"),
        ("noise.txt", bytes(range(256)) * 40, "zero bytes"),
        ("noise-without-zero.txt", bytes(range(1, 256)) * 40, "cannot be told"),
        ("picture.png", b"\x89PNG\r\n\x1a\n" + b"\x00" * 100, "is a picture; save its text"),
        ("letter.txt", b"PK\x03\x04" + b"x" * 100, "a Word, OpenDocument"),
        ("letter.docx", b"words", "type .docx cannot be read"),
        ("lies.pdf", b"Some words, but no PDF.", "is not a PDF"),
        ("cut.pdf", b"%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\n", "damaged"),
        ("signs.txt", b"*** --- ***\n\n[1]\n", "no text that could be quoted"),
        ("long.md", b"# A\n\n" + b"Kratom is a leaf. " * 40_000, "too long for one article"),
    ],
)
def test_what_cannot_be_read_is_refused_and_nothing_is_written(
    name: str, data: bytes, message: str, tmp_path: Path, articles: Path
) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(ImportFailedError, match=message):
        import_file(path, articles)
    assert not everything_below(articles)


def test_a_file_of_50_mb_is_refused_before_it_is_read(
    tmp_path: Path, articles: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "large.txt"
    with path.open("wb") as file:
        file.truncate(50_000_000)
    monkeypatch.setattr(Path, "read_bytes", lambda self: pytest.fail("it was read"))
    with pytest.raises(ImportFailedError, match="50 MB; up to"):
        import_file(path, articles)


def test_a_text_of_3_mb_is_refused_though_a_pdf_may_have_as_much(tmp_path: Path, articles: Path) -> None:
    path = tmp_path / "large.txt"
    path.write_bytes(b"Kratom is a leaf. " * 170_000)
    with pytest.raises(ImportFailedError, match="3 MB; up to 2 MB of plain text"):
        import_file(path, articles)


def test_a_folder_a_missing_file_and_a_pipe_are_named_as_such(tmp_path: Path, articles: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    for name, message in ((".", "is a folder"), ("nothing.txt", "does not exist"), ("pipe", "not an ordinary file")):
        with pytest.raises(ImportFailedError, match=message):
            import_file(tmp_path / name, articles)


def test_an_article_that_is_there_is_replaced_only_when_told_to(document: Path, articles: Path) -> None:
    _, target = import_file(document, articles)
    target.write_text("edited by hand", "utf-8")
    with pytest.raises(ImportFailedError, match="--force"):
        import_file(document, articles)
    assert target.read_text("utf-8") == "edited by hand"
    import_file(document, articles, force=True)
    assert "sleep badly" in target.read_text("utf-8")


def test_the_id_of_an_article_elsewhere_is_not_taken_even_by_force(document: Path, articles: Path) -> None:
    other = articles / "mind" / "kratom-and-sleep.md"
    other.parent.mkdir(parents=True)
    other.write_text("an article", "utf-8")
    with pytest.raises(ImportFailedError, match=r"has the id kratom-and-sleep already; .* --id"):
        import_file(document, articles, force=True)
    assert everything_below(articles) == [other]


@pytest.mark.parametrize(("option", "value"), [("topic", "../../etc"), ("topic", "A b"), ("article_id", "../x")])
def test_topic_and_id_cannot_lead_out_of_the_folder(option: str, value: str, document: Path, articles: Path) -> None:
    with pytest.raises(ImportFailedError, match="lower-case letters, digits and hyphens"):
        import_file(document, articles, **{option: value})  # type: ignore[arg-type]
    assert not everything_below(articles.parent)


def test_a_place_that_cannot_be_written_to_is_named(document: Path, tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("a file, not a folder", "utf-8")
    with pytest.raises(ImportFailedError, match=r"cannot be written .* --out"):
        import_file(document, tmp_path / "taken")


@pytest.mark.parametrize("fails", ["fsync", "replace"])
def test_a_full_disk_leaves_the_old_draft_and_nothing_half_written(
    fails: str, document: Path, articles: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _, target = import_file(document, articles)
    before = target.read_bytes()
    document.write_text(TEXT + "\nA second paragraph stands here now.\n", "utf-8")

    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(*((os, "fsync") if fails == "fsync" else (Path, "replace")), fail)
    with pytest.raises(ImportFailedError, match="No space left"):
        import_file(document, articles, force=True)
    assert everything_below(articles) == [target]
    assert target.read_bytes() == before
