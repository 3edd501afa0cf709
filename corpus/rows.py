"""Read a YAML table into rows that know their line. No files are touched here."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from corpus.errors import TableInvalidError, YamlError
from corpus.safe_yaml import load_yaml

BARE_LIST = ""


@dataclass(frozen=True, slots=True)
class RawRow:
    """One entry of a list of a table, as written; `line` is where it starts, from 1."""

    line: int
    values: Any


@dataclass(frozen=True, slots=True)
class Table:
    """The lists of one YAML file, by the key they stand under; a file that is one bare list has it under ""."""

    path: Path
    lists: dict[str, tuple[RawRow, ...]]

    def rows(self, key: str) -> tuple[RawRow, ...]:
        """Return the rows under a key, or those of a bare list.

        Raises:
            TableInvalidError: there is no such list.
        """
        rows = self.lists.get(key, self.lists.get(BARE_LIST))
        if rows is None:
            raise TableInvalidError(self.path, f"there is no list under `{key}:`")
        return rows

    def records(self, key: str) -> tuple[RawRow, ...]:
        """Return those rows under a key that are `key: value` lines; none where there is no such list."""
        rows = self.lists.get(key, self.lists.get(BARE_LIST, ()))
        return tuple(row for row in rows if isinstance(row.values, dict))


def parse_table(path: Path, raw: str) -> Table:
    """Return the lists of a YAML text; `path` only names it.

    Raises:
        TableInvalidError: the text is not YAML.
    """
    try:
        value, node = load_yaml(raw)
    except YamlError as error:
        raise TableInvalidError(path, f"not YAML: {error.message}", error.line) from error
    if isinstance(node, yaml.SequenceNode):
        return Table(path, {BARE_LIST: _rows(node, value)})
    if not isinstance(node, yaml.MappingNode):
        return Table(path, {})
    lists = {key.value: child for key, child in node.value if isinstance(child, yaml.SequenceNode)}
    # A key that stands twice has the value that stands last, which need not be this list.
    return Table(path, {key: _rows(child, value[key]) for key, child in lists.items() if _is_of(child, value, key)})


def _is_of(node: yaml.SequenceNode, value: Any, key: str) -> bool:
    found = value.get(key)
    return isinstance(found, list) and len(found) == len(node.value)


def _rows(node: yaml.SequenceNode, values: list[Any]) -> tuple[RawRow, ...]:
    lines = (child.start_mark.line + 1 for child in node.value)
    return tuple(RawRow(line, value) for line, value in zip(lines, values, strict=True))
