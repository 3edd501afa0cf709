"""Take out of a document what nobody sees: control, zero-width and bidirectional characters. No files are touched."""

import re
import unicodedata

from corpus.importing.model import Ledger, Reason

# The rule that reports such characters knows them; a second list of them would drift away from it.
from corpus.rules_characters import HIDDEN

_LINE_ENDS = re.compile("\r\n?|[\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_REPLACEMENT = "\ufffd"


def clean_characters(text: str, ledger: Ledger) -> str:
    """Return text with line feeds as its only line ends and without hidden characters, which are counted."""
    if text.isascii() and text.isprintable():
        return text
    text = _LINE_ENDS.sub("\n", text)
    ledger.hidden.update(HIDDEN.findall(text))
    return HIDDEN.sub("", text)


def name_hidden(ledger: Ledger) -> None:
    """Note the hidden characters that were taken out, each once, by its name."""
    for character, number in sorted(ledger.hidden.items()):
        name = unicodedata.name(character, "a control or private character").lower()
        ledger.drop(Reason.HIDDEN_CHARACTER, f"U+{ord(character):04X} ({name}), {number} times")
    if lost := ledger.hidden[_REPLACEMENT]:
        ledger.notes.append(f"{lost} characters were lost before the document came here (U+FFFD): compare the text")
