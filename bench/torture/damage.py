"""Damage a file as disks and people do: one bit, a cut, nothing left, other bytes, gone."""

import random
from collections.abc import Callable
from pathlib import Path

Damage = Callable[[Path, random.Random], None]


def flip_a_bit(path: Path, dice: random.Random) -> None:
    """Turn one bit over, anywhere."""
    size = path.stat().st_size
    if not size:
        path.write_bytes(b"\x01")
        return
    with path.open("r+b") as file:
        place = dice.randrange(size)
        file.seek(place)
        byte = file.read(1)[0]
        file.seek(place)
        file.write(bytes([byte ^ (1 << dice.randrange(8))]))


def cut(path: Path, dice: random.Random) -> None:
    """Leave the beginning only; a file with nothing in it is made longer."""
    size = path.stat().st_size
    if not size:
        path.write_bytes(b"x")
        return
    with path.open("r+b") as file:
        file.truncate(dice.randrange(size))


def overwrite(path: Path, dice: random.Random) -> None:
    """Put other bytes into the middle, as many as a block of a disk has, or as fit."""
    data = bytearray(path.read_bytes() or b"x")
    start = dice.randrange(len(data))
    length = min(512, len(data) - start)
    data[start : start + length] = bytes(one ^ 0xFF for one in data[start : start + length])
    path.write_bytes(data)


def remove(path: Path, _dice: random.Random) -> None:
    """Take the file away."""
    path.unlink()


DAMAGES: dict[str, Damage] = {"a flipped bit": flip_a_bit, "a cut": cut, "other bytes": overwrite, "a removal": remove}
