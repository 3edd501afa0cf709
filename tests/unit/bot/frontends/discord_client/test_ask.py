"""The flow of /ask, where a real bot is not needed to see it."""

import asyncio
import threading
from collections.abc import AsyncIterator
from datetime import date
from types import SimpleNamespace
from typing import Any, cast

import pytest
import pytest_asyncio

from bot.answering.models import Answer, CrisisCard, CrisisKind, Notices, Outcome, Question
from bot.frontends.discord_client.cogs.ask import AskCog
from bot.frontends.discord_client.conversations import Conversations
from bot.frontends.discord_client.worker import AnswerWorker, InFlight, WorkerBusyError, WorkerTimeoutError
from tests.unit.bot.frontends.discord_client.fakes import FakeInteraction, english, http_error

pytestmark = pytest.mark.asyncio
NOTICES = Notices("be careful", "check the law")
DAY = date(2026, 11, 22)


class FakeService:
    """A crisis if the question is "crisis"; everything else waits for `open`."""

    def __init__(self) -> None:
        self.open, self.begun = threading.Event(), threading.Event()
        self.asked: list[Question] = []
        self.threads: set[str] = set()

    def urgent(self, question: Question) -> Answer | None:
        if question.text != "crisis":
            return None
        card = CrisisCard(CrisisKind.SUICIDE, "call now", ("112",), "")
        return Answer(Outcome.CRISIS, NOTICES, crisis=card)

    def answer(self, question: Question) -> Answer:
        self.asked.append(question)
        self.begun.set()
        self.threads.add(threading.current_thread().name)
        assert self.open.wait(10)
        return Answer(Outcome.ABSTAINED, NOTICES, message="no answer")


@pytest_asyncio.fixture
async def desk() -> AsyncIterator[Any]:
    worker = AnswerWorker(queue_length=1, timeout_s=0.2)
    worker.start()
    service = FakeService()
    yield SimpleNamespace(
        assembly=SimpleNamespace(service=service),
        voice=english(service),
        worker=worker,
        in_flight=InFlight(),
        service=service,
        conversations=Conversations(),
        today=lambda: DAY,
    )
    service.open.set()
    worker.stop()


async def ask(
    desk: Any, text: str, *, private: bool = False, interaction: FakeInteraction | None = None
) -> FakeInteraction:
    interaction = interaction or FakeInteraction()
    cog = AskCog(desk)
    await cast("Any", AskCog.ask.callback)(cog, interaction, text, private)
    return interaction


@pytest.mark.parametrize("private", [True, False])
async def test_answer_comes_from_the_worker_and_is_as_private_as_asked(desk: Any, private: bool) -> None:
    desk.service.open.set()
    interaction = await ask(desk, "what", private=private)
    assert interaction.deferrals == [private]
    assert interaction.text.startswith("no answer")
    assert desk.service.asked == [Question(("what",), DAY, None)]
    assert desk.service.threads == {"answers"}
    assert desk.in_flight.count == 0


async def test_crisis_is_answered_privately_though_the_worker_is_stuck_and_its_queue_full(desk: Any) -> None:
    stuck = [asyncio.create_task(ask(desk, "one"))]
    await asyncio.to_thread(desk.service.begun.wait)
    stuck.append(asyncio.create_task(ask(desk, "two")))
    await asyncio.sleep(0.01)
    with pytest.raises(WorkerBusyError):
        await ask(desk, "three")

    interaction = await ask(desk, "crisis")
    assert [call.kind for call in interaction.calls] == ["send_message"]
    assert interaction.calls[0].ephemeral
    assert interaction.text.startswith("## call now")

    results = await asyncio.gather(*stuck, return_exceptions=True)
    assert [type(result) for result in results] == [WorkerTimeoutError, WorkerTimeoutError]
    assert desk.in_flight.count == 0


async def empty(worker: Any) -> None:
    """Wait until the worker has taken up all that was in its queue."""
    while True:
        try:
            await worker.result(worker.submit(lambda: None))
        except WorkerBusyError:
            await asyncio.sleep(0.01)
        else:
            return


async def test_question_is_dropped_where_discord_does_not_take_the_deferral(desk: Any) -> None:
    stuck = asyncio.create_task(ask(desk, "one"))
    await asyncio.to_thread(desk.service.begun.wait)
    with pytest.raises(type(http_error(404, 10062))):
        await ask(desk, "two", interaction=FakeInteraction(errors=[http_error(404, 10062)]))
    desk.service.open.set()
    await stuck
    await empty(desk.worker)
    assert [question.text for question in desk.service.asked] == ["one"]
