"""The folder of a build that encodes questions: which files it has, and what its settings say.

`encoder/` holds `model.onnx` (the transformer), `tokenizer.json` (which cuts long texts) and `settings.json`.
"""

import hashlib
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, Protocol, runtime_checkable

import numpy as np
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from index.embedder import Vectors
from index.errors import EncoderUnusableError
from index.snapshot import dump_json

ENCODER = "encoder"
MODEL = "model.onnx"
TOKENIZER = "tokenizer.json"
SETTINGS = "settings.json"
ENCODER_FILES = (MODEL, TOKENIZER, SETTINGS)

Precision = Literal["int8", "float32"]


class EncoderQuality(BaseModel):
    """Cosine similarities (-1 to 1) of the encoder's vectors to the reference's, over `texts` texts."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    texts: int
    lowest: float
    first_percentile: float
    median: float


class Probe(BaseModel):
    """A text and the reference's unit vector of it: another machine can see whether it still encodes alike."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    text: str
    vector: tuple[float, ...]


class EncoderSettings(BaseModel):
    """How the files are to be used, and how near they come to the reference.

    Attributes:
        fingerprint: SHA-256 of the weights that the transformer was exported from.
        dimension: the length of a vector.
        max_tokens: where a text is cut, special tokens counted.
        pooling: how the vectors of tokens become one.
        normalise: whether that one is scaled to length 1.
        precision: of the weights; "int8" ones are multiplied with activations that are rounded as they come.
        inputs: the names of the transformer's inputs.
        sha256: of the other files, by name.
        quality: measured when it was exported.
        probes: a few of the texts that it was measured on.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    fingerprint: str
    dimension: int = Field(ge=1)
    max_tokens: int = Field(ge=3)
    pooling: Literal["mean"] = "mean"
    normalise: Literal[True] = True
    precision: Precision
    inputs: tuple[str, ...]
    sha256: dict[str, str]
    quality: EncoderQuality
    probes: tuple[Probe, ...]


@dataclass(frozen=True, slots=True)
class TransformerExport:
    """What a reference wrote when it exported its transformer: its inputs, and where it cuts a text."""

    inputs: tuple[str, ...]
    max_tokens: int


@runtime_checkable
class ExportsTransformer(Protocol):
    """An embedder whose transformer can be written as ONNX."""

    def export_transformer(self, folder: Path) -> TransformerExport:
        """Write `model.onnx` (32 bits; its output is one vector a token) and `tokenizer.json` into the folder.

        Raises:
            EncoderNotExportedError: the model is of a kind that cannot be.
        """
        ...


def read_settings(folder: Path) -> EncoderSettings:
    """Return the settings of an encoder.

    Raises:
        EncoderUnusableError: they are missing, or do not say what they must.
    """
    try:
        return EncoderSettings.model_validate_json((folder / SETTINGS).read_bytes())
    except (OSError, ValidationError) as error:
        raise EncoderUnusableError(f"its settings cannot be read ({type(error).__name__})") from error


def read_whole(folder: Path) -> EncoderSettings:
    """Return the settings of an encoder outside a build, where no manifest vouches for the other files.

    Raises:
        EncoderUnusableError: the settings cannot be read, or a file is missing or changed.
    """
    settings = read_settings(folder)
    try:
        changed = [name for name in (MODEL, TOKENIZER) if file_sha256(folder / name) != settings.sha256.get(name)]
    except OSError as error:
        raise EncoderUnusableError(f"a file cannot be read ({type(error).__name__})") from error
    if changed:
        raise EncoderUnusableError(f"{changed[0]} was changed")
    return settings


def write_settings(folder: Path, settings: EncoderSettings) -> None:
    """Write the settings beside the other files."""
    (folder / SETTINGS).write_bytes(dump_json(settings.model_dump(mode="json")))


def file_sha256(path: Path) -> str:
    """Return the SHA-256 of a file, as hexadecimal digits."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def measure(vectors: Vectors, reference: Vectors) -> EncoderQuality:
    """Compare (n, dim) unit vectors with the reference's of the same texts, row by row."""
    similarities = np.einsum("ij,ij->i", vectors.astype(np.float64), reference.astype(np.float64))
    return EncoderQuality(
        texts=len(similarities),
        lowest=round(float(similarities.min()), 4),
        first_percentile=round(float(np.percentile(similarities, 1)), 4),
        median=round(float(np.median(similarities)), 4),
    )
