"""Bring what libraries log to the structured log, without anything a person wrote.

An exception's message can quote its input, so of an exception only its kind and the lines of code are kept.
"""

import asyncio
import logging
import re
import traceback
from typing import Any

import discord
import structlog

log = structlog.get_logger()

_FRAMES = 8
_FLOORS = {"discord": logging.INFO, "asyncio": logging.ERROR, "aiohttp": logging.WARNING, "sqlalchemy": logging.ERROR}
_TOKENS = re.compile(r"(/(?:webhooks|interactions)/\d+/)[^/\s]+")


def describe_error(error: BaseException) -> dict[str, Any]:
    """Return the kind of an error, Discord's status and code, and the lines of code it came through; no message."""
    fields: dict[str, Any] = {"error": f"{type(error).__module__}.{type(error).__qualname__}"}
    if isinstance(error, discord.HTTPException):
        fields |= {"status": error.status, "code": error.code}
    frames = traceback.extract_tb(error.__traceback__)[-_FRAMES:]
    fields["where"] = [f"{frame.filename}:{frame.lineno} {frame.name}" for frame in frames]
    cause = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    if cause is not None:
        fields["cause"] = f"{type(cause).__module__}.{type(cause).__qualname__}"
    return fields


class StructuredHandler(logging.Handler):
    """Passes records of the logging module on: their first line, with the tokens of interactions taken out."""

    def emit(self, record: logging.LogRecord) -> None:
        """Pass one record on."""
        event = _TOKENS.sub(r"\1…", record.getMessage().partition("\n")[0])
        fields: dict[str, Any] = {"logger": record.name}
        if record.exc_info and record.exc_info[1] is not None:
            fields |= describe_error(record.exc_info[1])
        log.log(record.levelno, event, **fields)


def take_over_logging() -> None:
    """Send the logging module's records to the structured log, whatever level the operator asked for.

    Never discord.py's debug records, which hold payloads, nor asyncio's warnings, which in its debug mode show the
    arguments of slow calls, nor aiohttp's below a warning, which show what was requested.
    """
    root = logging.getLogger()
    root.handlers = [StructuredHandler()]
    root.setLevel(logging.WARNING)
    for name, level in _FLOORS.items():
        logging.getLogger(name).setLevel(level)
    logging.captureWarnings(True)
    discord.VoiceClient.warn_nacl = False  # the bot has no voice, so what that needs is not missing
    discord.VoiceClient.warn_dave = False


def log_lost_error(_loop: asyncio.AbstractEventLoop, details: dict[str, Any]) -> None:
    """Log an error that nobody waited for; the loop's own handler would print its message."""
    error = details.get("exception")
    log.error("lost error", **(describe_error(error) if isinstance(error, BaseException) else {}))
