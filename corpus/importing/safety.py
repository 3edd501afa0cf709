"""Keep out of a draft what speaks to a machine, and what the corpus form would read as its own signs. Pure."""

import re
import unicodedata
from itertools import compress

from corpus.importing.citations import Sentence
from corpus.importing.model import Ledger, Reason, one_line
from corpus.rules_text import instruction_in

_COMMENT_SIGN = re.compile(r"<!--|-->")
_LEADING_SIGN = re.compile(r"#{1,6} |> ?[-*] ")
_OPEN_MARKER = re.compile(r"\[(?=@)")


def is_instruction(text: str) -> bool:
    """Tell whether the rule INJECTION finds fault with a text, also where its letters are in disguise."""
    return bool(instruction_in(unicodedata.normalize("NFKC", text)))


def without_instructions(paragraph: list[Sentence], ledger: Ledger) -> list[Sentence]:
    """Return the sentences that speak to people; none where only all of them together read as an instruction."""
    bad = [is_instruction(sentence.text) for sentence in paragraph]
    whole = one_line(sentence.text for sentence in paragraph)
    if not any(bad) and is_instruction(whole):
        ledger.drop(Reason.INSTRUCTION, whole)
        return []
    ledger.drop(Reason.INSTRUCTION, *(sentence.text for sentence in compress(paragraph, bad)))
    return [sentence for sentence, is_bad in zip(paragraph, bad, strict=True) if not is_bad]


def plain_line(text: str, ledger: Ledger) -> str:
    """Return a line that the corpus form reads as a sentence, not as a comment, heading, question or marker."""
    while True:
        signs = [*_COMMENT_SIGN.findall(text), *_OPEN_MARKER.findall(text)]
        leading = _LEADING_SIGN.match(text)
        if not signs and not leading:
            return text
        ledger.drop(Reason.MARK, *signs, leading[0] if leading else "")
        text = one_line(_OPEN_MARKER.sub("", _COMMENT_SIGN.sub(" ", text[leading.end() if leading else 0 :])))
