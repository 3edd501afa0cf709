"""One embedder for several threads: answers go on while a reload encodes."""

import threading
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np

from index.embedder import Embedder, Progress, Vectors
from index.encoder_files import ExportsTransformer, TransformerExport
from index.errors import EncoderNotExportedError
from index.models import ModelInfo

_TEXTS_AT_A_TIME = 16


class SharedEmbedder:
    """Lets one thread encode at a time, since tokenizers of transformers refuse two ("Already borrowed").

    https://github.com/huggingface/tokenizers/issues/537. Passages are encoded in small groups with a short pause
    between them, so that a question waits for one group and not for a whole reload.
    """

    def __init__(self, embedder: Embedder) -> None:
        self._embedder = embedder
        self._lock = threading.Lock()

    def __reduce__(self) -> tuple[Any, ...]:
        """Go to another process without the lock, for threads of this one."""
        return SharedEmbedder, (self._embedder,)

    @property
    def info(self) -> ModelInfo:
        """Return which model encodes."""
        return self._embedder.info

    def encode_queries(self, texts: Sequence[str]) -> Vectors:
        """Return (n, dim) float32 unit vectors, one row per text."""
        with self._lock:
            return self._embedder.encode_queries(texts)

    def encode_passages(self, texts: Sequence[str], progress: Progress | None = None) -> Vectors:
        """Return (n, dim) float32 unit vectors, one row per text; similar lengths share a group, to save padding."""
        vectors = np.empty((len(texts), self.info.dimension), dtype=np.float32)
        order = sorted(range(len(texts)), key=lambda row: len(texts[row]))
        for start in range(0, len(order), _TEXTS_AT_A_TIME):
            rows = order[start : start + _TEXTS_AT_A_TIME]
            with self._lock:
                vectors[rows] = self._embedder.encode_passages([texts[row] for row in rows])
            if progress:
                progress(start + len(rows), len(texts))
            time.sleep(0.001)  # a lock goes to whoever asks first, and that would be this loop again
        return vectors

    def export_transformer(self, folder: Path) -> TransformerExport:
        """Write `model.onnx` and `tokenizer.json` into the folder, while nothing else encodes.

        Raises:
            EncoderNotExportedError: the model is of a kind that cannot be.
        """
        if not isinstance(self._embedder, ExportsTransformer):
            raise EncoderNotExportedError("the model has no transformer to export")
        with self._lock:
            return self._embedder.export_transformer(folder)
