"""Real FAISS, BM25 and files: publish, open, damage, swap, reuse."""

import hashlib
import json
from pathlib import Path

import pytest

from corpus.loader import load_corpus
from index import artifact
from index.build_report import BuildReport
from index.builder import build_index
from index.errors import IndexCorruptError, IndexMissingError, IndexStaleError, ModelUnavailableError
from index.models import Retrieval
from index.retriever import HybridRetriever
from tests.fakes import HashingEmbedder
from tests.small_corpus import write_small_corpus


@pytest.fixture
def corpus_dir(tmp_path: Path) -> Path:
    return write_small_corpus(tmp_path / "corpus")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return tmp_path / "index"


def build(corpus_dir: Path, root: Path, embedder: HashingEmbedder | None = None, *, force: bool = False) -> BuildReport:
    return build_index(load_corpus(corpus_dir).corpus, embedder or HashingEmbedder(), root, force=force)


def test_a_build_reads_back_as_the_corpus_it_was_made_from(corpus_dir: Path, root: Path) -> None:
    corpus = load_corpus(corpus_dir).corpus
    build(corpus_dir, root)
    assert artifact.open_build(artifact.current_build(root)).corpus == corpus


def test_line_n_of_the_passages_file_is_passage_n(corpus_dir: Path, root: Path) -> None:
    folder = build(corpus_dir, root).build
    ids = [json.loads(line)["id"] for line in (folder / "passages.jsonl").read_text("utf-8").splitlines()]
    assert ids == [passage.id for passage in load_corpus(corpus_dir).corpus.passages]


def test_each_passage_has_vectors_of_its_text_its_title_its_questions_and_its_sentences(
    corpus_dir: Path, root: Path
) -> None:
    build(corpus_dir, root)
    opened = artifact.open_build(artifact.current_build(root))
    rows = opened.rows.rows_of(opened.rows.passages[:1].astype("int64"))
    sentences = len(opened.corpus.passages[0].statements)
    assert [int(opened.rows.fields[row]) for row in rows] == [0, 1, 2, 2, 2, *[3] * sentences]
    assert [int(opened.rows.parts[row]) for row in rows][-sentences:] == list(range(sentences))


def test_a_hit_tells_how_near_each_of_its_sentences_is(corpus_dir: Path, root: Path) -> None:
    embedder = HashingEmbedder()
    build(corpus_dir, root, embedder)
    found = HybridRetriever(artifact.open_build(artifact.current_build(root)), embedder)
    sentence = found.retrieve("kratom liver").hits[0].passage.statements[-1].text
    hit = next(h for h in found.retrieve(sentence).hits if h.passage.statements[-1].text == sentence)
    assert len(hit.sentences) == len(hit.passage.statements)
    assert hit.sentences[-1] == pytest.approx(1.0, abs=1e-5)


def test_hits_tell_how_alike_their_texts_are(corpus_dir: Path, root: Path) -> None:
    embedder = HashingEmbedder()
    build(corpus_dir, root, embedder)
    found = HybridRetriever(artifact.open_build(artifact.current_build(root)), embedder).retrieve("kratom", 4)
    assert len(found.likeness) == len(found.hits)
    for number, row in enumerate(found.likeness):
        assert row[number] == pytest.approx(1.0, abs=1e-5)
        assert row == pytest.approx([other[number] for other in found.likeness])


def test_the_passage_that_says_it_is_found_first(corpus_dir: Path, root: Path) -> None:
    embedder = HashingEmbedder()
    build(corpus_dir, root, embedder)
    retriever = HybridRetriever(artifact.open_build(artifact.current_build(root)), embedder)
    found = retriever.retrieve("has a randomised trial tested kratom for depression", 3)
    assert found.hits[0].passage.id == "depression#first"
    assert [hit.rank for hit in found.hits] == [1, 2, 3]
    assert 0.0 <= found.probability <= 1.0


