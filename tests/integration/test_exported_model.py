"""The packaged model itself, exported once: the encoder of a real build stays near it."""

from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pytest

from corpus.loader import load_corpus
from index import artifact
from index.builder import build_index
from index.embedder import Embedder
from index.encoder_files import ENCODER
from index.models import ModelInfo
from index.onnx_encoder import OnnxEmbedder
from index.question_encoder import question_embedder
from index.sentence_transformer import SentenceTransformerEmbedder
from tests.small_corpus import write_small_corpus

TEXTS = [
    "is kratom addictive",
    "can i take it with my antidepressant?",
    "does it hurt the liver or the heart",
    "how long does withdrawal last",
    "¿Es seguro el kratom — ou pas? 日本語 🙂",
    "A sentence of a passage, which is longer than what people ask and has a comma or two, too.",
    "",
    "?",
    "kratom " * 500,
]


@dataclass(frozen=True)
class Built:
    opened: artifact.OpenIndex
    reference: SentenceTransformerEmbedder
    cache: Path

    @property
    def exported(self) -> OnnxEmbedder:
        return OnnxEmbedder(self.opened.folder / ENCODER, self.opened.manifest.model)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    place = tmp_path_factory.mktemp("exported")
    reference = SentenceTransformerEmbedder(when_needed=True)
    corpus = load_corpus(write_small_corpus(place / "corpus")).corpus
    report = build_index(corpus, reference, place / "index", cache=place / "cache")
    assert report.without_encoder is None
    return Built(artifact.open_build(report.build), reference, place / "cache")


def test_vectors_of_questions_are_near_the_reference(built: Built) -> None:
    expected = built.reference.encode_queries(TEXTS)
    similarities = np.einsum("ij,ij->i", built.exported.encode_queries(TEXTS), expected)
    assert similarities.min() > 0.96
    assert built.exported.settings.quality.first_percentile >= 0.98


def test_it_tells_questions_apart_as_the_reference_does(built: Built) -> None:
    """Near vectors would be no use if all of them were near each other."""
    exported, expected = built.exported.encode_queries(TEXTS[:6]), built.reference.encode_queries(TEXTS[:6])
    assert np.abs(exported @ exported.T - expected @ expected.T).max() < 0.05


def test_a_text_has_the_same_vector_each_time_alone_or_among_others(built: Built) -> None:
    together = built.exported.encode_queries(TEXTS)
    assert np.array_equal(built.exported.encode_queries(TEXTS), together)
    for text, vector in zip(TEXTS, together, strict=True):
        assert np.array_equal(built.exported.encode_queries([text])[0], vector)


def test_a_long_text_is_cut_where_the_model_cuts_it(built: Built) -> None:
    longer = built.exported.encode_queries(["pain " * 254, "pain " * 254 + "liver " * 50, "pain " * 253 + "liver"])
    assert np.array_equal(longer[0], longer[1])
    assert not np.array_equal(longer[0], longer[2])


def test_questions_of_a_build_need_no_reference(built: Built) -> None:
    def no_reference(_model: ModelInfo) -> Embedder:
        raise AssertionError("the reference was asked for")

    embedder = question_embedder(built.opened, no_reference)
    assert np.array_equal(embedder.encode_queries(TEXTS), built.exported.encode_queries(TEXTS))


def test_a_rebuild_of_known_texts_does_not_load_the_model(built: Built, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_files: object) -> None:
        raise AssertionError("the model was loaded")

    monkeypatch.setattr("index.sentence_transformer._load", refuse)
    reference = SentenceTransformerEmbedder(when_needed=True)
    report = build_index(built.opened.corpus, reference, built.cache.parent / "again", cache=built.cache)
    assert report.manifest.files[f"{ENCODER}/model.onnx"] == built.opened.manifest.files[f"{ENCODER}/model.onnx"]
