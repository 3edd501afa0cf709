"""Bring a cleaned message into the readings that the triage rules are matched against.

The plain reading keeps sentences apart. The folded one undoes disguises and slips (digits for letters, spaced or
dotted letters, repeated letters, misspellings) and reads across sentence ends. Both are words between single spaces.
"""

import re
import unicodedata
from functools import lru_cache

from bot.answering.triage_spelling import LONG_WORDS, MISSPELLINGS, SHORT_WORDS

_MAX_WORD = 40
_APOSTROPHES = re.compile(r"['’‘`´ʼ＇]")
_OD = re.compile(r"\bo\.?d\.?[’'\s-]?(ed|d|ing|in)\b")
_EMOJI = {"😂": " lol ", "🤣": " lol ", "😹": " lol ", "😆": " lol ", "💀": " skull "}
_TWO = re.compile(r"\b2(?= (?:die|kill|end|live|hurt|cut|overdose|od|be|go|pass|hide|buy|get|take)\b)", re.IGNORECASE)
_SEVEN_OH = re.compile(r"\b(?:7|seven)[\s-]?(?:oh|hydroxy)\b")
_TOKEN = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+|[.?!;]")
_CHUNK = re.compile(r"\S+")
_UNIT = re.compile(r"\d+(?:\.\d+)?(?:[a-z]{1,2}|gram|grams|caps|pills|tabs|yrs?|mos?|lbs|hrs?|mins?|gpd|oh)")
_LEET = str.maketrans({"0": "o", "1": "i", "3": "e", "4": "a", "5": "s", "7": "t", "@": "a", "$": "s", "!": "i"})
_LEET_INSIDE = re.compile(r"[013457@$!](?=[a-z@$!\d])|(?<=[a-z])[013457@$]")
_REPEATED = re.compile(r"([a-z])\1{2,}")
_LEAST_FUZZY = 6


def read_plain(text: str) -> str:
    """Return a cleaned message as words, with "." and "?" where sentences end."""
    return _join(_tokens(_lower(text)))


def read_folded(text: str, vocabulary: frozenset[str]) -> str:
    """Return a cleaned message as words, disguises and slips undone as far as that gives words of the vocabulary."""
    words: list[str] = []
    text = _TWO.sub("to", text)
    for chunk in _CHUNK.findall(_lower(text)):
        words.extend(_unmask(chunk, vocabulary))
    words = _join_spaced_letters(words, vocabulary)
    words = [_corrected(word, vocabulary) for word in words]
    return _join(_join_halves(words))


def _lower(text: str) -> str:
    text = unicodedata.normalize("NFKD", text.lower())
    text = "".join(char for char in text if not unicodedata.combining(char))
    for emoji, word in _EMOJI.items():
        text = text.replace(emoji, word)
    text = _OD.sub(lambda found: "overdosing" if found[1].startswith("in") else "overdosed", text)
    return _SEVEN_OH.sub(" 7oh ", _APOSTROPHES.sub("", text))


def _tokens(text: str) -> list[str]:
    tokens = (token[:_MAX_WORD] for token in _TOKEN.findall(text.replace("7oh", " sevenoh ")))
    return [{"sevenoh": "7oh", "!": ".", ";": "."}.get(token, token) for token in tokens]


def _join(tokens: list[str]) -> str:
    return " . " + " ".join(tokens) + " . "


def _unmask(chunk: str, vocabulary: frozenset[str]) -> list[str]:
    """Return the words of one piece between spaces: "k1ll" and "k.i.l.l" as "kill", "s*icide" as "suicide"."""
    if "*" in chunk.strip("*") and (guess := _uncensored(chunk)):
        return [guess]
    bare = chunk.strip('.,;:?!"()[]{}<>~_-*/\\|#')
    if re.fullmatch(r"[a-z@$!\d](?:[.\-_*/|,+~][a-z@$!\d]){2,}", bare):
        return list(re.sub(r"[.\-_*/|,+~]", "", bare).translate(_LEET))
    if "7oh" not in bare and not _UNIT.fullmatch(bare) and re.search(r"[a-z]", bare) and _LEET_INSIDE.search(bare):
        read = bare.translate(_LEET)
        if read not in vocabulary and (other := bare.replace("1", "l").translate(_LEET)) in vocabulary:
            read = other
        bare = read
    return [token for token in _tokens(bare) if token not in ".?"]


def _uncensored(chunk: str) -> str:
    """Return the key word that a word with stars in it may stand for."""
    letters = re.sub(r"[^a-z*]", "", chunk)[:_MAX_WORD]
    for word in (*LONG_WORDS, *SHORT_WORDS):
        if len(word) == len(letters) and all(seen in ("*", meant) for seen, meant in zip(letters, word, strict=True)):
            return word
    return ""


def _join_spaced_letters(words: list[str], vocabulary: frozenset[str]) -> list[str]:
    """Return the words with runs of three or more single letters read as words."""
    joined: list[str] = []
    run: list[str] = []
    for word in [*words, ""]:
        if len(word) == 1 and word.isalnum() and len(run) < _MAX_WORD:
            run.append(word)
            continue
        joined.extend(_split("".join(run).translate(_LEET), vocabulary) if len(run) > 2 else run)
        run = []
        joined.append(word)
    return joined[:-1]


def _split(letters: str, vocabulary: frozenset[str]) -> list[str]:
    """Return letters as the fewest words of the vocabulary that they make up; as one word where they make none."""
    best: list[list[str] | None] = [[]]
    for end in range(1, len(letters) + 1):
        ways = []
        for start in range(max(0, end - 14), end):
            before, word = best[start], letters[start:end]
            if before is not None and word in vocabulary and (len(word) > 1 or word in "ia"):
                ways.append([*before, word])
        best.append(min(ways, key=len) if ways else None)
    return best[-1] or [letters]


@lru_cache(maxsize=4096)
def _corrected(word: str, vocabulary: frozenset[str]) -> str:
    """Return a word with repeated letters taken out and misspellings of key words set right."""
    if word in MISSPELLINGS:
        return MISSPELLINGS[word]
    if word in vocabulary:
        return word
    if _REPEATED.search(word):
        for kept in (r"\1", r"\1\1"):
            if (shorter := _REPEATED.sub(kept, word)) in vocabulary or shorter in MISSPELLINGS:
                word = shorter
                break
        else:
            word = _REPEATED.sub(r"\1", word)
    if word in MISSPELLINGS:
        return MISSPELLINGS[word]
    if len(word) < _LEAST_FUZZY or word in vocabulary:
        return word
    near = {_BY_DELETION[form] for form in _deletions(word) if form in _BY_DELETION}
    if near:
        return min(near)
    return " ".join(parts) if (parts := _split(word, vocabulary)) and _SPLIT_MARKS.intersection(parts) else word


def _join_halves(words: list[str]) -> list[str]:
    """Return the words with key words written in two halves ("over dose") put together."""
    joined: list[str] = []
    for word in words:
        if joined and len(joined[-1]) + len(word) >= _LEAST_FUZZY and joined[-1] + word in _WHOLE:
            joined[-1] += word
        else:
            joined.append(word)
    return joined


def _deletions(word: str) -> set[str]:
    """Return the word and all forms of it with one letter left out: two words near to each other share a form."""
    return {word} | {word[:at] + word[at + 1 :] for at in range(len(word))}


_WHOLE = frozenset((*LONG_WORDS, *SHORT_WORDS))
_SPLIT_MARKS = frozenset({"kill", "killing", "die", "suicide", "breathing", "overdose", "seizure"})
_BY_DELETION = {form: word for word in LONG_WORDS for form in _deletions(word)}
