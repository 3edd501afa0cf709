"""Articles that wait for a moderator's confirmation: files, so that the button works after a restart.

They are no part of the corpus. Each is readable by the bot's user alone, and goes when it is confirmed, when it is
cancelled, or when its time is over.
"""

import contextlib
import re
import secrets
from datetime import datetime, timedelta
from pathlib import Path

from pydantic import AwareDatetime, BaseModel, ConfigDict, ValidationError

from bot.state.errors import PendingGoneError, StateReadOnlyError
from bot.state.files import write_whole

FOLDER = "pending"
WAITS = timedelta(minutes=30)
KEY = re.compile(r"[0-9a-f]{32}")


class PendingArticle(BaseModel):
    """An article with who wants to add it, in which server, and until when that may be confirmed."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    article_id: str
    topic: str
    by: int
    guild_id: int
    until: AwareDatetime


class PendingArticles:
    """The folder of them."""

    def __init__(self, state_dir: Path) -> None:
        self._folder = state_dir / FOLDER

    def put(self, article_id: str, topic: str, text: str, *, by: int, guild_id: int, now: datetime) -> str:
        """Keep an article until it is confirmed and return its key: 32 hexadecimal digits that cannot be guessed.

        Raises:
            StateReadOnlyError: it cannot be written.
        """
        self.prune(now)
        key = secrets.token_hex(16)
        article = PendingArticle(article_id=article_id, topic=topic, by=by, guild_id=guild_id, until=now + WAITS)
        try:
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            write_whole(self.path(key), text.encode())
            write_whole(self._folder / f"{key}.json", article.model_dump_json().encode())
        except OSError as error:
            raise StateReadOnlyError(str(self._folder)) from error
        return key

    def path(self, key: str) -> Path:
        """Return the file with the text."""
        return self._folder / f"{key}.md"

    def get(self, key: str, now: datetime) -> PendingArticle:
        """Return what waits under a key.

        Raises:
            PendingGoneError: nothing does, or no longer.
        """
        if not KEY.fullmatch(key):
            raise PendingGoneError
        try:
            article = PendingArticle.model_validate_json((self._folder / f"{key}.json").read_bytes())
        except (OSError, ValidationError) as error:
            raise PendingGoneError from error
        if article.until <= now or not self.path(key).is_file():
            raise PendingGoneError
        return article

    def drop(self, key: str) -> None:
        """Remove what waits under a key; nothing happens where nothing does."""
        for suffix in (".json", ".md"):
            with contextlib.suppress(OSError):
                (self._folder / f"{key}{suffix}").unlink(missing_ok=True)

    def prune(self, now: datetime) -> None:
        """Remove what was not confirmed in time, and what a crash left half written; what cannot go stays."""
        too_old = (now - WAITS).timestamp()
        with contextlib.suppress(OSError):
            for path in self._folder.iterdir():
                if path.stat().st_mtime < too_old:
                    path.unlink(missing_ok=True)
