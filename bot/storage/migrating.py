"""Bring the tables to the form that this version of the program works with."""

from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Connection, inspect, text

from bot.state.errors import StateNewerError
from bot.storage.database import Database
from bot.storage.migrations import HEAD

if TYPE_CHECKING:
    from alembic.config import Config

_FOLDER = Path(__file__).parent / "migrations"
_LOCK_NUMBER = 0x6B7261  # any number that other programs in the same PostgreSQL database do not use


def migrate(database: Database, revision: str = HEAD) -> str | None:
    """Apply what is missing up to a revision, all of it or nothing; return the revision from before.

    Two programs that start at once do this one after the other: the write lock is held while looking and changing.

    Raises:
        StateNewerError: the database is of a revision that this program does not know.
        StateError: it cannot be read or written; it is as it was.
    """
    before = database.read(current_revision)
    if before == revision:
        return before
    return database.write(lambda connection: _upgrade(connection, revision, database.where))


def prove_writable(database: Database) -> None:
    """Write something that changes nothing; SQLite begins a transaction also where it can only read.

    Raises:
        StateError: the database cannot be written.
    """
    database.write(lambda connection: connection.execute(text("UPDATE alembic_version SET version_num = version_num")))


def current_revision(connection: Connection) -> str | None:
    """Return the revision of the database; None where it has no tables yet."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    return connection.execute(text("SELECT version_num FROM alembic_version")).scalar()


def _upgrade(connection: Connection, revision: str, where: str) -> str | None:
    if connection.dialect.name == "postgresql":
        connection.execute(text("SELECT pg_advisory_xact_lock(:number)"), {"number": _LOCK_NUMBER})
    before = current_revision(connection)
    from alembic import command  # only here: it is not needed at an ordinary start

    config = script_config(connection)
    if before not in (None, *known_revisions()):
        raise StateNewerError(where, str(before))
    command.upgrade(config, revision)
    return before


def script_config(connection: Connection | None = None) -> "Config":
    """Return Alembic's configuration for the steps of this package, over a connection if they are to be applied."""
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(_FOLDER).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    return config


def known_revisions() -> tuple[str, ...]:
    """Return the revisions of this program, oldest first."""
    from alembic.script import ScriptDirectory

    scripts = ScriptDirectory.from_config(script_config())
    return tuple(reversed([script.revision for script in scripts.walk_revisions()]))
