"""Split a Markdown file into its YAML front matter and its body. No files are touched here."""

from typing import Any

import yaml

from corpus.errors import ArticleInvalidError

_FENCE = "---"


def split_front_matter(text: str) -> tuple[dict[str, Any], str, int]:
    """Return (metadata, body, line of the file on which the body starts, counted from 1).

    Raises:
        ArticleInvalidError: the front matter is missing, not closed, not YAML, or not a mapping.
    """
    lines = text.split("\n")
    if not lines or lines[0].rstrip() != _FENCE:
        raise ArticleInvalidError(1, "FRONT_MATTER", "the file does not start with a line of three dashes")
    for number, line in enumerate(lines[1:], start=2):
        if line.rstrip() == _FENCE:
            break
    else:
        raise ArticleInvalidError(1, "FRONT_MATTER", "the front matter is not closed by a line of three dashes")
    metadata = _parse_yaml("\n".join(lines[1 : number - 1]))
    return metadata, "\n".join(lines[number:]), number + 1


def _parse_yaml(text: str) -> dict[str, Any]:
    try:
        metadata = yaml.load(text, Loader=yaml.CSafeLoader)
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        mark = getattr(error, "problem_mark", None)
        line = mark.line + 2 if mark else 2
        problem = getattr(error, "problem", None) or str(error)
        raise ArticleInvalidError(line, "FRONT_MATTER", f"the front matter is not YAML: {problem}") from error
    if not isinstance(metadata, dict):
        raise ArticleInvalidError(2, "FRONT_MATTER", "the front matter is not a list of `key: value` lines")
    return {str(key): value for key, value in metadata.items()}
