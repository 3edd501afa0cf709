"""Look at the state without changing it: no tables are brought up to date, and no files are made."""

from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection, inspect, text

from bot.state.errors import OverlayError, StateNewerError
from bot.storage.database import Database
from bot.storage.migrating import current_revision, known_revisions
from bot.storage.overlay import StoredOverlay
from bot.storage.store import OVERLAY, default_url, now_utc


@dataclass(frozen=True, slots=True)
class Condition:
    """The revision of the tables, and the ids of added articles whose files are not what was kept."""

    revision: str | None
    bad_articles: tuple[str, ...]


def look_at(folder: Path, url: str | None) -> Condition:
    """Look through the database for damage, and compare added articles with their files.

    Raises:
        StateError: it is damaged, cannot be read, or was written by a newer version.
    """
    database = Database(url or default_url(folder))
    try:
        database.check()
        revision = database.read(current_revision)
        if revision is not None and revision not in known_revisions():
            raise StateNewerError(database.where, revision)
        return Condition(revision, _bad_articles(database, folder) if database.read(_has_overlay) else ())
    finally:
        database.close()


def _has_overlay(connection: Connection) -> bool:
    return inspect(connection).has_table("overlay_articles") and bool(
        connection.execute(text("SELECT 1 FROM overlay_articles LIMIT 1")).first()
    )


def _bad_articles(database: Database, folder: Path) -> tuple[str, ...]:
    overlay = StoredOverlay(database, folder / OVERLAY, now_utc)
    bad = []
    for article in overlay.all():
        try:
            overlay.path(article)
        except OverlayError:
            bad.append(article.article_id)
    return tuple(bad)
