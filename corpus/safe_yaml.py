"""The one place that parses YAML: no objects, no crash on input that is made to nest deeply."""

import re
from typing import Any

import yaml

from corpus.errors import YamlError

MAX_DEPTH = 50
_OPENERS_BEFORE_COUNTING = 2_000
# Several block entries that open on one line, such as "- - - x": the only cheap way to nest besides brackets.
_CHAINED_ENTRY = re.compile(r"[-?][ \t]+(?=[-?][ \t])")


def load_yaml(raw: str) -> tuple[Any, yaml.Node | None]:
    """Return the value of a YAML text and the node it was made from, which knows lines; None for an empty text.

    Raises:
        YamlError: the text is not one YAML document of plain values, or nests more deeply than any table does.
    """
    try:
        _refuse_deep_nesting(raw)
        loader = yaml.CSafeLoader(raw)
        try:
            node = loader.get_single_node()
            return (loader.construct_document(node) if node is not None else None), node
        finally:
            loader.dispose()
    except (yaml.YAMLError, ValueError, RecursionError, LookupError, AttributeError, OverflowError) as error:
        # The last three are how PyYAML fails at a tag whose value is none of its kind: `!!int ""`, `!!timestamp x`.
        mark = getattr(error, "problem_mark", None)  # past the last line where something is not closed
        problem = getattr(error, "problem", None) or str(error) or type(error).__name__
        raise YamlError(min(mark.line, raw.count("\n")) + 1 if mark else 1, str(problem)) from error


def _refuse_deep_nesting(raw: str) -> None:
    """Stop before libyaml's composer, which recurses in C and ends the process at some ten thousand levels.

    Depth by indentation alone is bounded by the size of the file, so only other openers are counted.
    """
    openers = raw.count("[") + raw.count("{") + sum(1 for _ in _CHAINED_ENTRY.finditer(raw))
    if openers <= _OPENERS_BEFORE_COUNTING:
        return
    depth = 0
    for event in yaml.parse(raw, Loader=yaml.CSafeLoader):
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        if depth > MAX_DEPTH:
            raise ValueError(f"lists nest more than {MAX_DEPTH} levels deep")
