"""A damaged array of a build is told as one, whatever numpy makes of it."""

import struct
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from index.arrays import load_array


@pytest.mark.parametrize("header", ["(", "{'descr': '<f4', ", "{'descr': (", "\x00", ")", "lambda: 1"])
def test_header_that_is_no_python_is_told_as_a_damaged_array(tmp_path: Path, header: str) -> None:
    path = tmp_path / "a.npy"
    data = header.encode("latin-1")
    path.write_bytes(b"\x93NUMPY\x01\x00" + struct.pack("<H", len(data)) + data)
    with pytest.raises(ValueError):  # noqa: PT011  # whose words they are, numpy's or ours, does not matter
        load_array(path)


@given(st.integers(0, 200), st.integers(0, 255))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=300, deadline=None)
def test_changed_byte_is_a_damaged_array_or_another_one(tmp_path: Path, place: int, byte: int) -> None:
    path = tmp_path / "b.npy"
    np.save(path, np.arange(40, dtype=np.float32))
    data = bytearray(path.read_bytes())
    data[place % len(data)] = byte
    path.write_bytes(bytes(data))
    try:
        load_array(path)
    except ValueError:
        return
