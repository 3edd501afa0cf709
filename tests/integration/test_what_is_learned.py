"""Builds are named by what decides them: a program that learns otherwise makes others, and finds old ones stale."""

import json
from pathlib import Path

import pytest

from corpus.loader import load_corpus
from index import artifact, builder, rebuild, training
from index.builder import build_index
from tests.fakes import HashingEmbedder
from tests.golden.what_is_learned import differs, learn_now, read_golden
from tests.small_corpus import write_small_corpus

HOW_TO = "raise TRAINING_VERSION in index/training.py, then run: python -m tests.golden.what_is_learned"


def test_what_is_learned_changes_with_its_version_alone() -> None:
    golden = read_golden()
    assert not differs(learn_now(), golden["learned"]), HOW_TO
    assert golden["training_version"] == training.TRAINING_VERSION, HOW_TO


def test_a_small_change_of_what_is_learned_is_noticed() -> None:
    learned = read_golden()["learned"]
    other = json.loads(json.dumps(learned))
    other["calibration"]["fusion"]["weights"]["dense_text"] *= 1.1
    assert differs(other, learned)
    other = json.loads(json.dumps(learned))
    del other["net"]["kinds"][0]
    assert differs(other, learned)


def test_a_build_learned_in_another_way_is_another_build_and_stale(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    corpus_dir, root = write_small_corpus(tmp_path / "corpus"), tmp_path / "index"
    corpus = load_corpus(corpus_dir).corpus
    first = build_index(corpus, HashingEmbedder(), root)
    assert rebuild.stale_reason(corpus_dir, root) != "it was learned in another way than this program learns"
    monkeypatch.setattr(training, "TRAINING_VERSION", training.TRAINING_VERSION + 1)
    assert rebuild.stale_reason(corpus_dir, root) == "it was learned in another way than this program learns"
    second = build_index(corpus, HashingEmbedder(), root)
    assert not second.reused
    assert second.manifest.build_id != first.manifest.build_id


def test_a_build_from_before_is_read_and_stale(tmp_path: Path) -> None:
    corpus_dir, root = write_small_corpus(tmp_path / "corpus"), tmp_path / "index"
    build = build_index(load_corpus(corpus_dir).corpus, HashingEmbedder(), root).build
    manifest = json.loads((build / artifact.MANIFEST).read_bytes())
    del manifest["training"]
    (build / artifact.MANIFEST).write_text(json.dumps(manifest), "utf-8")
    (build / artifact.MANIFEST_SUM).write_text(artifact._sha256(build / artifact.MANIFEST) + "\n", "ascii")
    assert artifact.open_build(build).manifest.training == ""
    assert rebuild.stale_reason(corpus_dir, root) == "it was learned in another way than this program learns"


def test_other_defaults_are_another_training(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = training.training_fingerprint()
    other = tmp_path / "defaults.json"
    other.write_bytes(training.DEFAULTS.read_bytes().replace(b"0.1", b"0.2"))
    monkeypatch.setattr(training, "DEFAULTS", other)
    assert training.training_fingerprint() != before


def test_only_what_changed_is_learned_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    corpus_dir, root = write_small_corpus(tmp_path / "corpus"), tmp_path / "index"
    learned: list[int] = []
    monkeypatch.setattr(builder, "learn", lambda one: learned.append(1) or training.learn(one))
    build_index(load_corpus(corpus_dir).corpus, HashingEmbedder(), root)
    notice = corpus_dir / "notices/safety.md"
    notice.write_text(notice.read_text("utf-8").replace("harm", "hurt"), "utf-8")
    second = build_index(load_corpus(corpus_dir).corpus, HashingEmbedder(), root)
    assert not second.reused
    assert len(learned) == 1
    article = corpus_dir / "articles/harms/liver.md"
    article.write_text(article.read_text("utf-8").replace("several hospitals", "two hospitals"), "utf-8")
    build_index(load_corpus(corpus_dir).corpus, HashingEmbedder(), root)
    assert len(learned) == 2
