"""Articles that wait for a confirmation: found again after a restart, and gone in time."""

import os
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.state.errors import PendingGoneError, StateReadOnlyError
from bot.state.pending import FOLDER, WAITS, PendingArticles

NOW = datetime.now(UTC)


def put(folder: Path) -> str:
    return PendingArticles(folder).put("kratom-tea", "tea", "the text", by=5, guild_id=7, now=NOW)


def test_article_waits_across_a_restart(tmp_path: Path) -> None:
    key = put(tmp_path)
    again = PendingArticles(tmp_path)
    found = again.get(key, NOW)
    assert (found.article_id, found.topic, found.by, found.guild_id) == ("kratom-tea", "tea", 5, 7)
    assert again.path(key).read_text("utf-8") == "the text"
    assert {oct(path.stat().st_mode & 0o777) for path in (tmp_path / FOLDER).iterdir()} == {"0o600"}


def test_it_can_be_taken_once(tmp_path: Path) -> None:
    key, waiting = put(tmp_path), PendingArticles(tmp_path)
    waiting.drop(key)
    waiting.drop(key)
    with pytest.raises(PendingGoneError):
        waiting.get(key, NOW)
    assert not list((tmp_path / FOLDER).iterdir())


def test_it_waits_no_longer_than_it_may_and_is_removed_then(tmp_path: Path) -> None:
    key, waiting = put(tmp_path), PendingArticles(tmp_path)
    with pytest.raises(PendingGoneError):
        waiting.get(key, NOW + WAITS)
    for path in (tmp_path / FOLDER).iterdir():
        os.utime(path, (0, 0))
    waiting.prune(NOW + WAITS + timedelta(minutes=1))
    assert not list((tmp_path / FOLDER).iterdir())


@pytest.mark.parametrize("key", ["", "../../etc/passwd", "0" * 31, "0" * 32])
def test_what_nobody_put_there_is_not_found(tmp_path: Path, key: str) -> None:
    put(tmp_path)
    with pytest.raises(PendingGoneError):
        PendingArticles(tmp_path).get(key, NOW)


def test_damaged_file_is_as_gone(tmp_path: Path) -> None:
    key = put(tmp_path)
    (tmp_path / FOLDER / f"{key}.json").write_text("{}", "utf-8")
    with pytest.raises(PendingGoneError):
        PendingArticles(tmp_path).get(key, NOW)


def test_folder_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    (tmp_path / FOLDER).write_text("a file in the way", "utf-8")
    with pytest.raises(StateReadOnlyError):
        put(tmp_path)
