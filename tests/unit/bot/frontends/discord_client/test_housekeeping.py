import asyncio
from types import SimpleNamespace
from typing import Any

import pytest

from bot.frontends.discord_client.conversations import KEPT_S, Conversations
from bot.frontends.discord_client.cooldown import Cooldown
from bot.frontends.discord_client.housekeeping import keep_memory_short


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
