"""Where sentence-transformers is not installed, changed text is encoded by the exact export of an earlier build."""

import shutil
from pathlib import Path

import numpy as np
import pytest

from corpus.loader import load_corpus
from index import artifact, passage_encoder
from index.build_report import BuildReport
from index.builder import build_index
from index.embedder import Embedder
from index.encoder_export import LARGEST_DEVIATION
from index.encoder_files import ENCODER, ENCODER_FILES, MODEL
from index.errors import ModelUnavailableError
from index.passage_encoder import AbsentReference, PassageEmbedder
from tests.small_corpus import write_small_corpus
from tests.tiny_model import TinyReference

ABSENT = AbsentReference(TinyReference().info, "it is not installed")


@pytest.fixture
def corpus_dir(tmp_path: Path) -> Path:
    return write_small_corpus(tmp_path / "corpus")


@pytest.fixture
def root(tmp_path: Path, corpus_dir: Path) -> Path:
    """Return a folder with one build that was made with the model."""
    build(corpus_dir, tmp_path / "index", TinyReference())
    article = corpus_dir / "articles/harms/liver.md"
    article.write_text(article.read_text("utf-8").replace("several hospitals", "two hospitals"), "utf-8")
    return tmp_path / "index"


def build(corpus_dir: Path, root: Path, embedder: Embedder) -> BuildReport:
    return build_index(load_corpus(corpus_dir).corpus, embedder, root)


def exact(root: Path) -> Path:
    (folder,) = (root / ".cache").glob("exact-*")
    return folder


def test_changed_text_is_encoded_as_the_model_would(corpus_dir: Path, root: Path, tmp_path: Path) -> None:
    report = build(corpus_dir, root, ABSENT)
    assert report.encoded == 2
    assert report.without_encoder is None
    expected = build(corpus_dir, tmp_path / "elsewhere", TinyReference())
    assert report.manifest.build_id == expected.manifest.build_id
    stores = [artifact.open_build(one.build).store for one in (report, expected)]
    found, wanted = (store.vectors(range(store.count)) for store in stores)
    assert np.abs(found - wanted).max() < LARGEST_DEVIATION


def test_without_its_export_the_model_is_named(corpus_dir: Path, root: Path) -> None:
    before = artifact.current_build(root)
    shutil.rmtree(exact(root))
    with pytest.raises(ModelUnavailableError, match="not installed, and its exact export is not in the cache"):
        build(corpus_dir, root, ABSENT)
    assert artifact.current_build(root) == before


def test_a_damaged_export_is_not_used(corpus_dir: Path, root: Path) -> None:
    model = exact(root) / MODEL
    model.write_bytes(model.read_bytes()[:-1] + b"\0")
    with pytest.raises(ModelUnavailableError):
        build(corpus_dir, root, ABSENT)


def test_an_encoder_that_is_not_in_the_cache_is_that_of_the_live_build(corpus_dir: Path, root: Path) -> None:
    live = artifact.current_build(root)
    (kept,) = (root / ".cache").glob("encoder-*")
    shutil.rmtree(kept)
    report = build(corpus_dir, root, ABSENT)
    assert report.without_encoder is None
    for name in ENCODER_FILES:
        assert (report.build / ENCODER / name).read_bytes() == (live / ENCODER / name).read_bytes()


def test_an_export_that_encodes_otherwise_is_not_kept(corpus_dir: Path, tmp_path: Path) -> None:
    build(corpus_dir, tmp_path / "index", TinyReference(exports_another=True))
    assert not list((tmp_path / "index/.cache").glob("exact-*"))


def test_many_texts_are_encoded_by_the_model_if_it_is_there(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(passage_encoder, "FEW_TEXTS", 2)
    asked: list[int] = []

    class Counting(TinyReference):
        def encode_passages(self, texts, progress=None):
            asked.append(len(texts))
            return super().encode_passages(texts, progress)

    PassageEmbedder(Counting(), exact(root)).encode_passages(["one", "two"])
    assert not asked
    PassageEmbedder(Counting(), exact(root)).encode_passages(["one", "two", "three"])
    assert asked == [3]
    vectors = PassageEmbedder(ABSENT, exact(root)).encode_passages(["one", "two", "three"])
    np.testing.assert_allclose(vectors, TinyReference().encode_queries(["one", "two", "three"]), atol=1e-5)
