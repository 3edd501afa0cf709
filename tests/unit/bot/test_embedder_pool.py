from pathlib import Path

import pytest
from structlog.testing import capture_logs

from bot import bootstrap
from bot.bootstrap import EmbedderPool
from corpus.loader import load_corpus
from index import artifact
from index.builder import build_index
from index.embedder import Embedder
from index.errors import ModelUnavailableError
from index.models import ModelInfo
from index.question_encoder import EncoderChoice
from tests.fakes import HashingEmbedder
from tests.small_corpus import write_small_corpus
from tests.tiny_model import TinyReference


def built(root: Path, embedder: Embedder, *, sentence: str = "several hospitals") -> artifact.OpenIndex:
    corpus_dir = write_small_corpus(root / sentence)
    article = corpus_dir / "articles/harms/liver.md"
    article.write_text(article.read_text("utf-8").replace("several hospitals", sentence), "utf-8")
    return artifact.open_build(build_index(load_corpus(corpus_dir).corpus, embedder, root / "index").build)


@pytest.fixture
def loaded(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return the names of the models that were loaded; each is a tiny one."""
    names: list[str] = []

    def load(name: str, _expected: ModelInfo | None) -> Embedder:
        names.append(name)
        return TinyReference()

    monkeypatch.setattr(bootstrap, "_load_embedder", load)
    return names


def test_questions_do_not_load_the_model_where_the_build_has_an_encoder(tmp_path: Path, loaded: list[str]) -> None:
    with capture_logs() as logs:
        EmbedderPool().for_questions(built(tmp_path, TinyReference())).encode_queries(["does it"])
    assert not loaded
    assert not logs


def test_builds_with_the_same_encoder_share_it(tmp_path: Path, loaded: list[str]) -> None:
    pool = EmbedderPool()
    first, second = built(tmp_path, TinyReference()), built(tmp_path, TinyReference(), sentence="two hospitals")
    assert first.folder != second.folder
    assert pool.for_questions(first) is pool.for_questions(second)
    assert pool.for_questions(first) is not pool.for_questions(built(tmp_path, TinyReference(outlier=1e4)))


def test_without_an_encoder_the_model_is_loaded_before_the_first_question_and_one_line_says_so(
    tmp_path: Path, loaded: list[str]
) -> None:
    pool, opened = EmbedderPool(), built(tmp_path, HashingEmbedder())
    with capture_logs() as logs:
        pool.for_questions(opened)
        pool.for_questions(opened)
    assert loaded == ["hashing"]
    assert [line["log_level"] for line in logs] == ["warning"]
    assert "--force" in logs[0]["reason"]


def test_a_model_that_cannot_be_loaded_is_missed_when_the_build_is_opened(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_arguments: object) -> None:
        raise ModelUnavailableError("hashing", "it is gone")

    opened = built(tmp_path, HashingEmbedder())
    monkeypatch.setattr(HashingEmbedder, "encode_queries", fail)
    monkeypatch.setattr(bootstrap, "_load_embedder", lambda _name, _expected: HashingEmbedder())
    with pytest.raises(ModelUnavailableError, match="it is gone"):
        EmbedderPool().for_questions(opened)


def test_the_model_answers_where_the_settings_say_so(tmp_path: Path, loaded: list[str]) -> None:
    opened = built(tmp_path, TinyReference())
    with capture_logs() as logs:
        EmbedderPool(EncoderChoice.REFERENCE).for_questions(opened)
    assert loaded == [opened.manifest.model.name]
    assert not logs
