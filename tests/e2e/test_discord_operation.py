"""What an operator sees of the running bot: health that tells the truth, figures, logs, and a stop that keeps faith."""

from __future__ import annotations

import asyncio
import json
import os
import re
import sys
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import aiohttp
import pytest
from prometheus_client.parser import text_string_to_metric_families

from tests.discord_sim.bot_process import BotProcess
from tests.e2e.bots import Place, Shared, assert_answered, reload_corpus, running_bot

pytestmark = [pytest.mark.e2e, pytest.mark.asyncio]

QUESTION = "does kratom help with depression"
CANARY = "zyzzyva quokka"
ROOT = Path(__file__).resolve().parents[2]


def port_of(bot: BotProcess) -> int:
    found = re.search(r'"port": (\d+), "event": "health can be asked"|health can be asked.*?"port": (\d+)', bot.log)
    assert found, bot.log
    return int(found[1] or found[2])


async def ask(bot: BotProcess, path: str) -> tuple[int, Any]:
    async with (
        aiohttp.ClientSession() as session,
        session.get(f"http://127.0.0.1:{port_of(bot)}{path}") as response,
    ):
        body = await response.text()
        return response.status, json.loads(body) if path != "/metrics" else body


async def figures(bot: BotProcess) -> dict[tuple[str, tuple[str, ...]], float]:
    _, text = await ask(bot, "/metrics")
    families = text_string_to_metric_families(text)
    return {(s.name, tuple(s.labels.values())): s.value for family in families for s in family.samples}


async def eventually(found: Callable[[], Awaitable[bool]]) -> None:
    """Wait for what can only be seen by asking the bot again."""
    async with asyncio.timeout(30):
        while not await found():  # noqa: ASYNC110 - what is waited for is in another process
            await asyncio.sleep(0.05)


async def checks_of(shared: Shared) -> dict[str, str]:
    status, body = await ask(shared.bot, "/readyz")
    assert (status == 200) is body["ready"] is all(state == "ok" for state in body["checks"].values())
    return dict(body["checks"])


async def until(shared: Shared, name: str, words: str) -> dict[str, str]:
    """Wait until a check says something, and return all of them."""

    async def said() -> bool:
        return words in (await checks_of(shared))[name]

    await eventually(said)
    return await checks_of(shared)


async def until_ready(shared: Shared) -> None:
    async def is_ready() -> bool:
        return (await ask(shared.bot, "/readyz"))[0] == 200

    await eventually(is_ready)


async def test_health_tells_the_truth_as_things_break_and_mend(place: Place) -> None:
    (place.root / "state").mkdir(exist_ok=True)
    current = (place.index / "CURRENT").read_text()
    (place.index / "CURRENT").unlink()
    async with running_bot(place, indexed=False) as shared:
        await shared.sim.wait_for(lambda: "answering without an index" in shared.bot.log, 20, "the fault")
        assert await ask(shared.bot, "/healthz") == (
            200,
            {"alive": True, "checks": {"event_loop": "ok", "answering_thread": "ok"}},
        )
        await until(shared, "state", "ok")
        checks = await until(shared, "discord", "ok")
        assert "python -m index.rebuild" in checks["index"]
        (place.index / "CURRENT").write_text(current)
        await reload_corpus(shared.sim, "mod")
        await until_ready(shared)

        before = await figures(shared.bot)
        shared.sim.gateway.drop()

        async def counted() -> bool:
            after = await figures(shared.bot)
            ended = ("kratom_gateway_disconnects_total", ())
            begun = [("kratom_gateway_connections_total", (kind,)) for kind in ("new", "resumed")]
            return after[ended] > before[ended] and sum(after[one] - before[one] for one in begun) >= 1

        await eventually(counted)
        await until_ready(shared)


async def test_damaged_state_is_said_and_healthcheck_reports_it(place: Place) -> None:
    state = place.root / "state"
    state.mkdir()
    (state / "kratom.sqlite3").write_bytes(b"this is no database at all" * 400)
    async with running_bot(place) as shared:
        checks = await until(shared, "state", "damaged")
        assert checks["index"] == "ok"
        address = f"127.0.0.1:{port_of(shared.bot)}"
        for arguments, status in (([], 0), (["--ready"], 1)):
            process = await asyncio.create_subprocess_exec(
                *(sys.executable, "-m", "bot.operation.healthcheck", *arguments),
                cwd=ROOT,
                env={**os.environ, "KRATOM_HEALTH_ADDRESS": address},
                stdout=asyncio.subprocess.PIPE,
            )
            output, _ = await process.communicate()
            assert process.returncode == status, output
        assert b"damaged" in output


