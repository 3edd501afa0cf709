"""Files that moderators attach: what becomes an article, and what is refused."""

import os

import pytest

from bot.article_drafts import MAX_BYTES, ArticleRefusedError, draft_of, suffix_of
from corpus.importing import process
from tests.e2e.corpus_on_disk import LIVER


def test_article_in_the_corpus_form_is_taken_as_it_is() -> None:
    found = draft_of(LIVER.encode(), ".md")
    assert (found.article_id, found.topic, found.text, found.imported) == ("liver", "harms", LIVER, False)
    named = draft_of(b"\xef\xbb\xbf" + LIVER.replace("\n", "\r\n").encode(), ".md", topic="mind", article_id="my-liver")
    assert (named.article_id, named.topic, named.text) == ("my-liver", "mind", LIVER)


def test_other_text_becomes_a_draft() -> None:
    found = draft_of(b"Kratom tea\n\nWorkers drank a tea of the leaves in the fields.\n", ".txt")
    assert (found.article_id, found.topic, found.imported) == ("kratom-tea", "added", True)
    assert "unreviewed: true" in found.text
    assert "Workers drank a tea of the leaves in the fields." in found.text


def test_process_that_reads_strangers_files_knows_no_secret(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KRATOM_DISCORD_TOKEN", "secret")
    assert "KRATOM_DISCORD_TOKEN" not in process._public_environment()
    assert "PATH" in process._public_environment() or "PATH" not in os.environ


@pytest.mark.parametrize("name", ["a.exe", "a", "a.md.exe", "a.docx"])
def test_other_kinds_are_refused_by_name(name: str) -> None:
    with pytest.raises(ArticleRefusedError, match="I read files that end in"):
        suffix_of(name)


def test_only_the_ending_of_a_name_is_used() -> None:
    assert suffix_of("../../x/@everyone.MD") == ".md"


@pytest.mark.parametrize(
    ("data", "suffix", "options", "said"),
    [
        (b"x" * (MAX_BYTES + 1), ".txt", {}, "cut it in two"),
        (b"", ".txt", {}, "empty"),
        (b"PK\x03\x04 a word file", ".txt", {}, "Word"),
        (b"no pdf", ".pdf", {}, "not a PDF"),
        (LIVER.encode(), ".md", {"article_id": "../liver"}, "lower-case words"),
        (LIVER.encode(), ".md", {"topic": "Not A Slug"}, "lower-case words"),
        (LIVER.replace("id: liver", "id: Not_A_Slug").encode(), ".md", {}, "lower-case words"),
        (LIVER.replace("id: liver", f"id: {'a' * 101}").encode(), ".md", {}, "lower-case words"),
    ],
)
def test_what_cannot_be_an_article_is_refused_with_the_reason(
    data: bytes, suffix: str, options: dict[str, str], said: str
) -> None:
    with pytest.raises(ArticleRefusedError, match=said):
        draft_of(data, suffix, **options)
