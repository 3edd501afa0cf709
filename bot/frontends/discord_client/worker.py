"""Work that must not run on the event loop: one thread that answers, with a bounded queue; new threads for the rest.

WorkerError
├── WorkerBusyError      the queue is full
├── WorkerTimeoutError   no answer in time
└── WorkerStoppingError  the program is ending
"""

import asyncio
import contextlib
import queue
import threading
import time
from collections.abc import Callable
from typing import Any, Self, TypeVar

from bot.operation.request_ids import context_for_thread

T = TypeVar("T")

_MAKE_WAY_S = 2.5  # Discord waits for 3


class WorkerError(Exception):
    """Root of the reasons why a question was not worked on."""


class WorkerBusyError(WorkerError):
    """As many questions wait as may wait."""


class WorkerTimeoutError(WorkerError):
    """The answer was not there in time; if it was not begun yet, it never will be."""


class WorkerStoppingError(WorkerError):
    """The program is ending and takes no more questions."""


class _Job:
    """A piece of work, and the loop's future that waits for its result."""

    def __init__(self, work: Callable[[], Any]) -> None:
        self._work = work
        self._loop = asyncio.get_running_loop()
        self.future: asyncio.Future[Any] = self._loop.create_future()
        self._context = context_for_thread()
        self._submitted = time.monotonic()

    def run(self) -> None:
        """Do the work on this thread and hand the result to the loop; nothing if nobody waits any more."""
        if self.future.cancelled():
            return
        result, error = None, None
        try:
            result = self._context.run(self._work)
        except Exception as caught:  # whatever it is belongs to the one who asked, and must not end the thread
            error = caught
        with contextlib.suppress(RuntimeError):  # the loop is closed: the program ended meanwhile
            self._loop.call_soon_threadsafe(self._settle, result, error)

    def refuse(self, error: WorkerError) -> None:
        """Let this error be the result; call on the event loop."""
        self._settle(None, error)

    @property
    def age_s(self) -> float:
        """Return how long ago it was submitted, in seconds."""
        return time.monotonic() - self._submitted

    def _settle(self, result: object, error: Exception | None) -> None:
        if self.future.done():
            return
        if error is not None:
            self.future.set_exception(error)
        else:
            self.future.set_result(result)


class Arrivals:
    """Questions that Discord was not yet told of as taken: they go one by one, and the worker makes way for them.

    Discord waits 3 seconds for that. In a burst, the event loop would else look at every question before it sends a
    word about the first, and have to wrest Python's lock from the worker for each step.
    """

    def __init__(self) -> None:
        self._turn = asyncio.Lock()
        self._count = 0
        self._since = 0.0
        self._none = threading.Event()
        self._none.set()

    def __enter__(self) -> Self:
        self._count += 1
        if self._count == 1:
            self._since = time.monotonic()
            self._none.clear()
        return self

    def __exit__(self, *exc: object) -> None:
        self._count -= 1
        if not self._count:
            self._none.set()

    async def turn(self) -> None:
        """Wait for one's turn, and let what is under way go on: nobody waits here for an answer of Discord's."""
        async with self._turn:
            await asyncio.sleep(0)

    def make_way(self) -> None:
        """Wait, on another thread, until there are none; not long past the time Discord waits."""
        self._none.wait(max(0.0, self._since + _MAKE_WAY_S - time.monotonic()))


class AnswerWorker:
    """One thread that does one piece of work after the other, so that answers cannot crowd each other out.

    Attributes:
        arrivals: Those for whom it makes way before each piece of work.
    """

    def __init__(
        self, *, queue_length: int, timeout_s: float, timed: Callable[[float], object] = lambda _seconds: None
    ) -> None:
        """Prepare the thread; `timed` is told of each piece of work how long it waited and took, in seconds."""
        self._timed = timed
        self._began: float | None = None
        self.arrivals = Arrivals()
        self._jobs: queue.Queue[_Job | None] = queue.Queue(queue_length)
        self._timeout_s = timeout_s
        self._stopping = False
        # A daemon, so that work that hangs cannot keep the program from ending.
        self._thread = threading.Thread(target=self._run, name="answers", daemon=True)

    @property
    def waiting(self) -> int:
        """Return how many pieces of work wait for the thread."""
        return self._jobs.qsize()

    @property
    def is_alive(self) -> bool:
        """Tell whether the thread is there to do the work."""
        return self._thread.is_alive()

    @property
    def busy_s(self) -> float:
        """Return for how many seconds the thread has been at one piece of work; 0 where it waits for some."""
        began = self._began
        return time.monotonic() - began if began is not None else 0.0

    def start(self) -> None:
        """Begin to work."""
        self._thread.start()

    def submit(self, work: Callable[[], T]) -> "asyncio.Future[T]":
        """Put work into the queue and return the future of its result; call on the event loop.

        Raises:
            WorkerBusyError: the queue is full.
            WorkerStoppingError: the program is ending.
        """
        if self._stopping:
            raise WorkerStoppingError
        job = _Job(work)
        try:
            self._jobs.put_nowait(job)
        except queue.Full:
            raise WorkerBusyError from None
        return job.future

    async def result(self, future: "asyncio.Future[T]") -> T:
        """Return the result of submitted work.

        Raises:
            WorkerTimeoutError: it was not there in time, and is given up.
        """
        try:
            async with asyncio.timeout(self._timeout_s):
                return await future
        except TimeoutError:
            if future.cancelled():
                raise WorkerTimeoutError from None
            raise

    def stop(self) -> None:
        """Take no more work; what is in the queue is still done."""
        self._stopping = True
        with contextlib.suppress(queue.Full):
            self._jobs.put_nowait(None)

    async def done(self, timeout_s: float) -> None:
        """Wait, after `stop`, until all that was in the queue is done; at most `timeout_s` seconds."""
        await asyncio.to_thread(self._thread.join, timeout_s)

    def give_up(self) -> None:
        """Tell those who still wait that the program is ending: the sooner they know, the sooner they ask again."""
        with contextlib.suppress(queue.Empty):
            while True:
                job = self._jobs.get_nowait()
                if job is not None:
                    job.refuse(WorkerStoppingError())

    def _run(self) -> None:
        while not (self._stopping and self._jobs.empty()) and (job := self._jobs.get()) is not None:
            self.arrivals.make_way()
            self._began = time.monotonic()
            job.run()
            self._began = None
            self._timed(job.age_s)


def run_in_thread(name: str, work: Callable[[], T]) -> "asyncio.Future[T]":
    """Do long work on a new thread, which does not keep the program from ending; return the future of its result."""
    job = _Job(work)
    threading.Thread(target=job.run, name=name, daemon=True).start()
    return job.future


class InFlight:
    """Counts replies that are being made, so that stopping can wait for them."""

    def __init__(self) -> None:
        self.count = 0
        self._none = asyncio.Event()
        self._none.set()

    def __enter__(self) -> None:
        self.count += 1
        self._none.clear()

    def __exit__(self, *exc: object) -> None:
        self.count -= 1
        if not self.count:
            self._none.set()

    async def settled(self, timeout_s: float) -> bool:
        """Wait until there are none, at most `timeout_s` seconds; tell whether that came."""
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(timeout_s):
                await self._none.wait()
        return self.count == 0
