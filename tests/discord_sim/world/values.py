"""Small values of Discord's API: times, nulls and channel types."""

from __future__ import annotations

import datetime
from typing import Any

TEXT, DM, GROUP_DM, FORUM = 0, 1, 3, 15
PRIVATE = {DM, GROUP_DM}
THREADS = {10, 11, 12}
DEFAULT_LOCALE = "en-US"


def now_iso() -> str:
    """Return the present time as the API writes it."""
    return datetime.datetime.now(datetime.UTC).isoformat()


def without_nulls(value: Any) -> Any:
    """Return a JSON value without the fields that are null, at any depth."""
    if isinstance(value, dict):
        return {k: without_nulls(v) for k, v in value.items() if v is not None}
    if isinstance(value, list):
        return [without_nulls(v) for v in value]
    return value
