"""Cut a paragraph of English into its sentences; where it is not clear, it stays whole. Pure."""

import re

from corpus.importing.model import LINK_MARK

# A full stop, what may close behind it, marks of links, space, and then something that can start a sentence.
_BOUNDARY = re.compile(rf"(?P<end>[.?!…]+)(?P<close>[\"'”’)\]»]*{LINK_MARK}*)\s+(?=[\"'“‘(\[«¿¡]*(?P<next>[^\W_]))")
_ABBREVIATIONS = frozenset(
    "al approx art assn assoc bros ca capt cf ch chap co col corp dept dr ed eds eq etc ex fig figs fr gen gov hon"
    " inc jr ltd max med min mr mrs ms mt no nos nr op pg pharm ph pp prof pt pts ref refs rep resp rev sec sen sgt"
    " sp spp sr st suppl tab trans univ viz vol vols vs wt eg ie jan feb mar apr jun jul aug sept sep oct nov dec"
    " tel ext mg kg ml hr hrs min mins yr yrs lb lbs oz".split()
)
# After these a sentence may well end, if what follows looks like the start of one.
_MAY_END = frozenset("etc al inc co ltd corp jr sr mg kg ml hr hrs min mins yr yrs lb lbs oz".split())
_INITIALS = re.compile(r"(?:^|[\s(\"“'‘])(?:[^\W\d_]\.)*[^\W\d_]$")
# "Figure 1. Dried leaves": the number belongs to what follows.
_LABEL = re.compile(r"(?:Fig(?:ure)?\.?|Table|Box|Chart|Chapter|Section|Step|Part|Appendix) \d{1,3}[a-z]?$")
_STARTERS = frozenset(
    "A After Also Although An And As At Because Before But By Even For From He However I If In It Its Kratom Many More"
    " Most No Of On One Other Others Our Over People She Since Some Still Such That The Their Then There These They"
    " This Those Though To Two Under Until We What When Where Which While Who Why With Yet You Your".split()
)


def split_sentences(paragraph: str) -> list[str]:
    """Return the sentences of a paragraph; put together with one space each, they are the paragraph again."""
    sentences, start = [], 0
    for boundary in _BOUNDARY.finditer(paragraph):
        if _is_end(paragraph, start, boundary):
            sentences.append(paragraph[start : boundary.end()].strip())
            start = boundary.end()
    rest = paragraph[start:].strip()
    return [*sentences, rest] if rest else sentences


def _is_end(paragraph: str, start: int, boundary: re.Match[str]) -> bool:
    following = boundary["next"]
    if following.islower():
        return False
    if boundary["end"] != "." or boundary["close"]:
        return True
    before = paragraph[max(start, boundary.start() - 40) : boundary.start()]
    if _LABEL.fullmatch(paragraph[start : boundary.start()]):
        return False
    word = re.split(r"[\s(\[\"“'‘/–—-]", before)[-1]
    next_word = re.match(r"[\"'“‘(\[«¿¡]*([^\W_]*)", paragraph[boundary.end() :])
    starts = next_word is not None and next_word[1] in _STARTERS
    plain = word.lower().replace(".", "")
    if plain in _MAY_END:
        return starts
    if plain in _ABBREVIATIONS:
        # "No." and "min." are also words: "The answer is no. The trial..."
        return starts and plain in {"no", "max", "min", "art", "mar", "sec", "ex", "dec", "gen", "rep", "ed", "tab"}
    if _INITIALS.search(before):
        # "J. Smith", "U.S. Food", "e.g. Nausea", but "in the U.S. The"
        return starts and "." in word
    return True
