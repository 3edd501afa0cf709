"""The state of a bot under test, opened by the test itself: several programs may use it at once."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from bot.answering.withdrawals import LiveWithdrawals
from bot.state.models import GuildSettings
from bot.storage.store import StoredState, open_state
from tests.e2e.bots import Place


@contextmanager
def opened_state(place: Place) -> Iterator[StoredState]:
    """The state of a place, which is made where there is none."""
    state = open_state(place.state, None, LiveWithdrawals())
    try:
        yield state
    finally:
        state.close()


def set_up_server(place: Place, guild_id: str, settings: GuildSettings) -> None:
    """Give a server settings before the bot starts."""
    with opened_state(place) as state:
        state.guilds.change(int(guild_id), 1, lambda _before: settings)
