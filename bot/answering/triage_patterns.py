"""The small language in which the triage rules are written, and how it becomes regular expressions.

A pattern is a row of words. Besides plain words it knows:

    (a|b c)     one of these                    {kin}     one of the words of a named list in triage_table.words
    word?       may be there; also (a|b)?       suicid*   any word that begins so
    ..          up to 4 other words             ...       up to 10 other words; neither goes past a sentence
    ...-who     the same, but none of the words of the list "who"; in exceptions .. and ... are always without "now"
    #           a number                        #1-12 #15+   a number in a range
    ^           here a sentence begins          $         here one ends, or the next begins ("but", "can", "how" ...)
    . ?         the end of a sentence

Patterns are matched against a `triage_text` reading: lower case, no apostrophes, one space between words, sentence ends
as the words "." and "?". Nothing in the language repeats without a bound, so matching takes time linear in the text.
"""

import re
from collections import deque
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from time import sleep

from bot.answering.models import CrisisKind, RefusalKind

_TOKEN = re.compile(r"[(|]|\)\??|\{\w+\}\??|[^\s()|{}]+")
_LIST = re.compile(r"\{(\w+)\}")
_GAP = re.compile(r"(\.{2,3})(?:-(\w+))?")
_GAP_WORDS = {"..": 4, "...": 10}
_NEXT = "can|does|is|are|what|whats|how|why|but|idk|will|would|sorry|thanks"
_MARKS = {"^": r"(?<=[.?] )", "$": rf"(?=(?:[.?]|{_NEXT}) )"}
_PAUSE_S = 0.001  # lets other threads of the program run
_NUMBER_WORDS = "one two three four five six seven eight nine ten eleven twelve".split()
_NUMBER = r"(?:\d{1,6}(?:\.\d{1,3})?|" + "|".join(_NUMBER_WORDS) + ")"


@dataclass(frozen=True)
class Rule:
    """One row of the table.

    Attributes:
        id: a short name, shown in `TriageVerdict.rules`.
        verdict: the kind of crisis or refusal; None where the rule only asks for a help line under the answer.
        means: what the rule is for, in a sentence.
        patterns: any of these fires the rule ...
        exceptions: ... unless one of these shares a word with what fired;
        frames: or one of these, which many rules have in common (`triage_table.frames`).
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
    frames: tuple[str, ...] = ()


def rows(text: str) -> tuple[str, ...]:
    """Return the patterns in a block of text, one a line; a line that stands further in goes on from the one before."""
    patterns: list[str] = []
    lines = [line for line in text.splitlines() if line.strip()]
    margin = min(len(line) - len(line.lstrip()) for line in lines)
    for line in lines:
        if len(line) - len(line.lstrip()) > margin:
            patterns[-1] += " " + line.strip()
        else:
            patterns.append(line.strip())
    return tuple(patterns)


@dataclass(frozen=True)
class Pattern:
    """A pattern made ready: its regular expression as text, and sets of words; a text needs to have one of each set.

    The expression is compiled when a text first has one of the words: there are a thousand, a message needs a few, and
    all of them would take longer than everything else between the start of the program and its first answer.
    """

    source: str
    needs: tuple[frozenset[str], ...]

    @property
    def anchors(self) -> frozenset[str]:
        """Return the smallest of the sets."""
        return min(self.needs, key=len)

    def may_be_in(self, words: frozenset[str]) -> bool:
        """Tell whether a text of these words has what it needs, which is far quicker to see than the expression is."""
        return not any(need.isdisjoint(words) for need in self.needs)

    @cached_property
    def expression(self) -> re.Pattern[str]:
        """Return the expression, compiled."""
        return re.compile(self.source)

    def spans(self, reading: str) -> Iterator[tuple[int, int]]:
        """Yield where the pattern is found."""
        return (found.span() for found in self.expression.finditer(reading))


@dataclass(frozen=True)
class RuleSet:
    """Rules made ready to be asked which of them fire on a text.

    Raises:
        KeyError: a pattern names a list that does not exist.
        ValueError: a pattern's brackets do not match, or it has no plain word.
    """

    rules: tuple[Rule, ...]
    words: Mapping[str, str]
    _by_anchor: dict[str, list[tuple[Rule, Pattern]]] = field(default_factory=dict, init=False, repr=False)
    _exceptions: dict[str, tuple[Pattern, ...]] = field(default_factory=dict, init=False, repr=False)

    def __post_init__(self) -> None:
        made: dict[str, Pattern] = {}
        for rule in self.rules:
            for text in rule.patterns:
                pattern = compile_pattern(text, self.words)
                for anchor in pattern.anchors:
                    self._by_anchor.setdefault(anchor, []).append((rule, pattern))
            exceptions = (*rule.frames, *rule.exceptions)
            for text in exceptions:
                made[text] = made.get(text) or compile_pattern(text, self.words, without="now")
            self._exceptions[rule.id] = tuple(made[text] for text in exceptions)

    def vocabulary(self) -> frozenset[str]:
        """Return every word that the rules look for."""
        texts = (text for rule in self.rules for text in (*rule.patterns, *rule.frames, *rule.exceptions))
        return frozenset(token for text in texts for token in _tokens(text, self.words, apart=True) if token.isalpha())

    def make_ready(self) -> None:
        """Compile every expression, the rest of the program going on in between."""
        patterns = [pattern for candidates in self._by_anchor.values() for _, pattern in candidates]
        for pattern in (*patterns, *(exception for rule in self._exceptions.values() for exception in rule)):
            if "expression" not in pattern.__dict__:
                _ = pattern.expression
                sleep(_PAUSE_S)

    def firing(self, reading: str) -> tuple[Rule, ...]:
        """Return the rules that fire on a reading, in the order of the table."""
        words = frozenset(reading.split())
        candidates = {id(pattern): (rule, pattern) for word in words for rule, pattern in self._by_anchor.get(word, ())}
        fired: set[str] = set()
        for rule, pattern in candidates.values():
            if rule.id not in fired and pattern.may_be_in(words) and self._holds(rule, pattern, reading, words):
                fired.add(rule.id)
        return tuple(rule for rule in self.rules if rule.id in fired)

    def _holds(self, rule: Rule, pattern: Pattern, reading: str, words: frozenset[str]) -> bool:
        """Tell whether a pattern is found anywhere clear of the rule's exceptions."""
        found = list(pattern.spans(reading))
        if not found:
            return False
        excepted = bytearray(len(reading))
        for exception in self._exceptions[rule.id]:
            if exception.may_be_in(words):
                for start, end in exception.spans(reading):
                    excepted[start:end] = b"\1" * (end - start)
        return any(1 not in excepted[start:end] for start, end in found)


