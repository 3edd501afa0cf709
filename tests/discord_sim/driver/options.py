"""The values a user gives to options and menus, as the user's client sends them."""

from __future__ import annotations

from typing import Any

from tests.discord_sim.world.message import Message
from tests.discord_sim.world.rendering import attach_files
from tests.discord_sim.world.world import World

from .refused import Refused

STRING, INTEGER, BOOLEAN, USER, CHANNEL, ROLE, MENTIONABLE, NUMBER, ATTACHMENT = range(3, 12)
STRING_SELECT = 3
MENU_VALUES = {5: USER, 6: ROLE, 7: MENTIONABLE, 8: CHANNEL}  # menu type: the option type its values are of
LONGEST_STRING = 6000


class OptionValues:
    """The values given in one interaction.

    Attributes:
        resolved: The objects behind the ids among the values, as the interaction carries them.
    """

    def __init__(self, world: World, channel: dict) -> None:
        self.resolved: dict[str, dict] = {}
        self._world = world
        self._channel = channel
        self._guild = world.guilds.get(channel.get("guild_id") or "")

    def options(self, known: list[dict], values: dict[str, Any], focus: str | None) -> list[dict]:
        """Return the options of a command; `focus` names the one that is still typed into.

        Raises:
            Refused: A required option is missing, or a value does not fit.
        """
        left, made = dict(values), []
        for option in known:
            name = option["name"]
            if name in left:
                value = left.pop(name)
                if value is not None:
                    made.append(self._option(option, value, focused=name == focus))
            elif option.get("required") and not focus:
                raise Refused(f"the option {name!r} is required")
        if left:
            raise Refused(f"no option {sorted(left)}; there are {[o['name'] for o in known]}")
        return made

    def _option(self, option: dict, value: Any, *, focused: bool) -> dict:
        shown = {"name": option["name"], "type": option["type"]}
        if not focused:
            return shown | {"value": self._value(option, value)}
        if not option.get("autocomplete"):
            raise Refused(f"the option {option['name']!r} has no autocomplete")
        return shown | {"value": str(value), "focused": True}

    def menu(self, menu: dict, values: list) -> list:
        """Return what is chosen in a menu: option values or labels, or names of users, roles and channels."""
        low, high = menu.get("min_values", 1), menu.get("max_values", 1)
        if not low <= len(values) <= high:
            raise Refused(f"this menu takes {low} to {high} values")
        if menu["type"] == STRING_SELECT:
            names = {o["label"]: o["value"] for o in menu["options"]} | {
                o["value"]: o["value"] for o in menu["options"]
            }
            missing = [value for value in values if value not in names]
            if missing:
                raise Refused(f"the menu has no option {missing}")
            return [names[value] for value in values]
        return [self._value({"type": MENU_VALUES[menu["type"]], "name": "value"}, value) for value in values]

    def user(self, user: dict) -> str:
        """Return a user's id."""
        self._resolve("users", user["id"], user)
        if self._guild and user["id"] in self._guild.members:
            member = self._guild.members[user["id"]]
            rights = self._world.permissions(self._guild, user["id"], self._channel)
            shown = {k: v for k, v in member.items() if k not in ("user", "mute", "deaf")}
            self._resolve("members", user["id"], shown | {"permissions": str(rights)})
        return user["id"]

    def _resolve(self, kind: str, id: str, shown: dict) -> None:
        self.resolved.setdefault(kind, {})[id] = shown

    def _value(self, option: dict, value: Any) -> Any:
        kind = option["type"]
        if option.get("choices"):
            found = next((c for c in option["choices"] if value in (c["name"], c["value"])), None)
            if found is None:
                raise Refused(f"{value!r} is no choice of {option['name']!r}")
            return found["value"]
        if kind in (STRING, INTEGER, NUMBER, BOOLEAN):
            return _plain_value(option, value)
        if kind == MENTIONABLE:
            is_role = self._guild and any(role["name"] == value for role in self._guild.roles.values())
            kind = ROLE if is_role else USER
        if kind == USER:
            return self.user(self._world.user(value))
        if kind == ROLE:
            return self._role(value)
        if kind == CHANNEL:
            return self._channel_value(option, value)
        return self._attachment(*value)

    def _role(self, name: str) -> str:
        if self._guild is None:
            raise Refused("there are no roles in direct messages")
        role = self._guild.role(name)
        self._resolve("roles", role["id"], role)
        return role["id"]

    def _channel_value(self, option: dict, value: Any) -> str:
        if self._guild is None:
            raise Refused("there are no channels in direct messages")
        found = self._world.channel(value, self._guild)
        if option.get("channel_types") and found["type"] not in option["channel_types"]:
            raise Refused(f"{option['name']!r} takes channels of type {option['channel_types']}")
        shown = {k: found[k] for k in ("id", "name", "type", "parent_id", "thread_metadata") if k in found}
        rights = self._world.permissions(self._guild, self._world.bot["id"], found)
        self._resolve("channels", found["id"], shown | {"permissions": str(rights)})
        return found["id"]

    def _attachment(self, file_name: str, blob: bytes) -> str:
        holder = Message({"channel_id": self._channel["id"], "attachments": []}, guild_id=None)
        attach_files(self._world, holder, None, [(0, file_name, None, blob)])
        item = holder.attachments[0]
        self._resolve("attachments", item["id"], item | {"ephemeral": True})
        return item["id"]


def _plain_value(option: dict, value: Any) -> Any:
    kind, name = option["type"], option["name"]
    if kind == STRING:
        low, high = option.get("min_length", 0), option.get("max_length", LONGEST_STRING)
        if not isinstance(value, str) or not low <= len(value) <= high:
            raise Refused(f"{name!r} takes a text of {low} to {high} characters")
    elif kind == BOOLEAN:
        if type(value) is not bool:
            raise Refused(f"{name!r} takes true or false")
    else:
        if type(value) not in ((int,) if kind == INTEGER else (int, float)):
            raise Refused(f"{name!r} takes a number")
        if not option.get("min_value", value) <= value <= option.get("max_value", value):
            raise Refused(f"{name!r} takes {option.get('min_value')} to {option.get('max_value')}")
    return value