def test_the_same_query_gives_the_same_hits(corpus_dir: Path, root: Path) -> None:
    embedder = HashingEmbedder()
    build(corpus_dir, root, embedder)
    retriever = HybridRetriever(artifact.open_build(artifact.current_build(root)), embedder)
    assert retriever.retrieve("kratom liver", 10) == retriever.retrieve("kratom liver", 10)


@pytest.mark.parametrize("query", ["", "   ", "\u0000", "zzzz qqqq", "?" * 5000])
def test_a_query_without_known_words_still_gets_an_ordered_answer(query: str, corpus_dir: Path, root: Path) -> None:
    embedder = HashingEmbedder()
    build(corpus_dir, root, embedder)
    found = HybridRetriever(artifact.open_build(artifact.current_build(root)), embedder).retrieve(query, 5)
    assert [hit.score for hit in found.hits] == sorted((hit.score for hit in found.hits), reverse=True)


def test_unchanged_text_is_not_encoded_twice(corpus_dir: Path, root: Path) -> None:
    build(corpus_dir, root)
    article = corpus_dir / "articles/harms/liver.md"
    article.write_text(article.read_text("utf-8").replace("several hospitals", "two hospitals"), "utf-8")
    embedder = HashingEmbedder()
    report = build(corpus_dir, root, embedder)
    assert report.encoded == len(embedder.encoded) == 2  # the passage and its one changed sentence


def test_the_same_content_is_the_same_build(corpus_dir: Path, root: Path) -> None:
    first = build(corpus_dir, root)
    second = build(corpus_dir, root)
    assert (second.manifest.build_id, second.reused) == (first.manifest.build_id, True)


def test_another_model_is_another_build(corpus_dir: Path, root: Path) -> None:
    first = build(corpus_dir, root)
    assert build(corpus_dir, root, HashingEmbedder(name="other")).manifest.build_id != first.manifest.build_id


def test_a_folder_without_a_build_says_which_command_makes_one(root: Path) -> None:
    with pytest.raises(IndexMissingError, match=r"python -m index\.rebuild"):
        artifact.current_build(root)


