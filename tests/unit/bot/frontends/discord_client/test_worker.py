import asyncio
import gc
import itertools
import threading
import time
from collections.abc import AsyncIterator

import pytest
import pytest_asyncio

from bot.frontends.discord_client.worker import (
    AnswerWorker,
    Arrivals,
    InFlight,
    WorkerBusyError,
    WorkerStoppingError,
    WorkerTimeoutError,
    run_in_thread,
)


class Gate:
    """Work that goes on until it is opened."""

    def __init__(self) -> None:
        self.begun, self.open = threading.Event(), threading.Event()

    def __call__(self) -> str:
        self.begun.set()
        assert self.open.wait(10)
        return "through"


@pytest_asyncio.fixture
async def worker() -> AsyncIterator[AnswerWorker]:
    made = AnswerWorker(queue_length=2, timeout_s=5.0)
    made.start()
    yield made
    made.stop()


async def hold_up(worker: AnswerWorker) -> tuple[Gate, "asyncio.Future[str]"]:
    gate = Gate()
    future = worker.submit(gate)
    await asyncio.to_thread(gate.begun.wait)
    return gate, future


@pytest.mark.asyncio
async def test_works_on_a_thread_of_its_own_and_not_on_the_loop(worker: AnswerWorker) -> None:
    thread = await worker.result(worker.submit(threading.current_thread))
    assert thread is not threading.current_thread()
    assert thread.daemon
    assert await worker.result(worker.submit(threading.current_thread)) is thread


@pytest.mark.asyncio
async def test_loop_runs_on_while_it_works(worker: AnswerWorker) -> None:
    gate, future = await hold_up(worker)
    await asyncio.sleep(0.01)
    assert not future.done()
    gate.open.set()
    assert await worker.result(future) == "through"


@pytest.mark.asyncio
async def test_error_reaches_the_one_who_asked_and_the_next_question_is_answered(worker: AnswerWorker) -> None:
    def fail() -> None:
        raise KeyError("x")

    with pytest.raises(KeyError):
        await worker.result(worker.submit(fail))
    assert await worker.result(worker.submit(lambda: 1)) == 1


@pytest.mark.asyncio
async def test_full_queue_refuses_at_once(worker: AnswerWorker) -> None:
    gate, first = await hold_up(worker)
    waiting = [worker.submit(lambda: "later") for _ in range(2)]
    assert worker.waiting == 2
    began = time.monotonic()
    with pytest.raises(WorkerBusyError):
        worker.submit(lambda: "too many")
    assert time.monotonic() - began < 0.1
    gate.open.set()
    assert [await worker.result(one) for one in (first, *waiting)] == ["through", "later", "later"]


@pytest.mark.asyncio
async def test_late_answer_is_given_up_and_work_not_begun_is_never_done() -> None:
    worker = AnswerWorker(queue_length=2, timeout_s=0.05)
    worker.start()
    gate, first = await hold_up(worker)
    done = []
    second = worker.submit(lambda: done.append(1))
    for future in (first, second):
        with pytest.raises(WorkerTimeoutError):
            await worker.result(future)
    gate.open.set()
    assert await worker.result(worker.submit(lambda: "next")) == "next"
    assert done == []
    worker.stop()


@pytest.mark.asyncio
async def test_timeout_inside_the_work_is_not_taken_for_a_late_answer(worker: AnswerWorker) -> None:
    def fail() -> None:
        raise TimeoutError

    with pytest.raises(TimeoutError):
        await worker.result(worker.submit(fail))


@pytest.mark.asyncio
async def test_error_of_an_abandoned_question_is_not_reported_anywhere(
    worker: AnswerWorker, caplog: pytest.LogCaptureFixture
) -> None:
    def fail() -> None:
        raise ValueError("canary")

    gate, first = await hold_up(worker)
    worker.submit(fail).cancel()
    gate.open.set()
    assert await worker.result(first) == "through"
    assert await worker.result(worker.submit(lambda: "next")) == "next"
    gc.collect()
    assert "canary" not in caplog.text


@pytest.mark.asyncio
async def test_stopping_finishes_what_waits_and_takes_no_more(worker: AnswerWorker) -> None:
    gate, first = await hold_up(worker)
    second = worker.submit(lambda: "second")
    worker.stop()
    with pytest.raises(WorkerStoppingError):
        worker.submit(lambda: "third")
    gate.open.set()
    assert [await worker.result(first), await worker.result(second)] == ["through", "second"]


def test_result_that_comes_after_the_loop_ended_is_dropped() -> None:
    gate = Gate()

    async def begin() -> None:
        run_in_thread("late", gate)
        await asyncio.sleep(0.01)

    asyncio.run(begin())
    gate.open.set()
    for thread in threading.enumerate():
        if thread.name == "late":
            thread.join(5)


@pytest.mark.asyncio
async def test_waits_for_replies_in_flight_but_not_for_ever() -> None:
    in_flight = InFlight()
    assert await in_flight.settled(0)
    with in_flight, in_flight:
        assert not await in_flight.settled(0.01)
        assert in_flight.count == 2
    assert await in_flight.settled(0)


@pytest.mark.asyncio
async def test_those_who_arrive_go_one_by_one_and_let_others_go_on_in_between() -> None:
    arrivals, went = Arrivals(), []

    async def arrive(number: int) -> None:
        with arrivals:
            await arrivals.turn()
            went.append(number)

    async def rounds() -> None:
        while len(went) < 20:
            went.append("round")
            await asyncio.sleep(0)

    await asyncio.gather(*(arrive(number) for number in range(20)), rounds())
    people = [at for at, who in enumerate(went) if who != "round"]
    assert [went[at] for at in people] == list(range(len(people)))
    assert all(later - earlier > 1 for earlier, later in itertools.pairwise(people) if later < 20)


@pytest.mark.asyncio
async def test_the_worker_makes_way_until_all_are_taken() -> None:
    worker = AnswerWorker(queue_length=1, timeout_s=10)
    worker.start()
    with worker.arrivals:
        future = worker.submit(lambda: "done")
        await asyncio.sleep(0.05)
        assert not future.done()
    assert await worker.result(future) == "done"


@pytest.mark.asyncio
async def test_the_worker_does_not_wait_for_one_that_discord_never_hears_of(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.frontends.discord_client.worker._MAKE_WAY_S", 0.05)
    worker = AnswerWorker(queue_length=1, timeout_s=10)
    worker.start()
    with worker.arrivals:
        assert await worker.result(worker.submit(lambda: "done")) == "done"


@pytest.mark.asyncio
async def test_who_still_waits_when_the_program_ends_is_told_so() -> None:
    worker = AnswerWorker(queue_length=2, timeout_s=10)
    held, begun = threading.Event(), threading.Event()

    def hold() -> str:
        begun.set()
        held.wait(10)
        return "answer"

    worker.start()
    first = worker.submit(hold)
    begun.wait(10)
    waiting = [worker.submit(lambda: "never"), worker.submit(lambda: "never")]
    worker.stop()  # the queue is full
    await worker.done(0.01)
    worker.give_up()
    for one in waiting:
        with pytest.raises(WorkerStoppingError):
            await worker.result(one)
    held.set()
    assert await worker.result(first) == "answer"


@pytest.mark.asyncio
async def test_a_full_queue_is_worked_off_and_then_the_thread_ends() -> None:
    worker = AnswerWorker(queue_length=2, timeout_s=10)
    made = [worker.submit(lambda: "answer") for _ in range(2)]
    worker.stop()
    worker.start()
    assert [await worker.result(one) for one in made] == ["answer", "answer"]
    await worker.done(10)
    assert not worker.is_alive
