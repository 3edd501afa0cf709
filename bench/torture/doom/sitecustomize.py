"""Put a folder with this file on PYTHONPATH, and a Python process kills itself at one of its steps on the disk.

A step is a file opened to be written, renamed, removed or linked, a folder made or removed, below the folder
TORTURE_UNDER, or a statement of SQLite. Steps of all processes that share the file TORTURE_STEPS are counted together,
from the moment on in which that file exists; its first line is the fatal step. The kill is SIGKILL: nothing tidies up.
"""

import os
import signal
import sqlite3
import sqlite3.dbapi2
import sys
from typing import Any

_sqlite_connect: Any = sqlite3.connect

_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT
_EVENTS = frozenset({"os.rename", "os.remove", "os.rmdir", "os.mkdir", "os.link", "os.truncate"})
_UNDER = os.environ.get("TORTURE_UNDER", "")
_STEPS = os.environ.get("TORTURE_STEPS", "")


def _is_step(event: str, arguments: tuple[object, ...]) -> bool:
    if event == "open":
        flags = arguments[2]
        if not (isinstance(flags, int) and flags & _WRITING):
            return False
    elif event not in _EVENTS:
        return False
    path = arguments[0]
    if not isinstance(path, (str, os.PathLike)):
        return False
    name = os.fspath(path)
    return isinstance(name, str) and name != _STEPS and (_UNDER in name or not name.startswith("/"))


def _watch(event: str, arguments: tuple[object, ...]) -> None:
    if _is_step(event, arguments):
        _count(f"{event} {arguments[0]}")


def _connect(*arguments: Any, **options: Any) -> sqlite3.Connection:
    connection: sqlite3.Connection = _sqlite_connect(*arguments, **options)
    connection.set_trace_callback(_count_statement)
    return connection


def _count_statement(statement: str) -> None:
    _count(f"SQL {statement.split(None, 1)[0]}")


def _count(step: str) -> None:
    """Count a step, and die where it is the fatal one."""
    try:
        steps = os.open(_STEPS, os.O_RDWR | os.O_APPEND)  # not O_CREAT: without the file, nothing is counted
    except OSError:
        return
    try:
        os.write(steps, b".")
        text = os.pread(steps, 1 << 20, 0)
    finally:
        os.close(steps)
    fatal, _, done = text.partition(b"\n")
    if len(done) == int(fatal):
        print(f"killed before {step}", file=sys.stderr, flush=True)  # noqa: T201 - for whoever looks
        os.kill(os.getpid(), signal.SIGKILL)


if _UNDER and _STEPS:
    sys.addaudithook(_watch)
    for module in (sqlite3, sqlite3.dbapi2):
        setattr(module, "connect", _connect)  # noqa: B010 - an audit hook is told of a connection before it can be used
