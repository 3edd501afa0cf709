"""Know English words, so that one of them is not taken for a misspelt name: "stain" is not meant to be "statin".

The words are those of pyspellchecker's dictionary, kept as the text that it comes in: as Python strings they would take
forty megabytes, and reading them as JSON would take as much for a moment.
"""

import gzip
from functools import cache
from importlib.resources import files

_DICTIONARY = ("resources", "en.json.gz")


def is_english(word: str) -> bool:
    """Tell whether a word, in any case, stands in the dictionary; the first call reads it."""
    return word.isalpha() and f'\n"{word.lower()}":'.encode() in _dictionary()


@cache
def _dictionary() -> bytes:
    """Return the dictionary as it is packed: JSON, one word a line, without a character written as an escape."""
    return gzip.decompress(files("spellchecker").joinpath(*_DICTIONARY).read_bytes())
