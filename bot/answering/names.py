"""Find the places and substances that a question names, by the names in the corpus's tables."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TypeVar

from corpus.models import Corpus, InteractionRecord, LegalRecord

Record = TypeVar("Record", LegalRecord, InteractionRecord)

_WORD = re.compile(r"[a-z0-9]+(?:['.-][a-z0-9]+)*", re.IGNORECASE)
_LONGEST_NAME_WORDS = 6
# Two-letter codes that are English words count only in capitals ("OR", "IN", "ME", "OK", "HI", "us" is "we").
_COMMON_WORDS = frozenset(
    {"or", "in", "me", "ok", "hi", "oh", "us", "as", "be", "no", "so", "it", "my", "am", "is", "at"}
)
# Words of the tables that name too many things to point at one record.
_TOO_WIDE = frozenset(
    {"kratom", "mitragynine", "7-oh", "supplement", "supplements", "tea", "leaf", "drug", "drugs", "medicine"}
)


@dataclass(frozen=True, slots=True)
class Named:
    """The records that a question names, in the order in which they are named, each once."""

    places: tuple[LegalRecord, ...] = ()
    substances: tuple[InteractionRecord, ...] = ()


class NameFinder:
    """Looks up names in cleaned text; the longest name at a position wins."""

    def __init__(self, corpus: Corpus) -> None:
        self._places = _by_name((record, _place_names(record)) for record in corpus.legality)
        self._substances = _by_name((record, _substance_names(record)) for record in corpus.interactions)
        for term in corpus.glossary:
            record = next((r for r in corpus.interactions if r.id == term.substance_class), None)
            if record is not None and not term.ambiguous and len(term.term) > 2:
                self._substances.setdefault(_key(term.term), record)

    def find(self, text: str, *, lower_case_codes: bool = False) -> Named:
        """Return the places and substances that a cleaned text names.

        Codes of two letters count in capitals; in lower case only where `lower_case_codes` says that the text is about
        the law of a place ("kratom nc legal?").
        """
        words = _WORD.findall(text)
        places = _scan(words, self._places, lower_case_codes=lower_case_codes)
        return Named(tuple(places), tuple(_scan(words, self._substances, lower_case_codes=False)))


def _scan(words: list[str], names: Mapping[str, Record], *, lower_case_codes: bool) -> Iterable[Record]:
    found: dict[Record, None] = {}
    position = 0
    while position < len(words):
        for length in range(min(_LONGEST_NAME_WORDS, len(words) - position), 0, -1):
            chunk = words[position : position + length]
            record = names.get(_key(" ".join(chunk)))
            if record is not None and (length > 1 or _may_name(chunk[0], lower_case_codes)):
                found.setdefault(record)
                position += length - 1
                break
        position += 1
    return found


def _may_name(word: str, lower_case_codes: bool) -> bool:
    """Tell whether a single word may be a name: a code in lower case only where codes are expected."""
    if len(word) != 2 or word.isupper():
        return True
    return lower_case_codes and word.lower() not in _COMMON_WORDS


def _key(name: str) -> str:
    words = (word.lower().replace("'", "").replace(".", "").removesuffix("s") for word in _WORD.findall(name))
    return " ".join(words).replace("-", " ")


def _by_name(records: Iterable[tuple[Record, Iterable[str]]]) -> dict[str, Record]:
    names: dict[str, Record] = {}
    for record, own in records:
        for name in own:
            if name.lower() not in _TOO_WIDE and _key(name):
                names.setdefault(_key(name), record)
    return names


def _place_names(record: LegalRecord) -> list[str]:
    return [record.name, *record.aliases]


def _substance_names(record: InteractionRecord) -> list[str]:
    return [record.name, *record.members, *record.brands]
