"""The embedder over ONNX Runtime, which answers questions without torch; nothing else imports it to encode."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import onnxruntime
from tokenizers import Tokenizer

from index.embedder import Progress, Vectors
from index.encoder_files import MODEL, TOKENIZER, EncoderSettings, read_settings
from index.errors import EncoderUnusableError
from index.models import ModelInfo

_PROBE_SIMILARITY = 0.95
"""The least cosine similarity to the reference for each probe. Below what any text had when it was exported (0.97); a
processor that multiplies 8-bit numbers in another way than expected is far below."""


class OnnxEmbedder:
    """Encodes with the exported transformer of a build.

    One text at a time: in 8 bits the activations are rounded by their largest value, so that in a batch a vector would
    depend on the other texts. So the same text has the same vector, alone or among others.
    """

    def __init__(self, folder: Path, info: ModelInfo, *, threads: int = 1) -> None:
        """Open the files of an encoder folder; `info` is the model they must have been exported from.

        That no file was changed is for the caller to know: opening a build compares all of them with its manifest.

        Raises:
            EncoderUnusableError: they cannot be read, are of another model, or do not encode as they did when exported.
        """
        settings = read_settings(folder)
        if settings.fingerprint != info.fingerprint or settings.dimension != info.dimension:
            raise EncoderUnusableError("it was exported from another model")
        self._settings = settings
        self._info = info
        self._tokenizer, self._session = _open(folder, settings, threads)
        self._probe()

    @property
    def info(self) -> ModelInfo:
        """Return which model encodes."""
        return self._info

    @property
    def settings(self) -> EncoderSettings:
        """Return how the files are used, and their measured quality."""
        return self._settings

    def encode_queries(self, texts: Sequence[str]) -> Vectors:
        """Return (n, dim) float32 unit vectors, one row per text."""
        vectors = np.empty((len(texts), self._info.dimension), dtype=np.float32)
        for row, text in enumerate(texts):
            vectors[row] = self._encode(text)
        return vectors

    def encode_passages(self, texts: Sequence[str], progress: Progress | None = None) -> Vectors:
        """Return (n, dim) float32 unit vectors, one row per text; see `passage_encoder` for when builds use this."""
        vectors = np.empty((len(texts), self._info.dimension), dtype=np.float32)
        for row, text in enumerate(texts):
            vectors[row] = self._encode(text)
            if progress:
                progress(row + 1, len(texts))
        return vectors

    def _encode(self, text: str) -> Vectors:
        # Half of a surrogate pair is no text to the tokenizer; it can come in by JSON.
        tokens = self._tokenizer.encode(text.encode("utf-8", "replace").decode("utf-8"))
        given = {
            "input_ids": tokens.ids,
            "attention_mask": tokens.attention_mask,
            "token_type_ids": tokens.type_ids,
        }
        feed = {name: np.array([given[name]], dtype=np.int64) for name in self._settings.inputs}
        states: Vectors = self._session.run(None, feed)[0][0]
        # Mean pooling; no token is padding, since there is one text.
        vector = states.mean(axis=0, dtype=np.float32)
        unit: Vectors = vector / max(float(np.linalg.norm(vector)), 1e-12)
        return unit

    def _probe(self) -> None:
        """Encode what was encoded at export: this machine's processor or library may do it otherwise."""
        for probe in self._settings.probes:
            try:
                similarity = float(self._encode(probe.text) @ np.array(probe.vector, dtype=np.float32))
            except Exception as error:  # the library's kinds are not documented
                raise EncoderUnusableError(f"it does not run ({type(error).__name__})") from error
            if not similarity >= _PROBE_SIMILARITY:
                raise EncoderUnusableError(f"it encodes otherwise than when it was exported ({similarity:.2f})")


def _open(folder: Path, settings: EncoderSettings, threads: int) -> tuple[Tokenizer, Any]:
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1
    # Threads that wait in a loop for the next question would take the processor from the rest of the bot.
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    options.enable_cpu_mem_arena = False  # the longest question would otherwise decide how much memory is kept
    options.log_severity_level = 3
    # The exporter had its operations joined already; looking for more would take 0.1 s at every start.
    options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_DISABLE_ALL
    try:
        tokenizer = Tokenizer.from_file(str(folder / TOKENIZER))
        tokenizer.no_padding()
        tokenizer.enable_truncation(settings.max_tokens)
        session = onnxruntime.InferenceSession(str(folder / MODEL), options, providers=["CPUExecutionProvider"])
    except Exception as error:  # both libraries raise many kinds, none of them documented
        raise EncoderUnusableError(f"it cannot be loaded ({type(error).__name__})") from error
    if {given.name for given in session.get_inputs()} != set(settings.inputs):
        raise EncoderUnusableError("the transformer has other inputs than its settings say")
    return tokenizer, session
