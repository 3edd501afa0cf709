"""The adapter of this project over a tiny corpus, with an embedder that needs no model."""

from pathlib import Path

import pytest

from bench.side_by_side.adapters import this_project
from bot.bootstrap import EmbedderPool
from corpus.loader import load_corpus
from index.builder import build_index
from index.embedder import Embedder
from index.errors import IndexMissingError
from index.models import ModelInfo
from tests.fakes import HashingEmbedder
from tests.small_corpus import write_small_corpus


class HashingPool(EmbedderPool):
    """Hands out an embedder that needs no model."""

    def get(self, model: ModelInfo) -> Embedder:
        return HashingEmbedder()


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    corpus_dir = write_small_corpus(tmp_path / "corpus")
    build_index(load_corpus(corpus_dir).corpus, HashingEmbedder(), tmp_path / "index")
    monkeypatch.setattr("bot.bootstrap.EmbedderPool", HashingPool)
    monkeypatch.setenv("KRATOM_CORPUS_DIR", str(corpus_dir))
    return tmp_path / "index"


def test_a_crisis_card_counts_as_no_passage_and_is_shown(folder: Path) -> None:
    system = this_project.make()
    system.load(folder)

    found = system.answer(["i want to kill myself"])

    assert found.ids == ()
    assert "findahelpline" in found.text


def test_an_answer_names_the_passages_it_shows(folder: Path) -> None:
    system = this_project.make()
    system.load(folder)
    passages = {one.id: one for one in load_corpus(folder.parent / "corpus").corpus.passages}
    asked = next(iter(passages.values()))

    found = system.answer([f"{asked.article_title} {asked.heading} {asked.text}"[:300]])

    assert found.ids
    assert all(passages[one].statements[0].text in found.text for one in found.ids)


def test_a_missing_index_is_an_error_and_not_an_empty_answer(folder: Path, tmp_path: Path) -> None:
    with pytest.raises(IndexMissingError):
        this_project.make().load(tmp_path / "nothing")
