"""Make a draft in a process of its own, with an end to the time and the memory that a document may take.

A PDF of a few kilobytes can unfold into gigabytes, and a page of 20 into hours of work: no check of the file tells.
"""

import contextlib
import json
import sys

from pydantic import TypeAdapter

from corpus.importing import process
from corpus.importing.drafting import Draft, draft_article
from corpus.importing.model import ImportFailedError

_DRAFT = TypeAdapter(Draft)


def bounded_draft(data: bytes, name: str, *, topic: str, article_id: str) -> Draft:
    """Return what `draft_article` returns for the same arguments.

    Raises:
        ImportFailedError: as there; or the document takes more than `process.MAX_SECONDS` or `MAX_MEMORY_BYTES`.
    """
    return _DRAFT.validate_python(process.draft_values(data, name, topic=topic, article_id=article_id))


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
