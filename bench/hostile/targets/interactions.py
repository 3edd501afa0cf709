"""Whole interactions and messages, against the real command tree: all that the bot sends and logs is looked at."""

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from discord import AppCommandOptionType, app_commands

from bench.hostile.draw import Draw
from bench.hostile.offline_bot import APPLICATION, OfflineBot, Request, Seen
from bench.hostile.shown import check_body
from bench.hostile.target import Promise, Target, require
from bench.hostile.targets.identifiers import drawn_custom_id, drawn_receipt
from bench.hostile.words import ASKED, MARKUP, SNIPPETS, UNSEEN

CANARY = "zqxcanary"
"""Stands in every free text, so that it is found wherever words of a question went."""
_MANAGES, _NOBODY, _ALL = str(1 << 5), "0", str((1 << 50) - 1)
_SLOW = frozenset({"reload", "preview", "check", "add", "remove", "rollback", "status", "diagnose"})
"""They read the whole corpus or build, for seconds; here only by those who may not."""
_COMMAND, _COMPONENT, _AUTOCOMPLETE, _FORM = 2, 3, 4, 5
_MODIFIED, _CHOICES, _MODAL = 7, 8, 9
_BUTTON, _MENUS, _TEXT_INPUT = 2, (3, 5, 6, 7, 8), 4
_CRASHES = ("command failed", "event failed", "lost error", "reply could not be made", "Ignoring exception")
_SEEDS = tuple(bytes([kind]) + bytes(range(start, start + 90, 3)) for kind in range(8) for start in (0, 40, 120))
_EPHEMERAL = 1 << 6
_V2 = 1 << 15


class Interactions:
    """Attacks a bot that runs."""

    def __init__(self, offline: OfflineBot) -> None:
        self._offline = offline
        self._commands = list(leaves(offline.bot.tree.get_commands()))
        self._ids: list[str] = ["k1:mine:ask"]
        self._token = 0

    def check(self, data: bytes) -> None:
        """Do one thing to the bot; it answers as it should, or not at all where nothing of its own was touched."""
        draw = Draw(data)
        kind = draw.byte() % 8
        if kind <= 2:
            answered = self._command(draw)
        elif kind == 3:
            answered = self._autocomplete(draw)
        elif kind <= 5:
            answered = self._component(draw)
        elif kind == 6:
            answered = self._form(draw)
        else:
            answered = self._message(draw)
        self._look(self._offline.seen, answered=answered)

    @property
    def target(self) -> Target:
        """Return the target."""
        return Target("whole interactions", self.check, 8, 160, _SEEDS)

    def _command(self, draw: Draw) -> bool:
        path, command = draw.choose(self._commands)
        data: dict[str, Any]
        if isinstance(command, app_commands.ContextMenu):
            message = self._offline.message({"content": self._words(draw), "author": self._offline.world.user("bob")})
            data = {"id": "1", "name": command.name, "type": 3, "target_id": message["id"]}
            data["resolved"] = {"messages": {message["id"]: message}}
        else:
            data = _nested(path, [self._option(one, draw) for one in command.parameters if one.required or draw.flag()])
        self._interact(draw, _COMMAND, data, powerless=path[-1] in _SLOW)
        return True

    def _autocomplete(self, draw: Draw) -> bool:
        typed = [(path, one) for path, command in self._commands if isinstance(command, app_commands.Command)
                 for one in command.parameters if one.autocomplete]  # fmt: skip
        path, option = draw.choose(typed)
        chosen = {"name": option.display_name, "type": option.type.value, "value": self._words(draw), "focused": True}
        self._interact(draw, _AUTOCOMPLETE, _nested(path, [chosen]))
        return False

    def _component(self, draw: Draw) -> bool:
        custom_id = draw.choose(self._ids) if draw.flag() else drawn_custom_id(draw)
        if draw.byte() < 64:
            custom_id = (
                f"k1:{draw.choose(('more', 'sources', 'ask', 'share', 'helped', 'failed', 'delete'))}:0:"
                + drawn_receipt(draw)
            )
        kind = draw.choose((_BUTTON, *_MENUS))
        component: dict[str, Any] = {"type": kind, "id": 2, "custom_id": custom_id}
        component |= {"style": 2, "label": "x"} if kind == _BUTTON else {"min_values": 0, "max_values": 5}
        if kind == _MENUS[0]:
            component["options"] = [{"label": "x", "value": "x"}]
        row = {"type": 1, "id": 1, "components": [component]}
        fields: dict[str, Any] = {"components": [row], "flags": _V2 | (_EPHEMERAL if draw.flag() else 0)}
        if draw.flag():
            user = self._offline.world.user(draw.choose(("alice", "bob")))
            fields["interaction_metadata"] = {"id": "5", "type": 2, "user": user, "authorizing_integration_owners": {}}
        data: dict[str, Any] = {"custom_id": custom_id, "component_type": kind}
        if kind != _BUTTON:
            data["values"] = draw.several(lambda: self._value(draw), 3)
            data["resolved"] = {}
        self._interact(draw, _COMPONENT, data, message=self._offline.message(fields), powerless=":add:" in custom_id)
        return False

    def _form(self, draw: Draw) -> bool:
        receipt = drawn_receipt(draw).replace("-", "") if draw.flag() else "K10"
        custom_id = f"k1:form:{receipt}" if draw.byte() < 240 else drawn_custom_id(draw)
        field = {
            "type": _TEXT_INPUT,
            "id": 2,
            "custom_id": draw.choose(("question", "question", "x")),
            "value": self._words(draw),
        }
        components = (
            [{"type": 18, "id": 1, "component": field}]
            if draw.flag()
            else [{"type": 1, "id": 1, "components": [field]}]
        )
        self._interact(draw, _FORM, {"custom_id": custom_id, "components": components})
        return False

    def _message(self, draw: Draw) -> bool:
        world = self._offline.world
        mention = f"<@{world.bot['id']}> " if draw.byte() < 200 else ""
        author = world.user(draw.choose(("alice", "bob")))
        message = self._offline.message({"content": mention + self._words(draw), "author": author, "flags": 0})
        message["mentions"] = [world.bot] if mention else []
        if draw.flag():
            message |= {"guild_id": world.guild.id, "member": {**world.guild.members[author["id"]], "user": author}}
        self._offline.tell("MESSAGE_CREATE", message)
        return False

    def _option(self, option: app_commands.Parameter, draw: Draw) -> dict[str, Any]:
        value: Any = self._words(draw)
        if option.choices and draw.flag():
            value = draw.choose(option.choices).value
        elif option.type is AppCommandOptionType.boolean:
            value = draw.flag()
        elif option.type is AppCommandOptionType.integer:
            value = draw.number(-(2**53), 2**53)
        elif option.type is AppCommandOptionType.attachment:
            value = "1"
        return {"name": option.display_name, "type": option.type.value, "value": value}

    def _value(self, draw: Draw) -> str:
        return (
            draw.choose(("0" * 12, self._offline.channel["id"], "de", "5", "none", "wrong"))
            if draw.flag()
            else draw.text()
        )

    def _words(self, draw: Draw) -> str:
        return f"{draw.text((*ASKED, *SNIPPETS, *UNSEEN, *MARKUP), 6)} {CANARY} {draw.text(most=2)}"

    def _interact(
        self,
        draw: Draw,
        kind: int,
        data: dict[str, Any],
        *,
        message: Mapping[str, Any] | None = None,
        powerless: bool = False,
    ) -> None:
        world = self._offline.world
        user = world.user(draw.choose(("alice", "bob", "mod")))
        rights = _NOBODY if powerless else draw.choose((_NOBODY, _MANAGES, _ALL))
        self._token += 1
        payload: dict[str, Any] = {
            "id": str(2 * 10**17 + self._token),
            "application_id": APPLICATION,
            "type": kind,
            "data": data,
            "version": 1,
            "token": f"aW50{self._token}",
            "channel_id": self._offline.channel["id"],
            "channel": self._offline.channel,
            "locale": draw.choose(("en-US", "de", "xx")),
            "entitlements": [],
            "authorizing_integration_owners": {"0": world.guild.id},
            "app_permissions": _ALL,
            "attachment_size_limit": 1,
        }
        if draw.byte() < 200:
            payload |= {
                "guild_id": world.guild.id,
                "guild_locale": "en-US",
                "context": 0,
                "guild": {"id": world.guild.id},
            }
            payload["member"] = {**world.guild.members[user["id"]], "permissions": rights, "user": user}
            payload["guild"] |= {"locale": "en-US", "features": []}
        else:
            payload |= {"user": user, "context": 1, "channel": {"id": "77", "type": 1, "recipients": [user]}}
        if message is not None:
            payload["message"] = message
        self._offline.tell("INTERACTION_CREATE", payload)

    def _look(self, seen: Seen, *, answered: bool) -> None:
        """Fail where a request or a line of the log breaks a promise."""
        for line in seen.logged:
            event = str(line["event"])
            require(not event.startswith(_CRASHES), Promise.CRASH, f"{event}: {line.get('error')} {line.get('where')}")
            require(CANARY not in json.dumps(line, default=repr), Promise.LOGGED_WORDS, event)
        said = [body for request in seen.requests if (body := message_of(request)) is not None]
        for body in said:
            check_body(body)
            self._remember(body.get("components"))
        formed = any(request.body.get("type") == _MODAL for request in seen.requests)
        require(said or formed or not answered, Promise.NOTICES, "no answer at all")

    def _remember(self, components: Any) -> None:
        """Keep the ids of the bot's own buttons, to press them later as anybody."""
        for name in _custom_ids(components):
            if len(self._ids) < 2000 and name not in self._ids:
                self._ids.append(name)


