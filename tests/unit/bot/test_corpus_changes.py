from dataclasses import replace
from pathlib import Path

from bot.corpus_changes import Changes, compare
from corpus.loader import load_corpus
from corpus.models import Corpus
from tests.small_corpus import write_small_corpus


def edited(root: Path, name: str, old: str, new: str) -> Corpus:
    path = next((root / "articles").rglob(f"{name}.md"))
    path.write_text(path.read_text("utf-8").replace(old, new), "utf-8")
    return load_corpus(root).corpus


def test_same_corpus_has_no_changes(tmp_path: Path) -> None:
    corpus = load_corpus(write_small_corpus(tmp_path)).corpus
    assert compare(corpus, corpus) == Changes()
    assert not compare(corpus, corpus)


def test_passage_that_only_moved_is_not_changed(tmp_path: Path) -> None:
    before = load_corpus(write_small_corpus(tmp_path)).corpus
    after = edited(tmp_path, "liver", "by several hospitals", "by many hospitals here and there")
    assert compare(before, after) == Changes(changed=("liver#first",))


def test_renamed_anchor_is_one_removed_and_one_added(tmp_path: Path) -> None:
    before = load_corpus(write_small_corpus(tmp_path)).corpus
    after = edited(tmp_path, "liver", "{#first}", "{#injury}")
    assert compare(before, after) == Changes(added=("liver#injury",), removed=("liver#first",))


def test_citation_and_question_count_as_changes(tmp_path: Path) -> None:
    before = load_corpus(write_small_corpus(tmp_path)).corpus
    cited = edited(tmp_path, "liver", "in case reports by several hospitals. [@trial-2020]", "x. [@review-2021]")
    assert compare(before, cited).changed == ("liver#first",)
    asked = edited(tmp_path, "depression", "more on depression", "even more on depression")
    assert compare(cited, asked).changed == ("depression#second",)


def test_tables_that_differ_are_named(tmp_path: Path) -> None:
    before = load_corpus(write_small_corpus(tmp_path)).corpus
    after = replace(before, crisis=before.crisis[:1], notices={})
    assert compare(before, after).tables == ("notices", "crisis")


def test_without_a_corpus_before_every_passage_is_added(tmp_path: Path) -> None:
    corpus = load_corpus(write_small_corpus(tmp_path)).corpus
    changes = compare(None, corpus)
    assert len(changes.added) == len(corpus.passages)
    assert not changes.tables
