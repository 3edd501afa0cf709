"""Do many like pieces of work on two cores: half of them in a copy of this process."""

import json
import os
import select
import signal
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import Any

LEAST = 100
"""For fewer, a copy takes longer than it saves."""
PATIENCE_S = 10.0
"""How much longer than this process a copy may take before it counts as hanging."""


def do_half_elsewhere(texts: Sequence[str], do: Callable[[str], Any]) -> dict[str, Any]:
    """Return what `do` makes of each text, by the text: values that JSON has, the same wherever they are made.

    For a process that works alone, since only the thread that calls this goes on in the copy. What the copy does not
    bring about, for whatever reason, is done here.
    """
    here, there = list(texts), list[str]()
    if len(texts) >= LEAST and (os.cpu_count() or 1) > 1 and hasattr(os, "fork"):
        turn = os.getpid() % 2  # what the copy encodes is not kept; so it is not always the same that is encoded there
        here, there = list(texts[turn::2]), list(texts[1 - turn :: 2])
    if not there:
        return {text: do(text) for text in here}
    reading, writing = os.pipe()
    copy = os.fork()
    if copy == 0:
        _be_the_copy(there, do, reading, writing)
    os.close(writing)
    try:
        with os.fdopen(reading, "rb") as pipe:
            begun = time.monotonic()
            done = {text: do(text) for text in here}
            wait_s = PATIENCE_S + 3 * (time.monotonic() - begun)  # it has as much to do
            if select.select([pipe], [], [], wait_s)[0]:
                with suppress(ValueError):  # it ended before all was written
                    done |= dict(zip(there, json.loads(pipe.read()), strict=True))
    finally:
        os.kill(copy, signal.SIGKILL)  # it is at its end already, unless something went wrong
        os.waitpid(copy, 0)
    return done | {text: do(text) for text in there if text not in done}


def _be_the_copy(texts: Sequence[str], do: Callable[[str], Any], reading: int, writing: int) -> None:
    """Do the work, write what came of it, and end without any of the endings that are the other one's."""
    try:
        os.close(reading)
        with os.fdopen(writing, "wb") as pipe:
            pipe.write(json.dumps([do(text) for text in texts]).encode())
    finally:
        os._exit(0)
