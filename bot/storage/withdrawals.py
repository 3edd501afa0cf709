"""What was taken out of use: the table, the copy beside it, and the value that answers are made with."""

import threading
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path

from sqlalchemy import Connection, delete, insert, select

from bot.answering.withdrawals import LiveWithdrawals, Withdrawals
from bot.state.errors import StateReadOnlyError
from bot.state.models import (
    MAX_REASON_CHARS,
    Act,
    ActOutcome,
    AuditEntry,
    PersonId,
    Subject,
    SubjectKind,
    Withdrawal,
)
from bot.state.withdrawn_file import NAME, save_withdrawn
from bot.storage.audit import Clock, add_entry, from_column, to_column
from bot.storage.database import Database
from bot.storage.tables import audit_log, withdrawn


class StoredWithdrawals:
    """Satisfies `WithdrawalRepository`."""

    def __init__(self, database: Database, folder: Path, live: LiveWithdrawals, now: Clock) -> None:
        self._database = database
        self._folder = folder
        self._live = live
        self._now = now
        self._changing = threading.Lock()

    def withdraw(self, subject: Subject, by: PersonId, guild_id: int | None, reason: str) -> bool:
        """Withdraw an article or passage; False where it already was."""
        words = " ".join(reason.split())
        if len(words) > MAX_REASON_CHARS:
            raise ValueError(f"a reason has up to {MAX_REASON_CHARS} characters")

        def work(connection: Connection) -> bool:
            if connection.execute(select(withdrawn).filter_by(subject_id=subject.id)).first():
                return False
            at = to_column(self._now())
            values = {"subject_id": subject.id, "by_id": by, "guild_id": guild_id, "at": at, "reason": words}
            connection.execute(insert(withdrawn).values(values))
            return True

        return self._change(work, AuditEntry(Act.WITHDRAW, ActOutcome.DONE, by, guild_id, subject.id))

    def restore(self, subject: Subject, by: PersonId, guild_id: int | None) -> bool:
        """Bring an article or passage back into use; False where it was not withdrawn.

        The reason is then in no file of the database any more: it was promised to be kept until then.
        """
        query = delete(withdrawn).where(withdrawn.c.subject_id == subject.id)
        restored = self._change(
            lambda connection: connection.execute(query).rowcount > 0,
            AuditEntry(Act.RESTORE, ActOutcome.DONE, by, guild_id, subject.id),
        )
        if restored:
            self._database.wipe_traces()
        return restored

    def all(self) -> tuple[Withdrawal, ...]:
        """Return what is withdrawn, the newest first."""
        query = select(withdrawn).order_by(withdrawn.c.at.desc(), withdrawn.c.subject_id)
        rows = self._database.read(lambda connection: connection.execute(query).all())
        return tuple(
            Withdrawal(Subject(row.subject_id), row.by_id, row.guild_id, from_column(row.at), row.reason)
            for row in rows
        )

    def adopt(self, withdrawals: Withdrawals) -> None:
        """Withdraw what a list names, unless the audit log says that it was brought back since.

        The list is the copy beside the database. It names more than the table where a database was lost, or where
        commits were: SQLite leaves out what is damaged of its log, and says nothing. Neither must bring anything back
        into use.
        """
        at = to_column(self._now())

        def work(connection: Connection) -> None:
            known = set(connection.execute(select(withdrawn.c.subject_id)).scalars())
            missing = sorted((withdrawals.articles | withdrawals.passages) - known)
            rows = [
                {"subject_id": one, "at": at, "reason": f"taken over from {NAME}"}
                for one in missing
                if _last_act(connection, one) != Act.RESTORE
            ]
            if rows:
                connection.execute(insert(withdrawn), rows)

        self._database.write(work)

    def refresh(self) -> None:
        """Honour what the table says, in answers from now on and in the copy beside it.

        The write lock is held meanwhile, so that of two programs none puts an older list over a newer one.

        Raises:
            StateReadOnlyError: the copy cannot be written; answers honour the table all the same.
            StateError: the table cannot be read.
        """

        with self._changing:
            self._refresh()

    def _refresh(self) -> None:
        def work(connection: Connection) -> None:
            withdrawals = _current(connection)
            self._live.use(withdrawals)
            save_withdrawn(self._folder, withdrawals)

        try:
            self._database.write(work)
        except OSError as error:
            raise StateReadOnlyError(str(self._folder / NAME)) from error

    def _change(self, work: Callable[[Connection], bool], entry: AuditEntry) -> bool:
        """Commit a change, answer by it, then write the copy; only the last step can fail with the change saved."""

        def change(connection: Connection) -> tuple[bool, Withdrawals]:
            changed = work(connection)
            outcome = entry.outcome if changed else ActOutcome.UNCHANGED
            add_entry(connection, replace(entry, outcome=outcome), self._now())
            return changed, _current(connection)

        with self._changing:
            changed, withdrawals = self._database.write(change)
            self._live.use(withdrawals)
            self._refresh()
        return changed


def _last_act(connection: Connection, subject_id: str) -> str | None:
    """Return whether something was withdrawn or brought back last, as far as the audit log knows."""
    query = (
        select(audit_log.c.act)
        .where(audit_log.c.subject == subject_id, audit_log.c.outcome == ActOutcome.DONE)
        .where(audit_log.c.act.in_((Act.WITHDRAW, Act.RESTORE)))
        .order_by(audit_log.c.number.desc())
        .limit(1)
    )
    return connection.execute(query).scalar()


def _current(connection: Connection) -> Withdrawals:
    return to_withdrawals(connection.execute(select(withdrawn.c.subject_id)).scalars())


def to_withdrawals(subject_ids: Iterable[str]) -> Withdrawals:
    """Return what ids of articles and passages mean to answers."""
    subjects = list(map(Subject, subject_ids))
    return Withdrawals(
        articles=frozenset(one.id for one in subjects if one.kind is SubjectKind.ARTICLE),
        passages=frozenset(one.id for one in subjects if one.kind is SubjectKind.PASSAGE),
    )
