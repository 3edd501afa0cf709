"""The encoder of a build, over a tiny model: export, precision, cache, and what happens when it is damaged."""

import json
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from corpus.loader import load_corpus
from index import artifact
from index.artifact import OpenIndex
from index.build_report import BuildReport
from index.builder import build_index
from index.embedder import Embedder
from index.encoder_files import ENCODER, ENCODER_FILES, MODEL, SETTINGS, TOKENIZER, file_sha256, read_settings
from index.errors import EncoderUnusableError, IndexCorruptError
from index.models import ModelInfo
from index.onnx_encoder import OnnxEmbedder
from index.question_encoder import EncoderChoice, question_embedder
from index.snapshot import dump_json
from tests.fakes import HashingEmbedder
from tests.small_corpus import write_small_corpus
from tests.tiny_model import DIMENSION, MAX_TOKENS, TinyReference

ODD_TEXTS = ["", " ", "a", "is it safe?", "Ünïcode — 日本語 🙂", "\u202e\x00", "half a pair \ud83d", "x" * 5000]


class NoReferenceError(AssertionError):
    """The reference was asked for where it must not be."""


def no_reference(_model: ModelInfo) -> Embedder:
    raise NoReferenceError


@pytest.fixture
def corpus_dir(tmp_path: Path) -> Path:
    return write_small_corpus(tmp_path / "corpus")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return tmp_path / "index"


def build(corpus_dir: Path, root: Path, embedder: Embedder) -> BuildReport:
    return build_index(load_corpus(corpus_dir).corpus, embedder, root)


def opened(report: BuildReport) -> OpenIndex:
    return artifact.open_build(report.build)


def change_corpus(corpus_dir: Path) -> None:
    article = corpus_dir / "articles/harms/liver.md"
    article.write_text(article.read_text("utf-8").replace("several hospitals", "two hospitals"), "utf-8")


def reseal(folder: Path, change: Callable[[Path], None]) -> OpenIndex:
    """Change files of a build's encoder and make its manifest agree, as a build made elsewhere would; open it."""
    change(folder / ENCODER)
    manifest = json.loads((folder / artifact.MANIFEST).read_bytes())
    manifest["files"] = {
        name: {"sha256": info.sha256, "size": info.size} for name, info in artifact.describe_files(folder).items()
    }
    (folder / artifact.MANIFEST).write_bytes(dump_json(manifest))
    (folder / artifact.MANIFEST_SUM).write_text(file_sha256(folder / artifact.MANIFEST) + "\n", "ascii")
    return artifact.open_build(folder)


def test_a_build_encodes_questions_without_its_model(corpus_dir: Path, root: Path) -> None:
    reference = TinyReference()
    report = build(corpus_dir, root, reference)
    assert report.without_encoder is None
    assert {f"{ENCODER}/{name}" for name in ENCODER_FILES} <= set(report.manifest.files)
    embedder = question_embedder(opened(report), no_reference)
    texts = ["does it hurt the liver", "what about sleep", *ODD_TEXTS[:4]]
    similarities = np.einsum("ij,ij->i", embedder.encode_queries(texts), reference.encode_queries(texts))
    assert similarities.min() > 0.98


def test_the_settings_say_how_near_it_is_to_the_reference(corpus_dir: Path, root: Path) -> None:
    report = build(corpus_dir, root, TinyReference())
    settings = read_settings(report.build / ENCODER)
    assert settings.precision == "int8"
    assert settings.fingerprint == report.manifest.model.fingerprint
    assert settings.quality.texts > 9
    assert 0.98 <= settings.quality.first_percentile <= settings.quality.median <= 1.0
    assert settings.quality.lowest <= settings.quality.first_percentile


def test_where_8_bits_lose_too_much_32_are_kept(corpus_dir: Path, root: Path) -> None:
    reference = TinyReference(outlier=1e4)
    report = build(corpus_dir, root, reference)
    settings = read_settings(report.build / ENCODER)
    assert settings.precision == "float32"
    assert settings.quality.lowest > 0.999
    vectors = question_embedder(opened(report), no_reference).encode_queries(["does it hurt"])
    assert np.allclose(vectors, reference.encode_queries(["does it hurt"]), atol=1e-5)


