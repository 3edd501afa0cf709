"""Find words wherever they might have gone: in any encoding, and inside what is compressed."""

import base64
import gzip
import io
import re
import tarfile
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path

import zstandard

_PACKED = re.compile(rb"\x1f\x8b\x08|\x78[\x01\x5e\x9c\xda]|\x28\xb5\x2f\xfd")
_MOST_BYTES = 50_000_000
_MOST_LEVELS = 4
_MOST_PACKED_BYTES = 1_000_000
_ENOUGH_LETTERS = 8
_MOST_STREAMS = 20_000


def forms_of(word: str) -> set[bytes]:
    """Return the bytes of a word of ASCII letters and digits as programs write it, in any case; all in lower case."""
    plain = word.lower()
    found = {plain.encode(), plain.encode("utf-16-le"), plain.encode("utf-16-be"), plain[::-1].encode()}
    return found | {written.encode().hex().encode() for written in _written(word)}


def base64_forms_of(word: str) -> set[bytes]:
    """Return what of a word's base64 is the same wherever in a text it stands.

    Words that differ only in their last two letters share it.
    """
    found = set()
    for written in _written(word):
        for encoding in ("utf-8", "utf-16-le"):
            for shift in range(3):
                made = base64.b64encode(b"\x00" * shift + written.encode(encoding)).rstrip(b"=")
                found.add(made[shift + 1 : -1])
                found.add(made[shift + 1 : -1].replace(b"+", b"-").replace(b"/", b"_"))
    return found


def _written(word: str) -> set[str]:
    return {word, word.lower(), word.upper(), word.capitalize()}


def found_in(data: bytes, words: set[str]) -> set[str]:
    """Return which of some words stand in bytes."""
    found: set[str] = set()
    begin = _common_beginning(words) or next(iter(words), "")
    for layer in _layers(data, _MOST_LEVELS):
        lower = layer.lower()
        # Words that begin alike are looked for by their beginning first: most bytes hold none of them.
        if len(begin) < _ENOUGH_LETTERS or _holds(layer, lower, begin):
            found |= {word for word in words - found if _holds(layer, lower, word)}
    return found


def _common_beginning(words: set[str]) -> str:
    least, most = min(words, default=""), max(words, default="")
    return next((least[:at] for at in range(len(least), 0, -1) if most.startswith(least[:at])), "")


def _holds(layer: bytes, lower: bytes, word: str) -> bool:
    return any(form in lower for form in forms_of(word)) or any(form in layer for form in base64_forms_of(word))


def found_under(folder: Path, words: set[str]) -> dict[str, set[str]]:
    """Return the files of a folder, by name, in whose bytes or name some of the words stand."""
    found = {}
    for path in sorted(folder.rglob("*")):
        there = found_in(str(path.relative_to(folder)).encode(), words)
        if path.is_file():
            there |= found_in(path.read_bytes(), words)
        if there:
            found[str(path.relative_to(folder))] = there
    return found


def _layers(data: bytes, levels: int) -> Iterator[bytes]:
    """Yield the bytes, and what they hold in archives and compressed streams, wherever in them these begin."""
    yield data
    if not levels:
        return
    if zipfile.is_zipfile(io.BytesIO(data)):
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            for name in packed.namelist():
                yield name.encode()
                yield from _layers(packed.read(name), levels - 1)
    if tarfile.is_tarfile(io.BytesIO(data)):
        with tarfile.open(fileobj=io.BytesIO(data)) as archive:
            for member in archive:
                file = archive.extractfile(member)
                yield from _layers(file.read() if file else b"", levels - 1)
        return
    for number, start in enumerate(_PACKED.finditer(data)):
        unpacked = _unpacked(data[start.start() : start.start() + _MOST_PACKED_BYTES])
        if unpacked:
            yield from _layers(unpacked, levels - 1)
        if number > _MOST_STREAMS:
            return


def _unpacked(data: bytes) -> bytes:
    """Return what a compressed stream holds, as far as it can be read; nothing where it is none."""
    if data.startswith(b"\x28\xb5\x2f\xfd"):
        try:
            return zstandard.ZstdDecompressor().decompressobj().decompress(data)
        except zstandard.ZstdError:
            return b""
    stream = zlib.decompressobj(wbits=31 if data.startswith(gzip.compress(b"")[:2]) else 15)
    try:
        return stream.decompress(data, _MOST_BYTES)
    except zlib.error:
        return b""
