"""Keep what builds replied to acceptance questions, so that none is asked twice of the same build by the same program.

All here follows from its key: the code and libraries that answer, the build, what is withdrawn, the day. The texts are
those of the corpus; nobody's question is among them. A damaged file counts as not there.
"""

import hashlib
import json
import os
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import Any

_PACKAGES = ("bot/answering", "bot/acceptance", "index", "corpus")
_LIBRARIES = ("bm25s", "faiss-cpu", "numpy", "onnxruntime", "PyStemmer", "tokenizers")
_MOST_OF_A_KIND = 6
_DIGEST_CHARS = 64

Table = dict[str, Any]
"""What became of each text, in values that JSON has."""


@cache
def answering_code() -> str:
    """Return what stands for the code and the libraries that answers come from: a SHA-256 as hexadecimal digits."""
    digest = hashlib.sha256()
    for path in _sources(Path(__file__).resolve().parents[2]):
        content = path.read_bytes()
        digest.update(f"{path.name}:{len(content)}:".encode() + content)
    digest.update(json.dumps([version(name) for name in _LIBRARIES]).encode())
    return digest.hexdigest()


def _sources(root: Path) -> Iterator[Path]:
    """Yield the files that say how to answer; of the corpus only its code, since a build has its own copy."""
    for package in _PACKAGES:
        endings = (".py",) if package == "corpus" else (".py", ".json", ".yaml")
        yield from sorted(path for path in (root / package).rglob("*") if path.suffix in endings)


class KeptTables:
    """Tables in one folder, each in a file of its own named by kind and key; without a folder, in memory alone."""

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder
        self._tables: dict[str, Table] = {}
        self._known: dict[str, int] = {}

    def table(self, kind: str, *key: object) -> Table:
        """Return the table of a key, to read and to add to; `save` keeps what was added."""
        digest = hashlib.sha256(json.dumps([answering_code(), *map(str, key)]).encode()).hexdigest()
        name = f"{kind}-{digest[:32]}.json"
        if name not in self._tables:
            table = _read(self._folder / name) if self._folder else {}
            self._tables[name], self._known[name] = table, len(table)
        return self._tables[name]

    def save(self) -> None:
        """Write the tables that grew, and remove those of each kind that were used longest ago.

        Raises:
            OSError: a file could not be written.
        """
        if self._folder is None:
            return
        self._folder.mkdir(parents=True, exist_ok=True)
        for name, table in self._tables.items():
            path = self._folder / name
            if len(table) > self._known[name]:
                _write(path, table)
                self._known[name] = len(table)
            elif path.is_file():
                path.touch()
        for kind in {name.partition("-")[0] for name in self._tables}:
            files = sorted(self._folder.glob(f"{kind}-*.json"), key=lambda path: path.stat().st_mtime, reverse=True)
            for old in files[_MOST_OF_A_KIND:]:
                old.unlink(missing_ok=True)


def _read(path: Path) -> Table:
    try:
        content = path.read_bytes()
        if hashlib.sha256(content[_DIGEST_CHARS:]).hexdigest().encode() != content[:_DIGEST_CHARS]:
            return {}
        table: Table = json.loads(content[_DIGEST_CHARS:])
    except (OSError, ValueError):
        return {}
    return table


def _write(path: Path, table: Mapping[str, Any]) -> None:
    content = json.dumps(table, ensure_ascii=False).encode()
    fresh = path.with_suffix(f".{os.getpid()}.new")
    fresh.write_bytes(hashlib.sha256(content).hexdigest().encode() + content)
    fresh.replace(path)
