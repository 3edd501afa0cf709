"""Topics without an answer: marks of different people within a quarter, folded to counts when it is over."""

import secrets
from collections.abc import Collection
from datetime import date

from sqlalchemy import Connection, Select, delete, func, insert, select, update

from bot.state.keys import SECRET_BYTES, AskerKeys
from bot.state.models import GapCount, PersonId, check_token
from bot.state.retention import GAP_LEAST_PEOPLE, GAP_TOTAL_DAYS, oldest_kept, period_of
from bot.storage.database import Database
from bot.storage.tables import gap_marks, gap_periods, gap_totals


class StoredGaps:
    """Satisfies `GapRepository`."""

    def __init__(self, database: Database, keys: AskerKeys) -> None:
        self._database = database
        self._keys = keys

    def count(self, person: PersonId, topics: Collection[str], today: date) -> None:
        """Note that a person found no answer near these topics; once a quarter for each topic."""
        period = period_of(today)
        wanted = {check_token(topic, "a topic") for topic in topics}

        def work(connection: Connection) -> None:
            salt = _salt(connection, period)
            if salt is None:  # the quarter is over and folded, so the clock was set back
                return
            for topic in sorted(wanted):
                row = {"period": period, "topic": topic, "asker_key": self._keys.of_gap(person, salt, topic)}
                if not connection.execute(select(gap_marks).filter_by(**row)).first():
                    connection.execute(insert(gap_marks).values(row))

        if wanted:
            self._database.write(work)

    def shown(self) -> tuple[GapCount, ...]:
        """Return the topics that at least five different people asked about in one quarter, the most asked first."""
        folded = select(gap_totals.c.period, gap_totals.c.topic, gap_totals.c.people)
        running = _enough_people()
        rows = self._database.read(
            lambda connection: [*connection.execute(folded).all(), *connection.execute(running).all()]
        )
        counts = [GapCount(row.topic, row.period, row.people) for row in rows]
        return tuple(sorted(counts, key=lambda one: (-one.people, one.topic, one.period)))


def fold_gaps(connection: Connection, today: date) -> int:
    """Turn the marks of quarters that are over into counts, and destroy marks and salts; return how many marks.

    What fewer than five people asked about leaves no trace.
    """
    over = gap_marks.c.period < period_of(today)
    rows = connection.execute(_enough_people().where(over)).all()
    if rows:
        connection.execute(insert(gap_totals), [{**row._mapping, "closed_on": today} for row in rows])
    folded = connection.execute(delete(gap_marks).where(over)).rowcount
    connection.execute(update(gap_periods).where(gap_periods.c.period < period_of(today)).values(salt=None))
    return folded


def prune_gap_totals(connection: Connection, today: date) -> int:
    """Remove counts whose time is over; return how many."""
    oldest = oldest_kept(today, GAP_TOTAL_DAYS)
    connection.execute(
        delete(gap_periods).where(gap_periods.c.period < period_of(oldest), gap_periods.c.salt.is_(None))
    )
    return connection.execute(delete(gap_totals).where(gap_totals.c.closed_on < oldest)).rowcount


def _enough_people() -> Select[tuple[str, str, int]]:
    people = func.count().label("people")
    query = select(gap_marks.c.period, gap_marks.c.topic, people).group_by(gap_marks.c.period, gap_marks.c.topic)
    return query.having(people >= GAP_LEAST_PEOPLE)


def _salt(connection: Connection, period: str) -> bytes | None:
    """Return the salt of a quarter, made when it begins; None where the quarter was folded."""
    row = connection.execute(select(gap_periods.c.salt).where(gap_periods.c.period == period)).one_or_none()
    if row is not None:
        return row.salt  # type: ignore[no-any-return]
    salt = secrets.token_bytes(SECRET_BYTES)
    connection.execute(insert(gap_periods).values(period=period, salt=salt))
    return salt
