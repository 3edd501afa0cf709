"""Take the fields off the top of a Markdown text: YAML, TOML, JSON, or lines such as `Title: Kratom`. Pure."""

import json
import re
import tomllib
from typing import Any

from corpus.errors import ArticleInvalidError
from corpus.frontmatter import split_front_matter

_FENCED = re.compile(r"(?P<fence>---|\+\+\+)[ \t]*\n(?P<inside>.*?)\n(?P=fence)[ \t]*(?:\n|$)", re.DOTALL)
# MultiMarkdown and Pandoc: fields up to the first empty line. The first names tell it from a text with a colon.
_FIELDS = re.compile(
    r"(?:title|author|date|layout|tags|subtitle): .*\n(?:[A-Za-z][\w -]{0,30}:.*\n|[ \t]+.*\n)*(?=\s*\n)", re.I
)
_FIELD = re.compile(r"([A-Za-z][\w -]{0,30}):(.*)")


def split_fields(text: str) -> tuple[dict[str, Any], str]:
    """Return the fields at the top of a text and the text after them; fields that cannot be read have no names."""
    try:
        fields, body, _ = split_front_matter(text)
    except ArticleInvalidError:
        pass
    else:
        return fields, body
    if found := _FENCED.match(text):
        return _toml(found["inside"]), text[found.end() :]
    if text.startswith("{"):
        try:
            fields, end = json.JSONDecoder().raw_decode(text)
        except (ValueError, RecursionError):
            return {}, text
        return (fields, text[end:]) if isinstance(fields, dict) else ({}, text)
    if found := _FIELDS.match(text):
        pairs = (line for line in map(_FIELD.match, found[0].split("\n")) if line)
        return {line[1].lower(): line[2].strip() for line in pairs}, text[found.end() :]
    return {}, text


def _toml(inside: str) -> dict[str, Any]:
    try:
        return tomllib.loads(inside)
    except (tomllib.TOMLDecodeError, RecursionError):
        return {"unreadable": inside}
