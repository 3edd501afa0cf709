"""The folder of a build: publish it whole, verify it, open it, point CURRENT at it, remove old ones.

A build never changes once published. It is written beside its final place, flushed to disk and renamed; CURRENT is
replaced in one step. So a crash at any moment leaves the old build live, or the new one, and nothing between.
"""

import hashlib
import os
import shutil
from dataclasses import dataclass
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from corpus.models import Corpus
from index.arrays import load_array
from index.candidates import VectorRows
from index.errors import IndexCorruptError, IndexMissingError, IndexStaleError, VectorIndexError
from index.faiss_store import FaissStore
from index.lexical import LexicalIndex
from index.live_builds import CURRENT, begin_history, forget_rollback, note_live, note_rollback, once_live
from index.models import FileInfo, IndexManifest
from index.neighbours import Neighbours
from index.ranking import Calibration
from index.snapshot import dump_json, read_snapshot
from index.vector_store import VectorStore

FORMAT_VERSION = 3
MANIFEST = "manifest.json"
MANIFEST_SUM = "manifest.sha256"
VECTORS = "vectors.faiss"
ROWS = "vector_rows.npy"
NEIGHBOURS = "labelled_vectors.npy"
NEIGHBOUR_LABELS = "labelled_answerable.npy"
LEXICAL = "lexical"
CALIBRATION = "calibration.json"
_BUILDING = ".building-"

_MANIFEST = TypeAdapter(IndexManifest)
_SELF = frozenset({MANIFEST, MANIFEST_SUM})
_NEVER_LIVE_KEPT = 1
"""Of the builds that were only previewed, so that a reload after a preview does not build again."""


@dataclass(frozen=True)
class OpenIndex:
    """A verified build in memory."""

    folder: Path
    manifest: IndexManifest
    corpus: Corpus
    store: VectorStore
    rows: VectorRows
    lexical: LexicalIndex
    calibration: Calibration
    neighbours: Neighbours


def building_folder(root: Path, build_id: str) -> Path:
    """Return a new empty folder to write a build into; what a killed rebuild left behind is removed."""
    root.mkdir(parents=True, exist_ok=True)
    for left_over in root.glob(f"{_BUILDING}*"):
        shutil.rmtree(left_over, ignore_errors=True)
    folder = root / f"{_BUILDING}{build_id}"
    folder.mkdir()
    return folder


def describe_files(folder: Path) -> dict[str, FileInfo]:
    """Return hash and size of every file of a build but its manifest."""
    files = {}
    for path in sorted(path for path in folder.rglob("*") if path.is_file() and path.name not in _SELF):
        files[path.relative_to(folder).as_posix()] = FileInfo(_sha256(path), path.stat().st_size)
    return files


def publish(folder: Path, root: Path, manifest: IndexManifest, *, live: bool = True) -> Path:
    """Write the manifest and move the finished folder to its name; return its new path. It goes live if wanted."""
    begin_history(root, (path.name for path in builds(root)))
    (folder / MANIFEST).write_bytes(dump_json(_MANIFEST.dump_python(manifest, mode="json")))
    (folder / MANIFEST_SUM).write_text(_sha256(folder / MANIFEST) + "\n", "ascii")
    for path in folder.rglob("*"):
        if path.is_file():
            _flush(path)
    final = root / manifest.build_id
    if final.exists():  # the same content was built before and is being repaired
        damaged = root / f"{_BUILDING}replaced-{manifest.build_id}"
        shutil.rmtree(damaged, ignore_errors=True)
        final.rename(damaged)
    folder.rename(final)
    _flush(root)
    if live:
        set_current(root, manifest.build_id)
    shutil.rmtree(root / f"{_BUILDING}replaced-{manifest.build_id}", ignore_errors=True)
    return final


def set_current(root: Path, build_id: str, *, rolled_back_from: str | None = None) -> None:
    """Make a published build the live one, in one step, and note since when it is, and whether by rolling back."""
    begin_history(root, (path.name for path in builds(root)))
    note_live(root, build_id)
    if rolled_back_from is not None:
        note_rollback(root, build_id, rolled_back_from)
    pointer = root / f".{CURRENT}.new"
    pointer.write_text(build_id + "\n", "utf-8")
    _flush(pointer)
    pointer.replace(root / CURRENT)
    if rolled_back_from is None:
        forget_rollback(root)
    _flush(root)


