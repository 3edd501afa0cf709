"""The audit log: rows are added, and read newest first."""

from collections.abc import Callable, Collection
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, Row, and_, insert, or_, select

from bot.state.models import Act, ActOutcome, AuditEntry, DatedEntry
from bot.storage.database import Database
from bot.storage.tables import audit_log

Clock = Callable[[], datetime]


class StoredAuditLog:
    """Satisfies `AuditLog`."""

    def __init__(self, database: Database, now: Clock) -> None:
        self._database = database
        self._now = now

    def append(self, entry: AuditEntry) -> DatedEntry:
        """Save an entry and return it with its number and time."""
        return self._database.write(lambda connection: add_entry(connection, entry, self._now()))

    def latest(
        self, most: int = 25, guild_id: int | None = None, before: int | None = None, *, also: Collection[Act] = ()
    ) -> tuple[DatedEntry, ...]:
        """Return the newest entries first; of one server, and with numbers below `before`, where given.

        `also`: with those of the one server, acts of these kinds that were done anywhere.
        """
        query = select(audit_log).order_by(audit_log.c.number.desc()).limit(most)
        if guild_id is not None:
            done_anywhere = and_(audit_log.c.act.in_(also), audit_log.c.outcome == ActOutcome.DONE)
            query = query.where(or_(audit_log.c.guild_id == guild_id, done_anywhere))
        if before is not None:
            query = query.where(audit_log.c.number < before)
        rows = self._database.read(lambda connection: connection.execute(query).all())
        return tuple(map(_to_entry, rows))


def add_entry(connection: Connection, entry: AuditEntry, at: datetime) -> DatedEntry:
    """Add an entry in the transaction of the act itself, so that there is never one without the other."""
    details = {name: list(one) if isinstance(one, tuple) else one for name, one in entry.details.items()}
    added = connection.execute(
        insert(audit_log).values(
            at=to_column(at),
            guild_id=entry.guild_id,
            actor_id=entry.actor_id,
            act=entry.act,
            subject=entry.subject,
            outcome=entry.outcome,
            details=details,
        )
    )
    (number,) = added.inserted_primary_key or (0,)
    return DatedEntry(number, at, entry)


def to_column(at: datetime) -> datetime:
    """Return a time as the tables hold it: in UTC, and without saying so."""
    return at.astimezone(UTC).replace(tzinfo=None)


def from_column(at: datetime) -> datetime:
    """Return a time of the tables as one that says that it is in UTC."""
    return at.replace(tzinfo=UTC)


def _to_entry(row: Row[Any]) -> DatedEntry:
    details = {name: tuple(one) if isinstance(one, list) else one for name, one in row.details.items()}
    entry = AuditEntry(Act(row.act), ActOutcome(row.outcome), row.actor_id, row.guild_id, row.subject, details)
    return DatedEntry(row.number, from_column(row.at), entry)
