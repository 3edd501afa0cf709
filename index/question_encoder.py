"""Choose what encodes the questions asked of a build: its own exported encoder, or the reference model.

The one place where that is decided, for every way to ask.
"""

from collections.abc import Callable
from enum import StrEnum

from index.artifact import OpenIndex
from index.embedder import Embedder
from index.encoder_files import ENCODER
from index.errors import EncoderUnusableError
from index.models import ModelInfo
from index.question_memory import RememberingEmbedder


class EncoderChoice(StrEnum):
    """What may encode questions."""

    EXPORTED = "exported"
    """The build's own encoder; the reference where there is none that can be used."""
    REFERENCE = "reference"


def question_embedder(
    opened: OpenIndex,
    reference: Callable[[ModelInfo], Embedder],
    *,
    choice: EncoderChoice = EncoderChoice.EXPORTED,
    threads: int = 1,
    told: Callable[[str], None] = lambda _reason: None,
) -> Embedder:
    """Return what encodes the questions asked of a build.

    Args:
        opened: the build.
        reference: returns the model that the build was made with; called only if it is needed.
        choice: what may be used.
        threads: how many processor cores one question may take.
        told: told why the reference is used although an encoder was wanted.

    Raises:
        ModelUnavailableError: the reference is needed and not at hand.
    """
    model = opened.manifest.model
    if choice is EncoderChoice.EXPORTED:
        try:
            return RememberingEmbedder(_exported(opened, threads))
        except EncoderUnusableError as error:
            told(str(error))
    return RememberingEmbedder(reference(model))


def _exported(opened: OpenIndex, threads: int) -> Embedder:
    if not any(name.startswith(f"{ENCODER}/") for name in opened.manifest.files):
        raise EncoderUnusableError("the build has none")
    try:
        from index.onnx_encoder import OnnxEmbedder
    except ImportError as error:
        raise EncoderUnusableError(f"a library is missing ({error})") from error
    return OnnxEmbedder(opened.folder / ENCODER, opened.manifest.model, threads=threads)