def test_an_export_that_encodes_otherwise_is_not_used_at_all(corpus_dir: Path, root: Path) -> None:
    reference = TinyReference(exports_another=True)
    report = build(corpus_dir, root, reference)
    assert report.without_encoder is not None
    assert "below 0.98" in report.without_encoder
    assert not [name for name in report.manifest.files if name.startswith(ENCODER)]
    assert not (report.build / ENCODER).exists()
    told: list[str] = []
    embedder = question_embedder(opened(report), lambda _model: reference, told=told.append)
    assert np.array_equal(embedder.encode_queries(["x"]), reference.encode_queries(["x"]))
    assert len(told) == 1


def test_a_model_that_cannot_be_exported_makes_a_build_without_an_encoder(corpus_dir: Path, root: Path) -> None:
    report = build(corpus_dir, root, HashingEmbedder())
    assert report.without_encoder is not None
    told: list[str] = []
    asked: list[ModelInfo] = []

    def reference(model: ModelInfo) -> Embedder:
        asked.append(model)
        return HashingEmbedder()

    question_embedder(opened(report), reference, told=told.append).encode_queries(["x"])
    assert asked == [report.manifest.model]
    assert len(told) == 1
    assert "--force" in told[0]


def test_the_reference_answers_where_it_is_chosen(corpus_dir: Path, root: Path) -> None:
    reference = TinyReference()
    report = build(corpus_dir, root, reference)
    told: list[str] = []
    embedder = question_embedder(
        opened(report), lambda _model: reference, choice=EncoderChoice.REFERENCE, told=told.append
    )
    assert np.array_equal(embedder.encode_queries(["does it"]), reference.encode_queries(["does it"]))
    assert not told


@pytest.mark.parametrize("text", ODD_TEXTS)
def test_any_text_has_one_vector_alone_or_among_others(text: str, corpus_dir: Path, root: Path) -> None:
    folder = build(corpus_dir, root, TinyReference()).build / ENCODER
    info = TinyReference().info
    embedder = OnnxEmbedder(folder, info)
    alone = embedder.encode_queries([text])
    assert alone.shape == (1, DIMENSION)
    assert alone.dtype == np.float32
    assert np.linalg.norm(alone[0]) == pytest.approx(1.0, abs=1e-5)
    assert np.array_equal(embedder.encode_queries(["before", *ODD_TEXTS, text])[-1], alone[0])
    assert np.array_equal(OnnxEmbedder(folder, info, threads=2).encode_passages([text]), alone)


def test_no_texts_have_no_vectors(corpus_dir: Path, root: Path) -> None:
    report = build(corpus_dir, root, TinyReference())
    assert OnnxEmbedder(report.build / ENCODER, report.manifest.model).encode_queries([]).shape == (0, DIMENSION)


