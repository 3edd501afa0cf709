"""The steps from every revision to the newest keep what is there, and lead to the tables that the program uses."""

from collections.abc import Iterator
from contextlib import closing
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import JSON, Connection, MetaData, Table, insert, select

from bot.answering.withdrawals import LiveWithdrawals
from bot.state.errors import StateError
from bot.storage.database import Database
from bot.storage.migrating import current_revision, known_revisions, migrate
from bot.storage.migrations import HEAD
from bot.storage.store import default_url, open_state
from bot.storage.tables import metadata


@pytest.fixture
def database(folder: Path, url: str | None) -> Iterator[Database]:
    folder.mkdir()
    with closing(Database(url or default_url(folder))) as opened:
        yield opened


def test_tables_and_steps_agree(database: Database) -> None:
    migrate(database)
    options = {"compare_type": True, "compare_server_default": True}
    found = database.read(
        lambda connection: compare_metadata(MigrationContext.configure(connection, opts=options), metadata)
    )
    assert found == []


def test_program_works_with_the_newest_revision() -> None:
    assert known_revisions()[-1] == HEAD


def filler(kind: Any, number: int) -> Any:
    if isinstance(kind, JSON):
        return [number]
    values: dict[type, Any] = {
        int: number,
        str: f"t{number}",
        bytes: bytes([number]),
        bool: bool(number % 2),
        date: date(2026, 11, number + 1),
        datetime: datetime(2026, 11, number + 1, 12, 30),
    }
    return values[kind.python_type]


def fill(connection: Connection) -> None:
    for table in _tables(connection):
        rows = [{column.name: filler(column.type, number) for column in table.columns} for number in range(3)]
        connection.execute(insert(table), rows)


def read(connection: Connection) -> dict[str, list[dict[str, Any]]]:
    return {
        table.name: [dict(row) for row in connection.execute(select(table).order_by(*table.primary_key)).mappings()]
        for table in _tables(connection)
    }


def _tables(connection: Connection) -> list[Table]:
    found = MetaData()
    found.reflect(connection)
    return [table for table in found.sorted_tables if table.name != "alembic_version"]


@pytest.mark.parametrize("revision", known_revisions())
def test_what_an_older_version_saved_is_there_after_the_update(database: Database, revision: str) -> None:
    migrate(database, revision)
    assert database.read(current_revision) == revision
    database.write(fill)
    before = database.read(read)
    assert before
    migrate(database)
    assert database.read(current_revision) == HEAD
    after = database.read(read)
    for table, rows in before.items():
        kept = [{name: row[name] for name in old} for old, row in zip(rows, after[table], strict=True)]
        assert kept == rows


def test_step_that_fails_leaves_the_database_as_it_was(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    migrate(database, "0001")
    database.write(fill)
    before = database.read(read)

    def fail(connection: Connection, revision: str, where: str) -> None:
        upgrade(connection, revision, where)
        raise OSError("the power failed")

    from bot.storage import migrating

    upgrade = migrating._upgrade
    monkeypatch.setattr(migrating, "_upgrade", fail)
    with pytest.raises(OSError, match="power"):
        migrate(database)
    monkeypatch.undo()
    assert database.read(current_revision) == "0001"
    assert database.read(read) == before
    migrate(database)
    assert database.read(current_revision) == HEAD


def test_ordinary_start_changes_nothing(database: Database, folder: Path) -> None:
    assert migrate(database) is None
    assert migrate(database) == HEAD


def test_database_of_another_program_is_not_taken_over(folder: Path, url: str | None, database: Database) -> None:
    database.write(lambda connection: connection.exec_driver_sql("CREATE TABLE feedback (words TEXT)"))
    with pytest.raises(StateError):
        open_state(folder, url, LiveWithdrawals())
    assert database.read(lambda connection: [table.name for table in _tables(connection)]) == ["feedback"]
