from types import SimpleNamespace
from typing import Any, cast

import pytest
from discord import app_commands
from structlog.testing import capture_logs

from bot.answering.safeguards import Safeguards
from bot.frontends.discord_client import texts
from bot.frontends.discord_client.errors import ErrorHandler
from bot.frontends.discord_client.permissions import NotModeratorError
from bot.frontends.discord_client.worker import WorkerBusyError, WorkerStoppingError, WorkerTimeoutError
from tests.unit.bot.frontends.discord_client.fakes import FakeInteraction, english, http_error

pytestmark = pytest.mark.asyncio
CANARY = "zebrafinch"


@pytest.fixture
def handler() -> ErrorHandler:
    assembly = SimpleNamespace(safeguards=Safeguards({}, ()))
    return ErrorHandler(cast("Any", SimpleNamespace(assembly=assembly, voice=english())))


def in_command(error: Exception) -> app_commands.AppCommandError:
    command = cast("Any", SimpleNamespace(name="ask", qualified_name="ask"))
    return app_commands.CommandInvokeError(command, error)


@pytest.mark.parametrize(
    ("error", "sentence", "with_help"),
    [
        (in_command(WorkerBusyError()), texts.BUSY, True),
        (in_command(WorkerTimeoutError()), texts.TIMEOUT, True),
        (in_command(WorkerStoppingError()), texts.STOPPING, True),
        (NotModeratorError(), texts.NOT_MODERATOR, False),
        (app_commands.NoPrivateMessage(), texts.ONLY_IN_SERVERS, False),
        (app_commands.CommandNotFound("gone", []), texts.COMMAND_CHANGED, False),
    ],
)
async def test_what_is_expected_is_said_plainly(
    handler: ErrorHandler, error: app_commands.AppCommandError, sentence: str, with_help: bool
) -> None:
    interaction = FakeInteraction()
    with capture_logs() as logs:
        await handler.handle(interaction.as_real, error)
    assert interaction.text.startswith(sentence)
    assert ("If someone is in danger" in interaction.text) is with_help
    assert "Safety:" in interaction.text
    assert "Law:" in interaction.text
    assert interaction.calls[0].ephemeral
    assert [row["log_level"] for row in logs] == ["info"]


async def test_what_is_not_expected_is_logged_under_a_number_without_its_message(handler: ErrorHandler) -> None:
    def fail(question: str) -> None:
        raise KeyError(question)

    try:
        fail(CANARY)
    except KeyError as error:
        caught = error
    interaction = FakeInteraction(deferred=True)
    with capture_logs() as logs:
        await handler.handle(interaction.as_real, in_command(caught))
    assert "Something went wrong on my side" in interaction.text
    (row,) = logs
    assert row["number"] in interaction.text
    assert row["error"] == "builtins.KeyError"
    assert any("test_errors.py" in frame for frame in row["where"])
    assert CANARY not in str(logs) + interaction.text


@pytest.mark.parametrize("code", [10062, 10015, 50027])
async def test_interaction_that_is_gone_is_only_logged(handler: ErrorHandler, code: int) -> None:
    interaction = FakeInteraction()
    with capture_logs() as logs:
        await handler.handle(interaction.as_real, in_command(http_error(404, code)))
    assert interaction.calls == []
    assert logs[0]["code"] == code
    assert "canary" not in str(logs)


@pytest.mark.parametrize("failure", [http_error(403, 50013), ConnectionRefusedError(CANARY), ValueError(CANARY)])
async def test_failing_to_apologise_is_logged_and_goes_no_further(handler: ErrorHandler, failure: Exception) -> None:
    interaction = FakeInteraction(deferred=True, errors=[failure] * 3)
    with capture_logs() as logs:
        await handler.handle(interaction.as_real, in_command(RuntimeError(CANARY)))
    assert logs[-1]["event"].startswith("reply could not be")
    assert CANARY not in str(logs)