def compile_pattern(text: str, words: Mapping[str, str], *, without: str = "") -> Pattern:
    """Return a pattern made ready; its gaps have none of the words of the list `without`.

    Raises:
        KeyError: the pattern names a list that does not exist.
        ValueError: its brackets do not match, or it has no plain word.
    """
    tokens = _tokens(text, words)
    for at, token in enumerate(tokens):
        if (gap := _GAP.fullmatch(token)) is not None:
            tokens[at] = _gap(gap[1], gap[2] or without, words)
    expression, needs = _alternatives(tokens)
    if tokens or not needs:
        raise ValueError(f"{'a bracket too many' if tokens else 'no plain word'} in the pattern {text!r}")
    return Pattern(f"(?<= )(?:{expression})", needs)


def _tokens(text: str, words: Mapping[str, str], *, apart: bool = False) -> deque[str]:
    """Return the tokens of a pattern, its named lists written out; a list without gaps is one token, unless `apart`."""
    tokens: deque[str] = deque()
    for token in _TOKEN.findall(text):
        if not token.startswith("{"):
            tokens.append(token)
            continue
        name, _, mark = token[1:].partition("}")
        written = _written(name, words)
        if apart or ".." in written:
            tokens += ["(", *_TOKEN.findall(written), ")" + mark]
        else:
            tokens.append("{" + written + "}" + mark)
    return tokens


def _written(name: str, words: Mapping[str, str]) -> str:
    """Return a named list with the lists in it written out."""
    return _LIST.sub(lambda found: f"({_written(found[1], words)})", words[name])


@lru_cache(maxsize=512)  # a few lists stand in hundreds of patterns
def _list(written: str) -> tuple[str, tuple[frozenset[str], ...]]:
    """Return the expression of a list without gaps, and sets of words; a match has to have one of each set."""
    tokens = deque(_TOKEN.findall(written))
    found = _alternatives(tokens)
    if tokens:
        raise ValueError(f"a bracket too many in the list {written!r}")
    return found


def _alternatives(tokens: deque[str]) -> tuple[str, tuple[frozenset[str], ...]]:
    """Take what stands between brackets; return its expression and sets of words; a match has to have one of each."""
    branches = [_sequence(tokens)]
    while tokens and tokens[0] == "|":
        tokens.popleft()
        branches.append(_sequence(tokens))
    expression = "|".join(dict.fromkeys(expression for expression, _ in branches))
    if len(branches) == 1:
        return expression, branches[0][1]
    if not all(needs for _, needs in branches):
        return expression, ()
    return expression, (frozenset().union(*(min(needs, key=len) for _, needs in branches)),)


def _sequence(tokens: deque[str]) -> tuple[str, tuple[frozenset[str], ...]]:
    """Take a row of words and brackets; return its expression and sets of words; a match has to have one of each."""
    expression = ""
    needs: dict[frozenset[str], None] = {}
    while tokens and tokens[0] != "|" and not tokens[0].startswith(")"):
        token = tokens.popleft()
        if token == "(":
            inner, found = _alternatives(tokens)
            if not tokens:
                raise ValueError("a bracket is not closed")
            optional = tokens.popleft().endswith("?")
            inner = f"(?:{inner})"
        elif token.startswith("{"):
            written, _, mark = token[1:].rpartition("}")
            optional = mark == "?"
            inner, found = _list(written)
            inner = f"(?:{inner})"
        else:
            optional = token.endswith("?") and token != "?"
            inner = _word(token.removesuffix("?") if optional else token)
            found = (frozenset({token}),) if token.isalnum() else ()
        expression += f"(?:{inner})?" if optional else inner
        if not optional:
            needs |= dict.fromkeys(found)
    return expression, tuple(needs)


def _gap(size: str, without: str, words: Mapping[str, str]) -> str:
    """Return the expression of a gap, where nothing begins that stands in the list `without`."""
    barred = f"(?!{_list(_written(without, words))[0]})" if without else ""
    return rf"(?:{barred}[^ .?]+ ){{0,{_GAP_WORDS[size]}}}"


def _word(word: str) -> str:
    if word.startswith("(?:"):  # a gap
        return word
    if word in _MARKS:
        return _MARKS[word]
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
