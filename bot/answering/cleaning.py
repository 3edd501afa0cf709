"""Bring a message into the form in which it is read: no hidden characters, no look-alike letters, one line."""

import re
import unicodedata

MAX_CHARS = 2000
_READ_CHARS = 20_000

_URL = re.compile(r"!?\[([^\]]*)\]\(\s*<?https?://[^)\s]*\)|<?https?://\S+>?|\bwww\.\S+", re.IGNORECASE)
_MENTION = re.compile(r"@(?:everyone|here)\b|<(?:@[!&]?|#|a?:\w+:|/[\w -]+:|t:)-?\d*(?::\w+)?>", re.IGNORECASE)
_CODE = re.compile(r"`+")
# Letters of other scripts that are drawn like Latin ones, as used to slip words past filters.
_LOOK_ALIKES = str.maketrans(
    "аеорсхуіјһкмтвнѕԁαορνικτυАЕОРСХУІКМТВН",
    "aeopcxyijhkmtbhsdaopviktuAEOPCXYIKMTBH",
)


def clean(text: str) -> str:
    """Return a message as people see it: NFKC, look-alikes in Latin, no links, mentions, code marks or hidden marks.

    Only the first 20,000 characters are read.
    """
    text = text[:_READ_CHARS]
    if not (text.isascii() and text.isprintable()):  # else there is nothing to normalise, to hide or to look alike
        text = unicodedata.normalize("NFKC", text)
        text = "".join(_visible(char) for char in text)
        if re.search(r"[A-Za-z]", text):
            text = text.translate(_LOOK_ALIKES)
    text = _URL.sub(lambda link: f" {link[1] or ''} ", text)
    text = _CODE.sub(" ", _MENTION.sub(" ", text))
    return " ".join(text.split())


def has_words(text: str) -> bool:
    """Tell whether a cleaned message has anything that could be a question."""
    return any(char.isalnum() for char in text)


def _visible(char: str) -> str:
    """Return the character, a space for a control character, nothing for a mark that is not seen."""
    category = unicodedata.category(char)
    if category == "Cf":
        return ""
    return " " if category in {"Cc", "Cs", "Co", "Zl", "Zp"} else char
