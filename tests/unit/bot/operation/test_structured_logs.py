"""A number for each request, the same on every thread it uses, and errors counted by kind."""

import asyncio
import json
import logging

import pytest
import structlog

from bot.frontends.discord_client.logs import take_over_logging
from bot.frontends.discord_client.worker import AnswerWorker
from bot.operation import structured_logs
from bot.operation.request_ids import current_request
from bot.operation.structured_logs import ErrorKinds, configure_logging, level_of


def lines(capsys: pytest.CaptureFixture[str]) -> list[dict[str, object]]:
    return [json.loads(line) for line in capsys.readouterr().err.splitlines()]


def test_lines_of_a_task_share_a_number_and_other_tasks_have_others(capsys: pytest.CaptureFixture[str]) -> None:
    configure_logging(logging.INFO)
    log = structlog.get_logger()

    async def request(name: str) -> None:
        log.info("begun", name=name)
        await asyncio.sleep(0)
        log.info("done", name=name)

    async def main() -> None:
        log.info("started")
        await asyncio.gather(request("a"), request("b"))

    asyncio.run(main())
    log.info("outside")
    shown = lines(capsys)
    by_name = {name: {line["request"] for line in shown if line.get("name") == name} for name in ("a", "b")}
    assert all(len(numbers) == 1 for numbers in by_name.values())
    assert len({*by_name["a"], *by_name["b"], shown[0]["request"]}) == 3
    assert "request" not in shown[-1]


@pytest.mark.asyncio
async def test_worker_thread_works_under_the_number_of_the_one_who_asked() -> None:
    worker = AnswerWorker(queue_length=5, timeout_s=5.0)
    worker.start()

    async def request() -> tuple[str | None, str | None]:
        return current_request(), await worker.result(worker.submit(current_request))

    opening = await worker.result(worker.submit(current_request))
    pairs = [await asyncio.create_task(request()) for _ in range(3)]
    worker.stop()
    assert all(own == there and own for own, there in pairs)
    assert len({opening, *(own for own, _ in pairs)}) == 4


def test_errors_are_counted_by_kind_and_never_by_their_words(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    errors = ErrorKinds()
    monkeypatch.setattr(structured_logs, "ERRORS", errors)
    configure_logging(logging.INFO)
    log = structlog.get_logger()
    log.error("command failed", error="builtins.KeyError")
    log.error("something else with words")
    log.warning("not counted", error="builtins.ValueError")
    assert errors.counts() == {"builtins.KeyError": 1, "without an exception": 1}


@pytest.mark.parametrize("name", ["debug", "info", "warning", "error"])
def test_libraries_that_log_what_people_wrote_stay_quiet_at_every_level(
    name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    root = logging.getLogger()
    handlers, level = root.handlers, root.level
    configure_logging(level_of(name))
    take_over_logging()
    try:
        for logger in ("discord.gateway", "discord.http", "discord.webhook.async_", "asyncio", "aiohttp.client"):
            logging.getLogger(logger).debug("canary in a payload")
        logging.getLogger("asyncio").warning("Executing <Handle answer('canary')> took 0.2 seconds")
        assert "canary" not in capsys.readouterr().err
    finally:
        root.handlers, root.level = handlers, level
        logging.captureWarnings(False)


@pytest.mark.asyncio
async def test_slow_callback_in_debug_mode_shows_no_arguments(capsys: pytest.CaptureFixture[str]) -> None:
    root = logging.getLogger()
    handlers, level = root.handlers, root.level
    configure_logging(logging.DEBUG)
    take_over_logging()
    loop = asyncio.get_running_loop()
    loop.set_debug(True)
    loop.slow_callback_duration = 0.0
    try:
        loop.call_soon(len, "canary")
        await asyncio.sleep(0)
        await asyncio.sleep(0)
    finally:
        loop.set_debug(False)
        root.handlers, root.level = handlers, level
        logging.captureWarnings(False)
    assert "canary" not in capsys.readouterr().err
