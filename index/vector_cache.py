"""Remember vectors by the hash of their text, so that a rebuild encodes only what changed."""

import hashlib
import sqlite3
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

import numpy as np

from index.embedder import Embedder, Progress, Vectors


class VectorCache:
    """Vectors of one model in one SQLite file; a damaged file is thrown away, for it can always be made again."""

    def __init__(self, folder: Path, fingerprint: str) -> None:
        self._path = folder / f"vectors-{fingerprint[:16]}.sqlite3"

    def encode(self, embedder: Embedder, texts: Sequence[str], progress: Progress | None = None) -> tuple[Vectors, int]:
        """Return ((n, dim) unit vectors, one row per text, and how many of the texts had to be encoded)."""
        keys = [self.key(text) for text in texts]
        dimension = embedder.info.dimension
        wanted = set(keys)
        known = {key: vector for key, vector in self.everything(dimension).items() if key in wanted}
        missing = {key: text for key, text in zip(keys, texts, strict=True) if key not in known}
        if missing:
            encoded = embedder.encode_passages(list(missing.values()), progress)
            fresh = dict(zip(missing, encoded, strict=True))
            self.add(fresh)
            known |= fresh
        vectors = np.empty((len(texts), dimension), dtype=np.float32)
        for row, key in enumerate(keys):
            vectors[row] = known[key]
        return vectors, len(missing)

    @staticmethod
    def key(text: str) -> bytes:
        """Return what a text is known by."""
        return hashlib.sha256(text.encode("utf-8", "surrogatepass")).digest()

    def everything(self, dimension: int) -> dict[bytes, Vectors]:
        """Return all vectors of this size by the key of their text."""
        if not self._path.is_file():
            return {}
        try:
            with closing(sqlite3.connect(self._path)) as database:
                rows = database.execute("SELECT text_sha256, vector FROM vectors").fetchall()
        except sqlite3.DatabaseError:
            self._path.unlink(missing_ok=True)
            return {}
        size = dimension * np.dtype(np.float32).itemsize
        return {key: np.frombuffer(blob, np.float32) for key, blob in rows if len(blob) == size}

    def add(self, fresh: dict[bytes, Vectors]) -> None:
        """Keep vectors by the key of their text."""
        self._path.parent.mkdir(parents=True, exist_ok=True)
        with closing(sqlite3.connect(self._path)) as database, database:
            database.execute("CREATE TABLE IF NOT EXISTS vectors (text_sha256 BLOB PRIMARY KEY, vector BLOB NOT NULL)")
            database.executemany(
                "INSERT OR REPLACE INTO vectors VALUES (?, ?)", [(key, row.tobytes()) for key, row in fresh.items()]
            )
