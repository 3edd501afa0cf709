"""Write the transformer of a sentence-transformers model as ONNX. Imports torch; only a rebuild does that."""

import warnings
from pathlib import Path
from typing import Any

from index.encoder_files import MODEL, TOKENIZER, TransformerExport
from index.errors import EncoderNotExportedError

_INPUTS = ("input_ids", "attention_mask", "token_type_ids")
_OUTPUT = "token_vectors"
_OPSET = 17
_KINDS = (["Transformer", "Pooling", "Normalize"], ["Transformer", "Pooling"])
"""Modules of the models that can be exported; the vectors are scaled to length 1 for both."""
_EXAMPLE = ("an example of two texts", "of which one is longer than the other, so that it has padding")


def export_transformer(model: Any, folder: Path) -> TransformerExport:
    """Write `model.onnx` (32 bits) and `tokenizer.json` of a SentenceTransformer into the folder.

    Raises:
        EncoderNotExportedError: the model is not a transformer with mean pooling, or the libraries cannot export it.
    """
    refuse_other_kinds(model)
    tokenizer = model.tokenizer
    inputs = tuple(name for name in _INPUTS if name in tokenizer.model_input_names)
    max_tokens = int(model.max_seq_length)
    try:
        fast = type(tokenizer.backend_tokenizer).from_str(tokenizer.backend_tokenizer.to_str())
        fast.no_padding()
        fast.enable_truncation(max_tokens)
        fast.save(str(folder / TOKENIZER))
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # that this exporter is the older one, and about branches it can't follow
            _trace(model[0].auto_model, tokenizer, inputs, folder / MODEL)
    except Exception as error:  # torch and onnx raise many kinds, none of them documented
        raise EncoderNotExportedError(f"{type(error).__name__}: {error}") from error
    return TransformerExport(inputs, max_tokens)


def refuse_other_kinds(model: Any) -> None:
    """Raise where the runtime would have to do more than a transformer, mean pooling and scaling to length 1.

    Raises:
        EncoderNotExportedError: that is so; it says why.
    """
    kinds = [type(module).__name__ for module in model]
    if kinds not in _KINDS:
        raise EncoderNotExportedError(f"its modules are {', '.join(kinds)}")
    if model[1].get_config_dict().get("pooling_mode") != "mean":
        raise EncoderNotExportedError("its pooling is not the mean")
    if model.default_prompt_name is not None:
        raise EncoderNotExportedError("it puts words before each text")
    if getattr(model[0], "do_lower_case", False):
        raise EncoderNotExportedError("it lowers the letters before the tokenizer does")
    if model.max_seq_length is None or not getattr(model.tokenizer, "is_fast", False):
        raise EncoderNotExportedError("its tokenizer cannot be exported")


def _trace(transformer: Any, tokenizer: Any, inputs: tuple[str, ...], path: Path) -> None:
    import torch

    class TokenVectors(torch.nn.Module):  # type: ignore[misc]  # torch is not read for types
        def __init__(self) -> None:
            super().__init__()
            self.transformer = transformer

        def forward(self, *given: Any) -> Any:
            return self.transformer(**dict(zip(inputs, given, strict=True))).last_hidden_state

    example = tokenizer(list(_EXAMPLE), padding=True, return_tensors="pt")
    with torch.no_grad():
        torch.onnx.export(
            TokenVectors().eval(),
            tuple(example[name] for name in inputs),
            str(path),
            input_names=list(inputs),
            output_names=[_OUTPUT],
            dynamic_axes={name: {0: "texts", 1: "tokens"} for name in (*inputs, _OUTPUT)},
            opset_version=_OPSET,
            dynamo=False,  # the newer exporter needs onnxscript as well
        )
