"""A random number for each piece of work, so that the log lines it caused can be put together.

It says nothing about who asked or what: it is drawn anew for every task of the event loop, and forgotten with it.
"""

import asyncio
import secrets
from contextvars import Context, ContextVar, copy_context
from weakref import WeakKeyDictionary

_HANDED_ON: ContextVar[str | None] = ContextVar("kratom_request", default=None)
_OF_TASKS: "WeakKeyDictionary[asyncio.Task[object], str]" = WeakKeyDictionary()


def current_request() -> str | None:
    """Return the number of the work at hand; None outside of any."""
    handed_on = _HANDED_ON.get()
    if handed_on is not None:
        return handed_on
    try:
        task = asyncio.current_task()
    except RuntimeError:  # no event loop in this thread
        return None
    if task is None:
        return None
    return _OF_TASKS.setdefault(task, secrets.token_hex(4))


def context_for_thread() -> Context:
    """Return a context in which another thread works under the same number.

    Only the copy knows the number: what the task itself starts later draws its own.
    """
    context = copy_context()
    context.run(_HANDED_ON.set, current_request())
    return context
