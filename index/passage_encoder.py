"""Encode the passages of a build without torch where they are few: by an export of the reference in full precision.

sentence-transformers is what vectors of passages are measured by. Loading it takes seconds and 400 MB, which is much
for one changed sentence, and a slim installation does not have it. Its transformer in 32 bits gives the same vectors up
to the rounding of a sum; that is checked when it is exported (see `encoder_export`), and it is kept only if it is so.
"""

from collections.abc import Sequence
from pathlib import Path

from index.embedder import Embedder, Progress, Vectors
from index.encoder_files import SETTINGS, TransformerExport, read_whole
from index.errors import EncoderUnusableError, ModelUnavailableError
from index.models import ModelInfo

FEW_TEXTS = 300
"""From more texts on, loading the reference takes less time than it saves, since it encodes many texts at once."""


class PassageEmbedder:
    """Encodes few texts by the exact export of a model, many by the model itself if it is there."""

    def __init__(self, reference: Embedder, exact: Path, *, threads: int = 1) -> None:
        """Take the reference, and the folder of its exact export, which need not exist."""
        self._reference = reference
        self._exact = exact
        self._threads = threads

    @property
    def info(self) -> ModelInfo:
        """Return which model encodes."""
        return self._reference.info

    def encode_queries(self, texts: Sequence[str]) -> Vectors:
        """Return (n, dim) float32 unit vectors, one row per text."""
        return self.encode_passages(texts)

    def encode_passages(self, texts: Sequence[str], progress: Progress | None = None) -> Vectors:
        """Return (n, dim) float32 unit vectors, one row per text.

        Raises:
            ModelUnavailableError: there is no exact export, and the reference is not at hand.
        """
        if len(texts) > FEW_TEXTS:
            try:
                return self._reference.encode_passages(texts, progress)
            except ModelUnavailableError:
                return (self._open_exact() or self._reference).encode_passages(texts, progress)
        return (self._open_exact() or self._reference).encode_passages(texts, progress)

    def _open_exact(self) -> Embedder | None:
        if not (self._exact / SETTINGS).is_file():
            return None
        try:
            read_whole(self._exact)
            from index.onnx_encoder import OnnxEmbedder

            return OnnxEmbedder(self._exact, self.info, threads=self._threads)
        except (EncoderUnusableError, ImportError):
            return None


class AbsentReference:
    """Stands in for a model that is not installed: says which it is, and why it cannot encode when it has to."""

    def __init__(self, info: ModelInfo, reason: str) -> None:
        self._info = info
        self._reason = reason

    @property
    def info(self) -> ModelInfo:
        """Return which model it stands for."""
        return self._info

    def encode_queries(self, texts: Sequence[str]) -> Vectors:
        """Refuse.

        Raises:
            ModelUnavailableError: always.
        """
        return self.encode_passages(texts)

    def encode_passages(self, texts: Sequence[str], progress: Progress | None = None) -> Vectors:
        """Refuse.

        Raises:
            ModelUnavailableError: always.
        """
        raise ModelUnavailableError(self._info.name, f"{self._reason}, and its exact export is not in the cache")

    def export_transformer(self, folder: Path) -> TransformerExport:
        """Refuse.

        Raises:
            ModelUnavailableError: always.
        """
        raise ModelUnavailableError(self._info.name, self._reason)
