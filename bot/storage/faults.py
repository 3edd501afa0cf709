"""What the database's driver reports, as errors of the state."""

import sqlite3

from sqlalchemy.exc import DBAPIError, SQLAlchemyError
from sqlalchemy.exc import TimeoutError as PoolTimeoutError

from bot.state.errors import (
    StateBusyError,
    StateDamagedError,
    StateError,
    StateFullError,
    StateReadOnlyError,
    StateUnavailableError,
)

_PRIMARY = 0xFF  # https://www.sqlite.org/rescode.html#extrc: the low byte of an extended code is its primary code
# https://www.postgresql.org/docs/current/errcodes-appendix.html
_SERIALIZATION_FAILURES = frozenset({"40001", "40P01", "23505"})


def sqlite_code(error: BaseException | None) -> int | None:
    """Return SQLite's primary result code of a driver's error; None where it has none."""
    code = getattr(error, "sqlite_errorcode", None)
    return code & _PRIMARY if isinstance(code, int) else None


def is_worth_another_try(error: SQLAlchemyError) -> bool:
    """Tell whether the same transaction may succeed when it is begun again: someone else wrote meanwhile."""
    if isinstance(error, PoolTimeoutError):
        return True
    if not isinstance(error, DBAPIError):
        return False
    if sqlite_code(error.orig) in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        return True
    return getattr(error.orig, "sqlstate", None) in _SERIALIZATION_FAILURES


def to_state_error(error: SQLAlchemyError, where: str) -> StateError:
    """Return what happened in words; the driver's own message is left out, since it can quote values."""
    if is_worth_another_try(error):
        return StateBusyError(where)
    return from_driver(error.orig if isinstance(error, DBAPIError) else error, where)


def from_driver(cause: BaseException | None, where: str) -> StateError:
    """Return what a driver's own error means, in words."""
    match sqlite_code(cause):
        case sqlite3.SQLITE_BUSY | sqlite3.SQLITE_LOCKED:
            return StateBusyError(where)
        case sqlite3.SQLITE_READONLY | sqlite3.SQLITE_PERM | sqlite3.SQLITE_CANTOPEN:
            return StateReadOnlyError(where)
        case sqlite3.SQLITE_FULL:
            return StateFullError(where)
        case sqlite3.SQLITE_CORRUPT | sqlite3.SQLITE_NOTADB:
            return StateDamagedError(where, getattr(cause, "sqlite_errorname", "SQLITE_CORRUPT"))
    kind = getattr(cause, "sqlite_errorname", type(cause).__name__)
    return StateUnavailableError(f"{where} cannot be used ({kind}); see what is wrong with: kratom-bot state check")
