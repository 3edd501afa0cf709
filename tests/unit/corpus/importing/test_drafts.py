"""From a document to a draft: what is kept, what is dropped, what is refused."""

from pathlib import Path

import pytest
from typer.testing import CliRunner

from corpus.__main__ import app
from corpus.importing.drafting import draft_article
from corpus.importing.files import import_file
from corpus.importing.model import ImportFailedError
from corpus.loader import load_corpus

ARTICLE = Path(__file__).with_name("pasted_article.txt")


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    return tmp_path / "corpus" / "articles"


def test_a_pasted_article_becomes_an_unreviewed_draft_that_loads(articles: Path) -> None:
    draft, target = import_file(ARTICLE, articles)
    loaded = load_corpus(articles.parent)
    assert not loaded.problems
    (article,) = loaded.corpus.articles
    assert article.unreviewed
    assert (article.id, len(article.passages)) == (draft.article_id, draft.passages)
    assert target == articles / "drafts" / f"{draft.article_id}.md"
    assert draft.sections > 3


def test_no_source_is_invented_for_an_imported_sentence(articles: Path) -> None:
    import_file(ARTICLE, articles)
    (article,) = load_corpus(articles.parent).corpus.articles
    assert not [s for passage in article.passages for s in passage.statements if s.references]


def test_every_sentence_of_a_draft_stands_in_the_document() -> None:
    draft = draft_article(ARTICLE.read_bytes(), ARTICLE.name)
    source = " ".join(ARTICLE.read_text("utf-8").split())
    body = draft.text.split("---\n", 2)[2]
    lines = [line for line in body.splitlines() if line and not line.startswith(("#", "<!--", ">", "-->"))]
    kept = [line for line in lines if " ".join(line.split()) in source]
    assert len(kept) >= draft.sentences * 0.9


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("page.html", b"<html><body><h1>Kratom and mood</h1><h2>What people say</h2><p>Many people say that kratom"
         b" lifts their mood. Others do not say so.</p><script>alert(1)</script></body></html>"),
        ("page.md", b"# Kratom and mood\n\n## What people say\n\nMany people say that kratom lifts their mood."
         b" Others do not say so.\n"),
    ],
    ids=["HTML", "Markdown"],
)  # fmt: skip
def test_headings_and_sentences_are_kept(name: str, data: bytes) -> None:
    draft = draft_article(data, name)
    assert "## What people say" in draft.text
    assert "\nMany people say that kratom lifts their mood.\n" in draft.text
    assert "alert" not in draft.text


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("empty.txt", b""),
        ("blank.txt", b"  \n\t\n"),
        ("damaged.pdf", b"%PDF-1.7\nnot a pdf at all"),
        ("cut.pdf", b"%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\n"),
        ("noise.txt", bytes(range(256)) * 40),
        ("picture.png", b"\x89PNG\r\n\x1a\n" + b"\x00" * 100),
    ],
)
def test_what_cannot_be_read_is_refused_and_nothing_is_written(name: str, data: bytes, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(ImportFailedError):
        import_file(path, tmp_path / "articles")
    assert not list((tmp_path / "articles").rglob("*.md")) if (tmp_path / "articles").exists() else True


def test_a_file_of_50_mb_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "large.txt"
    with path.open("wb") as file:
        file.truncate(50_000_000)
    with pytest.raises(ImportFailedError, match="50 MB"):
        import_file(path, tmp_path / "articles")


def test_an_article_that_is_there_is_not_replaced_without_being_told_to(articles: Path) -> None:
    import_file(ARTICLE, articles)
    with pytest.raises(ImportFailedError, match="--force"):
        import_file(ARTICLE, articles)
    import_file(ARTICLE, articles, force=True)


def test_the_command_says_what_it_wrote_and_fails_with_a_sentence(tmp_path: Path) -> None:
    done = CliRunner().invoke(app, ["import", str(ARTICLE), "--out", str(tmp_path / "articles")])
    assert done.exit_code == 0, done.output
    assert "sentences without a source" in done.output
    failed = CliRunner().invoke(app, ["import", str(tmp_path / "nothing.txt"), "--out", str(tmp_path / "articles")])
    assert failed.exit_code == 1
    assert "does not exist" in failed.output
