"""Build in a process of its own, so that a running bot answers meanwhile as fast as before and keeps its memory.

Python runs one thread at a time: a build on a thread beside the answers makes each of them wait for its turns. A
process can be stopped at any moment, and gives back what it took. It is given the corpus as it was read, tells each
step, and ends when the one that started it does.
"""

import os
import pickle
import signal
import subprocess
import sys
import threading
import traceback
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

from corpus.errors import CorpusError
from corpus.models import Corpus
from index.embedder import Embedder, Progress
from index.errors import BuildFailedError, VectorIndexError

if TYPE_CHECKING:  # the starting process needs nothing of a build
    from index.builder import BuildReport

_NICENESS = 10
"""Answers go first where there are fewer cores than work."""


@dataclass(frozen=True, slots=True)
class _Job:
    corpus: Corpus
    embedder: Embedder
    root: Path
    options: dict[str, Any] = field(default_factory=dict)


class BuildProcess:
    """A process that builds once. It gets ready when it is made; a context that is left ends it, whatever it does."""

    def __init__(self) -> None:
        """Start it.

        Raises:
            OSError: no process can be started.
        """
        place = str(Path(__file__).resolve().parents[1])
        paths = os.pathsep.join(filter(None, (place, os.environ.get("PYTHONPATH"))))
        # It is told none of the bot's own settings, of which one is a token.
        environment = {name: value for name, value in os.environ.items() if not name.startswith("KRATOM_")}
        self._process = subprocess.Popen(
            [sys.executable, "-m", "index.build_process"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env={**environment, "PYTHONPATH": paths},
            start_new_session=True,  # so that what it starts can be ended with it
        )

    def __enter__(self) -> "BuildProcess":
        return self

    def __exit__(self, *_error: object) -> None:
        _end(self._process)

    def build(
        self,
        corpus: Corpus,
        embedder: Embedder,
        root: Path,
        *,
        progress: Progress = lambda _done, _total: None,
        stage: Callable[[str], None] = lambda _name: None,
        **options: Any,
    ) -> "BuildReport":
        """Do what `builder.build_index` does, with the same arguments. The caller holds the lock of the builds.

        What `progress` or `stage` raise is raised from here.

        Raises:
            BuildFailedError: the build failed, for whatever reason but the next, or was killed.
            OSError: a file could not be written.
        """
        process = self._process
        if process.stdin is None or process.stdout is None:
            raise BuildFailedError("its process cannot be spoken to")
        try:
            pickle.dump(_Job(corpus, embedder, root, options), process.stdin)
            process.stdin.flush()  # and left open: when it closes, the process ends
            while True:
                kind, *words = pickle.load(process.stdout)  # from our own process, over a pipe
                if kind == "done":
                    report: BuildReport = words[0]
                    return report
                if kind == "os_error":
                    raise OSError(*words)
                if kind == "failed":
                    raise BuildFailedError(words[0])
                (progress if kind == "progress" else stage)(*words)
        except (EOFError, BrokenPipeError, pickle.UnpicklingError) as error:
            status = process.wait()
            killed = f"it was killed (signal {-status}); is there enough memory?"
            raise BuildFailedError(killed if status < 0 else f"its process ended with {status}") from error


def _end(process: "subprocess.Popen[bytes]") -> None:
    """End the process and all that it started, if they are not at their end already."""
    for pipe in (process.stdin, process.stdout):
        if pipe is not None:
            with suppress(BrokenPipeError):
                pipe.close()
    with suppress(ProcessLookupError, PermissionError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def _run(given: BinaryIO, told: BinaryIO) -> None:
    """Build what is given, and tell how it goes."""

    def tell(*words: Any) -> None:
        pickle.dump(words, told)
        told.flush()

    # What a build needs is loaded while the corpus is still being read and checked.
    import bm25s  # noqa: F401
    import scipy.optimize  # noqa: F401

    import index.onnx_encoder  # noqa: F401
    from index.builder import build_index

    job: _Job = pickle.load(given)  # from the process that started this one
    threading.Thread(target=_end_with_starter, args=(given.fileno(),), daemon=True).start()
    try:
        report = build_index(
            job.corpus,
            job.embedder,
            job.root,
            progress=lambda done, total: tell("progress", done, total),
            stage=lambda name: tell("stage", name),
            **job.options,
        )
        tell("done", report)
    except OSError as error:
        tell("os_error", error.errno, error.strerror, error.filename)
    except (CorpusError, VectorIndexError) as error:
        tell("failed", str(error))
    except Exception as error:
        traceback.print_exc()
        tell("failed", f"{type(error).__name__}: {error}")


def _end_with_starter(given: int) -> None:
    while os.read(given, 1):  # nothing more is written; it closes when the starter ends or needs no build any more
        pass
    os.killpg(os.getpgid(0), signal.SIGKILL)


def main() -> None:
    """Run as the process that builds."""
    # What a library prints must not get between what is told.
    told = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    if hasattr(os, "nice"):
        os.nice(_NICENESS)
    _run(sys.stdin.buffer, told)


if __name__ == "__main__":
    from index.build_process import main as run_as_named  # so that jobs are of the class that the starter knows

    run_as_named()
