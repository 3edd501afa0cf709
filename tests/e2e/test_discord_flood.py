"""Five hundred people at once: everyone is taken, and answered or told to ask again, once and with both notices.

How fast that is depends on the machine and is measured by `bench.flood`.
"""

from __future__ import annotations

import pytest

from tests.discord_sim.sim import DiscordSim
from tests.e2e.bots import Place, assert_notices, running_bot

pytestmark = [pytest.mark.e2e, pytest.mark.asyncio]

PEOPLE = 500
QUESTIONS = ("does kratom help with depression", "can kratom harm the liver", "how much kratom should i take")
CRY = "i want to kill myself"
BUSY = "Many people are asking"


def members(sim: DiscordSim) -> dict[str, str]:
    for number in range(PEOPLE):
        sim.world.add_member(f"member{number}")
    sim.ack_deadline = 60.0  # a slow machine is no fault of the bot's
    return {}


async def test_five_hundred_questions_at_once_are_all_taken_and_none_is_answered_twice(place: Place) -> None:
    async with running_bot(place, setup=members) as shared:
        sim = shared.sim
        asked = [CRY if number % 100 == 99 else QUESTIONS[number % len(QUESTIONS)] for number in range(PEOPLE)]
        uses = [(f"member{number}", "ask", {"question": question}) for number, question in enumerate(asked)]
        made = await sim.burst(uses, timeout=120)
        assert all(x.ok and x.complete for x in made), sim.report()
        for question, x in zip(asked, made, strict=True):
            assert len(x.messages) == 1
            assert_notices(x.messages[0])
            if question == CRY:
                assert "Find A Helpline" in x.text
            elif BUSY in x.text:
                assert x.ephemeral
                assert "If someone is in danger" in x.text
            else:
                assert "Receipt K1" in x.text
        busy = sum(BUSY in x.text for x in made)
        assert 0 < busy < PEOPLE
        answers = [call for call in sim.calls if call.operation == "create_interaction_response"]
        assert len(answers) == PEOPLE
        shared.check()