def files_of_a_build(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


def test_any_changed_byte_in_any_file_is_noticed(corpus_dir: Path, root: Path) -> None:
    folder = build(corpus_dir, root).build
    for name in files_of_a_build(folder):
        path = folder / name
        whole = path.read_bytes()
        changed = bytearray(whole)
        changed[len(changed) // 2] ^= 0x01
        path.write_bytes(bytes(changed))
        with pytest.raises((IndexCorruptError, IndexStaleError)):
            artifact.open_build(folder)
        path.write_bytes(whole)
    artifact.open_build(folder)


def test_a_cut_in_any_file_is_noticed(corpus_dir: Path, root: Path) -> None:
    folder = build(corpus_dir, root).build
    for name in files_of_a_build(folder):
        path = folder / name
        whole = path.read_bytes()
        path.write_bytes(whole[: len(whole) // 2])
        with pytest.raises(IndexCorruptError, match=r"python -m index\.rebuild"):
            artifact.open_build(folder)
        path.write_bytes(whole)


def test_a_missing_or_an_added_file_is_noticed(corpus_dir: Path, root: Path) -> None:
    folder = build(corpus_dir, root).build
    (folder / "extra.bin").write_bytes(b"x")
    with pytest.raises(IndexCorruptError, match="does not belong"):
        artifact.open_build(folder)
    (folder / "extra.bin").unlink()
    (folder / "vectors.faiss").unlink()
    with pytest.raises(IndexCorruptError, match="is missing"):
        artifact.open_build(folder)


def test_a_damaged_build_is_repaired_by_building_again(corpus_dir: Path, root: Path) -> None:
    folder = build(corpus_dir, root).build
    (folder / "passages.jsonl").write_bytes(b"")
    report = build(corpus_dir, root)
    assert not report.reused
    artifact.open_build(report.build)


def test_a_build_of_another_format_says_that_it_is_out_of_date(corpus_dir: Path, root: Path) -> None:
    folder = build(corpus_dir, root).build
    manifest = json.loads((folder / artifact.MANIFEST).read_bytes())
    manifest["format_version"] = 999
    (folder / artifact.MANIFEST).write_text(json.dumps(manifest), "utf-8")
    digest = hashlib.sha256((folder / artifact.MANIFEST).read_bytes()).hexdigest()
    (folder / artifact.MANIFEST_SUM).write_text(digest + "\n", "ascii")
    with pytest.raises(IndexStaleError, match="out of date"):
        artifact.open_build(folder)


def test_old_builds_are_removed_but_never_the_live_one(corpus_dir: Path, root: Path) -> None:
    first = build(corpus_dir, root).manifest.build_id
    for number in range(3):
        article = corpus_dir / "articles/harms/liver.md"
        article.write_text(article.read_text("utf-8").replace("A third", f"A {number}th third"), "utf-8")
        build(corpus_dir, root)
    artifact.set_current(root, first)
    artifact.prune(root, keep=1)
    left = {folder.name for folder in artifact.builds(root)}
    assert first in left
    assert len(left) == 2


def test_builds_of_another_format_do_not_stop_a_rebuild_from_clearing_up(corpus_dir: Path, root: Path) -> None:
    old = build(corpus_dir, root).build
    (old / artifact.MANIFEST).write_text("{}", "utf-8")
    article = corpus_dir / "articles/harms/liver.md"
    article.write_text(article.read_text("utf-8").replace("A third", "A fourth"), "utf-8")
    build(corpus_dir, root)
    assert artifact.prune(root, keep=1) == [old.name]


def test_a_half_written_build_is_never_seen_and_is_cleared_away(corpus_dir: Path, root: Path) -> None:
    live = build(corpus_dir, root).manifest.build_id
    half = artifact.building_folder(root, "dead00000000")
    (half / "vectors.faiss").write_bytes(b"half")
    assert artifact.current_build(root).name == live
    assert [folder.name for folder in artifact.builds(root)] == [live]
    artifact.building_folder(root, "beef00000000")
    assert not half.exists()


@pytest.mark.parametrize("pointer", ["", "../elsewhere", ".building-x", "nothere", "a/b"])
def test_a_pointer_that_leads_nowhere_is_a_missing_index(pointer: str, root: Path) -> None:
    root.mkdir()
    (root / "CURRENT").write_text(pointer, "utf-8")
    with pytest.raises(IndexMissingError):
        artifact.current_build(root)


def test_no_file_of_a_build_is_a_pickle(corpus_dir: Path, root: Path) -> None:
    folder = build(corpus_dir, root).build
    assert not [name for name in files_of_a_build(folder) if name.endswith((".pkl", ".pickle", ".joblib", ".pt"))]
    assert all(b"\x80\x04\x95" not in (folder / name).read_bytes()[:16] for name in files_of_a_build(folder))


def test_a_model_folder_without_weights_is_named(tmp_path: Path) -> None:
    from index.model_files import find_model

    with pytest.raises(ModelUnavailableError, match=r"model\.safetensors"):
        find_model(str(tmp_path))


def test_what_is_left_out_counts_as_if_it_were_not_there(corpus_dir: Path, root: Path) -> None:
    embedder = HashingEmbedder()
    build(corpus_dir, root, embedder)
    opened = artifact.open_build(artifact.current_build(root))
    retriever = HybridRetriever(opened, embedder)
    query = "kratom liver injury"
    before = retriever.retrieve(query, 5)
    gone = {before.hits[0].passage.id, "not-in-this-build#x"}
    after = retriever.retrieve(query, 5, without=gone)
    assert [hit.passage.id for hit in after.hits][:3] == [hit.passage.id for hit in before.hits][1:4]
    assert [hit.rank for hit in after.hits] == list(range(1, len(after.hits) + 1))
    assert after.probability != before.probability
    everything = {passage.id for passage in opened.corpus.passages}
    assert retriever.retrieve(query, 5, without=everything) == Retrieval((), 0.0)
