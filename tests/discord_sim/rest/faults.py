"""Faults a test puts between the bot and the server."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass, field
from typing import Any

from .call import Call


@dataclass
class Fault:
    """What is to go wrong with some requests; `Driver.fault` says what the fields mean.

    Attributes:
        hits: The requests it spoiled so far.
    """

    where: str
    status: int | None = None
    retry_after: float = 1.0
    delay: float = 0.0
    drop: str | None = None
    times: int = 1
    is_global: bool = False
    error: tuple[int, str] | None = None
    hits: list[Call] = field(default_factory=list)

    def meets(self, call: Call) -> bool:
        """Tell whether it is to spoil this request."""
        if len(self.hits) >= self.times:
            return False
        return self.where == call.operation or bool(re.search(self.where, f"{call.method} {call.path}"))

    def answer(self, headers: dict[str, str]) -> tuple[int, Any]:
        """Return the answer given in place of the server's; a `status` must be set."""
        assert self.status is not None
        if self.error:
            return self.status, {"message": self.error[1], "code": self.error[0]}
        if self.status != 429 or self.retry_after <= 0:  # the proxy in front of Discord speaks HTML
            return self.status, f"<html><body>{self.status} upstream fault (injected)</body></html>"
        return too_many_requests(headers, self.retry_after, is_global=self.is_global)


def too_many_requests(headers: dict[str, str], wait_s: float, *, is_global: bool) -> tuple[int, dict]:
    """Return Discord's answer 429, and add its headers to `headers`."""
    wait_s = math.ceil(wait_s * 1000) / 1000  # rounded down, a client would come too early again
    headers |= {
        "Retry-After": f"{wait_s:.3f}",
        "Via": "1.1 google",
        "X-RateLimit-Scope": "global" if is_global else "user",
    }
    if is_global:
        headers["X-RateLimit-Global"] = "true"
    return 429, {"message": "You are being rate limited.", "retry_after": wait_s, "global": is_global}
