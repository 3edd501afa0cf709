"""Make the encoder of a build: export the reference's transformer, round it to 8 bits, keep what is near enough.

The export in full precision is kept too, in the cache alone: later rebuilds encode changed passages by it.

Needs `onnx`, and torch through the reference; only rebuilding does. It is done once for a model and kept in the cache,
since it takes seconds, and another corpus would measure much the same.
"""

import hashlib
import logging
import shutil
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import numpy as np

from index.embedder import Embedder, Vectors
from index.encoder_files import (
    ENCODER_FILES,
    MODEL,
    TOKENIZER,
    EncoderQuality,
    EncoderSettings,
    ExportsTransformer,
    Precision,
    Probe,
    TransformerExport,
    file_sha256,
    measure,
    read_whole,
    write_settings,
)
from index.errors import EncoderNotExportedError, EncoderUnusableError
from index.models import ModelInfo
from index.onnx_encoder import OnnxEmbedder

LEAST_SIMILARITY = 0.98
"""The least cosine similarity to the reference at the first percentile of the texts."""
LARGEST_DEVIATION = 1e-4
"""The most that any number of a vector of the export in full precision may differ from the reference's."""
_RUNNING_LIBRARIES = ("onnxruntime", "tokenizers")
"""Those that an export needs to run: where no other is installed, what was exported elsewhere is found all the same."""
EXPORT_LIBRARIES = ("onnx", *_RUNNING_LIBRARIES)
_MEASURED_TEXTS = 600
_PROBES = 2
_EXACTLY_MEASURED_TEXTS = 150
_WORK = ".encoder-"
_FORMAT = 2
"""Raised when the files are made in another way, so that none is taken from a cache that an older program filled."""


