"""The structured log: one JSON object a line, with a number for each request, and errors counted by kind."""

import logging
import sys
import threading
from collections.abc import MutableMapping
from typing import Any

import structlog

from bot.operation.request_ids import current_request

_MOST_KINDS = 100
OTHER_KINDS = "other"


class ErrorKinds:
    """Counts log lines of level error by the kind of error, such as aiohttp.ClientError; never by its message."""

    def __init__(self) -> None:
        self._counts: dict[str, int] = {}
        self._lock = threading.Lock()

    def note(self, kind: str) -> None:
        """Count one; past the hundredth kind all are counted as one."""
        with self._lock:
            known = kind if kind in self._counts or len(self._counts) < _MOST_KINDS else OTHER_KINDS
            self._counts[known] = self._counts.get(known, 0) + 1

    def counts(self) -> dict[str, int]:
        """Return how many there were of each kind since the start."""
        with self._lock:
            return dict(self._counts)


ERRORS = ErrorKinds()
"""The errors logged by this process; the log is one for the whole process, and so is this."""


def configure_logging(level: int) -> None:
    """Send structured log lines to standard error; JSON unless that is a terminal."""
    renderer = structlog.dev.ConsoleRenderer() if sys.stderr.isatty() else structlog.processors.JSONRenderer()
    structlog.configure(
        processors=[
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            _add_request,
            _count_error,
            structlog.processors.format_exc_info,
            renderer,
        ],
        wrapper_class=structlog.make_filtering_bound_logger(level),
        logger_factory=structlog.PrintLoggerFactory(sys.stderr),
    )


def level_of(name: str) -> int:
    """Return the number of a level such as "info"."""
    return logging.getLevelNamesMapping()[name.upper()]


def _add_request(_logger: object, _method: str, event: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
    request = current_request()
    if request is not None:
        event["request"] = request
    return event


def _count_error(_logger: object, _method: str, event: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
    if event.get("level") in {"error", "critical"}:
        kind = event.get("error")
        ERRORS.note(kind if isinstance(kind, str) and kind else "without an exception")
    return event
