"""Read a document from disk and write its draft below the folder of the articles, all or nothing."""

import contextlib
import os
import secrets
from pathlib import Path

from corpus.files import visible_files
from corpus.importing.bounded import bounded_draft
from corpus.importing.drafting import DRAFTS, Draft
from corpus.importing.model import ImportFailedError
from corpus.importing.readers.document import MAX_BYTES


def import_file(
    path: Path, articles: Path, *, topic: str = DRAFTS, article_id: str = "", force: bool = False
) -> tuple[Draft, Path]:
    """Write a draft of a document to `articles`/topic/id.md and return it with its place.

    Raises:
        ImportFailedError: the document cannot be read, or there is such an article; nothing has been written then.
    """
    draft = bounded_draft(_read(path), path.name, topic=topic, article_id=article_id)
    target = articles / draft.path
    namesakes = [other for other in _articles(articles) if other.stem == draft.article_id and other != target]
    if namesakes:
        step = "give the draft another one with --id"
        raise ImportFailedError(f"{namesakes[0]} has the id {draft.article_id} already; {step}")
    if target.exists() and not force:
        step = "give the draft another id with --id, or replace that file with --force"
        raise ImportFailedError(f"{target} exists already; {step}")
    _write(target, draft.text)
    return draft, target


def _read(path: Path) -> bytes:
    if path.is_dir() or not path.exists():
        what = "is a folder" if path.is_dir() else "does not exist"
        raise ImportFailedError(f"{path} {what}; name one file: text, Markdown, HTML or PDF")
    if not path.is_file():
        raise ImportFailedError(f"{path} is not an ordinary file; save it as one first")
    try:
        size, limit = path.stat().st_size, max(MAX_BYTES.values())
        if size > limit:
            step = "keep its text only, or cut it into its chapters, and import these"
            raise ImportFailedError(
                f"{path} has {size / 1e6:.0f} MB; up to {limit // 1_000_000} MB can be read; {step}"
            )
        return path.read_bytes()
    except OSError as error:
        raise ImportFailedError(f"{path} cannot be opened ({error.strerror}); look at its permissions") from error


def _articles(articles: Path) -> list[Path]:
    return visible_files(articles, "**/*.md") if articles.is_dir() else []


def _write(target: Path, text: str) -> None:
    """Write beside the target, under a name that the loader passes over, and then put it in place in one step."""
    temporary = target.with_name(f".{target.name}.{secrets.token_hex(4)}")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with temporary.open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(target)
    except OSError as error:
        step = "choose a folder that can be written to with --out"
        raise ImportFailedError(f"{target} cannot be written ({error.strerror}); {step}") from error
    finally:
        with contextlib.suppress(OSError):  # after it was put in place it is not there any more
            temporary.unlink()
