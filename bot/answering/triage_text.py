"""Bring a cleaned message into the readings that the triage rules are matched against.

The plain reading is the message as written. The folded one undoes disguises and slips: digits for letters, spaced,
dotted or repeated letters, misspellings. The last one is folded too and runs on across the ends of sentences.
Each is a row of words between single spaces; sentence ends are the words "." and "?".
"""

import re
import unicodedata
from functools import lru_cache

from bot.answering.triage_spelling import LONG_WORDS, MISSPELLINGS, SHORT_WORDS
from bot.answering.triage_unspaced import read_unspaced

_MAX_WORD = 40
_MAX_RUN = 400
_LEAST_FUZZY = 6
_APOSTROPHES = re.compile(r"['’‘`´ʼ＇]")
_OD = re.compile(r"\bo\.?d\.?[’'\s-]?(ed|d|ing|in)\b")
_EMOJI = re.compile("[😂🤣😹😆💀]")
_PAUSE = re.compile(r"\.{2,}")
_SEVEN_OH = re.compile(r"\b(?:7|seven)[\s-]?(?:oh|hydroxy)\b")
_TWO = re.compile(r"\b2(?= (?:die|kill|end|live|hurt|cut|overdose|od|be|go|pass|hide|buy|get|take)\b)")
_TOKEN = re.compile(r"7oh\b|\d+(?:[.,]\d+)*|[^\W\d_]+|[.?!;]")
_ENDS = {"!": ".", ";": "."}
_EDGES = '.,;:?!"()[]{}<>~_-*/\\|#'
_UNIT = re.compile(r"\d+(?:\.\d+)?(?:[a-z]{1,2}|gram|grams|caps|pills|tabs|yrs?|mos?|lbs|hrs?|mins?|gpd|oh)")
_DOTTED = re.compile(r"[a-z@$!\d](?:[.\-_*/|,+~]{1,2}[a-z@$!\d]){2,}")
_LEET = str.maketrans({"0": "o", "1": "i", "3": "e", "4": "a", "5": "s", "7": "t", "@": "a", "$": "s", "!": "i"})
_LEET_INSIDE = re.compile(r"[013457@$!](?=[a-z@$!\d])|(?<=[a-z])[013457@$]")
_REPEATED = re.compile(r"([a-z])\1{2,}")
_DOUBLED = re.compile(r"([a-z])\1+")


def read(text: str, vocabulary: frozenset[str]) -> tuple[str, ...]:
    """Return the readings of a cleaned message, without repeats.

    Args:
        text: the message, as `cleaning.clean` returns it.
        vocabulary: the words that the rules look for; disguises are undone as far as that gives such words.
    """
    text = _lower(text)
    plain = _tokens(text)
    folded = _folded(_TWO.sub("to", text), vocabulary)
    joined = [word for word in folded if word not in (".", "?")]
    return tuple(dict.fromkeys(f" . {' '.join(words)} . " for words in (plain, folded, joined)))


def _lower(text: str) -> str:
    """Return a message without capitals, accents and apostrophes; laughing faces as words, "od'd" as "overdosed"."""
    text = read_unspaced(text)
    text = unicodedata.normalize("NFKD", text.lower())
    text = "".join(char for char in text if not unicodedata.combining(char))
    text = _EMOJI.sub(lambda face: " skull " if face[0] == "💀" else " lol ", text)
    text = _OD.sub(lambda found: "overdosing" if found[1].startswith("in") else "overdosed", text)
    return _SEVEN_OH.sub("7oh", _APOSTROPHES.sub("", _PAUSE.sub(" ", text)))


def _tokens(text: str) -> list[str]:
    return [_ENDS.get(token, token)[:_MAX_WORD] for token in _TOKEN.findall(text)]


