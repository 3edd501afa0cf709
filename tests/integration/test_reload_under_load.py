"""A real reload, in its own process, while questions come: each is answered, from one whole build."""

import threading
from pathlib import Path

import pytest

from bench.reload_load import Asked, Load, faults, texts_of
from bot.bootstrap import Assembly, EmbedderPool, assemble
from bot.reloading import Reloader
from bot.settings import Settings
from index.embedder import Embedder
from index.models import ModelInfo
from tests.e2e.corpus_on_disk import write_corpus
from tests.fakes import HashingEmbedder

QUESTIONS = ["can kratom hurt the liver", "has a randomised trial tested kratom for depression", "what is kratom"]


class HashingPool(EmbedderPool):
    def get(self, model: ModelInfo) -> Embedder:
        return HashingEmbedder()

    def named(self, name: str) -> Embedder:
        return HashingEmbedder()


@pytest.fixture
def assembly(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Assembly:
    monkeypatch.setattr("bot.bootstrap.EmbedderPool", HashingPool)
    write_corpus(tmp_path / "corpus")
    settings = Settings(_env_file=None, corpus_dir=tmp_path / "corpus", index_dir=tmp_path / "index")  # type: ignore[call-arg]
    return assemble(settings, open_index=False)


def test_no_answer_fails_and_none_mixes_two_builds(assembly: Assembly) -> None:
    reloader = Reloader(assembly)
    reloader.reload("me")
    first = texts_of(assembly)
    load = Load(assembly, QUESTIONS, 100.0)
    load.start()
    article = assembly.settings.corpus_dir / "articles/harms/liver.md"
    article.write_text(article.read_text("utf-8").replace("several hospitals", "two hospitals"), "utf-8")
    asked_meanwhile = threading.Event()
    reloader.reload("me", lambda _step: asked_meanwhile.set())
    second = texts_of(assembly)
    assert first[0] != second[0]
    asked = load.stop()
    assert asked_meanwhile.is_set()
    assert {one.answer.build for one in asked if one.answer and one.answer.build} <= {first[0], second[0]}
    assert {one.answer.build for one in asked[:1] if one.answer} == {first[0]}
    assert list(faults(asked, dict([first, second]))) == []


def test_faults_are_found(assembly: Assembly) -> None:
    Reloader(assembly).reload("me")
    build, texts = texts_of(assembly)
    load = Load(assembly, QUESTIONS, 1000.0)
    load.start()
    while len(load._results) < len(QUESTIONS):
        threading.Event().wait(0.01)
    asked = load.stop()
    assert not list(faults(asked, {build: texts}))
    assert any("never live" in one for one in faults(asked, {}))
    other = dict.fromkeys(texts, "other words")
    assert any("not as build" in one for one in faults(asked, {build: other}))
    assert list(faults([Asked(0.0, 1.0, None, "KeyError")], {})) == ["no answer (KeyError)"]
