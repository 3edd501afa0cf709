import asyncio
import gc
from types import SimpleNamespace
from typing import Any

import pytest

from bot.frontends.discord_client.conversations import KEPT_S, Conversations
from bot.frontends.discord_client.cooldown import Cooldown
from bot.frontends.discord_client.housekeeping import keep_memory_short, settle_builds


@pytest.mark.asyncio
async def test_earlier_questions_are_forgotten_in_time_though_nobody_asks() -> None:
    now = 0.0
    desk: Any = SimpleNamespace(
        stopping=asyncio.Event(), conversations=Conversations(lambda: now), cooldown=Cooldown(lambda: now)
    )
    desk.conversations.remember(1, "K1-A", ("one",))
    desk.cooldown.take(1, 7, 5)
    now = KEPT_S + 3601
    keeping = asyncio.create_task(keep_memory_short(desk, every_s=60))
    asyncio.get_running_loop().call_soon(desk.stopping.set)  # after the first turn of it
    await asyncio.wait_for(keeping, 5)
    assert not desk.conversations._turns
    assert not desk.cooldown._asked


@pytest.mark.asyncio
async def test_the_garbage_collector_leaves_a_live_build_alone_and_is_told_of_the_next() -> None:
    live: list[Any] = []
    desk: Any = SimpleNamespace(
        stopping=asyncio.Event(), assembly=SimpleNamespace(shelf=SimpleNamespace(current=lambda: live and live[-1]))
    )
    live.append(None)
    settling = asyncio.create_task(settle_builds(desk, every_s=0.001))
    try:
        for build_id in ("first", "second"):
            edition = SimpleNamespace(build_id=build_id, passages=[[] for _ in range(10)])
            live.append(edition)
            while any(seen is edition.passages for seen in gc.get_objects()):  # noqa: ASYNC110 - no event tells of it
                await asyncio.sleep(0.001)
    finally:
        desk.stopping.set()
        await asyncio.wait_for(settling, 5)
        gc.unfreeze()
