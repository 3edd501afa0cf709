"""The small language in which the triage rules are written, and how it becomes regular expressions.

A pattern is a row of words. Besides plain words it knows:

    (a|b c)     one of these                    {kin}     one of the words of a named list in triage_words.py
    word?       may be there; also (a|b)?       suicid*   any word that begins so
    ..          up to 4 other words             ...       up to 10 other words; neither goes past a sentence
    #           a number                        #1-12 #15+   a number in a range
    ^           here a sentence begins          $         here a sentence ends

Patterns are matched against a `triage_text` reading: lower case, no apostrophes, one space between words, sentence ends
as the words "." and "?". Nothing in the language repeats without a bound, so matching takes time linear in the text.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from bot.answering.models import CrisisKind, RefusalKind

_GAPS = {"..": 4, "...": 10}
_NUMBER_WORDS = "one two three four five six seven eight nine ten eleven twelve".split()
_NUMBER = r"(?:\d{1,6}(?:\.\d{1,3})?|" + "|".join(_NUMBER_WORDS) + ")"
_TOKEN = re.compile(r"\([^()]*\)\??|\{\w+\}\??|\S+")


@dataclass(frozen=True)
class Rule:
    """One row of the table.

    Attributes:
        id: a short name, shown in `TriageVerdict.rules`.
        verdict: the kind of crisis or refusal; None where the rule only asks for a help line under the answer.
        means: what the rule is for, in a sentence.
        patterns: any of these fires the rule ...
        exceptions: ... unless one of these shares a word with what fired.
        fires: a message on which the rule fires.
        quiet: a similar message on which it does not.
    """

    id: str
    verdict: CrisisKind | RefusalKind | None
    means: str
    patterns: tuple[str, ...]
    fires: str
    quiet: str
    exceptions: tuple[str, ...] = ()


@dataclass(frozen=True)
class Pattern:
    """A pattern made ready: its expression, and words of which a text has to have one (none: always try it)."""

    expression: re.Pattern[str]
    anchors: frozenset[str]

    def spans(self, reading: str) -> list[tuple[int, int]]:
        """Return where the pattern is found."""
        return [found.span() for found in self.expression.finditer(reading)]


@dataclass(frozen=True)
class RuleSet:
    """Rules made ready to be asked which of them fire on a text."""

    rules: tuple[Rule, ...]
    words: Mapping[str, str]
    _by_anchor: dict[str, list[tuple[Rule, Pattern]]] = field(default_factory=dict, init=False, repr=False)
    _always: list[tuple[Rule, Pattern]] = field(default_factory=list, init=False, repr=False)

    def __post_init__(self) -> None:
        for rule in self.rules:
            for text in rule.patterns:
                pattern = compile_pattern(text, self.words)
                for anchor in pattern.anchors:
                    self._by_anchor.setdefault(anchor, []).append((rule, pattern))
                if not pattern.anchors:
                    self._always.append((rule, pattern))

    @cached_property
    def _exceptions(self) -> dict[str, tuple[Pattern, ...]]:
        made: dict[str, Pattern] = {}
        for text in {text for rule in self.rules for text in rule.exceptions}:
            made[text] = compile_pattern(text, self.words)
        return {rule.id: tuple(made[text] for text in rule.exceptions) for rule in self.rules}

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """Return every word that the rules look for."""
        texts = (text for rule in self.rules for text in (*rule.patterns, *rule.exceptions))
        return frozenset(word for text in texts for word in re.findall(r"[a-z]+", expand(text, self.words)))

    def firing(self, reading: str) -> tuple[Rule, ...]:
        """Return the rules that fire on a reading, in the order of the table."""
        words = frozenset(reading.split())
        fired: set[str] = set()
        tried: set[int] = set()
        for rule, pattern in (*self._always, *(pair for word in words for pair in self._by_anchor.get(word, ()))):
            if rule.id in fired or id(pattern) in tried:
                continue
            tried.add(id(pattern))
            if self._holds(rule, pattern, reading, words):
                fired.add(rule.id)
        return tuple(rule for rule in self.rules if rule.id in fired)

    def _holds(self, rule: Rule, pattern: Pattern, reading: str, words: frozenset[str]) -> bool:
        """Tell whether a pattern is found anywhere outside the rule's exceptions."""
        found = pattern.spans(reading)
        if not found:
            return False
        excepted = [
            span
            for exception in self._exceptions[rule.id]
            if not exception.anchors or not exception.anchors.isdisjoint(words)
            for span in exception.spans(reading)
        ]
        return any(all(end <= start or stop <= begin for begin, stop in excepted) for start, end in found)


