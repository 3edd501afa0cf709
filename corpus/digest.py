"""A content hash of a loaded corpus: the same knowledge gives the same digest, whatever the files look like."""

import hashlib
from dataclasses import fields, is_dataclass
from typing import Any

from corpus.models import Corpus


def corpus_digest(corpus: Corpus) -> str:
    """Return the SHA-256 of all that answers are made of, as 64 hexadecimal digits."""
    digest = hashlib.sha256()
    _feed(digest, corpus)
    return digest.hexdigest()


def _feed(digest: "hashlib._Hash", value: Any) -> None:
    """Feed a value with its type and length before it, so that no two values share one byte stream."""
    if is_dataclass(value):
        digest.update(f"{type(value).__name__}{{".encode())
        for item in fields(value):
            digest.update(f"{item.name}=".encode())
            _feed(digest, getattr(value, item.name))
        digest.update(b"}")
    elif isinstance(value, dict):
        _feed(digest, tuple(sorted(value.items())))
    elif isinstance(value, tuple):
        digest.update(f"({len(value)}:".encode())
        for item in value:
            _feed(digest, item)
    else:
        text = repr(value).encode()
        digest.update(f"{len(text)}:".encode() + text)
