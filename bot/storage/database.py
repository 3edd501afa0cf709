"""One database: reading, writing in transactions that are on the disk when they return, and trying again when busy."""

import contextlib
import sqlite3
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import ArgumentError, SQLAlchemyError

from bot.state.errors import StateBusyError, StateDamagedError, StateUnavailableError
from bot.storage.faults import is_worth_another_try, to_state_error

T = TypeVar("T")

_WRITES = "kratom_writes"
_BUSY_TIMEOUT_S = 5.0
_PAUSES_S = (0.1, 0.4)
_WAIT_FOR_OTHER_THREADS_S = 20.0


class Database:
    """A database by URL. Any thread may use it; only one thread of a program writes at a time.

    A transaction that writes takes SQLite's write lock at once (BEGIN IMMEDIATE), so that it never fails halfway
    because of another one: https://www.sqlite.org/lang_transaction.html.
    """

    def __init__(self, url: str | URL) -> None:
        """Prepare the engine; nothing is opened yet.

        Raises:
            StateUnavailableError: the URL is not one, or its driver is not installed.
        """
        try:
            parsed = make_url(url)
            self.is_sqlite = parsed.get_backend_name() == "sqlite"
            if self.is_sqlite and parsed.database in (None, "", ":memory:"):
                raise StateUnavailableError("KRATOM_DATABASE_URL names no file, and what is in memory is lost")
            self.path = _file_of(parsed)
            self.where = str(self.path) if self.path else parsed.render_as_string(hide_password=True)
            self._engine = _sqlite_engine(parsed) if self.is_sqlite else _server_engine(parsed)
        except (ArgumentError, ImportError) as error:
            raise StateUnavailableError(
                f"KRATOM_DATABASE_URL cannot be used ({type(error).__name__}); it has to be like "
                "sqlite:////absolute/path.sqlite3 or postgresql+psycopg://user@host/name with its driver installed"
            ) from error
        self._writer = self._engine.execution_options(**{_WRITES: True})
        self._writing = threading.Lock()

    def read(self, work: Callable[[Connection], T]) -> T:
        """Return what `work` reads, all of it as of one moment.

        Raises:
            StateError: it cannot be read.
        """
        return self._try(self._engine, work)

    def write(self, work: Callable[[Connection], T]) -> T:
        """Do `work` in one transaction; when this returns, it is committed and on the disk.

        `work` is done again from its beginning when another program was in the way, so it must do nothing else.

        Raises:
            StateError: nothing was saved.
        """
        if not self._writing.acquire(timeout=_WAIT_FOR_OTHER_THREADS_S):
            raise StateBusyError(self.where)
        try:
            return self._try(self._writer, work)
        finally:
            self._writing.release()

    def check(self) -> None:
        """Look through the file for damage.

        Raises:
            StateDamagedError: there is some.
            StateError: it cannot be read.
        """
        if not self.is_sqlite:
            self.read(lambda connection: None)
            return
        found = self.read(lambda connection: connection.exec_driver_sql("PRAGMA quick_check(1)").scalar_one())
        if found != "ok":
            raise StateDamagedError(self.where, str(found).partition("\n")[0])

    def wipe_traces(self) -> None:
        """Empty SQLite's write-ahead log, in which deleted rows would otherwise stand for a while.

        Readers can be in the way; then the log is emptied a little later, and that is no error.
        """
        if not self.is_sqlite:
            return
        with contextlib.suppress(SQLAlchemyError, sqlite3.Error), self._writing, self._engine.connect() as connection:
            raw: Any = connection.connection.driver_connection
            raw.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()

    def close(self) -> None:
        """Close all connections."""
        self._engine.dispose()

    def _try(self, engine: Engine, work: Callable[[Connection], T]) -> T:
        for pause in (*_PAUSES_S, None):
            try:
                with engine.begin() as connection:
                    return work(connection)
            except SQLAlchemyError as error:
                if pause is None or not is_worth_another_try(error):
                    raise to_state_error(error, self.where) from error
                time.sleep(pause)
        raise AssertionError("the last try returns or raises")


def _file_of(url: URL) -> Path | None:
    """Return the file of a SQLite database; None for a server, and for a URI of SQLite, which has options in it."""
    if url.get_backend_name() != "sqlite" or not url.database or url.database.startswith("file:"):
        return None
    return Path(url.database)


def _sqlite_engine(url: URL) -> Engine:
    engine = create_engine(
        url,
        connect_args={"timeout": _BUSY_TIMEOUT_S},
        pool_size=2,
        max_overflow=6,
        pool_timeout=10.0,
        hide_parameters=True,
    )
    event.listen(engine, "connect", _set_up_connection)
    event.listen(engine, "begin", _begin)
    return engine


def _set_up_connection(connection: DBAPIConnection, _record: object) -> None:
    """Leave transactions to `_begin`, and have every commit on the disk before it is acknowledged."""
    connection.isolation_level = None
    cursor = connection.cursor()
    for pragma in (
        "PRAGMA journal_mode=WAL",
        "PRAGMA synchronous=FULL",  # in WAL mode NORMAL may lose the last commits when the power fails
        "PRAGMA secure_delete=ON",  # what /privacy deletes is overwritten, not only unlinked
        "PRAGMA recursive_triggers=ON",  # INSERT OR REPLACE then counts as a deletion, which the audit log refuses
        "PRAGMA trusted_schema=OFF",
    ):
        cursor.execute(pragma)
        cursor.fetchall()
    cursor.close()


def _begin(connection: Connection) -> None:
    writes = connection.get_execution_options().get(_WRITES, False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _server_engine(url: URL) -> Engine:
    """Return an engine for a server, where transactions that would mix are refused and begun again."""
    return create_engine(
        url, isolation_level="SERIALIZABLE", pool_size=2, max_overflow=6, pool_pre_ping=True, hide_parameters=True
    )
