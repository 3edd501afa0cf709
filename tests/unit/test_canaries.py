"""The search that shows that no words are kept finds words that are, whatever was done to them."""

import base64
import gzip
import io
import json
import sqlite3
import tarfile
import zipfile
import zlib
from pathlib import Path

import pytest
import zstandard

from tests.canaries import found_in, found_under

WORD = "zqxcanary017zz"
TEXT = f"Is kratom {WORD.capitalize()} safe with zoloft?"


def tar_of(data: bytes) -> bytes:
    file = io.BytesIO()
    with tarfile.open(fileobj=file, mode="w:gz") as archive:
        about = tarfile.TarInfo("a")
        about.size = len(data)
        archive.addfile(about, io.BytesIO(data))
    return file.getvalue()


def zip_of(data: bytes) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a", data)
    return file.getvalue()


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode(),
        TEXT.upper().encode("utf-16-le"),
        TEXT.encode("utf-16-be"),
        *(base64.b64encode(b"x" * shift + TEXT.encode()) for shift in range(3)),
        base64.urlsafe_b64encode(TEXT.encode()),
        TEXT.encode().hex().encode(),
        TEXT[::-1].encode(),
        json.dumps({"a": TEXT}).encode(),
        b"head" + zlib.compress(TEXT.encode()) + b"tail",
        b"head" + gzip.compress(TEXT.encode()),
        b"head" + zstandard.compress(TEXT.encode()),
        zip_of(TEXT.encode()),
        tar_of(zstandard.compress(base64.b64encode(TEXT.encode()))),
    ],
)
def test_word_is_found_in_every_form(data: bytes) -> None:
    assert found_in(data, {WORD, "zqxcanary018zz"}) == {WORD}


def test_word_is_found_in_a_freed_page_of_a_database(tmp_path: Path) -> None:
    connection = sqlite3.connect(tmp_path / "a.sqlite3")
    connection.execute("PRAGMA secure_delete = OFF")
    connection.execute("CREATE TABLE t (x TEXT)")
    connection.executemany("INSERT INTO t VALUES (?)", [(TEXT * 50,)] * 50)
    connection.commit()
    connection.execute("DELETE FROM t")
    connection.commit()
    connection.close()
    assert found_under(tmp_path, {WORD}) == {"a.sqlite3": {WORD}}


def test_name_of_a_file_counts_and_nothing_is_found_where_nothing_is(tmp_path: Path) -> None:
    (tmp_path / f"{WORD}.txt").write_bytes(bytes(range(256)) * 100)
    (tmp_path / "b").write_bytes(zlib.compress(bytes(range(256)) * 100))
    assert found_under(tmp_path, {WORD}) == {f"{WORD}.txt": {WORD}}
