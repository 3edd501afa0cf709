"""Do long work in a process of its own, so that the one that answers people keeps its turns and its memory.

Python runs one thread at a time: work on a thread beside the answers makes each of them wait for its turns. A process
can be stopped at any moment, and gives back what it took. It is given its work, tells each step, and ends when the one
that started it does.
"""

import os
import pickle
import signal
import subprocess
import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any, BinaryIO, Self

_NICENESS = 10
"""Answers go first where there are fewer cores than work."""
_DONE, _FAILED, _TOLD = "done", "failed", "told"

Tell = Callable[..., None]
Work = Callable[[Any, Tell], Any]
"""Does a job, tells what the starter is to be told, and returns what came of it; what it raises is raised there."""


class ProcessEndedError(Exception):
    """The process ended before its work; the message says how."""


class OwnProcess:
    """A process that does one job. It gets ready when it is made; a context that is left ends it, whatever it does."""

    def __init__(self, module: str) -> None:
        """Start it: a module that calls `work_as_process` when it is run.

        Raises:
            OSError: no process can be started.
        """
        place = str(Path(__file__).resolve().parents[1])
        paths = os.pathsep.join(filter(None, (place, os.environ.get("PYTHONPATH"))))
        # It is told none of the bot's own settings, of which one is a token.
        environment = {name: value for name, value in os.environ.items() if not name.startswith("KRATOM_")}
        self._process = subprocess.Popen(
            [sys.executable, "-m", module],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env={**environment, "PYTHONPATH": paths},
            start_new_session=True,  # so that what it starts can be ended with it
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        _end(self._process)

    def do(self, job: object, told: Tell = lambda *_words: None) -> Any:
        """Let it do its job, and return what came of it. What `told` raises, and what the work raises, is raised here.

        Raises:
            ProcessEndedError: it was killed, or ended of itself.
        """
        process = self._process
        if process.stdin is None or process.stdout is None:
            raise ProcessEndedError("it cannot be spoken to")
        try:
            pickle.dump(job, process.stdin)
            process.stdin.flush()  # and left open: when it closes, the process ends
            while True:
                kind, *words = pickle.load(process.stdout)  # from our own process, over a pipe
                if kind == _DONE:
                    return words[0]
                if kind == _FAILED:
                    break
                told(*words)
        except (EOFError, BrokenPipeError, pickle.UnpicklingError) as error:
            status = process.wait()
            killed = f"it was killed (signal {-status}); is there enough memory?"
            raise ProcessEndedError(killed if status < 0 else f"its process ended with {status}") from error
        raise _remade(*words)


def _end(process: "subprocess.Popen[bytes]") -> None:
    """End the process and all that it started, if they are not at their end already."""
    for pipe in (process.stdin, process.stdout):
        if pipe is not None:
            with suppress(BrokenPipeError):
                pipe.close()
    with suppress(ProcessLookupError, PermissionError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def _remade(kind: type[Exception], args: tuple[Any, ...], attributes: dict[str, Any]) -> Exception:
    """Return an error as it was raised; many take other arguments than they hand on, so that `pickle` cannot."""
    error = kind.__new__(kind, *args)
    error.__dict__.update(attributes)
    return error


def work_as_process(work: Work, prepare: Callable[[], None] = lambda: None) -> None:
    """Run as the process: prepare while there is no job yet, do the one that comes, and end.

    The work turns errors that its starter does not know into those that it does.
    """
    # What a library prints must not get between what is told.
    pipe = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    if hasattr(os, "nice"):
        os.nice(_NICENESS)
    _serve(sys.stdin.buffer, pipe, work, prepare)


def _serve(given: BinaryIO, pipe: BinaryIO, work: Work, prepare: Callable[[], None]) -> None:
    one_at_a_time = threading.Lock()

    def send(*words: Any) -> None:
        with one_at_a_time:
            pickle.dump(words, pipe)
            pipe.flush()

    prepare()
    job = pickle.load(given)  # from the process that started this one
    threading.Thread(target=_end_with_starter, args=(given.fileno(),), daemon=True).start()
    try:
        done = work(job, lambda *words: send(_TOLD, *words))
    except Exception as error:
        path = error.filename if isinstance(error, OSError) else None
        args = error.args if path is None else (*error.args, path)  # among its arguments it is not
        send(_FAILED, type(error), args, vars(error))
    else:
        send(_DONE, done)


def _end_with_starter(given: int) -> None:
    while os.read(given, 1):  # nothing more is written; it closes when the starter ends or needs no work any more
        pass
    os.killpg(os.getpgid(0), signal.SIGKILL)
