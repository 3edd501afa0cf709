"""Keep out of a draft what speaks to a machine, and what the corpus form would read as its own signs. Pure."""

import re
import unicodedata
from collections.abc import Sequence
from pathlib import Path

from corpus.import_citations import Sentence
from corpus.import_model import Ledger, Reason, one_line
from corpus.loader import ArticleFile, LoadedCorpus
from corpus.markup import MarkedLine, Section
from corpus.models import Article, Corpus, ProductForm
from corpus.rules_text import injections

_COMMENT_SIGN = re.compile(r"<!--|-->")
_LEADING_SIGN = re.compile(r"#{1,6} |> ?[-*] ")
_OPEN_MARKER = re.compile(r"\[(?=@)")


def instructions_in(texts: Sequence[str]) -> set[int]:
    """Return the places of those texts that the rule INJECTION finds fault with."""
    lines = [
        MarkedLine(unicodedata.normalize("NFKC", text), (), place, starts_paragraph=True, is_list_item=False)
        for place, text in enumerate(texts, start=1)
    ]
    article = Article("draft", "Draft", "drafts", "", ProductForm.ANY, "", ())
    file = ArticleFile(Path(), "", {}, [Section("Draft", "draft", 0, lines=lines)], article)
    loaded = LoadedCorpus(Path(), Corpus(articles=(article,), sources={}), [file])
    return {problem.line - 1 for problem in injections(loaded) if problem.line}


def without_instructions(paragraph: list[Sentence], ledger: Ledger) -> list[Sentence]:
    """Return the sentences that speak to people; none where only all of them together read as an instruction."""
    whole = one_line(sentence.text for sentence in paragraph)
    found = instructions_in([whole, *(sentence.text for sentence in paragraph)])
    if not found:
        return paragraph
    if found == {0}:
        ledger.drop(Reason.INSTRUCTION, whole)
        return []
    ledger.drop(Reason.INSTRUCTION, *(one.text for place, one in enumerate(paragraph, start=1) if place in found))
    return [one for place, one in enumerate(paragraph, start=1) if place not in found]


def plain_line(text: str, ledger: Ledger) -> str:
    """Return a line that the corpus form reads as a sentence, not as a comment, heading, question or marker."""
    while True:
        signs = [*_COMMENT_SIGN.findall(text), *_OPEN_MARKER.findall(text)]
        leading = _LEADING_SIGN.match(text)
        if not signs and not leading:
            return text
        ledger.drop(Reason.MARK, *signs, leading[0] if leading else "")
        text = one_line(_OPEN_MARKER.sub("", _COMMENT_SIGN.sub(" ", text[leading.end() if leading else 0 :])))