def current_build(root: Path) -> Path:
    """Return the folder of the live build.

    Raises:
        IndexMissingError: nothing is published.
    """
    try:
        name = (root / CURRENT).read_text("utf-8").strip()
    except (OSError, UnicodeDecodeError) as error:
        raise IndexMissingError(root) from error
    folder = root / name
    if not name or "/" in name or name.startswith(".") or not folder.is_dir():
        raise IndexMissingError(root)
    return folder


def builds(root: Path) -> list[Path]:
    """Return the published builds, newest first; those of another format or damaged ones last."""
    found = [path.parent for path in root.glob(f"*/{MANIFEST}") if not path.parent.name.startswith(".")]
    return sorted(found, key=lambda folder: (_created_at(folder), folder.name), reverse=True)


def _created_at(folder: Path) -> str:
    try:
        return read_manifest(folder).created_at
    except VectorIndexError:
        return ""


def prune(root: Path, keep: int) -> list[str]:
    """Remove all but the live build, the newest `keep` of those once live, and the newest that was only previewed.

    Return the names of those removed.
    """
    live, published = current_build(root), builds(root)
    known = once_live(root)
    were_live = [folder for folder in published if known is None or folder.name in known]
    previewed = [folder for folder in published if folder not in were_live]
    removed = []
    for folder in (*were_live[keep:], *previewed[_NEVER_LIVE_KEPT:]):
        if folder != live:
            shutil.rmtree(folder, ignore_errors=True)
            removed.append(folder.name)
    return removed


def read_manifest(folder: Path) -> IndexManifest:
    """Return what a build says about itself.

    Raises:
        IndexCorruptError: there is no readable manifest.
        IndexStaleError: the build has another format than this program reads.
    """
    try:
        expected = (folder / MANIFEST_SUM).read_bytes()
        if expected != (_sha256(folder / MANIFEST) + "\n").encode():
            raise IndexCorruptError(folder, f"{MANIFEST} was changed")
        manifest = _MANIFEST.validate_json((folder / MANIFEST).read_bytes())
    except (OSError, ValidationError) as error:
        raise IndexCorruptError(folder, "its manifest cannot be read") from error
    if manifest.format_version != FORMAT_VERSION:
        raise IndexStaleError(f"format {manifest.format_version}, this program reads {FORMAT_VERSION}")
    if manifest.build_id != folder.name:
        raise IndexCorruptError(folder, f"its manifest is that of {manifest.build_id}")
    return manifest


def verify(folder: Path, manifest: IndexManifest) -> None:
    """Compare every file of a build with its manifest.

    Raises:
        IndexCorruptError: a file is missing, cut or changed, or there is one too many.
    """
    present = {p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file()} - _SELF
    if missing := sorted(set(manifest.files) - present):
        raise IndexCorruptError(folder, f"{missing[0]} is missing")
    if extra := sorted(present - set(manifest.files)):
        raise IndexCorruptError(folder, f"{extra[0]} does not belong to it")
    for name, expected in manifest.files.items():
        path = folder / name
        if path.stat().st_size != expected.size:
            raise IndexCorruptError(folder, f"{name} has {path.stat().st_size} bytes instead of {expected.size}")
        if _sha256(path) != expected.sha256:
            raise IndexCorruptError(folder, f"{name} was changed")


def open_build(folder: Path) -> OpenIndex:
    """Verify a build and open it.

    Raises:
        IndexCorruptError: a file is damaged, or the files do not belong together.
        IndexStaleError: the build has another format than this program reads.
    """
    manifest = read_manifest(folder)
    verify(folder, manifest)
    corpus = read_snapshot(folder)
    store = FaissStore.open(folder / VECTORS)
    try:
        table = load_array(folder / ROWS)
        neighbours = Neighbours(load_array(folder / NEIGHBOURS), load_array(folder / NEIGHBOUR_LABELS))
        calibration = Calibration.model_validate_json((folder / CALIBRATION).read_bytes())
    except (OSError, ValueError) as error:
        raise IndexCorruptError(folder, f"{ROWS}, {NEIGHBOURS} or {CALIBRATION} cannot be read") from error
    if store.count != len(table) or store.dimension != manifest.model.dimension:
        raise IndexCorruptError(folder, "the vectors do not fit the passages")
    rows = VectorRows(table[:, 0], table[:, 1], table[:, 2])
    lexical = LexicalIndex.open(folder / LEXICAL)
    return OpenIndex(folder, manifest, corpus, store, rows, lexical, calibration, neighbours)


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _flush(path: Path) -> None:
    """Ask the system to bring a file or folder to disk, so that lost power can't undo a rename."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
