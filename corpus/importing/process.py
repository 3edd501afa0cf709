"""Run the making of a draft in a process of its own, without loading here what reads documents."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

from corpus.importing.model import ImportFailedError

MAX_SECONDS = 90
MAX_MEMORY_BYTES = 1_000_000_000
_MODULE = "corpus.importing.bounded"
_NEXT_STEP = "copy the text that matters into a .txt file, and import that"


def draft_values(
    data: bytes,
    name: str,
    *,
    topic: str,
    article_id: str,
    max_seconds: float | None = None,
    max_memory_bytes: int | None = None,
) -> dict[str, Any]:
    """Return the fields of the draft (`drafting.Draft`) of a document; the limits are those above where not given.

    The process is told none of the bot's own settings: what it reads comes from strangers.

    Raises:
        ImportFailedError: it cannot be read, or takes more time or memory than it may.
    """
    max_seconds = max_seconds or MAX_SECONDS
    max_memory_bytes = max_memory_bytes or MAX_MEMORY_BYTES
    root = str(Path(__file__).resolve().parents[2])
    paths = os.pathsep.join(filter(None, (root, os.environ.get("PYTHONPATH"))))
    command = [sys.executable, "-m", _MODULE, name, topic, article_id, str(max_memory_bytes)]
    try:
        done = subprocess.run(
            command,
            input=data,
            capture_output=True,
            check=False,
            timeout=max_seconds,
            env={**_public_environment(), "PYTHONPATH": paths, "PYTHONIOENCODING": "utf-8"},
        )
    except subprocess.TimeoutExpired as error:
        raise ImportFailedError(f"{name} takes more than {max_seconds:.0f} seconds to read; {_NEXT_STEP}") from error
    if done.returncode:
        last = done.stderr.decode("utf-8", "replace").strip().rpartition("\n")[2][:200] or f"exit {done.returncode}"
        raise ImportFailedError(f"{name} cannot be read within {max_memory_bytes // 10**6} MB ({last}); {_NEXT_STEP}")
    answer = json.loads(done.stdout)
    if "error" in answer:
        raise ImportFailedError(answer["error"])
    return dict(answer["draft"])


def _public_environment() -> dict[str, str]:
    return {name: value for name, value in os.environ.items() if not name.startswith("KRATOM_")}
