"""List the texts of a passage that are searched: its text in windows, its title and heading, questions, sentences."""

import re
from collections.abc import Sequence

from corpus.models import Passage
from index.models import FieldText, SearchField

# all-MiniLM-L6-v2 reads 256 word pieces and drops the rest: about 180 English words fit.
_WINDOW_WORDS = 180
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+(?=[A-Z0-9\"'(])")


def field_texts(passages: Sequence[Passage]) -> list[FieldText]:
    """Return what is encoded, passage by passage; no two texts of one passage and field are the same."""
    found: dict[FieldText, None] = {}
    for number, passage in enumerate(passages):
        for window in windows(passage.text):
            found[FieldText(number, SearchField.TEXT, window)] = None
        found[FieldText(number, SearchField.TITLE, title_text(passage))] = None
        for question in passage.questions:
            found[FieldText(number, SearchField.QUESTION, question)] = None
        for part, statement in enumerate(passage.statements):
            found[FieldText(number, SearchField.SENTENCE, statement.text, part)] = None
    return list(found)


def title_text(passage: Passage) -> str:
    """Return title and heading as one text; the same words are not said twice."""
    if passage.heading.lower() in passage.article_title.lower():
        return passage.article_title
    return f"{passage.article_title}: {passage.heading}"


def windows(text: str) -> list[str]:
    """Cut a text at sentence ends into pieces that the model reads whole; most passages are one piece."""
    pieces: list[list[str]] = [[]]
    for sentence in _SENTENCE_END.split(text):
        words = sentence.split()
        if pieces[-1] and len(pieces[-1]) + len(words) > _WINDOW_WORDS:
            pieces.append([])
        pieces[-1].extend(words)
        while len(pieces[-1]) > _WINDOW_WORDS:
            pieces.append(pieces[-1][_WINDOW_WORDS:])
            del pieces[-2][_WINDOW_WORDS:]
    return [" ".join(piece) for piece in pieces if piece]