def _folded(text: str, vocabulary: frozenset[str]) -> list[str]:
    words: list[str] = []
    for chunk in text.split():
        words += _unmasked(chunk, vocabulary)
        if len(chunk) > 2 and chunk[-1] in ".?!;":
            words.append("?" if chunk[-1] == "?" else ".")
    words = _join_spaced_letters(words, vocabulary)
    return _join_halves([part for word in words for part in _corrected(word, vocabulary).split()])


def _unmasked(chunk: str, vocabulary: frozenset[str]) -> list[str]:
    """Return the words of one piece between spaces: "k1ll" and "k.i.l.l" as "kill", "s*icide" as "suicide"."""
    if "*" in chunk.strip("*") and (guess := _uncensored(chunk)):
        return [guess]
    bare = chunk.strip(_EDGES)
    if _DOTTED.fullmatch(bare):
        return [re.sub(r"[.\-_*/|,+~]", "", bare).translate(_LEET)]
    if "7oh" not in bare and not _UNIT.fullmatch(bare) and re.search(r"[a-z]", bare) and _LEET_INSIDE.search(bare):
        read_as_l = bare.replace("1", "l").translate(_LEET)
        bare = read_as_l if read_as_l in vocabulary else bare.translate(_LEET)
    return [token for token in _tokens(bare) if token not in (".", "?")]


def _uncensored(chunk: str) -> str:
    """Return the word of an emergency that a word with stars in it may stand for."""
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
        if len(word) == 1 and word.isalnum() and len(run) < _MAX_RUN:
            run.append(word)
            continue
        joined += _split("".join(run).translate(_LEET), vocabulary) if len(run) > 2 else run
        run = []
        joined.append(word)
    return joined[:-1]


def _split(letters: str, vocabulary: frozenset[str]) -> list[str]:
    """Return letters as the fewest words of the vocabulary that they make up, and single letters between those."""
    best: list[tuple[int, int]] = [(0, 0)]  # by end: what the best way to it costs, and where its last word begins
    for end in range(1, len(letters) + 1):
        ways = [(best[end - 1][0] + (1 if letters[end - 1] in "ia" else 4), end - 1)]
        for start in range(max(0, end - 14), end - 1):
            if letters[start:end] in vocabulary:
                ways.append((best[start][0] + 1, start))
        best.append(min(ways))
    words: list[str] = []
    end = len(letters)
    while end:
        words.append(letters[best[end][1] : end])
        end = best[end][1]
    return words[::-1]


@lru_cache(maxsize=4096)
def _corrected(word: str, vocabulary: frozenset[str]) -> str:
    """Return a word with repeated letters taken out and misspellings of the words of emergencies set right."""
    if _REPEATED.search(word):
        word = _squeezed(vocabulary).get(_DOUBLED.sub(r"\1", word)) or _REPEATED.sub(r"\1", word)
    if word in MISSPELLINGS:
        return MISSPELLINGS[word]
    if len(word) < _LEAST_FUZZY or word in vocabulary:
        return word
    near = {_BY_DELETION[form] for form in _deletions(word) if form in _BY_DELETION}
    if near:
        return min(near)
    parts = _split(word, vocabulary)
    known = all(part in vocabulary and (len(part) > 1 or part in "ia") for part in parts)
    return " ".join(parts) if known and len(parts) > 2 and _RUN_TOGETHER.intersection(parts) else word


@lru_cache(maxsize=4)
def _squeezed(vocabulary: frozenset[str]) -> dict[str, str]:
    """Return the words of the vocabulary by what is left of them when every letter stands once ("kill" by "kil")."""
    return {_DOUBLED.sub(r"\1", word): word for word in sorted((*vocabulary, *MISSPELLINGS), reverse=True)}


def _join_halves(words: list[str]) -> list[str]:
    """Return the words with those of emergencies that are written in two halves ("over dose") put together."""
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
_RUN_TOGETHER = frozenset({"kill", "killing", "die", "dead", "suicide", "breathing", "overdose", "seizure"})
_BY_DELETION = {form: word for word in LONG_WORDS for form in _deletions(word)}
