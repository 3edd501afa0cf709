"""Find the places and substances that a question names, by the names in the corpus's tables."""

import difflib
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

from corpus.models import Corpus, InteractionRecord, LegalRecord
from index.english import is_english

Record = TypeVar("Record", LegalRecord, InteractionRecord)

_WORD = re.compile(r"[a-z0-9]+(?:['.-][a-z0-9]+)*", re.IGNORECASE)
_LONGEST_NAME_WORDS = 6
# Codes of places that are also English words; in lower case they never name a place.
_COMMON_WORDS = frozenset("or in me ok hi oh us as be no so it my am is at la pa ma id al de do go co mi hey".split())
# Names in the tables that say too little to point at one record.
_TOO_WIDE = frozenset({"kratom", "mitragynine", "7-oh", "supplement", "supplements", "tea", "leaf", "drug", "drugs"})
_CLOSE_ENOUGH = 0.8
_SHORTEST_MISSPELT = 5


@dataclass(frozen=True, slots=True)
class Named:
    """The records that a question names, in the order in which they are named, and the words that name none."""

    places: tuple[LegalRecord, ...] = ()
    substances: tuple[InteractionRecord, ...] = ()
    other_words: tuple[str, ...] = ()


class _Names(Generic[Record]):
    """Names of records as they are compared: in runs of words, each brought into its form by `key_of`."""

    def __init__(self, records: Iterable[tuple[Record, Iterable[str]]], key_of: Callable[[str], str]) -> None:
        self._key_of = key_of
        self.by_key: dict[str, tuple[Record, ...]] = _by_name(records, key_of)
        self._longest_from: dict[str, int] = {}
        for key in self.by_key:
            self._note(key)

    def add(self, name: str, record: Record) -> None:
        """Let a name point at a record, unless it is known."""
        key = self._key_of(name)
        self.by_key.setdefault(key, (record,))
        self._note(key)

    def _note(self, key: str) -> None:
        """Note how many words a name has, at most, that begins with the first word of this one."""
        words = key.split()
        for first in words[:1]:
            self._longest_from[first] = max(len(words), self._longest_from.get(first, 0))

    def scan(self, words: list[str], used: set[int], may_name: Callable[[str], bool]) -> dict[Record, None]:
        """Return the records named by runs of words not yet used; the positions of those are added to `used`."""
        keys = [self._key_of(word) for word in words]  # the key of a run is made of those of its words
        found: dict[Record, None] = {}
        position = 0
        while position < len(words):
            longest = min(self._longest_from.get(keys[position].split(" ", 1)[0], 0), _LONGEST_NAME_WORDS)
            for length in range(min(longest, len(words) - position), 0, -1):
                run = range(position, position + length)
                records = self.by_key.get(" ".join(keys[position : position + length]))
                if records and used.isdisjoint(run) and (length > 1 or may_name(words[position])):
                    found.update(dict.fromkeys(records))
                    used.update(run)
                    position += length - 1
                    break
            position += 1
        return found


class NameFinder:
    """Looks up names in cleaned text; the longest name at a position wins, and one name may point at two records."""

    def __init__(self, corpus: Corpus) -> None:
        self._places = _Names(((r, (r.name, *r.aliases)) for r in corpus.legality), _place_key)
        self._substances = _Names(((r, (r.name, *r.members, *r.brands)) for r in corpus.interactions), _key)
        classes = {record.id: record for record in corpus.interactions}
        for term in corpus.glossary:
            record = classes.get(term.substance_class or "")
            if record is not None and not term.ambiguous and len(term.term) > 2:
                self._substances.add(term.term, record)
        # A word that the corpus itself uses is not a misspelling.
        words = {word for passage in corpus.passages for word in _WORD.findall(passage.text)}
        self._spelt = frozenset(_key(word) for word in words)
        self._single = [key for key in self._substances.by_key if " " not in key and len(key) >= _SHORTEST_MISSPELT]

    def find(self, text: str, *, codes: bool = False) -> Named:
        """Return the places and substances that a cleaned text names.

        Codes of two or three letters ("NC", "UK") count only where `codes` says that the text is about the law of a
        place; elsewhere MS, MD and CT mean something else.
        """
        words = _WORD.findall(text)
        used: set[int] = set()
        places = self._places.scan(words, used, lambda word: _may_be_place(word, codes))
        substances = self._substances.scan(words, used, lambda word: True)
        for position, word in enumerate(words):
            if position not in used and (meant := self._misspelt(word)):
                used.add(position)
                substances.update(dict.fromkeys(meant))
        others = tuple(word for position, word in enumerate(words) if position not in used)
        return Named(tuple(places), tuple(substances), others)

    def _misspelt(self, word: str) -> tuple[InteractionRecord, ...]:
        """Return the records of the one substance name that a word is a misspelling of."""
        key = _key(word)
        if len(key) < _SHORTEST_MISSPELT or key in self._spelt or not key.isalpha():
            return ()
        same_start = [name for name in self._single if name[0] == key[0] and abs(len(name) - len(key)) <= 1]
        close = difflib.get_close_matches(key, same_start, n=1, cutoff=_CLOSE_ENOUGH)
        return self._substances.by_key[close[0]] if close and not is_english(word) else ()


def _may_be_place(word: str, codes: bool) -> bool:
    """Tell whether a single word may name a place: short codes only where codes are expected, "7 OH" never Ohio."""
    if len(word) > 3:
        return True
    return codes and (word.isupper() or word.lower() not in _COMMON_WORDS)


def _place_key(name: str) -> str:
    """Return a name as it is compared: lower case, no apostrophes or dots, hyphens as spaces."""
    words = (word.lower().replace("'", "").replace(".", "") for word in _WORD.findall(name))
    return " ".join(words).replace("-", " ")


def _key(name: str) -> str:
    """Return the name of a substance as it is compared: as that of a place, and long words singular.

    A place is not made singular: "the states" is a country, "the state" is not.
    """
    return " ".join(word.removesuffix("s") if len(word) > 4 else word for word in _place_key(name).split())


def _by_name(
    records: Iterable[tuple[Record, Iterable[str]]], key_of: Callable[[str], str]
) -> dict[str, tuple[Record, ...]]:
    names: dict[str, list[Record]] = {}
    for record, own in records:
        for key in {key_of(name) for name in own if name.lower() not in _TOO_WIDE}:
            names.setdefault(key, []).append(record)
    return {key: tuple(found) for key, found in names.items() if key}
