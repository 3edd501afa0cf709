"""Make a draft in a process of its own, with an end to the time and the memory that a document may take.

A PDF of a few kilobytes can unfold into gigabytes, and a page of 20 into hours of work: no check of the file tells.
"""

import contextlib
import json
import os
import subprocess
import sys
from pathlib import Path

from pydantic import TypeAdapter

from corpus.importing.drafting import Draft, draft_article
from corpus.importing.model import ImportFailedError

MAX_SECONDS = 90
MAX_MEMORY_BYTES = 1_000_000_000
_DRAFT = TypeAdapter(Draft)
_NEXT_STEP = "copy the text that matters into a .txt file, and import that"


def bounded_draft(data: bytes, name: str, *, topic: str, article_id: str) -> Draft:
    """Return what `draft_article` returns for the same arguments.

    Raises:
        ImportFailedError: as there; or the document takes more than `MAX_SECONDS` or `MAX_MEMORY_BYTES`.
    """
    root = str(Path(__file__).resolve().parents[2])
    paths = os.pathsep.join(filter(None, (root, os.environ.get("PYTHONPATH"))))
    command = [sys.executable, "-m", __name__, name, topic, article_id, str(MAX_MEMORY_BYTES)]
    try:
        done = subprocess.run(
            command,
            input=data,
            capture_output=True,
            check=False,
            timeout=MAX_SECONDS,
            env={**os.environ, "PYTHONPATH": paths, "PYTHONIOENCODING": "utf-8"},
        )
    except subprocess.TimeoutExpired as error:
        raise ImportFailedError(f"{name} takes more than {MAX_SECONDS} seconds to read; {_NEXT_STEP}") from error
    if done.returncode:
        last = done.stderr.decode("utf-8", "replace").strip().rpartition("\n")[2][:200] or f"exit {done.returncode}"
        raise ImportFailedError(f"{name} cannot be read within {MAX_MEMORY_BYTES // 10**6} MB ({last}); {_NEXT_STEP}")
    answer = json.loads(done.stdout)
    if "error" in answer:
        raise ImportFailedError(answer["error"])
    return _DRAFT.validate_python(answer["draft"])


def main(name: str, topic: str, article_id: str, max_memory: str) -> None:
    """Read a document from standard input and write its draft, or what is wrong with it, as JSON."""
    _limit_memory(int(max_memory))
    answer: dict[str, object]
    try:
        draft = draft_article(sys.stdin.buffer.read(), name, topic=topic, article_id=article_id)
        answer = {"draft": _DRAFT.dump_python(draft, mode="json")}
    except ImportFailedError as error:
        answer = {"error": str(error)}
    sys.stdout.write(json.dumps(answer))


def _limit_memory(max_bytes: int) -> None:
    """Set the limit where the system has one; Windows has none of this kind, and macOS does not keep to it."""
    with contextlib.suppress(ImportError, OSError, ValueError):
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (max_bytes, max_bytes))


if __name__ == "__main__":
    main(*sys.argv[1:])
