"""How hard an English text is to read: syllables and the Flesch-Kincaid grade, without a dictionary."""

import re
from collections.abc import Iterable
from functools import cache

# Flesch-Kincaid grade level, Kincaid et al. 1975 (US Navy research branch report 8-75).
_WORDS_WEIGHT, _SYLLABLES_WEIGHT, _OFFSET = 0.39, 11.8, -15.59

_WORD = re.compile(r"[^\s–—-]*\w[^\s–—-]*")
_VOWELS = re.compile(r"[aeiouy]+")
# An e that is written and not spoken: at the end, before an ending, and inside compounds such as "therefore".
_SILENT = re.compile(
    r"(?<=[^aeiouy])e$(?<![^aeiouy][lr]e)|(?<=[^aeiouytd])ed$(?<![^aeiouyl]led)"
    r"|(?<=[^aeiouycsgxz])es$(?<![cs]hes)(?<![^aeiouy]les)|(?<=[^aeiouyl])e(?=(?:ly|ness|ment|ful|less|ty|some)s?$)"
    r"|^(?:some|there|where|house|guide|life|fore|time|home)(?=[^aeiuys])"
)
# Vowels that stand together and are spoken apart, and pairs that look so and are not.
_APART = re.compile(
    r"i[ao]|eo(?!ple|rg|us)|(?<!q)ua(?!r[^y])|(?<![qg])ue(?=[nlt])|uou|iu|uici|(?<![tcs])ie(?=t|nce)|^scie"
    r"|crea(?=t)|rea(?=ct)|(?<=[aeiouy][^aeiouy])ea$|[^aeiou]ying$|ism$|oing$|eing$|eu[mr]$|yl$(?<=oxyl)"
)
_TOGETHER = re.compile(r"[tsg]i[ao]|ci[ao](?!t)|ciou|llio|aviou|g[eu]o(?=r)|gua")


@cache
def syllables(word: str) -> int:
    """Return the number of syllables of a word, at least 1; right for about nine words in ten."""
    letters = re.sub(r"[^a-z]", "", re.sub(r"['’]s$", "", word.lower()))
    count = len(_VOWELS.findall(letters)) - len(_SILENT.findall(letters))
    return max(1, count + len(_APART.findall(letters)) - len(_TOGETHER.findall(letters)))


def reading_grade(sentences: Iterable[str]) -> float:
    """Return the Flesch-Kincaid grade of a text: the school year (US) that it takes to read it; 0 for no words.

    Parts of a hyphenated word count as words, and a number as a word of one syllable.
    """
    texts = list(sentences)
    words = [word for text in texts for word in _WORD.findall(text)]
    if not words:
        return 0.0
    spoken = sum(map(syllables, words))
    return _WORDS_WEIGHT * len(words) / len(texts) + _SYLLABLES_WEIGHT * spoken / len(words) + _OFFSET
