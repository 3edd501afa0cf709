"""The limits of message components and modals which Discord's documentation states and its schemas do not.

See https://docs.discord.com/developers/components/reference
"""

from __future__ import annotations

from collections.abc import Iterator

from .problems import Problem, Problems

SELECTS = {3, 5, 6, 7, 8}
V2_COMPONENTS, V2_TEXT = 40, 4000  # components in a message, and code points of text in them
DUPLICATED = ("COMPONENT_CUSTOM_ID_DUPLICATED", "Component custom id cannot be duplicated")


def each_component(components: list, path: tuple = ()) -> Iterator[tuple[dict, tuple]]:
    """Yield every component of a tree with its path, containers before what they hold."""
    for index, component in enumerate(components or ()):
        here = (*path, index)
        yield component, here
        yield from each_component(component.get("components") or [], (*here, "components"))
        for name in ("accessory", "component"):
            if isinstance(component.get(name), dict):
                inner = component[name]
                yield inner, (*here, name)


def component_limits(components: list, path: tuple, *, v2: bool = False) -> list[Problem]:
    """Check the components of a message, laid out freely (`v2`) or in action rows."""
    found = _free_layout(components, path) if v2 else _rows_layout(components, path)
    seen: set = set()
    for component, here in each_component(components, path):
        kind = component.get("type")
        if kind == 1:
            children = component.get("components") or []
            if sum(5 if c.get("type") in SELECTS else 1 for c in children) > 5:
                problem = "COMPONENT_LAYOUT_WIDTH_EXCEEDED", "The specified component exceeds the maximum width"
                found.add((*here, "components"), *problem)
        if kind == 2:
            found += _button(component, here)
        if kind in SELECTS:
            found += _select(component, here)
        name = component.get("custom_id")
        if name is not None:
            if name in seen:
                found.add((*here, "custom_id"), *DUPLICATED)
            seen.add(name)
    return found


def _free_layout(components: list, path: tuple) -> Problems:
    found = Problems()
    parts = [component for component, _ in each_component(components)]
    if len(parts) > V2_COMPONENTS:
        found.add(path, "BASE_TYPE_BAD_LENGTH", f"Must be between 1 and {V2_COMPONENTS} in length.")
    if sum(len(part.get("content") or "") for part in parts) > V2_TEXT:
        message = f"Total displayable text size exceeds maximum size of {V2_TEXT}"
        found.add(path, "COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED", message)
    return found


def _rows_layout(components: list, path: tuple) -> Problems:
    found = Problems()
    if len(components) > 5:
        found.add(path, "BASE_TYPE_BAD_LENGTH", "Must be between 1 and 5 in length.")
    for index, component in enumerate(components):
        if component.get("type") != 1:
            found.add((*path, index, "type"), "UNION_TYPE_CHOICES", 'Value of field "type" must be one of (1,).')
    return found


def _button(button: dict, path: tuple) -> list[Problem]:
    found, style = Problems(), int(button.get("style") or 0)
    required, banned = {5: ("url", ("custom_id", "sku_id")), 6: ("sku_id", ("custom_id", "url", "label", "emoji"))}.get(
        style, ("custom_id", ("url", "sku_id"))
    )
    if not button.get(required):
        found.add(
            (*path, required), "BASE_TYPE_REQUIRED", f"A {required.replace('_', ' ')} is required for this button style"
        )
    for name in banned:
        if button.get(name):
            found.add((*path, name), "BUTTON_COMPONENT_INVALID_FIELD", f"A button of this style cannot have a {name}")
    if style != 6 and not button.get("label") and not button.get("emoji"):
        found.add(path, "BUTTON_COMPONENT_LABEL_OR_EMOJI_REQUIRED", "A button needs a label or an emoji")
    return found


def _select(select: dict, path: tuple) -> list[Problem]:
    found, values = Problems(), set()
    low, high = select.get("min_values"), select.get("max_values")
    low, high = 1 if low is None else low, 1 if high is None else high
    if low > high:
        found.add(
            (*path, "min_values"), "SELECT_COMPONENT_MIN_VALUES_EXCEEDS_MAX", "min_values cannot exceed max_values"
        )
    options = select.get("options") or []
    for index, option in enumerate(options):
        if option.get("value") in values:
            found.add(
                (*path, "options", index),
                "SELECT_COMPONENT_OPTION_VALUE_DUPLICATED",
                "The specified option value is already used",
            )
        values.add(option.get("value"))
    if sum(1 for o in options if o.get("default")) > high:
        found.add(
            (*path, "options"), "SELECT_COMPONENT_TOO_MANY_DEFAULT_VALUES", "More default options than max_values"
        )
    return found


def modal_limits(data: dict, path: tuple) -> list[Problem]:
    """Check the components of a modal."""
    components = data.get("components") or []
    found = Problems()
    if not 1 <= len(components) <= 5:
        found.add((*path, "components"), "BASE_TYPE_BAD_LENGTH", "Must be between 1 and 5 in length.")
    seen: set = set()
    for component, here in each_component(components, (*path, "components")):
        if component.get("type") == 4 and here[-1] != "component" and not component.get("label"):
            found.add((*here, "label"), "BASE_TYPE_REQUIRED", "This field is required")
        if component.get("custom_id") in seen:
            found.add(
                (*here, "custom_id"), "COMPONENT_CUSTOM_ID_DUPLICATED", "Component custom id cannot be duplicated"
            )
        seen.add(component.get("custom_id") or object())
    return found
