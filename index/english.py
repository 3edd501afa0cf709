"""Know English words, so that one of them is not taken for a misspelt name: "stain" is not meant to be "statin".

The words are those of pyspellchecker's dictionary, kept as one text: as Python strings they would take forty megabytes.
"""

import gzip
import json
from functools import cache
from importlib.resources import files

_DICTIONARY = ("resources", "en.json.gz")


def is_english(word: str) -> bool:
    """Tell whether a word, in any case, stands in the dictionary; the first call reads it."""
    return word.isalpha() and f"\n{word.lower()}\n" in _words()


@cache
def _words() -> str:
    packed = files("spellchecker").joinpath(*_DICTIONARY).read_bytes()
    return "\n".join(["", *json.loads(gzip.decompress(packed)), ""])
