"""One system in a process of its own: python -m bench.side_by_side.worker ADAPTER.

It reads one JSON object a line (`do` names the request) and writes one a line; errors come back as `error`. With
`--once FOLDER QUESTION` it loads, prints one answer and ends, as a person's own small program would.
Only the standard library is imported here, since it also runs in the peers' environment.
"""

import importlib
import json
import os
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, TextIO, cast

from bench.side_by_side.adapters.interface import PlainPassage, System

Row = dict[str, Any]


def serve(system: System, requests: TextIO, replies: TextIO) -> None:
    """Do what is asked until the requests end."""
    for line in requests:
        try:
            request: Row = json.loads(line)
            reply = _REQUESTS[request["do"]](system, request)
        except Exception as error:  # one system that fails must not end the run of the others
            reply = {"error": f"{type(error).__name__}: {error}"}
        replies.write(json.dumps(reply) + "\n")
        replies.flush()


def _build(system: System, request: Row) -> Row:
    passages = [PlainPassage(**row) for row in request["passages"]]
    return {"seconds": _timed(lambda: system.build(passages, Path(request["folder"])))}


def _load(system: System, request: Row) -> Row:
    return {"seconds": _timed(lambda: system.load(Path(request["folder"])))}


def _answer(system: System, request: Row) -> Row:
    """Answer some questions one after the other, each timed on its own."""
    answers = []
    for turns in request["questions"]:
        started = time.perf_counter()
        found = system.answer(turns)
        answers.append({"ms": (time.perf_counter() - started) * 1000, "ids": found.ids, "characters": len(found.text)})
    return {"answers": answers}


_REQUESTS: dict[str, Callable[[System, Row], Row]] = {"build": _build, "load": _load, "answer": _answer}


def _timed(act: Callable[[], None]) -> float:
    started = time.perf_counter()
    act()
    return time.perf_counter() - started


def make_system(adapter: str) -> System:
    """Import an adapter and make its system."""
    return cast(System, importlib.import_module(adapter).make())


def main() -> None:
    """Serve, or answer once."""
    adapter, *rest = sys.argv[1:]
    if rest[:1] == ["--once"]:
        system = make_system(adapter)
        system.load(Path(rest[1]))
        sys.stdout.write(system.answer(rest[2:]).text + "\n")
        return
    # What a library prints must not get among the replies.
    replies = os.fdopen(os.dup(sys.stdout.fileno()), "w", encoding="utf-8")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    serve(make_system(adapter), sys.stdin, replies)


if __name__ == "__main__":
    main()
