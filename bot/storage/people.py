"""What is kept about one person: counted, and deleted.

Rows of askers hold keys that differ from row to row, so a person's are found by making their key for each row anew.
"""

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from sqlalchemy import Column, Connection, RowMapping, Table, and_, delete, func, select, update

from bot.state.keys import AskerKeys
from bot.state.models import Held, PersonId
from bot.storage.database import Database
from bot.storage.tables import (
    answer_messages,
    audit_log,
    feedback,
    gap_marks,
    gap_periods,
    overlay_articles,
    withdrawn,
)

_NAMED: dict[str, Column[Any]] = {
    "acts": audit_log.c.actor_id,
    "withdrawals": withdrawn.c.by_id,
    "articles": overlay_articles.c.added_by,
}
"""Where moderators stand by their id; what they did stays when that is taken out."""


class StoredPeople:
    """Satisfies `PeopleRepository`."""

    def __init__(self, database: Database, keys: AskerKeys) -> None:
        self._database = database
        self._keys = keys

    def held(self, person: PersonId) -> Held:
        """Return how much is kept that belongs to a person."""
        return self._database.read(lambda connection: self._held(connection, person))

    def forget(self, person: PersonId) -> Held:
        """Delete all of it and return how much it was; a moderator's acts stay in the audit log without their id."""

        def work(connection: Connection) -> Held:
            held = self._held(connection, person)
            for table, keys in self._keyed(connection, person):
                for key in keys:
                    connection.execute(delete(table).where(and_(*(table.c[name] == key[name] for name in key))))
            for column in _NAMED.values():
                connection.execute(update(column.table).where(column == person).values({column.name: None}))
            return held

        held = self._database.write(work)
        self._database.wipe_traces()
        return held

    def _held(self, connection: Connection, person: PersonId) -> Held:
        names = {feedback: "feedback", gap_marks: "gap_topics", answer_messages: "messages"}
        counts = {names[table]: len(keys) for table, keys in self._keyed(connection, person)}
        for name, column in _NAMED.items():
            query = select(func.count()).select_from(column.table).where(column == person)
            counts[name] = connection.execute(query).scalar_one()
        return Held(**counts)

    def _keyed(self, connection: Connection, person: PersonId) -> Iterator[tuple[Table, list[dict[str, Any]]]]:
        """Yield each table of askers with the primary keys of this person's rows."""
        keys = self._keys
        votes = connection.execute(select(feedback.c.build_id, feedback.c.passage_id, feedback.c.asker_key)).mappings()
        yield feedback, _mine(votes, lambda row: keys.of_feedback(person, row["build_id"], row["passage_id"]))
        salts = dict(connection.execute(select(gap_periods.c.period, gap_periods.c.salt)).all())
        marks = connection.execute(select(gap_marks)).mappings()
        yield gap_marks, _mine(marks, lambda row: keys.of_gap(person, salts[row["period"]], row["topic"]))
        messages = connection.execute(select(answer_messages.c.message_id, answer_messages.c.asker_key)).mappings()
        yield answer_messages, _mine(messages, lambda row: keys.of_message(person, row["message_id"]))


def _mine(rows: Iterable[RowMapping], key_of: Callable[[RowMapping], bytes]) -> list[dict[str, Any]]:
    return [dict(row) for row in rows if row["asker_key"] == key_of(row)]
