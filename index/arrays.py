"""Read the arrays of a build."""

import tokenize
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt


def load_array(path: Path) -> npt.NDArray[Any]:
    """Return the array in a .npy file that `numpy.save` wrote.

    Raises:
        ValueError: the file holds none. numpy reads its header as Python, and lets errors of that reading through.
        OSError: the file cannot be read.
    """
    try:
        array: npt.NDArray[Any] = np.load(path, allow_pickle=False)
    except (tokenize.TokenError, SyntaxError, EOFError) as error:
        raise ValueError(f"{path.name} is not an array") from error
    return array
