"""The ids of buttons and menus that moderators use; like those in `custom_ids`, to be read as a stranger's words."""

import re
from enum import StrEnum

from bot.frontends.discord_client.custom_ids import PREFIX


class UnknownChoiceError(Exception):
    """What was chosen in a menu is not in this server, or not on the list."""


class Scope(StrEnum):
    """Whose acts a page of the history shows: those of this server, or also changes of the corpus by others."""

    HERE = "here"
    ALL = "all"


class Setting(StrEnum):
    """A setting of a server, as the panel names it."""

    CHANNELS = "channels"
    ROLES = "roles"
    PRIVATE = "private"
    AGE = "age"
    LANGUAGE = "language"
    COOLDOWN = "cooldown"


HISTORY_PAGE = re.compile(rf"{PREFIX}:history:(?P<scope>here|all):(?P<before>\d{{1,18}})")
FEEDBACK_MENU = re.compile(rf"{PREFIX}:votes")
SETTING_MENU = re.compile(rf"{PREFIX}:pick:(?P<setting>channels|roles|language|cooldown)")
SETTING_SWITCH = re.compile(rf"{PREFIX}:switch:(?P<setting>private|age):(?P<to>on|off)")


def history_page(scope: Scope, before: int) -> str:
    """Return the id of a button that shows acts with numbers below `before`; 0 for the newest."""
    return f"{PREFIX}:history:{scope}:{before}"


def feedback_menu() -> str:
    """Return the id of the menu of passages with feedback."""
    return f"{PREFIX}:votes"


def setting_menu(setting: Setting) -> str:
    """Return the id of the menu that sets this."""
    return f"{PREFIX}:pick:{setting}"


def setting_switch(setting: Setting, *, on: bool) -> str:
    """Return the id of the button that switches this on or off; pressed twice it does the same twice."""
    return f"{PREFIX}:switch:{setting}:{'on' if on else 'off'}"
