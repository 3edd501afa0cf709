import asyncio
import logging
from collections.abc import Iterator

import pytest
from structlog.testing import capture_logs

from bot.frontends.discord_client.logs import StructuredHandler, describe_error, log_lost_error, take_over_logging

CANARY = "zebrafinch"


@pytest.fixture
def logger() -> Iterator[logging.Logger]:
    made = logging.getLogger("test.of.the.handler")
    handler = StructuredHandler()
    made.addHandler(handler)
    made.propagate = False
    yield made
    made.removeHandler(handler)


def raised(error: Exception) -> Exception:
    try:
        raise error
    except type(error) as caught:
        return caught


def test_error_is_described_by_kind_and_code_lines_only() -> None:
    fields = describe_error(raised(ValueError(CANARY)))
    assert fields["error"] == "builtins.ValueError"
    assert "test_logs.py" in fields["where"][-1]
    assert CANARY not in str(fields)


def test_record_of_a_library_keeps_its_first_line_and_loses_messages_and_tokens(logger: logging.Logger) -> None:
    with capture_logs() as logs:
        error = raised(ValueError(CANARY))
        logger.warning("POST https://x/api/webhooks/12/aW50ZXJhY3Rpb24/messages\n%s", CANARY, exc_info=error)
    (row,) = logs
    assert row["event"].endswith("/webhooks/12/…/messages")
    assert row["logger"] == "test.of.the.handler"
    assert row["error"] == "builtins.ValueError"
    assert CANARY not in str(row)


def test_payloads_in_debug_records_of_discord_are_never_passed_on() -> None:
    root, discord_logger = logging.getLogger(), logging.getLogger("discord")
    before = root.handlers, root.level, discord_logger.level
    try:
        take_over_logging()
        assert not logging.getLogger("discord.http").isEnabledFor(logging.DEBUG)
        assert not logging.getLogger("discord.gateway").isEnabledFor(logging.DEBUG)
        assert not logging.getLogger("asyncio").isEnabledFor(logging.DEBUG)
    finally:
        root.handlers, root.level = before[0], before[1]
        discord_logger.setLevel(before[2])
        logging.captureWarnings(False)


def test_error_that_nobody_waited_for_is_logged_without_its_message() -> None:
    loop = asyncio.new_event_loop()
    with capture_logs() as logs:
        log_lost_error(loop, {"message": CANARY, "exception": raised(ValueError(CANARY))})
    loop.close()
    assert logs[0]["error"] == "builtins.ValueError"
    assert CANARY not in str(logs)
