"""Remember the vectors of questions asked lately, without their words."""

import hashlib
import secrets
import threading
from collections import OrderedDict
from collections.abc import Sequence

import numpy as np

from index.embedder import Embedder, Progress, Vectors
from index.models import ModelInfo

_MOST_REMEMBERED = 1024


class RememberingEmbedder:
    """Encodes a question once while it is among the last `most` asked.

    In memory only. A question is known by a keyed hash whose key is drawn anew in each process and never leaves it, so
    what is kept tells nobody what was asked.
    """

    def __init__(self, embedder: Embedder, *, most: int = _MOST_REMEMBERED) -> None:
        self._embedder = embedder
        self._most = most
        self._key = secrets.token_bytes(32)
        self._vectors: OrderedDict[bytes, Vectors] = OrderedDict()
        self._lock = threading.Lock()

    @property
    def info(self) -> ModelInfo:
        """Return which model encodes."""
        return self._embedder.info

    def encode_queries(self, texts: Sequence[str]) -> Vectors:
        """Return (n, dim) float32 unit vectors, one row per text."""
        vectors = np.empty((len(texts), self.info.dimension), dtype=np.float32)
        for row, text in enumerate(texts):
            name = hashlib.blake2b(text.encode("utf-8", "surrogatepass"), key=self._key, digest_size=32).digest()
            found = self._recall(name)
            vectors[row] = self._keep(name, self._embedder.encode_queries([text])[0]) if found is None else found
        return vectors

    def encode_passages(self, texts: Sequence[str], progress: Progress | None = None) -> Vectors:
        """Return (n, dim) float32 unit vectors, one row per text; none is remembered."""
        return self._embedder.encode_passages(texts, progress)

    def _recall(self, name: bytes) -> Vectors | None:
        with self._lock:
            if name in self._vectors:
                self._vectors.move_to_end(name)
            return self._vectors.get(name)

    def _keep(self, name: bytes, vector: Vectors) -> Vectors:
        kept = vector.copy()  # a view would keep the whole batch in memory
        with self._lock:
            self._vectors[name] = kept
            while len(self._vectors) > self._most:
                self._vectors.popitem(last=False)
        return kept
