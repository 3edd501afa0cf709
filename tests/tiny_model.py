"""A model of letters with a transformer that is one table, so that exporting it takes milliseconds and no torch."""

import hashlib
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper
from tokenizers import Tokenizer
from tokenizers.models import WordLevel
from tokenizers.pre_tokenizers import Split
from tokenizers.processors import TemplateProcessing

from index.embedder import Progress, Vectors
from index.encoder_files import MODEL, TOKENIZER, TransformerExport
from index.models import ModelInfo

DIMENSION = 32
MAX_TOKENS = 256
_WORDS = 128


class TinyReference:
    """Encodes a text as the mean of its letters' rows in a table; what it exports does the same.

    `outlier` makes rounding to 8 bits lose the rest of the table; `exports_another` exports another table than it uses.
    """

    def __init__(self, *, outlier: float = 0.0, exports_another: bool = False) -> None:
        random = np.random.default_rng(7)
        self._table = random.standard_normal((_WORDS, DIMENSION)).astype(np.float32)
        self._table[2] += outlier  # a word of no text
        other = random.standard_normal((_WORDS, DIMENSION)).astype(np.float32)
        self._exported = other if exports_another else self._table
        name = f"tiny-{outlier}-{exports_another}"
        self._info = ModelInfo(name, "test", hashlib.sha256(name.encode()).hexdigest(), DIMENSION)
        self._tokenizer = _tokenizer()
        self.exports = 0

    @property
    def info(self) -> ModelInfo:
        return self._info

    def encode_queries(self, texts: Sequence[str]) -> Vectors:
        vectors = np.stack([self._table[self._tokenizer.encode(text).ids].mean(axis=0) for text in texts])
        return vectors / np.linalg.norm(vectors, axis=1, keepdims=True)

    def encode_passages(self, texts: Sequence[str], progress: Progress | None = None) -> Vectors:
        if progress:
            progress(len(texts), len(texts))
        return self.encode_queries(texts)

    def export_transformer(self, folder: Path) -> TransformerExport:
        self.exports += 1
        self._tokenizer.save(str(folder / TOKENIZER))
        shape = ["texts", "tokens"]
        graph = helper.make_graph(
            [helper.make_node("Gather", ["table", "input_ids"], ["token_vectors"])],
            "tiny",
            [helper.make_tensor_value_info("input_ids", TensorProto.INT64, shape)],
            [helper.make_tensor_value_info("token_vectors", TensorProto.FLOAT, [*shape, DIMENSION])],
            [numpy_helper.from_array(self._exported, "table")],
        )
        model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=8)
        onnx.save(model, str(folder / MODEL))
        return TransformerExport(("input_ids",), MAX_TOKENS)


def _tokenizer() -> Tokenizer:
    """Return a tokenizer whose words are characters; a text begins with a token of its own, so none is empty."""
    words = {"[START]": 0, "[UNK]": 1, "[NEVER]": 2, **{chr(code): code for code in range(ord(" "), _WORDS)}}
    tokenizer = Tokenizer(WordLevel(words, unk_token="[UNK]"))
    tokenizer.pre_tokenizer = Split("", "isolated")
    tokenizer.post_processor = TemplateProcessing(single="[START] $A", special_tokens=[("[START]", 0)])
    tokenizer.enable_truncation(MAX_TOKENS)
    return tokenizer
