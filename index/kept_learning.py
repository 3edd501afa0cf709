"""Keep what was learned by what it was learned from, so that a rebuild learns only what has changed."""

import hashlib
import json
import shutil
import tempfile
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

_SUMS = "sums.json"
_KEPT = 6
"""Enough to go back and forth between some versions of a corpus."""


def learning_key(*lessons: str | bytes | npt.NDArray[Any] | Iterable[str]) -> str:
    """Return 64 hexadecimal digits that stand for texts, arrays and lists of texts, in this order."""
    digest = hashlib.sha256()
    for lesson in lessons:
        if isinstance(lesson, np.ndarray):
            content = f"{lesson.dtype}{lesson.shape}".encode() + np.ascontiguousarray(lesson).tobytes()
        elif isinstance(lesson, bytes):
            content = lesson
        else:
            content = json.dumps(lesson if isinstance(lesson, str) else list(lesson)).encode()
        digest.update(f"{len(content)}:".encode() + content)
    return digest.hexdigest()


class KeptLearning:
    """Files that were learned, in folders named by kind and key; a damaged one is learned anew."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def write(self, kind: str, key: str, target: Path, learn: Callable[[Path], None]) -> bool:
        """Put the files of this kind and key into `target`; tell whether they had to be learned.

        Args:
            kind: what is learned.
            key: what it is learned from, by `learning_key`.
            target: a folder; its other files stay.
            learn: writes the files into the empty folder it is given.

        Raises:
            OSError: a file could not be written.
        """
        kept = self._folder / f"learned-{kind}-{key[:32]}"
        fresh = not _is_whole(kept)
        if fresh:
            self._learn(kept, learn)
        for path in _files(kept):
            shutil.copyfile(path, target / path.name)
        kept.touch()
        of_kind = sorted(self._folder.glob(f"learned-{kind}-*"), key=lambda path: path.stat().st_mtime, reverse=True)
        for old in of_kind[_KEPT:]:
            shutil.rmtree(old, ignore_errors=True)
        return fresh

    def _learn(self, kept: Path, learn: Callable[[Path], None]) -> None:
        self._folder.mkdir(parents=True, exist_ok=True)
        shutil.rmtree(kept, ignore_errors=True)
        with tempfile.TemporaryDirectory(dir=self._folder, prefix=".learning-", ignore_cleanup_errors=True) as work:
            made = Path(work) / "made"
            made.mkdir()
            learn(made)
            (made / _SUMS).write_text(json.dumps(_sums(made)), "utf-8")
            made.rename(kept)


def _is_whole(folder: Path) -> bool:
    try:
        return bool(json.loads((folder / _SUMS).read_bytes()) == _sums(folder))
    except (OSError, ValueError):
        return False


def _sums(folder: Path) -> dict[str, str]:
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in _files(folder)}


def _files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.iterdir() if path.name != _SUMS)
