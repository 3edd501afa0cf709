"""Rate limits: a bucket per operation and place, and one limit over all of the bot's own requests.

Discord publishes no numbers; these are of the size it answers with.
See https://docs.discord.com/developers/topics/rate-limits
"""

from __future__ import annotations

import time
import zlib

from .call import Call
from .faults import too_many_requests

RATES = {  # operation: (requests, seconds)
    "create_message": (5, 5.0),
    "update_message": (5, 5.0),
    "delete_message": (5, 1.0),
    "execute_webhook": (5, 2.0),
    "update_original_webhook_message": (5, 2.0),
    "update_webhook_message": (5, 2.0),
    "add_my_message_reaction": (1, 0.25),
    "trigger_typing_indicator": (5, 5.0),
}
OTHER_RATE = (25, 1.0)  # operations with the bot's token that are not listed
GLOBAL_LIMIT = 50  # requests a second with the bot's token, interactions apart
MAJOR_ARGS = ("channel_id", "guild_id", "webhook_id", "webhook_token")


class RateLimiter:
    """What was asked lately, by operation and place."""

    def __init__(self) -> None:
        self._buckets: dict[tuple, list[float]] = {}
        self._recent: list[float] = []

    def judge(
        self, call: Call, headers: dict[str, str], rates: dict[str, tuple[int, float]], global_limit: int
    ) -> tuple[int, dict] | None:
        """Count a request; return the answer 429 if it is over a limit, and add the limit's headers to `headers`."""
        now = time.monotonic()
        own = call.uses_token_of_interaction
        if not own:
            self._recent = [t for t in self._recent if now - t < 1.0]
            if len(self._recent) >= global_limit:
                return too_many_requests(headers, 1.0 - (now - self._recent[0]), is_global=True)
            self._recent.append(now)
        if call.operation not in rates and (own or not call.operation):
            return None
        most, window = rates.get(call.operation, OTHER_RATE)
        place = tuple(call.args.get(name) for name in MAJOR_ARGS)
        bucket = self._buckets.setdefault((call.operation, place), [])
        bucket[:] = [t for t in bucket if now - t < window]
        over = len(bucket) >= most
        if not over:
            bucket.append(now)
        reset = window - (now - bucket[0])
        headers |= {
            "X-RateLimit-Limit": str(most),
            "X-RateLimit-Remaining": str(most - len(bucket)),
            "X-RateLimit-Reset": f"{time.time() + reset:.3f}",
            "X-RateLimit-Reset-After": f"{reset:.3f}",
            "X-RateLimit-Bucket": f"{zlib.crc32(call.operation.encode()):08x}",
        }
        return too_many_requests(headers, reset, is_global=False) if over else None