@dataclass(frozen=True, slots=True)
class Measured:
    """Texts and the reference's (n, dim) unit vectors of them, by which an export is judged."""

    texts: Sequence[str]
    vectors: Vectors

    @classmethod
    def of(cls, passages: Sequence[str], questions: Sequence[str], vectors: Vectors) -> "Measured":
        """Choose some texts of the passages, evenly, and all labelled questions; `vectors` are of both in turn."""
        step = max(1, -(-len(passages) // _MEASURED_TEXTS))
        rows = [*range(0, len(passages), step), *range(len(passages), len(passages) + len(questions))]
        texts = [*passages, *questions]
        return cls([texts[row] for row in rows], vectors[rows])


def make_encoder(reference: Embedder, measured: Measured, cache: Path, target: Path) -> EncoderSettings:
    """Write the encoder of a model into the new folder `target`, from the cache if it was made before.

    Raises:
        EncoderNotExportedError: the model cannot be exported, or what was exported is too far from it.
        OSError: a file could not be written.
    """
    kept = cache / f"encoder-{_cache_key(reference.info)}"
    settings = _kept(kept)
    if settings is None:
        settings = _export(reference, measured, kept, exact_folder(cache, reference.info))
    target.mkdir()
    for name in ENCODER_FILES:
        shutil.copyfile(kept / name, target / name)
    return settings


def exact_folder(cache: Path, info: ModelInfo) -> Path:
    """Return where the export of a model in full precision is kept, if it is."""
    return cache / f"exact-{_cache_key(info)}"


def library_versions(names: Sequence[str]) -> dict[str, str]:
    """Return the versions of packages by name; "absent" for those that are not installed."""
    found = {}
    for name in names:
        try:
            found[name] = version(name)
        except PackageNotFoundError:
            found[name] = "absent"
    return found


def _cache_key(info: ModelInfo) -> str:
    content = f"{_FORMAT}:{info.fingerprint}:{sorted(library_versions(_RUNNING_LIBRARIES).items())}"
    return hashlib.sha256(content.encode()).hexdigest()[:16]


def _kept(folder: Path) -> EncoderSettings | None:
    """Return the settings of an encoder in the cache; a damaged one is thrown away, for it can be made again."""
    try:
        return read_whole(folder)
    except EncoderUnusableError:
        shutil.rmtree(folder, ignore_errors=True)
        return None


def _export(reference: Embedder, measured: Measured, kept: Path, exact: Path) -> EncoderSettings:
    if not isinstance(reference, ExportsTransformer):
        raise EncoderNotExportedError("the model has no transformer to export")
    kept.parent.mkdir(parents=True, exist_ok=True)
    for left_over in kept.parent.glob(f"{_WORK}*"):  # of an export that was killed
        shutil.rmtree(left_over, ignore_errors=True)
    with tempfile.TemporaryDirectory(dir=kept.parent, prefix=_WORK) as work:
        exported = Path(work) / "float32"
        exported.mkdir()
        export = reference.export_transformer(exported)
        _keep_exact(exported, exact, export, reference.info, measured)
        found: list[str] = []
        tried: tuple[tuple[Path, Precision], ...] = ((_rounded(exported), "int8"), (exported, "float32"))
        for folder, precision in tried:
            settings = _settle(folder, precision, export, reference.info, measured)
            if settings.quality.first_percentile >= LEAST_SIMILARITY:
                folder.rename(kept)
                return settings
            found.append(f"{precision} {settings.quality.first_percentile}")
    raise EncoderNotExportedError(f"its similarity to the reference is below {LEAST_SIMILARITY}: {', '.join(found)}")


def _keep_exact(exported: Path, exact: Path, export: TransformerExport, info: ModelInfo, measured: Measured) -> None:
    """Keep a copy of the export in full precision, if its vectors are those of the reference."""
    copy = exported.with_name("exact")
    shutil.copytree(exported, copy)
    some = np.unique(np.linspace(0, len(measured.texts) - 1, _EXACTLY_MEASURED_TEXTS, dtype=int))
    few = Measured([measured.texts[row] for row in some], measured.vectors[some])
    _settle(copy, "float32", export, info, few)
    try:
        vectors = OnnxEmbedder(copy, info).encode_passages(few.texts)
    except EncoderUnusableError:  # so far from the reference that it does not pass its own probes
        return
    if float(np.abs(vectors - few.vectors).max()) < LARGEST_DEVIATION:
        shutil.rmtree(exact, ignore_errors=True)
        copy.rename(exact)


def _rounded(exported: Path) -> Path:
    """Write the transformer with weights of 8 bits beside the exported one; return its folder.

    Seven of the eight bits are used: without instructions made for it (VNNI) a processor adds pairs of products in 16
    bits, and full weights would run over. So the vectors are good on any machine, not only on the one that exported.
    """
    from onnxruntime.quantization import QuantType, quantize_dynamic

    folder = exported.with_name("int8")
    folder.mkdir()
    shutil.copyfile(exported / TOKENIZER, folder / TOKENIZER)
    with _quiet():
        quantize_dynamic(
            exported / MODEL, folder / MODEL, weight_type=QuantType.QInt8, per_channel=True, reduce_range=True
        )
        _join_operations(folder / MODEL)
    return folder


def _join_operations(model: Path) -> None:
    """Let ONNX Runtime join the operations of a graph now, in ways that any processor can run: it takes 0.1 s.

    Else each start of the bot would do it; `onnx_encoder` opens the graph as it is.
    """
    import onnxruntime

    joined = model.with_suffix(".joined")
    options = onnxruntime.SessionOptions()
    options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_ENABLE_EXTENDED
    options.optimized_model_filepath = str(joined)
    options.log_severity_level = 3
    onnxruntime.InferenceSession(str(model), options, providers=["CPUExecutionProvider"])
    joined.replace(model)


def _settle(
    folder: Path, precision: Precision, export: TransformerExport, info: ModelInfo, measured: Measured
) -> EncoderSettings:
    """Measure an exported transformer and write its settings with what was found."""
    settings = EncoderSettings(
        fingerprint=info.fingerprint,
        dimension=info.dimension,
        max_tokens=export.max_tokens,
        precision=precision,
        inputs=export.inputs,
        sha256={name: file_sha256(folder / name) for name in (MODEL, TOKENIZER)},
        quality=EncoderQuality(texts=0, lowest=0, first_percentile=0, median=0),
        probes=(),
    )
    write_settings(folder, settings)
    try:
        vectors = OnnxEmbedder(folder, info).encode_queries(measured.texts)
    except EncoderUnusableError as error:
        raise EncoderNotExportedError(str(error)) from error
    quality = measure(vectors, measured.vectors)
    chosen = np.linspace(0, len(measured.texts) - 1, _PROBES, dtype=int)
    probes = tuple(
        Probe(text=measured.texts[row], vector=tuple(round(float(x), 5) for x in measured.vectors[row]))
        for row in dict.fromkeys(int(row) for row in chosen)
    )
    settings = settings.model_copy(update={"quality": quality, "probes": probes})
    write_settings(folder, settings)
    return settings


@contextmanager
def _quiet() -> Iterator[None]:
    """Keep the library from writing advice to the root logger, which would also set that logger up."""
    before = logging.root.manager.disable
    logging.disable(logging.WARNING)
    try:
        yield
    finally:
        logging.disable(before)
