"""The schema check of single values: type, constants, length, pattern and format, in Discord's wording."""

from __future__ import annotations

import datetime
import re
from typing import Any
from urllib.parse import urlsplit

from .problems import Problem, Problems

INTEGER = re.compile(r"-?\d+\Z")
NUMBER = re.compile(r"-?\d+(\.\d+)?\Z")


def is_of_kind(kind: str, value: Any, strict: bool) -> bool:
    """Tell whether a value is of a JSON type; numbers may be strings unless `strict`."""
    if kind == "integer":
        if type(value) is int:
            return True
        return not strict and isinstance(value, str) and bool(INTEGER.match(value))
    if kind == "number":
        if type(value) in (int, float):
            return True
        return not strict and isinstance(value, str) and bool(NUMBER.match(value))
    return isinstance(value, {"string": str, "boolean": bool, "array": list, "object": dict}[kind])


def wrong_type(kind: str, value: Any, path: tuple) -> Problem:
    """Return the problem of a value that is not of its JSON type."""
    code, text = {
        "string": ("STRING_TYPE_CONVERT", f'Could not interpret "{value}" as string.'),
        "integer": ("NUMBER_TYPE_COERCE", f'Value "{value}" is not int.'),
        "number": ("NUMBER_TYPE_COERCE", f'Value "{value}" is not float.'),
        "boolean": ("BOOLEAN_TYPE_CONVERT", "Must be either true or false."),
        "array": ("LIST_TYPE_CONVERT", "Only iterables may be used in a ListType"),
        "object": ("MODEL_TYPE_CONVERT", "Only dictionaries may be used in a ModelType"),
    }[kind]
    return Problem(path, code, text)


def not_among(path: tuple, values: list) -> Problem:
    """Return the problem of a value that is none of the constants."""
    listed = ", ".join(repr(v) for v in values)
    return Problem(path, "BASE_TYPE_CHOICES", f"Value must be one of ({listed}).")


def size_problems(schema: dict, size: int, path: tuple, low_key: str, high_key: str) -> list[Problem]:
    """Check a length against the schema's bounds, which stand under the keys `low_key` and `high_key`."""
    low, high = schema.get(low_key), schema.get(high_key)
    if (low is None or size >= low) and (high is None or size <= high):
        return []
    if low and size == 0 and low_key == "minLength":
        return [Problem(path, "BASE_TYPE_REQUIRED", "This field is required")]
    if low and high:
        return [Problem(path, "BASE_TYPE_BAD_LENGTH", f"Must be between {low} and {high} in length.")]
    if high is not None and size > high:
        return [Problem(path, "BASE_TYPE_MAX_LENGTH", f"Must be {high} or fewer in length.")]
    return [Problem(path, "BASE_TYPE_MIN_LENGTH", f"Must be {low} or more in length.")]


def range_problems(schema: dict, kind: str, value: float, path: tuple) -> list[Problem]:
    """Check a number against the schema's bounds."""
    found = Problems()
    if "minimum" in schema and value < schema["minimum"]:
        message = f"{kind[:3]} value should be greater than or equal to {schema['minimum']}."
        found.add(path, "NUMBER_TYPE_MIN", message)
    if "maximum" in schema and value > schema["maximum"]:
        found.add(path, "NUMBER_TYPE_MAX", f"{kind[:3]} value should be less than or equal to {schema['maximum']}.")
    return found


def text_problems(schema: dict, value: str, path: tuple, strict: bool) -> list[Problem]:
    """Check a text against the schema's pattern and format; `strict` allows websocket addresses too."""
    if "pattern" in schema and not re.search(schema["pattern"], value):
        if schema.get("format") == "snowflake":
            return [Problem(path, "NUMBER_TYPE_COERCE", f'Value "{value}" is not snowflake.')]
        return [Problem(path, "STRING_TYPE_REGEX", "String value did not match validation regex.")]
    if schema.get("format") == "uri" and value:
        try:
            parts = urlsplit(value)
        except ValueError:
            parts = urlsplit("")
        if parts.scheme not in ("http", "https", "attachment", "discord", *(("ws", "wss") if strict else ())):
            return [
                Problem(path, "URL_TYPE_INVALID_SCHEME", f"Scheme \"{parts.scheme}\" must be one of ('http', 'https').")
            ]
        if not parts.netloc or any(c.isspace() for c in value):
            return [Problem(path, "URL_TYPE_INVALID_URL", "Not a well formed URL.")]
    if schema.get("format") == "date-time":
        try:
            datetime.datetime.fromisoformat(value)
        except ValueError:
            return [Problem(path, "DATE_TIME_TYPE_PARSE", f"Could not parse {value}. Should be ISO8601.")]
    return []
