"""The component a user presses or chooses in."""

from __future__ import annotations

from tests.discord_sim.world.message import Message

from .refused import Refused


def usable_component(message: Message, user: dict, key: str | None, *, menus: bool) -> dict:
    """Return the button (or with `menus` the menu) a user can use on a message.

    Args:
        message: The message.
        user: Who uses it.
        key: The component's custom_id, label or placeholder; None if there is only one.
        menus: Look among the menus, not the buttons.

    Raises:
        Refused: The user cannot see the message, or it has no such component that is in use.
    """
    if message.deleted:
        raise Refused("the message is deleted")
    if message.visible_to not in (None, user["id"]):
        raise Refused(f"{user['username']} cannot see this ephemeral message")
    usable = message.selects if menus else message.buttons
    component = message.component(key) if key else usable[0] if len(usable) == 1 else None
    if component is None or component not in usable:
        there = [c.get("label") or c.get("custom_id") for c in usable]
        raise Refused(f"no such component {key!r}; there are {there}")
    if component.get("disabled") or not component.get("custom_id"):
        raise Refused(f"the component {key!r} is disabled or only a link")
    return component
