"""The driver's end of a worker: start it, ask it, look at its memory, end it."""

import json
import os
import subprocess
import tempfile
import threading
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Any, Self

ROOT = Path(__file__).resolve().parents[2]
WORKER = "bench.side_by_side.worker"
_STDERR_SHOWN = 800


class SystemFailedError(Exception):
    """A system could not do what was asked of it; the message says what it said itself."""


class Worker:
    """A process that serves one adapter. Use it in a `with` statement."""

    def __init__(self, command: Sequence[str], environment: Mapping[str, str], timeout_s: float = 900) -> None:
        """Start `command`, which runs the worker module; a request that takes longer than `timeout_s` ends it."""
        self._timeout_s = timeout_s
        self._said = tempfile.TemporaryFile("w+", encoding="utf-8", errors="replace")  # noqa: SIM115  # closed by close()
        self._process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=self._said, text=True, cwd=ROOT,
            env=dict(environment),
        )  # fmt: skip

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @property
    def pid(self) -> int:
        """Return the id of the process."""
        return self._process.pid

    def ask(self, do: str, **values: Any) -> dict[str, Any]:
        """Return the reply to a request.

        Raises:
            SystemFailedError: the system failed, ended, or took too long.
        """
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        timer = threading.Timer(self._timeout_s, self._process.kill)
        timer.start()
        try:
            self._process.stdin.write(json.dumps({"do": do, **values}) + "\n")
            self._process.stdin.flush()
            line = self._process.stdout.readline()
        except BrokenPipeError:
            line = ""
        finally:
            timer.cancel()
        if not line:
            raise SystemFailedError(f"it ended while asked to {do}: {self._last_words()}")
        reply: dict[str, Any] = json.loads(line)
        if "error" in reply:
            raise SystemFailedError(f"{do}: {reply['error']}")
        return reply

    def close(self) -> None:
        """End the process and wait for its end."""
        if self._process.stdin is not None and not self._process.stdin.closed:
            with suppress(BrokenPipeError):
                self._process.stdin.close()
        try:
            self._process.wait(timeout=20)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        if self._process.stdout is not None:
            self._process.stdout.close()
        self._said.close()

    def _last_words(self) -> str:
        self._process.wait(timeout=20)
        self._said.seek(0)
        return self._said.read()[-_STDERR_SHOWN:].strip() or f"exit status {self._process.returncode}"


def environment(threads: int | None) -> dict[str, str]:
    """Return the variables a system runs with: no network, and so many threads of OpenMP (None: the library's own)."""
    chosen = {
        **os.environ,
        "HF_HUB_OFFLINE": "1",
        "TOKENIZERS_PARALLELISM": "false",
        "TRANSFORMERS_VERBOSITY": "error",
        "PYTHONDONTWRITEBYTECODE": "",
        "PYTHONPATH": str(ROOT),
    }
    for name in ("OMP_NUM_THREADS", "MKL_NUM_THREADS"):
        chosen.pop(name, None)
        if threads is not None:
            chosen[name] = str(threads)
    return chosen
