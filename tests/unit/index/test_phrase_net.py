from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from corpus.loader import load_corpus
from corpus.models import LabelledQuestion, TriagePhrase
from corpus.triage_phrases import CRISIS_KINDS, ORDINARY_KINDS, REFUSAL_KINDS
from index import artifact
from index.builder import build_index, questions_digest
from index.errors import IndexCorruptError
from index.phrase_net import DENSE_WEIGHTS, PHRASE_NET, WORD_WEIGHTS, count_words, open_phrase_net, split_parts
from tests.fakes import HashingEmbedder
from tests.small_corpus import write_small_corpus

KINDS = (*CRISIS_KINDS, *REFUSAL_KINDS, ORDINARY_KINDS[0])
PHRASES = tuple(TriagePhrase(f"{kind} marker {kind}{number} word", kind) for kind in KINDS for number in range(42))
QUESTIONS = tuple(LabelledQuestion(f"plain question about leaf number {number}", ()) for number in range(60))


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("net")
    corpus = load_corpus(write_small_corpus(folder / "corpus")).corpus
    build_index(corpus, HashingEmbedder(), folder / "index", questions=QUESTIONS, phrases=PHRASES)
    return folder / "index"


@pytest.fixture
def copy(root: Path, tmp_path: Path) -> Path:
    for path in artifact.current_build(root).glob("phrase_net*"):
        (tmp_path / path.name).write_bytes(path.read_bytes())
    return tmp_path


def test_the_net_knows_the_kinds_it_was_taught(root: Path) -> None:
    net = open_phrase_net(artifact.current_build(root), HashingEmbedder())
    assert net is not None
    assert set(net.learned.terms.kinds) == {*CRISIS_KINDS, *REFUSAL_KINDS, "ordinary"}
    assert net.read("suicide marker word").crisis == "suicide"
    assert net.read("dosing marker word").refusal == "dosing"
    ordinary = net.read("plain question about leaf number seventy")
    assert (ordinary.crisis, ordinary.refusal, ordinary.near_crisis) == ("", "", False)


def test_the_same_text_is_read_the_same(root: Path) -> None:
    nets = [open_phrase_net(artifact.current_build(root), HashingEmbedder()) for _ in range(2)]
    assert nets[0] is not None
    assert nets[1] is not None
    text = "seizure marker, and then plain words"
    assert nets[0].read(text) == nets[0].read(text) == nets[1].read(text)


def test_the_same_phrases_teach_the_same(root: Path, tmp_path: Path) -> None:
    corpus = load_corpus(write_small_corpus(tmp_path / "corpus")).corpus
    build_index(corpus, HashingEmbedder(), tmp_path / "index", questions=QUESTIONS, phrases=PHRASES)
    one, other = artifact.current_build(root), artifact.current_build(tmp_path / "index")
    assert one.name == other.name
    for name in (PHRASE_NET, DENSE_WEIGHTS, WORD_WEIGHTS):
        assert (one / name).read_bytes() == (other / name).read_bytes()


def test_the_net_stands_in_the_manifest(root: Path) -> None:
    manifest = artifact.read_manifest(artifact.current_build(root))
    assert {PHRASE_NET, DENSE_WEIGHTS, WORD_WEIGHTS} <= set(manifest.files)
    assert manifest.counts["triage_phrases"] == len(PHRASES)


def test_a_build_without_phrases_has_no_net(tmp_path: Path) -> None:
    corpus = load_corpus(write_small_corpus(tmp_path / "corpus")).corpus
    build = build_index(corpus, HashingEmbedder(), tmp_path / "index").build
    assert open_phrase_net(build, HashingEmbedder()) is None


def test_other_phrases_make_another_build() -> None:
    changed = (replace(PHRASES[0], kind="overdose"), *PHRASES[1:])
    assert len({questions_digest(QUESTIONS, phrases) for phrases in ((), PHRASES, changed, PHRASES[:-1])}) == 4


@pytest.mark.parametrize("name", [DENSE_WEIGHTS, WORD_WEIGHTS])
def test_missing_or_damaged_weights_are_found(copy: Path, name: str) -> None:
    whole = (copy / name).read_bytes()
    for damaged in (b"", whole[:40], b"not an array"):
        (copy / name).write_bytes(damaged)
        with pytest.raises(IndexCorruptError):
            open_phrase_net(copy, HashingEmbedder())
    (copy / name).unlink()
    with pytest.raises(IndexCorruptError):
        open_phrase_net(copy, HashingEmbedder())


@pytest.mark.parametrize("text", ["", "{}", '{"kinds": 3}', "[1"])
def test_damaged_terms_are_found(copy: Path, text: str) -> None:
    (copy / PHRASE_NET).write_text(text, "utf-8")
    with pytest.raises(IndexCorruptError):
        open_phrase_net(copy, HashingEmbedder())


def test_weights_of_another_model_are_found(copy: Path) -> None:
    with pytest.raises(IndexCorruptError):
        open_phrase_net(copy, HashingEmbedder(dimension=32))
    np.save(copy / DENSE_WEIGHTS, np.zeros((3, 3), dtype=np.float32))
    with pytest.raises(IndexCorruptError):
        open_phrase_net(copy, HashingEmbedder())


def test_weights_that_would_run_code_are_not_loaded(copy: Path) -> None:
    np.save(copy / DENSE_WEIGHTS, np.array([{"a": 1}], dtype=object), allow_pickle=True)
    with pytest.raises(IndexCorruptError):
        open_phrase_net(copy, HashingEmbedder())


def test_one_sentence_of_danger_in_a_long_text_is_heard(root: Path) -> None:
    net = open_phrase_net(artifact.current_build(root), HashingEmbedder())
    assert net is not None
    long = "plain question about leaf number one. " * 12
    assert net.read(long).crisis == ""
    assert net.read(f"{long} suicide marker suicide1 word. {long}").crisis == "suicide"


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("", 0),
        ("a short question?", 0),
        ("one two three. " * 11, 1),
        (" ".join(f"word{number}" for number in range(31)), 2),
        (". ".join(f"sentence number {number}" for number in range(500)), 24),
    ],
)
def test_a_long_text_is_read_in_a_bounded_number_of_parts(text: str, parts: int) -> None:
    assert len(split_parts(text)) == parts


def test_every_word_of_a_long_text_is_in_a_part() -> None:
    words = [f"word{number}" for number in range(173)]
    assert {word for part in split_parts(" ".join(words)) for word in part.split()} == set(words)


def test_words_and_pairs_of_words_are_counted() -> None:
    assert sum(count_words("I don't know, I don't").values()) == 9
    assert count_words("Don't") == count_words("dont") == count_words("DON’T")
    assert count_words("?!") == {}
