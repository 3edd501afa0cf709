"""Folders to break: a small corpus with its index, built once for a trial and copied."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from index.live_builds import CURRENT
from tests.e2e.bots import Place, rebuild
from tests.e2e.corpus_on_disk import FILES, write_corpus

_WORDS = "No randomised trial has tested"
_ARTICLE = "mind/depression.md"


HOME = "TORTURE_HOME"
"""Names the environment variable with the folder that the trials of one run share."""


@contextmanager
def shared_home(folder: Path) -> Iterator[None]:
    """Build the index that trials break copies of, before the time of the first of them begins.

    Where the environment names a folder already, that one is used, and kept.
    """
    os.environ["OMP_NUM_THREADS"] = "1"
    before = os.environ.get(HOME)
    os.environ[HOME] = before or str(folder)
    try:
        _build(Path(os.environ[HOME]))
        yield
    finally:
        if before is None:
            del os.environ[HOME]


@contextmanager
def built_place() -> Iterator[Place]:
    """Make a place for a trial, and remove it afterwards."""
    os.environ["OMP_NUM_THREADS"] = "1"
    with tempfile.TemporaryDirectory(prefix="torture-place-") as folder:
        built = _build(Path(os.environ.get(HOME, folder)))
        yield built.copy(Path(folder) / "own")


def _build(home: Path) -> Place:
    built = Place(home / "built")
    if not (built.index / CURRENT).exists():
        shutil.rmtree(built.root, ignore_errors=True)
        write_corpus(built.corpus)
        rebuild(built)
    return built


@contextmanager
def copied(place: Place) -> Iterator[Place]:
    """Copy a place, and remove the copy afterwards."""
    root = Path(tempfile.mkdtemp(prefix="torture-copy-"))
    try:
        yield place.copy(root)
    finally:
        shutil.rmtree(root, ignore_errors=True)


def change_corpus(place: Place, number: int) -> None:
    """Write one sentence of the corpus anew, so that it needs another build; the same number gives the same build."""
    words = _WORDS if number == 0 else f"As of count {number}, no randomised trial has tested"
    (place.corpus / "articles" / _ARTICLE).write_text(FILES[_ARTICLE].replace(_WORDS, words), "utf-8")
