"""The embedder over sentence-transformers, the reference; the only module that imports it (and, through it, torch)."""

import hashlib
import logging
import os
import threading
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np

from index.embedder import Progress, Vectors
from index.encoder_files import TransformerExport
from index.errors import ModelUnavailableError
from index.model_files import PACKAGED_MODEL, ModelFiles, find_model
from index.models import ModelInfo

_BATCH = 64


class SentenceTransformerEmbedder:
    """Encodes with a sentence-transformers model on the CPU; the packaged model needs no network."""

    def __init__(
        self,
        name: str = PACKAGED_MODEL,
        *,
        expected: ModelInfo | None = None,
        when_needed: bool = False,
        threads: int | None = None,
    ) -> None:
        """Load the model; `expected` is what a build was made with, `threads` how many cores it uses (None: all).

        With `when_needed` it is loaded when it first has to encode: a build whose texts are all known never needs it.
        One that only a model hub knows is loaded at once, since nothing else tells its fingerprint.

        Raises:
            ModelUnavailableError: it cannot be loaded, or is not the expected one.
        """
        self._files = find_model(name)
        self._model: Any = None
        self._threads = threads
        self._loading = threading.Lock()
        if expected and self._files.info and self._files.info.fingerprint != expected.fingerprint:
            raise ModelUnavailableError(name, "its weights differ from those the index was built with")
        if not when_needed or self._files.info is None:
            self._loaded()
        self._info = self._files.info or _hub_info(name, self._model)
        if expected and self._info.fingerprint != expected.fingerprint:
            raise ModelUnavailableError(name, "its weights differ from those the index was built with")

    def __reduce__(self) -> tuple[Any, ...]:
        """Go to another process by name: it loads the model when it needs it, from the same files."""
        return _of_another_process, (self._files.name, self._info)

    @property
    def info(self) -> ModelInfo:
        """Return which model encodes."""
        return self._info

    def encode_queries(self, texts: Sequence[str]) -> Vectors:
        """Return (n, dim) float32 unit vectors, one row per text."""
        return self._encode(texts)

    def encode_passages(self, texts: Sequence[str], progress: Progress | None = None) -> Vectors:
        """Return (n, dim) float32 unit vectors, one row per text; similar lengths share a batch to save padding."""
        vectors = np.empty((len(texts), self._info.dimension), dtype=np.float32)
        order = sorted(range(len(texts)), key=lambda row: len(texts[row]))
        for start in range(0, len(order), _BATCH):
            rows = order[start : start + _BATCH]
            vectors[rows] = self._encode([texts[row] for row in rows])
            if progress:
                progress(start + len(rows), len(texts))
        return vectors

    def export_transformer(self, folder: Path) -> TransformerExport:
        """Write `model.onnx` (32 bits; its output is one vector a token) and `tokenizer.json` into the folder.

        Raises:
            EncoderNotExportedError: it is not a transformer with mean pooling, or the libraries cannot export it.
        """
        from index.transformer_export import export_transformer

        return export_transformer(self._loaded(), folder)

    def _loaded(self) -> Any:
        with self._loading:
            if self._model is None:
                self._model = _load(self._files, self._threads)
            return self._model

    def _encode(self, texts: Sequence[str]) -> Vectors:
        if not texts:
            return np.empty((0, self._info.dimension), dtype=np.float32)
        vectors = self._loaded().encode(
            list(texts), batch_size=_BATCH, convert_to_numpy=True, normalize_embeddings=True, show_progress_bar=False
        )
        return np.ascontiguousarray(vectors, dtype=np.float32)


def _of_another_process(name: str, info: ModelInfo) -> SentenceTransformerEmbedder:
    return SentenceTransformerEmbedder(name, expected=info, when_needed=True)


def _load(files: ModelFiles, threads: int | None) -> Any:
    if files.folder is not None:
        # A local folder is all that is needed; without this the library asks a model hub for news about it.
        os.environ.setdefault("HF_HUB_OFFLINE", "1")
    os.environ.setdefault("TOKENIZERS_PARALLELISM", "false")
    logging.getLogger("sentence_transformers").setLevel(logging.WARNING)
    try:
        import torch
        from sentence_transformers import SentenceTransformer
        from transformers.utils import logging as transformers_logging

        transformers_logging.disable_progress_bar()
        if threads is not None:
            torch.set_num_threads(threads)

        return SentenceTransformer(str(files.folder or files.name), device="cpu")
    except Exception as error:  # the library and torch raise many kinds, none of them documented
        raise ModelUnavailableError(files.name, f"{type(error).__name__}: {error}") from error


def _hub_info(name: str, model: Any) -> ModelInfo:
    digest = hashlib.sha256()
    for key, tensor in sorted(model.state_dict().items()):
        digest.update(key.encode())
        digest.update(tensor.cpu().contiguous().numpy().tobytes())
    return ModelInfo(name, "model hub", digest.hexdigest(), int(model.get_sentence_embedding_dimension()))