def compile_pattern(text: str, words: Mapping[str, str]) -> Pattern:
    """Return a pattern made ready.

    Raises:
        KeyError: the pattern names a list that does not exist.
    """
    parts = [_part(token, words) for token in _TOKEN.findall(text)]
    anchored = [anchors for _, anchors in parts if anchors]
    expression = re.compile("(?<= )" + "".join(expression for expression, _ in parts))
    return Pattern(expression, min(anchored, key=len) if anchored else frozenset())


def expand(text: str, words: Mapping[str, str]) -> str:
    """Return a pattern with its named lists written out."""
    while (found := re.search(r"\{(\w+)\}", text)) is not None:
        text = text[: found.start()] + f"({words[found[1]]})" + text[found.end() :]
    return text


def _part(token: str, words: Mapping[str, str]) -> tuple[str, frozenset[str]]:
    """Return the expression of one token, and words of which a match has to have one (none where that is not known)."""
    if token in _GAPS:
        return _gap(token), frozenset()
    if token == "^":
        return r"(?<=[.?] )", frozenset()
    if token == "$":
        return r"(?=[.?] )", frozenset()
    optional = token.endswith("?")
    alternatives = _alternatives(token.removesuffix("?"), words)
    expression = "|".join("".join(_word(word) for word in phrase) for phrase in alternatives)
    if optional:
        return f"(?:{expression})?", frozenset()
    return f"(?:{expression})", _anchors(alternatives)


def _gap(token: str) -> str:
    return rf"(?:[^ .?]+ ){{0,{_GAPS[token]}}}"


def _alternatives(token: str, words: Mapping[str, str]) -> list[list[str]]:
    """Return the phrases that a token stands for, each as its words."""
    if not token.startswith(("(", "{")):
        return [[token]]
    flat = expand(token, words).replace("(", "").replace(")", "")
    return [phrase.split() for phrase in flat.split("|")]


def _word(word: str) -> str:
    if word in _GAPS:
        return _gap(word)
    if word.endswith("?"):
        return f"(?:{_word(word[:-1])})?"
    if word.startswith("#"):
        return _number(word[1:]) + " "
    if word.endswith("*"):
        return re.escape(word[:-1]) + "[^ .?]* "
    return re.escape(word) + " "


def _number(limits: str) -> str:
    """Return the expression of a number between limits such as "1-12" or "15+"; any number without limits."""
    if not limits:
        return _NUMBER
    least, _, most = limits.rstrip("+").partition("-")
    top = int(most) if most else 99
    numbers = [str(number) for number in range(int(least), top + 1)]
    numbers += [word for value, word in enumerate(_NUMBER_WORDS, 1) if int(least) <= value <= top]
    if limits.endswith("+"):
        numbers.append(r"\d{3,5}")
    return "(?:" + "|".join(numbers) + r")(?:\.\d{1,3})?"


def _anchors(alternatives: Iterable[list[str]]) -> frozenset[str]:
    """Return one plain word of each alternative, the longest; nothing if an alternative has none."""
    chosen = set()
    for phrase in alternatives:
        plain = [word for word in phrase if word.isalnum()]
        if not plain:
            return frozenset()
        chosen.add(max(plain, key=len))
    return frozenset(chosen)
