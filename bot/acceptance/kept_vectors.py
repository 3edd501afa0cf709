"""Encode an acceptance question once for all builds whose encoder is the same."""

from collections.abc import Callable, Sequence

import numpy as np

from index.embedder import Embedder, Progress, Vectors
from index.models import ModelInfo
from index.vector_cache import VectorCache


class KeptVectors:
    """An embedder that is made when a text is new to its cache, and encodes that text alone, as it is when asked."""

    def __init__(self, cache: VectorCache, info: ModelInfo, make: Callable[[], Embedder]) -> None:
        self._cache = cache
        self._info = info
        self._make = make
        self._embedder: Embedder | None = None
        self._known: dict[bytes, Vectors] | None = None
        self._fresh: dict[bytes, Vectors] = {}

    @property
    def info(self) -> ModelInfo:
        """Return which model encodes."""
        return self._info

    def encode_queries(self, texts: Sequence[str]) -> Vectors:
        """Return (n, dim) float32 unit vectors, one row per text.

        Raises:
            ModelUnavailableError: a text is new, and nothing that encodes is at hand.
        """
        return np.stack([self._vector(text) for text in texts])

    def encode_passages(self, texts: Sequence[str], progress: Progress | None = None) -> Vectors:
        """Return (n, dim) float32 unit vectors, one row per text; none is kept."""
        return self._ready().encode_passages(texts, progress)

    def save(self) -> None:
        """Keep what was encoded.

        Raises:
            OSError: it could not be written.
        """
        if self._fresh:
            self._cache.add(self._fresh)
            self._fresh = {}

    def _vector(self, text: str) -> Vectors:
        if self._known is None:
            self._known = self._cache.everything(self._info.dimension)
        key = self._cache.key(text)
        if key not in self._known:
            self._known[key] = self._fresh[key] = self._ready().encode_queries([text])[0].copy()
        return self._known[key]

    def _ready(self) -> Embedder:
        if self._embedder is None:
            self._embedder = self._make()
        return self._embedder