def message_of(request: Request) -> Mapping[str, Any] | None:
    """Return the message that a request sends; None where it sends none."""
    if request.method not in ("POST", "PATCH"):
        return None
    if request.path.endswith("/callback"):
        if request.body.get("type") not in (4, _MODIFIED):
            require(
                "data" not in request.body or request.body["type"] in (5, _CHOICES, _MODAL), Promise.NOTICES, "unknown"
            )
            return None
        return dict(request.body["data"])
    is_message = request.path.endswith(("/messages", "/messages/{message_id}")) or "webhooks" in request.path
    return request.body if is_message else None


def leaves(
    commands: Sequence[Any], above: tuple[str, ...] = ()
) -> Iterator[tuple[tuple[str, ...], "app_commands.Command[Any, ..., Any] | app_commands.ContextMenu"]]:
    """Yield every command that can be used, with the words it is used with."""
    for command in commands:
        path = (*above, command.name)
        if isinstance(command, app_commands.Group):
            yield from leaves(command.commands, path)
        else:
            yield path, command


def _nested(path: Sequence[str], options: list[dict[str, Any]]) -> dict[str, Any]:
    """Return the data of a slash command, with its options under the last word of its name."""
    first, *below = path
    for word in reversed(below):
        options = [{"name": word, "type": 1, "options": options}]
    return {"id": "1", "name": first, "type": 1, "options": options}


def _custom_ids(components: Any) -> Iterator[str]:
    if isinstance(components, list):
        for one in components:
            yield from _custom_ids(one)
    elif isinstance(components, dict):
        if components.get("custom_id"):
            yield str(components["custom_id"])
        yield from _custom_ids(components.get("components"))
