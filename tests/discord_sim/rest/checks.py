"""What is checked before an operation acts: the schema of the request, then the limits beyond it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from tests.discord_sim.rules import flags
from tests.discord_sim.rules.commands import choice_limits, command_limits, commands_limits
from tests.discord_sim.rules.components import modal_limits
from tests.discord_sim.rules.messages import message_limits, trim_message
from tests.discord_sim.rules.problems import Problem

from .call import Call
from .errors import ApiError, invalid_form
from .operations.lookup import stored_message

if TYPE_CHECKING:
    from tests.discord_sim.rules.spec import Spec
    from tests.discord_sim.server import SimServer
    from tests.discord_sim.world.message import Message

MAX_FILE_BYTES, MAX_FILES = 10 * 1024 * 1024, 10
ALLOWED_FLAGS = flags.SUPPRESS_EMBEDS | flags.SUPPRESS_NOTIFICATIONS | flags.VOICE_MESSAGE | flags.COMPONENTS_V2
WRONG_SHAPE = ("CONVERT", "COERCE", "REQUIRED", "UNION_TYPE_CHOICES")  # ends of the codes for it


def check_request(sim: SimServer, call: Call, content_type: str) -> None:
    """Check a request against Discord's description (where there is one) and the limits beyond.

    Raises:
        ApiError: Discord would refuse the request.
    """
    for message, _, _ in _messages_in(sim, call):
        trim_message(message)
    spec = None if sim.rest.check_later else sim.spec
    problems = _query_problems(sim, spec, call) if spec else []
    wrong = _body_problems(sim, spec, call, content_type) if spec else []
    if call.body is not None and not any(problem.code.endswith(WRONG_SHAPE) for problem in wrong):
        wrong += _limits(sim, call)
    problems += wrong
    if len(call.files) > MAX_FILES:
        problems.append(Problem(("attachments",), "BASE_TYPE_MAX_LENGTH", f"Must be {MAX_FILES} or fewer in length."))
    if any(len(blob) > MAX_FILE_BYTES for *_, blob in call.files):
        raise ApiError(413, 40005, "Request entity too large")
    if problems:
        raise invalid_form(dict.fromkeys(problems))


def check_calls(sim: SimServer) -> None:
    """Check every request so far against Discord's description, for a time in which `rest.check_later` held."""
    for call in sim.calls if sim.spec else ():
        problems = _query_problems(sim, sim.spec, call) + _body_problems(sim, sim.spec, call, "application/json")
        if problems:
            error = invalid_form(dict.fromkeys(problems))
            sim.violation(call.operation, error.message, code=error.code, problems=error.problems, call=call)


def _query_problems(sim: SimServer, spec: Spec, call: Call) -> list[Problem]:
    problems: list[Problem] = []
    known = {p["name"]: p["schema"] for p in spec.operations[call.operation]["parameters"]}
    for name, value in {**call.args, **call.query}.items():
        if name not in known:
            sim.note(f"{call.operation}: unknown query field {name}")
        elif known[name].get("type") == "boolean":
            if value.lower() not in ("true", "false", "1", "0"):
                problems.append(Problem((name,), "BOOLEAN_TYPE_CONVERT", "Must be either true or false."))
        elif known[name].get("type") != "array":
            problems += spec.check(known[name], value, path=(name,))[0]
    return problems


def _body_problems(sim: SimServer, spec: Spec, call: Call, content_type: str) -> list[Problem]:
    schema = spec.body_schema(call.operation, content_type)
    if call.body is None:
        if schema and spec.body_required(call.operation) and not call.files:
            raise invalid_form([Problem((), "BASE_TYPE_REQUIRED", "This field is required")])
        return []
    if schema is None:
        sim.note(f"{call.operation}: a body where Discord describes none")
        return []
    problems, ignored = spec.check(schema, call.body)
    for path in ignored:
        if not re.fullmatch(r"files\[\d+\]", str(path[-1])):
            name = ".".join(part for part in path if isinstance(part, str))
            sim.note(f"{call.operation}: field {name} is not in Discord's description, and is ignored")
    return problems


def _messages_in(sim: SimServer, call: Call) -> Iterator[tuple[dict, tuple, Message | None]]:
    """Yield (message body, its path, the message it edits) for every message a request carries."""
    body, operation, inter = call.body, call.operation, call.interaction
    if not isinstance(body, dict):
        return
    if operation == "create_interaction_response":
        if body.get("type") in (4, 7) and isinstance(body.get("data"), dict):
            yield body["data"], ("data",), inter.source if inter and body["type"] == 7 else None
    elif operation == "create_thread" and isinstance(body.get("message"), dict):
        yield body["message"], ("message",), None
    elif operation in ("create_message", "execute_webhook"):
        yield body, (), None
    elif operation == "update_message":
        yield body, (), stored_message(sim, call.args)
    elif operation == "update_original_webhook_message":
        yield body, (), inter.original if inter else None
    elif operation == "update_webhook_message":
        yield body, (), inter.find(call.args["message_id"]) if inter else None


def _limits(sim: SimServer, call: Call) -> list[Problem]:
    body, found = call.body, []
    for message, path, edited in _messages_in(sim, call):
        found += message_limits(message, path=path, flags=edited.flags if edited else 0)
        _note_odd_message(sim, call, message, edited)
    if call.operation == "create_interaction_response":
        data = body.get("data") or {}
        if body["type"] == 9:
            found += modal_limits(data, ("data",))
        if body["type"] == 8 and call.interaction:
            found += choice_limits(data.get("choices") or [], ("data", "choices"), call.interaction.option_type)
    if call.operation in ("bulk_set_application_commands", "bulk_set_guild_application_commands"):
        found += commands_limits(body)
    elif call.operation in ("create_application_command", "create_guild_application_command"):
        found += command_limits(body)
    return found


def _note_odd_message(sim: SimServer, call: Call, message: dict, edited: Message | None) -> None:
    set_flags = message.get("flags") or 0
    extra = set_flags & ~(ALLOWED_FLAGS | flags.EPHEMERAL)
    if extra or (call.operation == "create_message" and set_flags & flags.EPHEMERAL):
        sim.note(f"{call.operation}: message flags {set_flags} hold bits a bot cannot set here")
    names = [name for _, name, *_ in call.files] + [a["filename"] for a in (edited.attachments if edited else [])]
    for index, embed in enumerate(message.get("embeds") or []):
        for key in ("image", "thumbnail"):
            url = (embed.get(key) or {}).get("url") or ""
            if url.startswith("attachment://") and url.removeprefix("attachment://") not in names:
                sim.note(f"{call.operation}: embed {index} shows {url}, which is not attached")
