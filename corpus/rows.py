"""Read a YAML table into rows that know their line. No files are touched here."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from corpus.errors import TableInvalidError


@dataclass(frozen=True, slots=True)
class Row:
    """One entry of a list of a table, as written; `line` is where it starts, from 1."""

    line: int
    values: Any


@dataclass(frozen=True, slots=True)
class Table:
    """The lists of one YAML file, by the key they stand under; a file that is one bare list has it under ""."""

    path: Path
    lists: dict[str, tuple[Row, ...]]

    def rows(self, key: str) -> tuple[Row, ...]:
        """Return the rows under a key, or those of a bare list.

        Raises:
            TableInvalidError: there is no such list.
        """
        rows = self.lists.get(key, self.lists.get(""))
        if rows is None:
            raise TableInvalidError(self.path, f"there is no list under `{key}:`")
        return rows

    def records(self, key: str) -> tuple[Row, ...]:
        """Return those rows under a key that are `key: value` lines; none where there is no such list."""
        return tuple(row for row in self.lists.get(key, self.lists.get("", ())) if isinstance(row.values, dict))


def parse_table(path: Path, raw: str) -> Table:
    """Return the lists of a YAML text; `path` only names it.

    Raises:
        TableInvalidError: the text is not YAML.
    """
    try:
        loader = yaml.CSafeLoader(raw)
        try:
            node = loader.get_single_node()
            value = loader.construct_document(node) if node is not None else None
        finally:
            loader.dispose()
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        mark = getattr(error, "problem_mark", None)
        problem = getattr(error, "problem", None) or str(error) or "nested too deeply"
        raise TableInvalidError(path, f"not YAML: {problem}", mark.line + 1 if mark else 1) from error
    if isinstance(value, list):
        return Table(path, {"": _rows(node, value)})
    if not isinstance(value, dict):
        return Table(path, {})
    nodes = {key.value: child for key, child in node.value if isinstance(child, yaml.SequenceNode)}
    return Table(path, {str(key): _rows(nodes[key], item) for key, item in value.items() if key in nodes})


def _rows(node: yaml.SequenceNode, values: list[Any]) -> tuple[Row, ...]:
    marks = (child.start_mark.line + 1 for child in node.value)
    return tuple(Row(line, value) for line, value in zip(marks, values, strict=True))
