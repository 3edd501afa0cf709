"""What stands in for the state where it cannot be opened: the bot goes on answering, and says what is not kept."""

from collections.abc import Callable
from datetime import date
from typing import NoReturn

from bot.state.errors import StateError, StateUnavailableError
from bot.state.models import UNKNOWN_SETTINGS, GuildSettings, PersonId, Pruned


class AbsentState:
    """Satisfies `State`: servers have the most careful settings, and all else raises why there is no state."""

    def __init__(self, why: StateError) -> None:
        self._why = why
        self.guilds = AbsentGuildSettings(self._refuse)

    @property
    def fault(self) -> str | None:
        """Return why nothing can be kept."""
        return str(self._why)

    @property
    def feedback(self) -> NoReturn:
        """Raise why there is none."""
        self._refuse()

    @property
    def gaps(self) -> NoReturn:
        """Raise why there are none."""
        self._refuse()

    @property
    def audit(self) -> NoReturn:
        """Raise why there is none."""
        self._refuse()

    @property
    def withdrawals(self) -> NoReturn:
        """Raise why there are none to change; those of the last good start are honoured all the same."""
        self._refuse()

    @property
    def overlay(self) -> NoReturn:
        """Raise why there is none."""
        self._refuse()

    @property
    def messages(self) -> NoReturn:
        """Raise why there are none."""
        self._refuse()

    @property
    def people(self) -> NoReturn:
        """Raise why nothing can be said about anybody: what is in a damaged file may be there all the same."""
        self._refuse()

    def prune(self, today: date) -> Pruned:
        """Return that nothing was removed."""
        return Pruned()

    def close(self) -> None:
        """Do nothing."""

    def _refuse(self) -> NoReturn:
        raise StateUnavailableError(str(self._why)) from self._why


class AbsentGuildSettings:
    """The most careful settings for every server, none of which can be changed."""

    def __init__(self, refuse: Callable[[], NoReturn]) -> None:
        self._refuse = refuse

    def get(self, guild_id: int) -> GuildSettings:
        """Return settings under which only the asker sees an answer."""
        return UNKNOWN_SETTINGS

    def change(
        self, guild_id: int, by: PersonId, change: Callable[[GuildSettings], GuildSettings]
    ) -> tuple[GuildSettings, GuildSettings]:
        """Raise why nothing can be changed."""
        self._refuse()

    def forget(self, guild_id: int) -> bool:
        """Raise why nothing can be removed."""
        self._refuse()
