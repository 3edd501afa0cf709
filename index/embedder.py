"""The role of an embedder: texts to vectors. Nothing here knows a library."""

from collections.abc import Callable, Sequence
from typing import Protocol

import numpy as np
import numpy.typing as npt

from index.models import ModelInfo

Vectors = npt.NDArray[np.float32]
Progress = Callable[[int, int], None]
"""Called with (texts done, texts in all)."""


class Embedder(Protocol):
    """Encodes texts as unit vectors, so that an inner product is a cosine similarity."""

    @property
    def info(self) -> ModelInfo:
        """Return which model encodes."""
        ...

    def encode_queries(self, texts: Sequence[str]) -> Vectors:
        """Return (n, dim) float32 unit vectors, one row per text."""
        ...

    def encode_passages(self, texts: Sequence[str], progress: Progress | None = None) -> Vectors:
        """Return (n, dim) float32 unit vectors, one row per text, reporting progress while it works."""
        ...
