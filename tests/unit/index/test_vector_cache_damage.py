"""A vector that is not the one that was kept is encoded anew; a cache of an older program is used as it is."""

import sqlite3
from contextlib import closing
from pathlib import Path

import numpy as np
import pytest

from index.vector_cache import VectorCache
from tests.fakes import HashingEmbedder

TEXTS = ["kratom and the liver", "kratom and sleep", "what kratom is"]


def fill(folder: Path) -> Path:
    assert VectorCache(folder, "f" * 64).encode(HashingEmbedder(), TEXTS)[1] == 3
    (path,) = folder.iterdir()
    return path


def change(path: Path, statement: str) -> None:
    with closing(sqlite3.connect(path)) as database, database:
        database.execute(statement)


def encode(folder: Path) -> tuple[np.ndarray, int]:
    return VectorCache(folder, "f" * 64).encode(HashingEmbedder(), TEXTS)


def test_vector_with_another_sign_is_encoded_anew(tmp_path: Path) -> None:
    path = fill(tmp_path)
    expected = HashingEmbedder().encode_passages(TEXTS)
    data = path.read_bytes()
    kept = expected[0].tobytes()
    at = data.index(kept)
    place = at + next(number for number in range(3, len(kept), 4) if kept[number])
    path.write_bytes(data[:place] + bytes([data[place] ^ 0x80]) + data[place + 1 :])
    vectors, encoded = encode(tmp_path)
    assert encoded == 1
    assert np.array_equal(vectors, expected)
    assert encode(tmp_path)[1] == 0


def test_vectors_that_changed_places_are_encoded_anew(tmp_path: Path) -> None:
    path = fill(tmp_path)
    change(path, "UPDATE vectors SET vector = (SELECT vector FROM vectors ORDER BY text_sha256 LIMIT 1)")
    vectors, encoded = encode(tmp_path)
    assert encoded == 2
    assert np.array_equal(vectors, HashingEmbedder().encode_passages(TEXTS))


def test_cache_of_an_older_program_is_used_and_watched_from_then_on(tmp_path: Path) -> None:
    path = fill(tmp_path)
    change(path, "ALTER TABLE vectors DROP COLUMN sum")
    assert encode(tmp_path)[1] == 0
    change(path, "UPDATE vectors SET vector = zeroblob(length(vector))")
    assert encode(tmp_path)[1] == 3


def test_cache_that_cannot_be_written_is_an_error_of_the_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fill(tmp_path)

    def no_room(_cache: VectorCache, _rows: object) -> None:
        raise sqlite3.OperationalError("database or disk is full")

    monkeypatch.setattr(VectorCache, "_insert", no_room)
    with pytest.raises(OSError, match="disk is full"):
        VectorCache(tmp_path, "f" * 64).encode(HashingEmbedder(), ["another text"])
