"""Decide whether a text holds what a label asks for: groups of alternatives, and what must not be there.

An alternative is a Python regular expression for `re.search` over normalised text.
"""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

Group = tuple[re.Pattern[str], ...]

_QUOTES = {ord(char): "'" for char in "\u2018\u2019\u201a\u201b\u02bc\u2032"} | {
    ord(char): '"' for char in "\u201c\u201d\u201e\u201f\u2033"
}
_MINUS_SIGNS = {0x2212: "-", 0x2043: "-"}
_ZERO_WIDTH = dict.fromkeys([0x00AD, *range(0x200B, 0x2010), *range(0x2060, 0x2065), *range(0x2066, 0x206A), 0xFEFF])
_DASHES = {code: "-" for code in range(0x2E80) if unicodedata.category(chr(code)) == "Pd"}
_PLAIN = _QUOTES | _MINUS_SIGNS | _DASHES | _ZERO_WIDTH
_SPACES = re.compile(r"\s+")


@lru_cache(maxsize=4096)  # every passage of a corpus is looked at again for every miss
def normalise(text: str) -> str:
    """Return text as it is matched: NFKC, lower case, plain dashes and quotes, nothing of zero width, single spaces."""
    return _SPACES.sub(" ", unicodedata.normalize("NFKC", text).lower().translate(_PLAIN))


@dataclass(frozen=True, slots=True)
class Key:
    """What a right text says (one alternative of every group of `must_any`) and does not say (`must_not`)."""

    must_any: tuple[Group, ...] = ()
    must_not: Group = ()

    @classmethod
    def of(cls, must_any: list[list[str]], must_not: list[str]) -> "Key":
        """Compile a key.

        Raises:
            re.error: an alternative is not a regular expression.
        """
        return cls(tuple(_group(alternatives) for alternatives in must_any), _group(must_not))

    def matches(self, text: str) -> bool:
        """Tell whether a text says all that it must and nothing that it must not."""
        return not self.missing(text) and not self.forbidden(text)

    def missing(self, text: str) -> tuple[int, ...]:
        """Return the numbers (from 1) of the groups of which a text has no alternative."""
        plain = normalise(text)
        return tuple(
            number
            for number, group in enumerate(self.must_any, start=1)
            if not any(alternative.search(plain) for alternative in group)
        )

    def forbidden(self, text: str) -> tuple[str, ...]:
        """Return what a text says although it must not, each as it stands in the text."""
        plain = normalise(text)
        return tuple(found[0] for alternative in self.must_not if (found := alternative.search(plain)))

    def words(self, group: int) -> str:
        """Return a group, by its number from 1, as it is written in a label."""
        return " | ".join(alternative.pattern for alternative in self.must_any[group - 1])


def _group(alternatives: list[str]) -> Group:
    return tuple(re.compile(alternative) for alternative in alternatives)
