"""Articles that moderators added: each text is a file, which editors can read and check; the table says which count.

A file is named after its content and never changes. It is on the disk before its row is, so that a crash in between
leaves a file that nothing names, which is removed later, and never a row without its file.
"""

import hashlib
import re
import time
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Row, delete, insert, select

from bot.state.errors import OverlayError, StateReadOnlyError
from bot.state.files import write_whole
from bot.state.models import Act, ActOutcome, AuditEntry, OverlayArticle, PersonId
from bot.storage.audit import Clock, add_entry, from_column, to_column
from bot.storage.database import Database
from bot.storage.tables import overlay_articles
from corpus.added import LIST, AddedArticle, list_of_added

MAX_ARTICLE_BYTES = 1_000_000
_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_MAX_ID_CHARS = 100
_MAX_TOPIC_CHARS = 64
_ORPHAN_AFTER_S = 3600.0
_ALL = select(overlay_articles).order_by(overlay_articles.c.article_id)


class StoredOverlay:
    """Satisfies `OverlayRepository`; `folder` is where the files are."""

    def __init__(self, database: Database, folder: Path, now: Clock) -> None:
        self._database = database
        self._folder = folder
        self._now = now

    def save(self, article_id: str, topic: str, text: str, by: PersonId, guild_id: int | None) -> OverlayArticle:
        """Keep an article, in place of one with the same id."""
        for slug, most in ((article_id, _MAX_ID_CHARS), (topic, _MAX_TOPIC_CHARS)):
            if len(slug) > most or not _SLUG.fullmatch(slug):
                raise OverlayError("an article's id and topic are lower-case words joined by hyphens, like kratom-tea")
        data = text.encode()
        if not text.strip() or len(data) > MAX_ARTICLE_BYTES:
            raise OverlayError(f"an article has some text, and up to {MAX_ARTICLE_BYTES:,} bytes of it; cut it in two")
        digest = hashlib.sha256(data).hexdigest()
        file = f"{article_id}.{digest[:16]}.md"
        added = OverlayArticle(article_id, topic, file, digest, by, guild_id, self._now())
        try:
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            write_whole(self._folder / file, data)
        except OSError as error:
            raise StateReadOnlyError(str(self._folder)) from error
        details = {"topic": topic, "sha256": digest}
        entry = AuditEntry(Act.ADD, ActOutcome.DONE, by, guild_id, article_id, details)

        def work(connection: Connection) -> None:
            connection.execute(delete(overlay_articles).where(overlay_articles.c.article_id == article_id))
            connection.execute(insert(overlay_articles).values(_to_values(added)))
            add_entry(connection, entry, self._now())

        self._database.write(work)
        self.write_list()
        return added

    def remove(self, article_id: str, by: PersonId, guild_id: int | None) -> bool:
        """Take an added article away; False where there is none."""
        query = delete(overlay_articles).where(overlay_articles.c.article_id == article_id)

        def work(connection: Connection) -> bool:
            removed = connection.execute(query).rowcount > 0
            outcome = ActOutcome.DONE if removed else ActOutcome.UNCHANGED
            add_entry(connection, AuditEntry(Act.REMOVE, outcome, by, guild_id, article_id), self._now())
            return removed

        removed = self._database.write(work)
        self.write_list()
        return removed

    def write_list(self) -> None:
        """Write which articles count beside their files, for programs that do not open the database.

        Raises:
            StateReadOnlyError: it cannot be written; what the database says is saved all the same.
        """
        if not self._folder.is_dir():
            return

        def work(connection: Connection) -> None:
            rows = [_to_article(row) for row in connection.execute(_ALL).all()]
            listed = ((AddedArticle(one.article_id, one.topic, self._folder / one.file), one.sha256) for one in rows)
            write_whole(self._folder / LIST, list_of_added(listed))

        try:
            self._database.write(work)  # under its lock, so that no older list is put over a newer one
        except OSError as error:
            raise StateReadOnlyError(str(self._folder / LIST)) from error

    def all(self) -> tuple[OverlayArticle, ...]:
        """Return the added articles by id."""
        rows = self._database.read(lambda connection: connection.execute(_ALL).all())
        return tuple(map(_to_article, rows))

    def path(self, article: OverlayArticle) -> Path:
        """Return the article's file, compared with what was kept."""
        path = self._folder / article.file
        try:
            same = hashlib.sha256(path.read_bytes()).hexdigest() == article.sha256
        except OSError as error:
            raise OverlayError(f"{path} cannot be read; add the article {article.article_id} again") from error
        if not same:
            raise OverlayError(f"{path} was changed since it was added; add the article {article.article_id} again")
        return path

    def remove_orphans(self) -> int:
        """Remove files that no row names and that no one can be about to name; return how many."""
        if not self._folder.is_dir():
            return 0
        named = {LIST, *(article.file for article in self.all())}
        return _remove_old(path for path in self._folder.iterdir() if path.name not in named)


def _remove_old(paths: Iterable[Path]) -> int:
    removed = 0
    for path in paths:
        if path.is_file() and path.stat().st_mtime < time.time() - _ORPHAN_AFTER_S:
            path.unlink(missing_ok=True)
            removed += 1
    return removed


def _to_values(article: OverlayArticle) -> dict[str, Any]:
    values = {name: getattr(article, name) for name in OverlayArticle.__slots__}
    return {**values, "added_at": to_column(article.added_at)}


def _to_article(row: Row[Any]) -> OverlayArticle:
    values = dict(row._mapping)
    return OverlayArticle(**{**values, "added_at": from_column(values["added_at"])})
