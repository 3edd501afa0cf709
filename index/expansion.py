"""Say what people's words mean in the words of the articles, by the glossary: "krat" is searched as kratom too.

Only the word search is widened. The embedding model is given the question as it was typed: with meanings put behind
it, it found the right passage less often.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from corpus.models import GlossaryTerm
from index.tokens import content_words, normalise, stems

_WORD = re.compile(r"[a-z0-9]+(?:'[a-z]+)?")


@dataclass(frozen=True, slots=True)
class QueryWords:
    """The stems that a query is searched by.

    Attributes:
        typed: those of the query itself.
        searched: those of the query, then those of the meanings that add to it.
        meant: those of the query, where a term of the glossary is replaced by what it means.
    """

    typed: tuple[str, ...]
    searched: tuple[str, ...]
    meant: tuple[str, ...]


class Expander:
    """Looks up the terms of a glossary in queries; the longest term at a position wins."""

    def __init__(self, terms: Iterable[GlossaryTerm] = ()) -> None:
        self._terms: dict[tuple[str, ...], GlossaryTerm] = {}
        for term in terms:
            key = tuple(_WORD.findall(normalise(term.term)))
            if key and not term.upper_case_only:  # the case of a query says nothing: people type as they like
                self._terms.setdefault(key, term)
        self._longest = max((len(key) for key in self._terms), default=0)

    def expand(self, query: str) -> QueryWords:
        """Return the words of a query; a term with several readings counts beside one of its `needs` words only."""
        typed = content_words(query)
        words = _WORD.findall(normalise(query))
        added: list[str] = []
        meant: list[str] = []
        position = 0
        while position < len(words):
            term, length = self._term_at(words, position)
            meaning = content_words(term.means[0]) if term else []
            added += [word for word in meaning if word not in typed and word not in added]
            meant += meaning or stems(words[position : position + length])
            position += length
        return QueryWords(tuple(typed), (*typed, *added), tuple(dict.fromkeys(meant)))

    def _term_at(self, words: list[str], position: int) -> tuple[GlossaryTerm | None, int]:
        for length in range(min(self._longest, len(words) - position), 0, -1):
            term = self._terms.get(tuple(words[position : position + length]))
            if term is not None and _is_meant(term, words):
                return term, length
        return None, 1


def _is_meant(term: GlossaryTerm, words: list[str]) -> bool:
    if not term.ambiguous:
        return True
    return any(set(_WORD.findall(normalise(need))) <= set(words) for need in term.needs)
