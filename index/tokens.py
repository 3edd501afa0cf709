"""Cut text into the words that the lexical index counts."""

import re
import unicodedata
from collections.abc import Callable, Iterable

import Stemmer

_STEMMER = Stemmer.Stemmer("english")
_WORD = re.compile(r"[a-z0-9]+(?:'[a-z]+)?")
_SEVEN_OH = re.compile(r"\b7[\s-]*(?:oh|hydroxy[\s-]*mitragynine|hmg|ohm)\b|\bseven[\s-]*oh\b")
_JOINED = re.compile(r"\b(st)\.?\s+(john'?s)\b")
STOP_WORDS = frozenset(
    (
        "a about am an and any are as at be been being but by can could did do does doing for from get got had has"
        " have he her him his how i i'm i've if im in into is it it's its just ive like me my of on or our she should"
        " so some than that that's the their them then there these they this those to too up us was we were what"
        " what's whats when where which who why will with would you your"
        # words that people put into any question
        " actually also anybody anyone anyway basically but even exactly guys hello help hey hi know lol maybe ok"
        " okay please plz question really somebody someone tell thanks though thx u ur very wanna wondering yall"
    ).split()
)


Words = Callable[[str], list[str]]
"""Cuts a text into the stems that are counted: `content_words`, or the same with a memory."""


def normalise(text: str) -> str:
    """Return text as it is compared: NFKC, lower case, plain dashes and quotes, 7-OH in one spelling."""
    text = unicodedata.normalize("NFKC", text).lower()
    text = text.translate(_PLAIN)
    return _JOINED.sub(r"\1\2", _SEVEN_OH.sub("sevenoh", text))


_PLAIN = {ord(char): "-" for char in "\u2010\u2011\u2012\u2013\u2014\u2212"} | {
    ord(char): "'" for char in "\u2018\u2019\u02bc\u00b4`"
}


def content_words(text: str) -> list[str]:
    """Return the stems of the words that carry meaning, in order, repeats kept."""
    return stems(_WORD.findall(normalise(text)))


def stems(words: Iterable[str]) -> list[str]:
    """Return the stems of words, cut from a normalised text, that carry meaning, in order."""
    plain = (word.removesuffix("'s").replace("'", "") for word in words)
    return list(_STEMMER.stemWords([word for word in plain if word and word not in STOP_WORDS]))


def remembering_words() -> Words:
    """Return `content_words` with a memory of its own, for what cuts the same texts many times, as a build does.

    Never for questions that people ask: it keeps their texts for as long as it lives.
    """
    known: dict[str, list[str]] = {}

    def words(text: str) -> list[str]:
        if text not in known:
            known[text] = content_words(text)
        return known[text]

    return words
