"""Take the marks of citations out of a text, and tell which sentence had which. Pure."""

import re
from dataclasses import dataclass

from corpus.importing.model import LINK_MARK, Block, one_line
from corpus.importing.sentences import split_sentences

_NUMBERS = r"\d{1,3}(?: ?[,;–-] ?\d{1,3})*"
_CITATION = re.compile(
    rf" ?\[(?P<label>{_NUMBERS}|\^[^\[\]\s]{{1,60}}|@[^\[\]]*|[Cc]itation needed|(?:[Nn]ote|[Rr]ef|fn)\.? \d+)\]"
    # Raised digits behind a word or its full stop; m² and 10⁶ are none.
    r"|(?P<raised>(?:(?<=[.,;:!?”\")])|(?<=[^\W\d_]{4}))[¹²³⁰⁴-⁹]+(?:[,⁻–-][¹²³⁰⁴-⁹]+)*)"
    # Raised digits that copying has put on the line: "lifts mood.12 In a survey". Not "No.5" or "vol.12".
    r"|(?<=[a-z)%”\"][.?!])(?<!\b[Nn]o\.)(?<!\b[Vv]ol\.)(?<!\b[Ff]ig\.)(?<!\bp\.)(?<!\bpp\.)(?<!\bca\.)"
    rf"(?P<behind>{_NUMBERS})(?=\s+[\"“‘(]?[A-Z]|\s*$)"
)
_MARKED = re.compile(rf"{LINK_MARK}|{_CITATION.pattern}")
_LOWERED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻", "0123456789-")


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence without marks of citations; `cited` are the labels and addresses that stood in it."""

    text: str
    cited: tuple[str, ...] = ()

    @property
    def words(self) -> int:
        """Return the number of its words."""
        return len(self.text.split())


def sentences_of(block: Block) -> list[Sentence]:
    """Return the sentences of a block with what they cite."""
    labels: list[str] = []
    links = iter(block.links)

    def take(found: re.Match[str]) -> str:
        label = found["label"] or found["behind"] or (found["raised"] or "").translate(_LOWERED)
        labels.append(next(links) if found[0] == LINK_MARK else f"[{label}]")
        return LINK_MARK

    marked = _MARKED.sub(take, block.text)
    marked = re.sub(rf"({LINK_MARK})\s+(?=[.,;:!?])", r"\1", marked)
    sentences, position = [], 0
    for sentence in split_sentences(marked):
        number = sentence.count(LINK_MARK)
        text = one_line(sentence.replace(LINK_MARK, ""))
        if text:
            sentences.append(Sentence(text, tuple(labels[position : position + number])))
        position += number
    return sentences


def without_citations(text: str) -> str:
    """Return the words of a heading or title without marks of citations."""
    return one_line(_CITATION.sub("", text.replace(LINK_MARK, "")))
