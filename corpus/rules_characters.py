"""Rules on characters: nothing invisible, nothing that poses as something else, nothing Discord or Markdown acts on."""

import re
import unicodedata
from collections.abc import Iterator

from corpus.codes import HIDDEN_CHARACTER, LOOK_ALIKE, MARKUP, MENTION
from corpus.loader import LoadedCorpus
from corpus.problems import Problem
from corpus.texts import Kind, Words, everything, matches, statements

# Controls (but tab and line feed), format characters (zero width, bidirectional, tags), fillers that show as nothing,
# variation selectors, line and paragraph separators, the mark of a failed decoding, surrogates and private use.
# Written as ranges because asking `unicodedata` for each of a million characters would take longer than all rules.
HIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u034f\u0600-\u0605\u061c\u06dd\u070f\u0890\u0891\u08e2\u115f\u1160\u17b4\u17b5"
    "\u180b-\u180f\u200b-\u200f\u2028-\u202e\u2060-\u206f\u2800\u3164\ud800-\uf8ff\ufe00-\ufe0f\ufeff\uffa0"
    "\ufff0-\uffff\U000110bd\U000110cd\U00013430-\U0001345f\U0001bca0-\U0001bca3\U0001d173-\U0001d17a"
    "\U000e0000-\U0010ffff]"
)
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
# Greek and Cyrillic letters that pass for Latin ones; those that do not, as in μ-opioid or TNFα, are no disguise.
_LIKE_LATIN = frozenset("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧοϲϳѕіјԁԛԝһАВЕЅІЈКМНОРСТУХЫаеорсухѵыԌԍЬьӀӏ")
# Any Greek or Cyrillic letter with small Latin ones around it; μg, TNFα and NFκB have none on both sides, or capitals.
_SET_IN = re.compile("[a-z][\u0370-\u03ff\u0400-\u052f]+[a-z]|^[\u0370-\u03bb\u03bd-\u03ff\u0400-\u052f][a-z]{2}")
_STYLED_LETTER = re.compile("[\uff21-\uff3a\uff41-\uff5a\U0001d400-\U0001d7ff\U0001f130-\U0001f189\u24b6-\u24e9]")
_MENTION = re.compile(r"@(?:everyone|here)\b|<(?:@[!&]?|#|a?:\w+:|/[^<>]{1,40}:|t:|id:)[\w:-]*>")
_MARKUP = re.compile(
    r"[*`|\\\[\]]|~~|(?<!\w)_{1,2}\w|\w_{1,2}(?!\w)|^(?:#+|[-+>]|\d{1,2}[.)]) |</?[a-z!][^<>]*>|&#?\w+;"
)


def hidden_characters(loaded: LoadedCorpus) -> Iterator[Problem]:
    """No file has characters that nobody sees, not even in comments or in front of a line."""
    for file in loaded.files:
        for number, line in enumerate(file.raw.split("\n"), start=1):
            if found := HIDDEN.search(line):
                yield HIDDEN_CHARACTER.at(file.path, number, _name(found[0], found.start()))
    for words in everything(loaded):
        if words.kind in (Kind.NOTICE, Kind.LABEL) and (found := HIDDEN.search(words.text)):
            yield HIDDEN_CHARACTER.at(words.path, words.line, _name(found[0], found.start()))


def look_alikes(loaded: LoadedCorpus) -> Iterator[Problem]:
    """No word mixes alphabets or dresses up Latin letters, so that what is read is what is searched."""
    for words in everything(loaded):
        if words.text.isascii():
            continue
        if found := _STYLED_LETTER.search(words.text):
            message = f"`{found[0]}` is a letter in disguise; write {unicodedata.normalize('NFKC', found[0])}"
            yield LOOK_ALIKE.at(words.path, words.line, message)
        for word in _WORD.findall(words.text):
            if _is_disguised(word, words):
                yield LOOK_ALIKE.at(words.path, words.line, f"`{word}` has letters that only look Latin")


def mentions(loaded: LoadedCorpus) -> Iterator[Problem]:
    """No text can ping a member, a role, a channel or everybody."""
    for words, found in matches(_MENTION, everything(loaded)):
        yield MENTION.at(words.path, words.line, f"`{found}` is a mention or a command to Discord")


def markup(loaded: LoadedCorpus) -> Iterator[Problem]:
    """Sentences and headings are plain text: shown word for word, they must look the same everywhere."""
    wanted = (words for words in statements(loaded) if words.kind is not Kind.HEADER)
    for words, found in matches(_MARKUP, wanted):
        yield MARKUP.at(words.path, words.line, f"`{found}` is Markdown or HTML; sentences are plain")


def _name(character: str, position: int) -> str:
    name = unicodedata.name(character, "a control character")
    return f"U+{ord(character):04X} ({name.lower()}) at position {position + 1}"


def _is_disguised(word: str, words: Words) -> bool:
    """Tell whether a word has look-alikes beside ASCII letters or, outside of tables, of look-alikes only."""
    if _SET_IN.search(word):
        return True
    alike = sum(letter in _LIKE_LATIN for letter in word)
    if not alike:
        return False
    if any(letter.isascii() for letter in word):
        return True
    return words.kind is not Kind.LABEL and len(word) > 1 and alike == len(word)


RULES = (hidden_characters, look_alikes, mentions, markup)
