"""Refuse web pages that are built to keep a parser busy for minutes. No files are touched here."""

import re

from corpus.importing.model import ImportFailedError

# lexbor, as other tree builders, takes time that grows with the square of these: no article comes near.
MAX_DEPTH = 300
MAX_OPEN_STYLES = 20
MAX_ATTRIBUTES = 1_000

_TAG = re.compile(r"<(?P<end>/?)(?P<name>[a-zA-Z][^\s/>]*)")
_IN_TAG = re.compile(r"(?P<attribute>[^\s\"'>/=]+)|(?P<close>>)|\"[^\"]*\"?|'[^']*'?|[\s/=]+")
_VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())
# These end by themselves where the next one starts, so that pages often leave their end tags out.
_ENDS_ITSELF = frozenset("a p li dt dd tr td th thead tbody tfoot option html head body nobr".split())
# These are opened anew in each paragraph until they are closed.
_STYLES = frozenset("b big code em font i s small strike strong tt u".split())
_RAW = frozenset("script style textarea title template".split())
# Only inside of these does a tag such as <path/> end itself, up to one of the others.
_FOREIGN = frozenset("svg math".split())
_BACK_TO_HTML = frozenset(
    "b big blockquote body br center code dd div dl dt em embed font h1 h2 h3 h4 h5 h6 head hr i img li listing menu"
    " meta nobr ol p pre ruby s small span strong strike sub sup table tt u ul var"
    " foreignobject desc title annotation-xml mi mo mn ms mtext".split()
)


def refuse_costly(html: str, name: str) -> None:
    """Look through the tags once, in time proportional to their length.

    Raises:
        ImportFailedError: tags nest too deeply, or one has too many attributes.
    """
    depth, styles, position, is_foreign = 0, 0, 0, False
    while tag := _TAG.search(html, position):
        word, step = tag["name"].lower(), -1 if tag["end"] else 1
        position = _end_of_tag(html, tag.end(), name)
        if word in _RAW and step > 0 and not is_foreign:
            end = re.compile(rf"</{word}", re.IGNORECASE).search(html, position)
            position = end.start() if end else len(html)
        if word in _FOREIGN or word in _BACK_TO_HTML:
            is_foreign = word in _FOREIGN and step > 0
        if word in _STYLES:
            styles = max(0, styles + step)
        ends_here = is_foreign and html[position - 2 : position] == "/>"
        if word not in _VOID and word not in _ENDS_ITSELF and not ends_here:
            depth = max(0, depth + step)
        if depth > MAX_DEPTH or styles > MAX_OPEN_STYLES:
            raise ImportFailedError(f"{name}: its tags nest too deeply; save the text as plain text and import that")


def _end_of_tag(html: str, position: int, name: str) -> int:
    """Return where a tag ends; quotes hide the sign that would end it."""
    attributes = 0
    for part in _IN_TAG.finditer(html, position):
        position = part.end()
        if part["close"]:
            break
        attributes += part["attribute"] is not None
        if attributes > MAX_ATTRIBUTES:
            raise ImportFailedError(f"{name}: a tag has too many attributes; save the text as plain text instead")
    return position
