"""Write what answers are made of into a build, and read it back: articles, passages, sources, tables.

So a build answers by itself, whatever has become of the corpus folder since. `passages.jsonl` has passage n on line n.
"""

import json
from collections.abc import Iterable
from dataclasses import fields, replace
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter, ValidationError

from corpus.models import Article, Corpus, Passage
from index.errors import IndexCorruptError

ARTICLES = "articles.jsonl"
PASSAGES = "passages.jsonl"
RECORDS = "records.json"

_ARTICLE = TypeAdapter(Article)
_PASSAGE = TypeAdapter(Passage)
_CORPUS = TypeAdapter(Corpus)


def write_snapshot(corpus: Corpus, folder: Path) -> None:
    """Write the corpus into three files of the folder."""
    _write_lines(folder / ARTICLES, (_ARTICLE.dump_json(replace(a, passages=())) for a in corpus.articles))
    _write_lines(folder / PASSAGES, (_PASSAGE.dump_json(passage) for passage in corpus.passages))
    (folder / RECORDS).write_bytes(_CORPUS.dump_json(replace(corpus, articles=()), indent=1))


def read_snapshot(folder: Path) -> Corpus:
    """Read the corpus back.

    Raises:
        IndexCorruptError: a file is missing or does not hold what it should.
    """
    try:
        passages: dict[str, list[Passage]] = {}
        for line in (folder / PASSAGES).read_bytes().splitlines():
            passage = _PASSAGE.validate_json(line)
            passages.setdefault(passage.article_id, []).append(passage)
        articles = []
        for line in (folder / ARTICLES).read_bytes().splitlines():
            values: dict[str, Any] = _values(_ARTICLE.validate_json(line))
            articles.append(Article(**{**values, "passages": tuple(passages.pop(values["id"], ()))}))
        records = _CORPUS.validate_json((folder / RECORDS).read_bytes())
    except (OSError, ValidationError, ValueError) as error:
        raise IndexCorruptError(folder, f"its texts cannot be read ({type(error).__name__})") from error
    if passages:
        raise IndexCorruptError(folder, "it has passages without an article")
    return replace(records, articles=tuple(articles))


def _values(article: Article) -> dict[str, Any]:
    return {item.name: getattr(article, item.name) for item in fields(article)}


def _write_lines(path: Path, lines: Iterable[bytes]) -> None:
    path.write_bytes(b"".join(line + b"\n" for line in lines))


def dump_json(value: Any) -> bytes:
    """Return a value as stable, readable JSON."""
    return (json.dumps(value, indent=1, ensure_ascii=False, sort_keys=True) + "\n").encode()
