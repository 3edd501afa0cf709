"""Split a Markdown file into its YAML front matter and its body. No files are touched here."""

from typing import Any

from corpus.codes import FRONT_MATTER
from corpus.errors import ArticleInvalidError, YamlError
from corpus.safe_yaml import load_yaml

_FENCE = "---"


def split_front_matter(text: str) -> tuple[dict[str, Any], str, int]:
    """Return (metadata, body, line of the file on which the body starts, counted from 1).

    Raises:
        ArticleInvalidError: the front matter is missing, not closed, not YAML, or not a mapping.
    """
    lines = text.split("\n")
    if lines[0].rstrip() != _FENCE:
        raise ArticleInvalidError(1, FRONT_MATTER, "the file does not start with a line of three dashes")
    number = next((number for number, line in enumerate(lines[1:], start=2) if line.rstrip() == _FENCE), None)
    if number is None:
        raise ArticleInvalidError(1, FRONT_MATTER, "the front matter is not closed by a line of three dashes")
    metadata = _parse_yaml("\n".join(lines[1 : number - 1]))
    return metadata, "\n".join(lines[number:]), number + 1


def _parse_yaml(text: str) -> dict[str, Any]:
    try:
        metadata, _ = load_yaml(text)
    except YamlError as error:
        message = f"the front matter is not YAML: {error.message}"
        raise ArticleInvalidError(error.line + 1, FRONT_MATTER, message) from error
    if not isinstance(metadata, dict):
        raise ArticleInvalidError(2, FRONT_MATTER, "the front matter is not a list of `key: value` lines")
    return {str(key): value for key, value in metadata.items()}