async def test_figures_count_what_happened(place: Place) -> None:
    async with running_bot(place) as shared:
        await until_ready(shared)
        before = await figures(shared.bot)
        assert_answered(await shared.sim.slash("alice", "ask", question=QUESTION))
        assert_answered(await shared.sim.slash("alice", "ask", question="how much kratom should i take"))
        assert_answered(await shared.sim.slash("bob", "ask", question="i want to kill myself"))
        await reload_corpus(shared.sim, "mod")
        after = await figures(shared.bot)

        def more(name: str, *labels: str) -> float:
            return after[name, labels] - before.get((name, labels), 0.0)

        assert more("kratom_answers_total", "answered") >= 1
        assert more("kratom_answers_total", "refused") == 1
        assert more("kratom_answers_total", "crisis") == 1
        assert more("kratom_reloads_total", "done") == 1
        assert more("kratom_answer_seconds_count") >= 2
        assert more("kratom_event_loop_delay_seconds_count") >= 1
        assert after["kratom_index_open", ()] == after["kratom_state_open", ()] == 1
        assert after["kratom_gateway_connected", ()] == 1
        assert after["kratom_build_created_timestamp_seconds", ()] > 1_700_000_000
        assert after["kratom_records_past_date", ("articles",)] >= 0
        assert after["kratom_disk_free_bytes", ("state",)] > 0
        assert ("kratom_last_backup_timestamp_seconds", ()) not in after
        assert not re.search(r"\d{15,}", " ".join(label for _, labels in after for label in labels))
        shared.check()


async def test_question_is_in_no_log_no_figure_and_no_file_at_debug_level(place: Place) -> None:
    env = {"KRATOM_LOG_LEVEL": "debug", "PYTHONASYNCIODEBUG": "1"}
    async with running_bot(place, env) as shared:
        sim = shared.sim
        x = await sim.slash("alice", "ask", question=f"does kratom help with depression {CANARY}")
        assert_answered(x)
        await sim.slash("alice", "ask", question=f"{CANARY} i want to kill myself")
        await sim.slash("alice", "ask", question=f"how much kratom should i take {CANARY}")
        await sim.slash("alice", "ask", question=f"{CANARY} " * 200)
        await sim.autocomplete("alice", "source", "id", CANARY)
        await sim.slash("alice", "receipt", id=CANARY)
        await sim.say("alice", "general", f"{CANARY} does it harm the liver", mention_bot=True)
        sim.fault("create_interaction_response", status=500, times=5)
        await sim.slash("alice", "ask", question=f"what of {CANARY}")
        sim.rest.faults.clear()
        sim.fault("update_original_webhook_message", drop="before", times=9)
        await sim.slash("alice", "ask", question=f"and what of {CANARY}", _timeout=8)
        sim.rest.faults.clear()
        _, text = await ask(shared.bot, "/metrics")
        assert "kratom_answers_total" in text
        word = CANARY.split()[0]
        assert word not in text
        log = shared.bot.log
        await shared.bot.stop()
        log += shared.bot.log
        assert word not in log
        assert '"request": "' in log
        for path in place.root.rglob("*"):
            if path.is_file():
                assert word.encode() not in path.read_bytes(), path


async def test_stop_lets_all_answers_in_flight_arrive_within_ten_seconds(place: Place) -> None:
    """Several people wait, Discord is slow, and somebody holds a connection to the health server open."""
    async with running_bot(place, {"KRATOM_DISCORD__PATIENCE_S": "0"}) as shared:
        await until_ready(shared)
        _, writer = await asyncio.open_connection("127.0.0.1", port_of(shared.bot))
        writer.write(b"GET /metrics HTTP/1.1\r\nHost: x\r\n")  # never finished
        await writer.drain()
        shared.sim.fault("update_original_webhook_message", delay=1.5, times=5)
        asked = [asyncio.create_task(shared.sim.slash("alice", "ask", question=QUESTION)) for _ in range(5)]
        await shared.sim.wait_for(
            lambda: sum(x.deferred for x in shared.sim.exchanges) == 5, 10, "five answers being made"
        )
        seconds = await shared.bot.stop()
        assert seconds < 10
        assert shared.bot.returncode == 0
        for one in await asyncio.gather(*asked):
            assert_answered(one)
            assert "No randomised trial" in one.text
        writer.close()
        shared.check()


async def test_address_in_use_does_not_keep_the_bot_from_answering(place: Place) -> None:
    server = await asyncio.start_server(lambda _reader, _writer: None, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    async with running_bot(place, {"KRATOM_HEALTH_ADDRESS": f"127.0.0.1:{port}"}) as shared:
        assert "set KRATOM_HEALTH_ADDRESS to a free address" in shared.bot.log
        assert_answered(await shared.sim.slash("alice", "ask", question=QUESTION))
        shared.check()
    server.close()


async def test_restore_is_refused_while_the_bot_runs_and_works_after(place: Place) -> None:
    async with running_bot(place) as shared:
        await until_ready(shared)

        async def command(*words: str) -> tuple[int, str]:
            process = await asyncio.create_subprocess_exec(
                *(sys.executable, "-m", "bot", *words),
                cwd=place.root,
                env={**os.environ, **place.env},
                stdout=asyncio.subprocess.PIPE,
                stderr=asyncio.subprocess.STDOUT,
            )
            output, _ = await process.communicate()
            return process.returncode or 0, output.decode()

        assert (await command("backup", "one.backup"))[0] == 0
        assert (await figures(shared.bot))["kratom_last_backup_timestamp_seconds", ()] > 1_700_000_000
        status, output = await command("restore", "one.backup")
        assert status == 1
        assert "a bot is running" in output
        assert (await ask(shared.bot, "/readyz"))[0] == 200
        await shared.bot.stop()
        status, output = await command("restore", "one.backup")
        assert status == 0, output
