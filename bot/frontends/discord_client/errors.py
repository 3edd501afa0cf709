"""Whatever goes wrong in a command ends here: a sentence for the person, and a log record without their words."""

import secrets
from typing import Any

import aiohttp
import discord
import structlog
from discord import app_commands

from bot.answering.receipts import ReceiptError
from bot.answering.safeguards import Safeguards
from bot.answering.service import ReceiptUnknownError, ReceiptWithdrawnError
from bot.answering.showing import NothingFurtherError, NotShownError
from bot.frontends.discord_client import texts
from bot.frontends.discord_client.custom_ids import PREFIX
from bot.frontends.discord_client.desk import Desk
from bot.frontends.discord_client.logs import describe_error
from bot.frontends.discord_client.messages import Interaction, reply_parts, send_reply
from bot.frontends.discord_client.moderator_ids import UnknownChoiceError
from bot.frontends.discord_client.permissions import NotHomeServerError, NotManagerError, NotModeratorError
from bot.frontends.discord_client.state_calls import StateTroubleError
from bot.frontends.discord_client.venue import NotAgeRestrictedError
from bot.frontends.discord_client.voices import Voice
from bot.frontends.discord_client.worker import (
    WorkerBusyError,
    WorkerError,
    WorkerStoppingError,
    WorkerTimeoutError,
)
from bot.rendering.discord_markdown import MessagePart, help_block
from bot.state.errors import StateError

log = structlog.get_logger()

_EXPECTED: dict[type[Exception], str] = {
    WorkerBusyError: texts.BUSY,
    WorkerTimeoutError: texts.TIMEOUT,
    WorkerStoppingError: texts.STOPPING,
    NotModeratorError: texts.NOT_MODERATOR,
    NotManagerError: texts.NOT_MANAGER,
    NotHomeServerError: texts.NOT_HOME,
    StateTroubleError: texts.STATE_TROUBLE,
    UnknownChoiceError: texts.UNKNOWN_CHOICE,
    ReceiptError: texts.NOT_A_RECEIPT,
    ReceiptUnknownError: texts.RECEIPT_GONE,
    ReceiptWithdrawnError: texts.WITHDRAWN,
    NothingFurtherError: texts.NOTHING_FURTHER,
    NotShownError: texts.PASSAGE_GONE,
    NotAgeRestrictedError: texts.NOT_AGE_RESTRICTED,
    StateError: texts.NOTHING_SAVED,
    app_commands.NoPrivateMessage: texts.ONLY_IN_SERVERS,
    app_commands.CommandNotFound: texts.COMMAND_CHANGED,
    app_commands.CommandSignatureMismatch: texts.COMMAND_CHANGED,
    app_commands.TransformerError: texts.COMMAND_CHANGED,
}
# The interaction, its message or channel is gone, or Discord delivered it twice and the first one was answered:
# https://discord.com/developers/docs/topics/opcodes-and-status-codes#json
GONE = frozenset({10003, 10008, 10015, 10062, 40060, 50027})


class ErrorHandler:
    """The one handler of errors in commands."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    async def handle(self, interaction: Interaction, error: Exception) -> None:
        """Tell the person in a sentence, and the log if it was not expected; never raises."""
        cause = error.original if isinstance(error, app_commands.CommandInvokeError) else error
        if isinstance(cause, discord.HTTPException) and cause.code in GONE:
            log.warning("reply could not be sent", command=_name(interaction), **describe_error(cause))
            return
        parts = self.explain(_name(interaction), cause, self._desk.voice(interaction))
        try:
            await send_reply(interaction, parts, ephemeral=True)
        except (discord.HTTPException, aiohttp.ClientError, OSError) as unsent:
            log.warning("reply could not be sent", command=_name(interaction), **describe_error(unsent))
        except Exception as unexpected:
            log.error("reply could not be made", command=_name(interaction), **describe_error(unexpected))

    def explain(self, name: str, cause: Exception, voice: Voice) -> tuple[MessagePart, ...]:
        """Return what to tell a person about an error in what `name` stands for, and log it."""
        safeguards = voice.safeguards
        for kind, sentence in _EXPECTED.items():
            if isinstance(cause, kind):
                log.info("command not done", command=name, reason=type(cause).__name__)
                return sorry(sentence, safeguards, with_help=isinstance(cause, WorkerError))
        number = secrets.token_hex(4)
        log.error("command failed", command=name, number=number, **describe_error(cause))
        return sorry(voice.say(texts.FAILED, number=number), safeguards, with_help=True)


def sorry(sentence: str, safeguards: Safeguards, *, with_help: bool) -> tuple[MessagePart, ...]:
    """Return a sentence in the bot's own words as a message; with the lines to call, where a question went unread."""
    blocks = [sentence]
    if with_help:
        blocks.append(help_block(safeguards.help_lines(None), safeguards.language))
    return reply_parts(blocks, safeguards)


def _name(interaction: Interaction) -> str:
    """Return the command, or the kind of button, menu or form, without what it names."""
    if interaction.command:
        return interaction.command.qualified_name
    data: dict[str, Any] = dict(interaction.data or {})
    parts = str(data.get("custom_id", "")).split(":")
    return " ".join(parts[:2]) if len(parts) > 2 and parts[0] == PREFIX else "unknown"
