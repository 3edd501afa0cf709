"""Make an article in the corpus form of a file that a moderator attached; nothing of the file is trusted."""

import re
from dataclasses import dataclass
from pathlib import PurePath

from corpus.errors import ArticleInvalidError
from corpus.frontmatter import split_front_matter
from corpus.importing.model import ImportFailedError
from corpus.importing.process import draft_values

MAX_BYTES = 1_000_000
MAX_PDF_BYTES = 5_000_000
SUFFIXES = (".md", ".markdown", ".txt", ".text", ".html", ".htm", ".pdf")
DEFAULT_TOPIC = "added"
_MAX_SECONDS = 30.0
_MAX_MEMORY_BYTES = 500_000_000
_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_MAX_ID_CHARS, _MAX_TOPIC_CHARS = 100, 64
_FORM_KEYS = {"title", "product_form"}


class ArticleRefusedError(Exception):
    """The file cannot become an article; the message says why and what to do."""


@dataclass(frozen=True, slots=True)
class DraftedArticle:
    """An article in the corpus form; `imported`: it was made of a document that was not in that form."""

    article_id: str
    topic: str
    text: str
    imported: bool
    notes: tuple[str, ...] = ()


def suffix_of(name: str) -> str:
    """Return the ending of a file's name in lower case, and nothing else of it.

    Raises:
        ArticleRefusedError: it is none of `SUFFIXES`.
    """
    suffix = PurePath(name).suffix.lower()
    if suffix not in SUFFIXES:
        raise ArticleRefusedError(f"I read files that end in {', '.join(SUFFIXES)}; save the text as one of these")
    return suffix


def refuse_size(suffix: str, size: int) -> None:
    """Refuse a file that is larger than articles are.

    Raises:
        ArticleRefusedError: it is.
    """
    most = MAX_PDF_BYTES if suffix == ".pdf" else MAX_BYTES
    if size > most:
        raise ArticleRefusedError(f"the file has {size:,} bytes; up to {most:,} can be read: cut it in two")


def draft_of(data: bytes, suffix: str, *, topic: str | None = None, article_id: str | None = None) -> DraftedArticle:
    """Return the article that a file holds, or a draft made of it in a process of its own.

    Without `topic` and `article_id` the file's own count, or what its title gives.

    Raises:
        ArticleRefusedError: it cannot be read, is too large, or id or topic are no slugs.
    """
    refuse_size(suffix, len(data))
    for what, value in (("id", article_id), ("topic", topic)):
        if value is not None:
            _refuse_slug(what, value)
    written = _in_corpus_form(data)
    if written is not None:
        text, metadata = written
        drafted = DraftedArticle(
            article_id or str(metadata.get("id") or ""),
            topic or str(metadata.get("topic") or DEFAULT_TOPIC),
            text,
            False,
        )
    else:
        drafted = _imported(data, suffix, topic or DEFAULT_TOPIC, article_id or "")
    _refuse_slug("id", drafted.article_id)
    _refuse_slug("topic", drafted.topic)
    if len(drafted.text.encode()) > MAX_BYTES:
        raise ArticleRefusedError(f"the article has more than {MAX_BYTES:,} bytes of text: cut it in two")
    return drafted


def _imported(data: bytes, suffix: str, topic: str, article_id: str) -> DraftedArticle:
    try:
        values = draft_values(
            data,
            f"attached{suffix}",
            topic=topic,
            article_id=article_id,
            max_seconds=_MAX_SECONDS,
            max_memory_bytes=_MAX_MEMORY_BYTES,
        )
    except ImportFailedError as error:
        raise ArticleRefusedError(str(error)) from error
    return DraftedArticle(values["article_id"], values["topic"], values["text"], True, tuple(values["notes"]))


def _in_corpus_form(data: bytes) -> tuple[str, dict[str, object]] | None:
    """Return text and front matter of a file that is an article of the corpus form already."""
    try:
        text = data.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
        metadata, _, _ = split_front_matter(text)
    except (UnicodeDecodeError, ArticleInvalidError):
        return None
    return (text, metadata) if metadata.keys() >= _FORM_KEYS else None


def _refuse_slug(what: str, value: str) -> None:
    most = _MAX_ID_CHARS if what == "id" else _MAX_TOPIC_CHARS
    if len(value) > most or not _SLUG.fullmatch(value):
        raise ArticleRefusedError(
            f"the {what} has to be lower-case words joined by hyphens, like kratom-tea; give one with `{what}`"
        )
