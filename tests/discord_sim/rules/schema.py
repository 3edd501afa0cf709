"""The check of a value against a JSON schema, as Discord makes it and in Discord's wording."""

from __future__ import annotations

import json
from typing import Any, NamedTuple

from .problems import Problem, Problems
from .scalars import is_of_kind, not_among, range_problems, size_problems, text_problems, wrong_type

# Fields the documentation names and the published schemas lack: never worth a remark.
DOCUMENTED_ELSEWHERE = {"nsfw", "tts", "file_types"}


class Union(NamedTuple):
    """What there is to know of a schema's list of alternatives, worked out once.

    Attributes:
        schemas: The alternatives as the description has them.
        constants: The values they allow, where all of them are constants.
        nullable: Whether one of them allows null.
        branches: Those that do not stand for null.
        tagged: The branches by the values of their field "type", where every one of them has that.
    """

    schemas: list
    constants: list
    nullable: bool
    branches: list[dict]
    tagged: dict[int | str, list[dict]]


class SchemaCheck:
    """The check against one set of named schemas, to which the schemas' references point."""

    def __init__(self, schemas: dict[str, dict]) -> None:
        self._schemas = schemas
        self._unions: dict[int, Union] = {}

    def check(self, schema: dict, value: Any, *, strict: bool, path: tuple) -> tuple[list[Problem], list[tuple]]:
        """Return the problems of a value and the paths of fields the schema does not know; see `Spec.check`."""
        problems = Problems()
        unknown: list[tuple] = []
        self._walk(schema, value, path, problems, unknown, strict)
        return problems, unknown

    def _walk(
        self, schema: dict, value: Any, path: tuple, problems: Problems, unknown: list[tuple], strict: bool
    ) -> None:
        schema = self._resolve(schema)
        for part in schema.get("allOf", ()):
            ignored: list = []
            self._walk(part, value, path, problems, ignored, strict)
        union = schema.get("oneOf") or schema.get("anyOf")
        if union:
            self._walk_union(union, value, path, problems, unknown, strict)
            return
        types = schema.get("type")
        types = [types] if isinstance(types, str) else list(types or ())
        if value is None:
            if types and "null" not in types:
                problems.add(path, "BASE_TYPE_REQUIRED", "This field is required")
            return
        if schema.get("format") == "snowflake" and type(value) is int and not strict:
            value = str(value)
        kind = next((t for t in types if t != "null"), None)
        if kind and not is_of_kind(kind, value, strict):
            problems.append(wrong_type(kind, value, path))
            return
        if kind == "object":
            self._walk_object(schema, value, path, problems, unknown, strict)
        elif kind == "array":
            problems += size_problems(schema, len(value), path, "minItems", "maxItems")
            if schema.get("uniqueItems") and len({json.dumps(v, sort_keys=True) for v in value}) != len(value):
                problems.add(path, "SET_TYPE_ALREADY_CONTAINS_VALUE", "The set already contains this value")
            for index, item in enumerate(value):
                self._walk(schema.get("items", {}), item, (*path, index), problems, unknown, strict)
        elif kind == "string":
            problems += size_problems(schema, len(value), path, "minLength", "maxLength")
            problems += text_problems(schema, value, path, strict)
        elif kind in ("integer", "number"):
            value = int(value) if kind == "integer" else float(value)
            problems += range_problems(schema, kind, value, path)
        if "enum" in schema and value not in schema["enum"]:
            problems.append(not_among(path, schema["enum"]))
        if "const" in schema and value != schema["const"]:
            problems.append(not_among(path, [schema["const"]]))

    def _walk_object(
        self, schema: dict, value: Any, path: tuple, problems: Problems, unknown: list[tuple], strict: bool
    ) -> None:
        properties = schema.get("properties", {})
        extra = schema.get("additionalProperties")
        for name in schema.get("required", ()):
            if name not in value:
                problems.add((*path, name), "BASE_TYPE_REQUIRED", "This field is required")
        if len(value) > schema.get("maxProperties", len(value)):
            problems.add(path, "BASE_TYPE_MAX_LENGTH", f"Must be {schema['maxProperties']} or fewer in length.")
        for name, item in value.items():
            if name in properties:
                self._walk(properties[name], item, (*path, name), problems, unknown, strict)
            elif isinstance(extra, dict):
                self._walk(extra, item, (*path, name), problems, unknown, strict)
            elif properties and name not in DOCUMENTED_ELSEWHERE:
                unknown.append((*path, name))

    def _walk_union(
        self, union: list, value: Any, path: tuple, problems: Problems, unknown: list[tuple], strict: bool
    ) -> None:
        known = self._union(union)
        if known.constants:
            if not strict and isinstance(known.constants[0], int) and is_of_kind("integer", value, strict):
                value = int(value)
            if value not in known.constants or isinstance(value, bool):
                problems.append(not_among(path, known.constants))
            return
        if value is None and known.nullable:
            return
        branches = known.branches
        if isinstance(value, dict) and known.tagged:  # Discord tells its unions apart by the field "type"
            tag = value.get("type")
            branches = known.tagged.get(tag, []) if isinstance(tag, (int, str)) else []
            if not branches:
                listed = tuple(sorted(known.tagged))
                problems.add((*path, "type"), "UNION_TYPE_CHOICES", f'Value of field "type" must be one of {listed}.')
                return
        tried: list[tuple[Problems, list[tuple]]] = []
        for branch in branches:
            tried.append((Problems(), []))
            self._walk(branch, value, path, *tried[-1], strict)
        best = min(tried, key=lambda found: (len(found[0]), len(found[1])))
        problems += best[0]
        unknown += best[1]

    def _union(self, union: list) -> Union:
        known = self._unions.get(id(union))
        if known is None:
            branches = [self._resolve(b) for b in union]
            constants = [b["const"] for b in branches if "const" in b]
            real = [b for b in branches if b.get("type") != "null"]
            tagged: dict = {}
            if len(real) > 1 and all(self._tags(b) for b in real):
                for branch in real:
                    for tag in self._tags(branch):
                        tagged.setdefault(tag, []).append(branch)
            only_constants = constants if len(constants) == len(branches) else []
            known = Union(union, only_constants, any(self._nullable(b) for b in branches), real, tagged)
            self._unions[id(union)] = known
        return known

    def _resolve(self, schema: dict) -> dict:
        while "$ref" in schema:
            schema = self._schemas[schema["$ref"].rsplit("/", 1)[1]]
        return schema

    def _nullable(self, schema: dict) -> bool:
        types = schema.get("type", ())
        return types == "null" or (isinstance(types, list) and "null" in types)

    def _tags(self, schema: dict) -> list:
        tag = self._resolve(schema.get("properties", {}).get("type", {}))
        return tag.get("enum", []) if "type" in schema.get("required", ()) else []
