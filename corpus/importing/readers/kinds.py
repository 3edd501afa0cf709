"""Tell what kind of document some bytes are, by their name and their first bytes."""

import re
from pathlib import PurePath

from corpus.importing.model import Form, ImportFailedError

_BY_SUFFIX = {
    ".txt": Form.PLAIN_TEXT,
    ".text": Form.PLAIN_TEXT,
    "": Form.PLAIN_TEXT,
    ".md": Form.MARKDOWN,
    ".markdown": Form.MARKDOWN,
    ".html": Form.HTML,
    ".htm": Form.HTML,
    ".xhtml": Form.HTML,
    ".pdf": Form.PDF,
}
_WEB_PAGE = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html)\b", re.DOTALL | re.IGNORECASE
)
_MARKDOWN_HEADING = re.compile(rb"^#{1,6} +\S", re.MULTILINE)
_HEAD_BYTES = 1024
# How files start that are no texts, whatever their name says.
_FOREIGN = (
    (b"PK\x03\x04", "a Word, OpenDocument, EPUB or ZIP file"),
    (b"{\\rtf", "an RTF file"),
    (b"\xd0\xcf\x11\xe0", "an old Word file"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"\x1f\x8b", "a compressed file"),
)
_NEXT_STEP = "save its text as plain text (.txt), Markdown (.md), HTML or PDF and import that"


def form_of(data: bytes, name: str) -> Form:
    """Return the kind of a document. What the first bytes say beyond doubt counts more than the name.

    Raises:
        ImportFailedError: the document is empty or of a kind that cannot be read.
    """
    head = data[:_HEAD_BYTES]
    if not data.strip(b"\x00 \t\r\n\xef\xbb\xbf\xff\xfe"):
        raise ImportFailedError(f"{name} is empty; check that it was saved or downloaded completely")
    for start, what in _FOREIGN:
        if head.startswith(start):
            raise ImportFailedError(f"{name} is {what}; {_NEXT_STEP}")
    if b"%PDF-" in head:
        return Form.PDF
    suffix = PurePath(name).suffix.lower()
    form = _BY_SUFFIX.get(suffix)
    if form is None:
        raise ImportFailedError(f"{name}: files of the type {suffix} cannot be read; {_NEXT_STEP}")
    if form is Form.PDF:
        raise ImportFailedError(f"{name} is not a PDF, in spite of its name; download it again, or {_NEXT_STEP}")
    if form is not Form.HTML and _WEB_PAGE.match(head.removeprefix(b"\xef\xbb\xbf")):
        return Form.HTML
    if form is Form.PLAIN_TEXT and len(_MARKDOWN_HEADING.findall(data)) > 1:
        return Form.MARKDOWN
    return form
