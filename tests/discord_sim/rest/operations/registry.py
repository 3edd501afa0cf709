"""How a module says which operations it serves."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from tests.discord_sim.rest.call import Call

if TYPE_CHECKING:
    from tests.discord_sim.server import SimServer

Answer = tuple[int, Any]  # HTTP status and JSON body, or None for no body
Handler = Callable[["SimServer", Call], Answer]


class Operations(dict[str, Handler]):
    """The handlers of one module by operation id, filled by `@op("operation id", ...)` on each of them."""

    def __call__(self, *ids: str) -> Callable[[Handler], Handler]:
        """Return the decorator that registers a handler for these operations."""

        def register(handler: Handler) -> Handler:
            self.update(dict.fromkeys(ids, handler))
            return handler

        return register