def test_a_long_text_is_cut_where_the_model_cuts_it(corpus_dir: Path, root: Path) -> None:
    report = build(corpus_dir, root, TinyReference())
    embedder = OnnxEmbedder(report.build / ENCODER, report.manifest.model)
    assert embedder.settings.max_tokens == MAX_TOKENS
    whole = "ab" * (MAX_TOKENS // 2 - 1) + "a"  # with the token that begins a text, all there is room for
    vectors = embedder.encode_queries([whole, whole + "zzzz", whole[:-1] + "z"])
    assert np.array_equal(vectors[0], vectors[1])
    assert not np.array_equal(vectors[0], vectors[2])


def test_the_export_is_done_once_for_a_model(corpus_dir: Path, root: Path) -> None:
    reference = TinyReference()
    first = build(corpus_dir, root, reference)
    change_corpus(corpus_dir)
    second = build(corpus_dir, root, reference)
    assert first.manifest.build_id != second.manifest.build_id
    assert reference.exports == 1
    for name in (f"{ENCODER}/{file}" for file in ENCODER_FILES):
        assert first.manifest.files[name] == second.manifest.files[name]
    another = TinyReference(outlier=1e4)
    build(corpus_dir, root, another)
    assert another.exports == 1


@pytest.mark.parametrize("name", ENCODER_FILES)
@pytest.mark.parametrize("damage", [lambda path: path.unlink(), lambda path: path.write_bytes(b"{}")])
def test_a_damaged_file_in_the_cache_is_made_again(
    name: str, damage: Callable[[Path], object], corpus_dir: Path, root: Path
) -> None:
    build(corpus_dir, root, TinyReference())
    (kept,) = (root / ".cache").glob("encoder-*")
    damage(kept / name)
    change_corpus(corpus_dir)
    reference = TinyReference()
    report = build(corpus_dir, root, reference)
    assert reference.exports == 1
    question_embedder(opened(report), no_reference)


def test_nothing_is_left_in_the_cache_of_an_export_that_failed_or_was_killed(corpus_dir: Path, root: Path) -> None:
    (root / ".cache/.encoder-killed/float32").mkdir(parents=True)
    build(corpus_dir, root, TinyReference(exports_another=True))
    assert not list((root / ".cache").glob("*encoder*"))


@pytest.mark.parametrize("name", ENCODER_FILES)
def test_a_build_with_a_changed_or_missing_encoder_file_is_refused_like_any_other(
    name: str, corpus_dir: Path, root: Path
) -> None:
    report = build(corpus_dir, root, TinyReference())
    path = report.build / ENCODER / name
    whole = path.read_bytes()
    path.write_bytes(whole[:-1] + bytes([whole[-1] ^ 1]))
    with pytest.raises(IndexCorruptError, match=f"{ENCODER}/{name}"):
        artifact.open_build(report.build)
    path.unlink()
    with pytest.raises(IndexCorruptError, match=f"{ENCODER}/{name} is missing"):
        artifact.open_build(report.build)


def rewrite_settings(**changes: object) -> Callable[[Path], None]:
    def change(encoder: Path) -> None:
        values = json.loads((encoder / SETTINGS).read_bytes())
        (encoder / SETTINGS).write_bytes(dump_json({**values, **changes}))

    return change


def turn_probes(encoder: Path) -> None:
    values = json.loads((encoder / SETTINGS).read_bytes())
    for probe in values["probes"]:
        probe["vector"] = [-value for value in probe["vector"]]
    (encoder / SETTINGS).write_bytes(dump_json(values))


UNUSABLE: dict[str, Callable[[Path], None]] = {
    "of another model": rewrite_settings(fingerprint="0" * 64),
    "of another length": rewrite_settings(dimension=DIMENSION + 1),
    "of another kind of pooling": rewrite_settings(pooling="cls"),
    "of a later form": rewrite_settings(unheard_of=True),
    "with other inputs": rewrite_settings(inputs=["input_ids", "attention_mask"]),
    "that encodes otherwise on this machine": turn_probes,
    "without a transformer": lambda encoder: (encoder / MODEL).unlink(),
    "whose transformer is none": lambda encoder: (encoder / MODEL).write_bytes(b"no model") and None,
    "whose tokenizer is none": lambda encoder: (encoder / TOKENIZER).write_text("{}") and None,
    "without settings": lambda encoder: (encoder / SETTINGS).unlink(),
}


@pytest.mark.parametrize("change", UNUSABLE.values(), ids=UNUSABLE)
def test_an_encoder_that_cannot_be_used_gives_way_to_the_reference(
    change: Callable[[Path], None], corpus_dir: Path, root: Path
) -> None:
    reference = TinyReference()
    index = reseal(build(corpus_dir, root, reference).build, change)
    told: list[str] = []
    embedder = question_embedder(index, lambda _model: reference, told=told.append)
    assert np.array_equal(embedder.encode_queries(["does it"]), reference.encode_queries(["does it"]))
    assert len(told) == 1
    assert "python -m index.rebuild" in told[0]
    with pytest.raises(EncoderUnusableError):
        OnnxEmbedder(index.folder / ENCODER, index.manifest.model)
