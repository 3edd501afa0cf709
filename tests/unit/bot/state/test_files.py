import os
from pathlib import Path

import pytest

from bot.answering.withdrawals import Withdrawals
from bot.state.errors import StateDamagedError
from bot.state.files import write_whole
from bot.state.withdrawn_file import NAME, load_withdrawn, save_withdrawn


def test_file_is_replaced_whole_and_for_its_owner_alone(tmp_path: Path) -> None:
    path = tmp_path / "file"
    write_whole(path, b"one")
    write_whole(path, b"two")
    assert path.read_bytes() == b"two"
    assert path.stat().st_mode & 0o777 == 0o600
    assert [one.name for one in tmp_path.iterdir()] == ["file"]


def test_file_that_cannot_be_replaced_stays_and_leaves_nothing_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "file"
    write_whole(path, b"one")

    def no_room(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", no_room)
    with pytest.raises(OSError, match="space"):
        write_whole(path, b"two")
    assert path.read_bytes() == b"one"
    assert [one.name for one in tmp_path.iterdir()] == ["file"]


def test_copy_of_the_withdrawals_reads_back(tmp_path: Path) -> None:
    withdrawals = Withdrawals(frozenset({"liver", "sleep"}), frozenset({"a#b"}))
    save_withdrawn(tmp_path, withdrawals)
    assert load_withdrawn(tmp_path) == withdrawals


def test_no_copy_means_that_nothing_is_withdrawn(tmp_path: Path) -> None:
    assert load_withdrawn(tmp_path / "nowhere") == Withdrawals()


@pytest.mark.parametrize("text", ["", "{", "[]", '{"articles": []}', '{"articles": 1, "passages": []}', "\ud800"])
def test_copy_that_cannot_be_read_is_not_taken_for_an_empty_one(tmp_path: Path, text: str) -> None:
    (tmp_path / NAME).write_bytes(text.encode("utf-8", "surrogatepass"))
    with pytest.raises(StateDamagedError, match=NAME):
        load_withdrawn(tmp_path)
