"""Articles that are kept outside of the corpus folder and count as part of it, always as unreviewed.

A folder of them holds a list of those that count, with the hash of each file, so that programs which know nothing of
who added them read the same corpus.
"""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError

from corpus.errors import AddedUnreadableError

LIST = "added.json"


@dataclass(frozen=True, slots=True)
class AddedArticle:
    """An article with its file; id and topic are these, whatever its front matter says."""

    article_id: str
    topic: str
    path: Path


class _Row(BaseModel):
    model_config = ConfigDict(extra="forbid")

    article_id: str
    topic: str
    file: str
    sha256: str


class _List(BaseModel):
    model_config = ConfigDict(extra="forbid")

    articles: tuple[_Row, ...]


def load_added(folder: Path) -> tuple[AddedArticle, ...]:
    """Return the articles that the list of a folder names, none where there is no list.

    Raises:
        AddedUnreadableError: the list cannot be read, or a file is gone or was changed.
    """
    try:
        rows = _List.model_validate_json((folder / LIST).read_bytes()).articles
    except FileNotFoundError:
        return ()
    except (OSError, ValidationError) as error:
        raise AddedUnreadableError(folder / LIST, type(error).__name__) from error
    return tuple(AddedArticle(row.article_id, row.topic, _checked(folder, row)) for row in rows)


def list_of_added(articles: Iterable[tuple[AddedArticle, str]]) -> bytes:
    """Return the list of a folder for pairs of article and SHA-256 (hexadecimal); to be written as `LIST`."""
    rows = (
        _Row(article_id=one.article_id, topic=one.topic, file=one.path.name, sha256=digest) for one, digest in articles
    )
    return _List(articles=tuple(rows)).model_dump_json(indent=1).encode() + b"\n"


def _checked(folder: Path, row: _Row) -> Path:
    path = folder / Path(row.file).name
    try:
        same = hashlib.sha256(path.read_bytes()).hexdigest() == row.sha256
    except OSError as error:
        raise AddedUnreadableError(path, error.strerror or "unreadable") from error
    if not same:
        raise AddedUnreadableError(path, "it was changed since it was added")
    return path
