"""Read the text of a notice: front matter, then the sections `## Short` and `## Full`. No files are touched here."""

from typing import Any

from corpus.codes import NOTICE
from corpus.errors import ArticleInvalidError
from corpus.frontmatter import split_front_matter
from corpus.models import Notice


def parse_notice(stem: str, raw: str) -> tuple[dict[str, Any], Notice]:
    """Return the front matter and the notice; its id is the file's stem where the front matter has none.

    Raises:
        ArticleInvalidError: the front matter cannot be read, or one of the two forms is missing or empty.
    """
    metadata, body, _ = split_front_matter(raw)
    parts: dict[str, list[str]] = {}
    for line in body.split("\n"):
        if line.startswith("## "):
            parts[line[3:].strip().lower()] = []
        elif parts:
            parts[next(reversed(parts))].append(line)
    texts = {name: "\n".join(lines).strip() for name, lines in parts.items()}
    if not texts.get("short") or not texts.get("full"):
        raise ArticleInvalidError(1, NOTICE, "a notice needs the sections `## Short` and `## Full`")
    return metadata, Notice(str(metadata.get("id") or stem), texts["short"], texts["full"])
