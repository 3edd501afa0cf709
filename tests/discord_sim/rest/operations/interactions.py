"""Answers to interactions, and the followups their tokens allow.

See https://docs.discord.com/developers/interactions/receiving-and-responding
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from tests.discord_sim.announcements import remove
from tests.discord_sim.bot_messages import ONLY_USERS, bot_answers, bot_edits
from tests.discord_sim.interaction import Interaction
from tests.discord_sim.rest.call import Call
from tests.discord_sim.rest.errors import ApiError, empty_message, invalid_form, unknown
from tests.discord_sim.rules.flags import EPHEMERAL, LOADING
from tests.discord_sim.rules.messages import is_empty
from tests.discord_sim.rules.problems import Problem
from tests.discord_sim.world.message import Message

from .registry import Answer, Operations

if TYPE_CHECKING:
    from tests.discord_sim.server import SimServer

op = Operations()
MESSAGE, DEFERRED, DEFERRED_UPDATE, UPDATE, CHOICES, MODAL = 4, 5, 6, 7, 8, 9
MOST_FOLLOWUPS = 5  # where a user installed the app and the guild did not
WITHOUT_EFFECT = ("thread_id", "username", "avatar_url", "thread_name")  # fields for webhooks of other kinds


@op("create_interaction_response")
def _respond(sim: SimServer, call: Call) -> Answer:
    inter, kind, data = call.interaction, call.body["type"], call.body.get("data") or {}
    if inter is None or inter.id != call.args["interaction_id"] or inter.dead:
        raise unknown("interaction")
    _find_place(sim, inter)
    if inter.ack_type:
        raise ApiError(400, 40060, "Interaction has already been acknowledged.")
    if kind not in inter.answers:
        raise invalid_form([Problem(("type",), "BASE_TYPE_CHOICES", f"Value must be one of {inter.answers}.")])
    if kind == MESSAGE and is_empty(data, len(call.files)):
        raise empty_message()
    if kind == UPDATE and inter.source and inter.source.deleted:
        raise unknown("Message")
    inter.acknowledge(kind)
    message = _take_answer(sim, inter, kind, data, call.files)
    inter.exchange.answered(inter)
    if not call.asks_for("with_response"):
        return 204, None
    about: dict = {"id": inter.id, "type": inter.type}
    if message:
        about |= {
            "response_message_id": message.id,
            "response_message_loading": message.loading,
            "response_message_ephemeral": message.ephemeral,
            "channel_id": message.channel_id,
        }
    resource = {"resource": {"type": kind, "message": message.data}} if message and kind != DEFERRED else {}
    return 200, {"interaction": about, **resource}


def _take_answer(sim: SimServer, inter: Interaction, kind: int, data: dict, files: list) -> Message | None:
    """Do what an answer of this kind does; return the message it wrote or changed."""
    if kind in (MESSAGE, DEFERRED):
        flags = (data.get("flags") or 0) & EPHEMERAL | (LOADING if kind == DEFERRED else 0)
        inter.original = bot_answers(sim, inter, data if kind == MESSAGE else {}, files, flags)
        return inter.original
    if kind == UPDATE:
        assert inter.source is not None  # Interaction.answers has no UPDATE otherwise
        inter.original = inter.source
        bot_edits(sim, inter.source, data, files, ONLY_USERS)
        return inter.original
    if kind == DEFERRED_UPDATE:
        inter.original = inter.source
    elif kind == CHOICES:
        inter.exchange.choices = data.get("choices") or []
    elif kind == MODAL:
        inter.exchange.modal = data
    else:
        sim.note(f"create_interaction_response: type {kind} is accepted and shows nothing here")
    return None


def _by_token(sim: SimServer, call: Call) -> Interaction:
    """Return the interaction behind a webhook token, in a state that allows followups."""
    inter = call.interaction
    if call.args["webhook_id"] != sim.application_id or inter is None:
        raise unknown("Webhook")
    if inter.expired or time.monotonic() - inter.created > sim.token_lifetime:
        raise ApiError(401, 50027, "Invalid Webhook Token")
    if inter.dead or not inter.ack_type:
        raise unknown("Webhook")
    _find_place(sim, inter)
    return inter


def _find_place(sim: SimServer, inter: Interaction) -> None:
    """Refuse what would be written to a channel that was deleted meanwhile."""
    if inter.channel["id"] not in sim.world.channels:
        raise unknown("Channel")


@op("execute_webhook")
def _followup(sim: SimServer, call: Call) -> Answer:
    inter, body = _by_token(sim, call), call.body or {}
    if is_empty(body, len(call.files)):
        raise empty_message()
    for name in WITHOUT_EFFECT:
        if name in body or name in call.query:
            sim.note(f"execute_webhook: {name} has no effect on an interaction's followup")
    if inter.original and inter.original.loading and inter.original is not inter.source:
        sim.note(
            "execute_webhook: a followup sent while the deferred answer is open edits that answer "
            "(deprecated: edit @original)"
        )
        bot_edits(sim, inter.original, body, call.files, ONLY_USERS)
        return 200, inter.original.data
    inter.followups += 1
    if not inter.by_guild and inter.followups > MOST_FOLLOWUPS:
        raise ApiError(400, 40094, "This interaction has reached its maximum number of follow up messages.")
    flags = (body.get("flags") or 0) & EPHEMERAL
    return 200, bot_answers(sim, inter, body, call.files, flags, inter.original).data


def _webhook_message(sim: SimServer, call: Call) -> Message:
    inter = _by_token(sim, call)
    message = inter.find(call.args["message_id"]) if "message_id" in call.args else inter.original
    if message is None or message.deleted:
        raise unknown("Message")
    return message


@op("get_original_webhook_message", "get_webhook_message")
def _get_followup(sim: SimServer, call: Call) -> Answer:
    return 200, _webhook_message(sim, call).data


@op("update_original_webhook_message", "update_webhook_message")
def _edit_followup(sim: SimServer, call: Call) -> Answer:
    message = _webhook_message(sim, call)
    bot_edits(sim, message, call.body or {}, call.files, ONLY_USERS)
    return 200, message.data


@op("delete_original_webhook_message", "delete_webhook_message")
def _delete_followup(sim: SimServer, call: Call) -> Answer:
    remove(sim, _webhook_message(sim, call))
    return 204, None
