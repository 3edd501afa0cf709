"""The settings of servers."""

from collections.abc import Callable
from typing import Any

from sqlalchemy import Connection, delete, insert, select

from bot.state.models import Act, ActOutcome, AuditEntry, Detail, GuildSettings, PersonId
from bot.storage.audit import Clock, add_entry
from bot.storage.database import Database
from bot.storage.tables import guild_settings

_FIELDS = tuple(GuildSettings.__slots__)
_LISTS = frozenset({"allowed_channels", "moderator_roles"})


class StoredGuildSettings:
    """Satisfies `GuildSettingsRepository`."""

    def __init__(self, database: Database, now: Clock) -> None:
        self._database = database
        self._now = now

    def get(self, guild_id: int) -> GuildSettings:
        """Return the settings of a server; the defaults where none were saved."""
        return self._database.read(lambda connection: _get(connection, guild_id))

    def change(
        self, guild_id: int, by: PersonId, change: Callable[[GuildSettings], GuildSettings]
    ) -> tuple[GuildSettings, GuildSettings]:
        """Apply a change to the settings as they are now, and return them before and after."""

        def work(connection: Connection) -> tuple[GuildSettings, GuildSettings]:
            before = _get(connection, guild_id)
            after = change(before)
            changed = _differences(before, after)
            if changed:
                _put(connection, guild_id, after)
            outcome = ActOutcome.DONE if changed else ActOutcome.UNCHANGED
            add_entry(connection, AuditEntry(Act.SETTINGS, outcome, by, guild_id, details=changed), self._now())
            return before, after

        return self._database.write(work)

    def forget(self, guild_id: int) -> bool:
        """Remove a server's settings; tell whether there were any."""
        query = delete(guild_settings).where(guild_settings.c.guild_id == guild_id)
        return self._database.write(lambda connection: connection.execute(query).rowcount > 0)


def _get(connection: Connection, guild_id: int) -> GuildSettings:
    row = connection.execute(select(guild_settings).where(guild_settings.c.guild_id == guild_id)).one_or_none()
    if row is None:
        return GuildSettings()
    found = row._mapping
    values: dict[str, Any] = {name: frozenset(found[name]) if name in _LISTS else found[name] for name in _FIELDS}
    return GuildSettings(**values)


def _put(connection: Connection, guild_id: int, settings: GuildSettings) -> None:
    values = {name: getattr(settings, name) for name in _FIELDS}
    values |= {name: sorted(values[name]) for name in _LISTS}
    connection.execute(delete(guild_settings).where(guild_settings.c.guild_id == guild_id))
    connection.execute(insert(guild_settings).values(guild_id=guild_id, **values))


def _differences(before: GuildSettings, after: GuildSettings) -> dict[str, Detail]:
    """Return what is new, by the name of the setting; of lists all that is in them now."""
    changed = [name for name in _FIELDS if getattr(before, name) != getattr(after, name)]
    return {name: tuple(sorted(getattr(after, name))) if name in _LISTS else getattr(after, name) for name in changed}
