"""Turn bytes into text: UTF-8, UTF-16, or a guess that says that it is one. No files are touched here."""

import codecs
import re

from charset_normalizer import from_bytes

from corpus.importing.model import ImportFailedError

# The longer mark first: that of UTF-32 starts with that of UTF-16.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8", "UTF-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le", "UTF-32"),
    (codecs.BOM_UTF32_BE, "utf-32-be", "UTF-32"),
    (codecs.BOM_UTF16_LE, "utf-16-le", "UTF-16"),
    (codecs.BOM_UTF16_BE, "utf-16-be", "UTF-16"),
)
# What an English text of a Windows program has beside ASCII: quotes, dashes, dots, signs, accented Latin letters.
_USUAL = frozenset("‘’“”‚„–—…•€™©®°±µ·§¶¢£¥«»¼½¾¹²³×÷¿¡ŠšŽžŒœŸƒ‰†‡‹›\xa0\xad")
_MULTIBYTE = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_SHARE_OF_ZEROS = 0.8
_NOT_ASCII = re.compile(rb"[\x80-\xff]")
_NEXT_STEP = "open it in an editor, save it as UTF-8, and import that"
_GUESSED = "its encoding was guessed ({}): look whether quotes and accented letters are right"


def decode(data: bytes, name: str, declared: str = "") -> tuple[str, str]:
    """Return the text of a file and a note where its encoding is not beyond doubt; `declared` is what it says itself.

    Raises:
        ImportFailedError: the bytes are not text in any encoding that is known or can be guessed.
    """
    for mark, codec, label in _MARKS:
        if data.startswith(mark):
            return _strictly(data[len(mark) :], codec, label, name), ""
    if b"\x00" in data:
        unmarked = _as_utf16(data)
        if unmarked is not None:
            return unmarked, _GUESSED.format("UTF-16")
        raise ImportFailedError(f"{name} has zero bytes, as pictures and programs do; {_NEXT_STEP}")
    try:
        return data.decode("utf-8"), ""
    except UnicodeDecodeError as error:
        _refuse_damaged_utf8(data, error, name)
    for guess, label in ((_as_declared(data, declared), declared), (_as_windows(data), "Windows-1252")):
        if guess is not None:
            return guess, _GUESSED.format(label)
    best = from_bytes(data).best()
    if best is None or best.chaos > 0.1:
        raise ImportFailedError(f"{name} is in an encoding that cannot be told; {_NEXT_STEP}")
    return str(best), _GUESSED.format(best.encoding)


def _strictly(data: bytes, codec: str, label: str, name: str) -> str:
    try:
        return data.decode(codec)
    except UnicodeDecodeError as error:
        message = f"{name} says that it is {label} and is not, from byte {error.start} on; {_NEXT_STEP}"
        raise ImportFailedError(message) from error


def _refuse_damaged_utf8(data: bytes, error: UnicodeDecodeError, name: str) -> None:
    """Stop where nearly all that is not ASCII is UTF-8: read as anything else, it would turn into signs like `â€™`."""
    right = sum(len(found) for found in _MULTIBYTE.findall(data))
    if right >= 4 and right > 0.5 * len(_NOT_ASCII.findall(data)):
        line = data.count(b"\n", 0, error.start) + 1
        raise ImportFailedError(f"{name} is UTF-8 with damage on line {line}; mend or remove that place") from error


def _as_declared(data: bytes, declared: str) -> str | None:
    """Return the text in the encoding that a web page names; Latin-1 means Windows-1252 there, as in browsers."""
    if not declared:
        return None
    try:
        codec = codecs.lookup(declared).name
        return data.decode("cp1252" if codec in {"iso8859-1", "ascii"} else codec)
    except (LookupError, UnicodeDecodeError, ValueError):
        return None


def _as_utf16(data: bytes) -> str | None:
    """Return the text as UTF-16 without a mark where every other byte is zero, as in text of a Western language."""
    for codec, zeros, letters in (("utf-16-le", data[1::2], data[::2]), ("utf-16-be", data[::2], data[1::2])):
        if b"\x00" not in letters and zeros.count(0) > _SHARE_OF_ZEROS * len(zeros):
            try:
                return data.decode(codec)
            except UnicodeDecodeError:
                return None
    return None


def _as_windows(data: bytes) -> str | None:
    """Return the text as Windows-1252 where that gives the characters that an English text has."""
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError:
        return None
    unusual = [character for character in text if character > "\x7f" and character not in _USUAL]
    # An accented letter stands in a word of plain ones: "naïve", "Malmö", not "Ïðèâåò".
    plain = sum(character.isascii() and character.isalpha() for character in text)
    return text if len(unusual) <= 0.05 * plain else None
