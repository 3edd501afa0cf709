"""The form a user sends from a modal."""

from __future__ import annotations

from typing import Any

from tests.discord_sim.rules.components import SELECTS

from .options import OptionValues
from .refused import Refused

ACTION_ROW, TEXT_INPUT, LABEL = 1, 4, 18
SINGLE_VALUED = (21, 23)  # radio group and checkbox: the others hold lists
LONGEST_INPUT = 4000


class ModalForm:
    """A modal with the values a user gives, by custom_id or label."""

    def __init__(self, modal: dict, values: dict[str, Any], options: OptionValues) -> None:
        self._modal = modal
        self._left = dict(values)
        self._options = options

    def data(self) -> dict:
        """Return the data of the interaction that sends the form.

        Raises:
            Refused: A required field is empty, a value does not fit, or there is no such field.
        """
        parts = [self._part(part, None) for part in self._modal["components"]]
        if self._left:
            raise Refused(f"the modal has no field {sorted(self._left)}")
        made = {"custom_id": self._modal["custom_id"], "components": parts}
        return made | ({"resolved": self._options.resolved} if self._options.resolved else {})

    def _part(self, part: dict, label: str | None) -> dict:
        shown = {"type": part["type"], "id": part.get("id", 0)}
        if part["type"] == LABEL:
            return shown | {"component": self._part(part["component"], part.get("label"))}
        if part["type"] == ACTION_ROW:
            return shown | {"components": [self._part(inner, None) for inner in part["components"]]}
        if "custom_id" not in part:
            return shown
        return shown | {"custom_id": part["custom_id"]} | self._field(part, label)

    def _field(self, part: dict, label: str | None) -> dict:
        kind = part["type"]
        name = next((n for n in (part["custom_id"], part.get("label"), label) if n in self._left), None)
        if kind == TEXT_INPUT:
            return {"value": _text(part, self._left.pop(name) if name else part.get("value", ""))}
        value = self._left.pop(name) if name else []
        if kind in SELECTS:
            return {"values": self._options.menu(part, value)}
        return {"value": value} if kind in SINGLE_VALUED else {"values": value}


def _text(part: dict, value: str) -> str:
    low, high = part.get("min_length", 0), part.get("max_length", LONGEST_INPUT)
    if part.get("required", True) and not value:
        raise Refused(f"the field {part['custom_id']!r} is required")
    if value and not low <= len(value) <= high:
        raise Refused(f"the field {part['custom_id']!r} takes {low} to {high} characters")
    return value
