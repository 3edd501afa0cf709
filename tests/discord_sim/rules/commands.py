"""The limits of application commands and their choices which Discord's documentation states and its schemas do not.

See https://docs.discord.com/developers/interactions/application-commands
"""

from __future__ import annotations

import unicodedata

from .problems import Problem, Problems

COMMAND_TOTAL = 8000  # code points in all names, descriptions and choices of one command
MOST_COMMANDS = {1: 100, 2: 15, 3: 15}  # by command type


def choice_limits(choices: list, path: tuple, option_type: int = 3) -> list[Problem]:
    """Check the choices of an option (or autocomplete suggestions for it) of this option type."""
    found = Problems()
    for index, choice in enumerate(choices or ()):
        value = choice.get("value")
        if option_type == 3 and isinstance(value, str) and len(value) > 100:
            found.add((*path, index, "value"), "BASE_TYPE_MAX_LENGTH", "Must be 100 or fewer in length.")
        fits = (
            isinstance(value, str)
            if option_type == 3
            else type(value) in ((int,) if option_type == 4 else (int, float))
        )
        if not fits:
            found.add(
                (*path, index, "value"),
                "APPLICATION_COMMAND_OPTION_CHOICE_VALUE_TYPE",
                "The value of a choice must be of the option's type",
            )
    return found


def _name_ok(name: str) -> bool:
    def allowed(ch: str) -> bool:
        return (
            ch in "-_'"
            or unicodedata.category(ch)[0] in "LN"
            or "\u0900" <= ch <= "\u097f"
            or "\u0e00" <= ch <= "\u0e7f"
        )

    return 1 <= len(name) <= 32 and all(allowed(c) and c.lower() == c for c in name)


def command_limits(command: dict, path: tuple = ()) -> list[Problem]:
    """Check one command as it is registered."""
    found = Problems()
    name, description = command.get("name") or "", command.get("description") or ""
    if command.get("type") in (None, 1):
        if not _name_ok(name):
            found.add((*path, "name"), "APPLICATION_COMMAND_INVALID_NAME", "Command name is invalid")
        if not description:
            found.add((*path, "description"), "BASE_TYPE_REQUIRED", "This field is required")
        found += _option_limits(command.get("options") or [], (*path, "options"), depth=0)
        if _command_size(command) > COMMAND_TOTAL:
            found.add(path, "APPLICATION_COMMAND_TOO_LARGE", f"Command exceeds maximum size ({COMMAND_TOTAL})")
    else:
        if name != name.strip():
            found.add((*path, "name"), "APPLICATION_COMMAND_INVALID_NAME", "Command name is invalid")
        for key in ("description", "options"):
            if command.get(key):
                found.add(
                    (*path, key),
                    "APPLICATION_COMMAND_CONTEXT_MENU_FIELD_NOT_ALLOWED",
                    f"Context menu commands cannot have {key}",
                )
    return found


def commands_limits(commands: list) -> list[Problem]:
    """Check the whole set of commands registered at once."""
    found = Problems()
    seen: set = set()
    counts: dict[int, int] = {}
    for index, command in enumerate(commands or ()):
        found += command_limits(command, (index,))
        kind = command.get("type") or 1
        key = (kind, command.get("name"))
        if key in seen:
            found.add((index,), "APPLICATION_COMMANDS_DUPLICATE_NAME", "Application command names must be unique")
        seen.add(key)
        counts[kind] = counts.get(kind, 0) + 1
    for kind, most in MOST_COMMANDS.items():
        if counts.get(kind, 0) > most:
            found.add(
                (),
                "APPLICATION_COMMAND_MAX_EXCEEDED",
                f"Maximum number of application commands of type {kind} reached ({most})",
            )
    return found


def _option_limits(options: list, path: tuple, depth: int) -> list[Problem]:
    found = Problems()
    names: set = set()
    optional_seen = False
    groups = [o for o in options if o.get("type") in (1, 2)]
    if groups and len(groups) != len(options):
        found.add(
            path,
            "APPLICATION_COMMAND_OPTIONS_TYPE_INVALID",
            "Sub-command and sub-command group option types are mutually exclusive to all other types",
        )
    for index, option in enumerate(options):
        here = (*path, index)
        if not _name_ok(option.get("name") or ""):
            found.add((*here, "name"), "APPLICATION_COMMAND_INVALID_NAME", "Command name is invalid")
        if option.get("name") in names:
            found.add(here, "APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS", "Option name already exists")
        names.add(option.get("name"))
        if option.get("required") and optional_seen:
            found.add(
                here,
                "APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID",
                "Required options must be placed before non-required options",
            )
        optional_seen |= not option.get("required")
        found += _one_option(option, here, depth)
    return found


def _one_option(option: dict, here: tuple, depth: int) -> Problems:
    found = Problems()
    if option.get("choices") and option.get("autocomplete"):
        found.add(
            (*here, "autocomplete"),
            "APPLICATION_COMMAND_OPTIONS_CHOICES_AND_AUTOCOMPLETE",
            "Choices and autocomplete are mutually exclusive",
        )
    if option.get("choices"):
        found += choice_limits(option["choices"], (*here, "choices"), option["type"])
    for low, high in (("min_value", "max_value"), ("min_length", "max_length")):
        if option.get(low) is not None and option.get(high) is not None and option[low] > option[high]:
            found.add((*here, low), "APPLICATION_COMMAND_OPTIONS_MIN_EXCEEDS_MAX", f"{low} cannot exceed {high}")
    if option.get("type") in (1, 2):
        if depth + (option["type"] == 2) > 1:
            found.add(
                (*here, "type"),
                "APPLICATION_COMMAND_OPTIONS_TYPE_INVALID",
                "Sub-commands cannot be nested this deep",
            )
        found += _option_limits(option.get("options") or [], (*here, "options"), depth + 1)
    return found


def _command_size(command: dict) -> int:
    def longest(holder: dict, key: str) -> int:
        others = (holder.get(key + "_localizations") or {}).values()
        return max(map(len, [str(holder.get(key) or ""), *others]))

    size = longest(command, "name") + longest(command, "description")
    for choice in command.get("choices") or ():
        size += longest(choice, "name") + len(str(choice.get("value", "")))
    return size + sum(_command_size(option) for option in command.get("options") or ())
