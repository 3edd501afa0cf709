"""Read a document of any kind into blocks: size, encoding, hidden characters, and the reader of its kind."""

import re

from corpus.importing.characters import clean_characters
from corpus.importing.model import Form, ImportFailedError, Ledger, Reading
from corpus.importing.readers.decoding import decode
from corpus.importing.readers.html import read_html
from corpus.importing.readers.markdown import read_markdown
from corpus.importing.readers.pdf import read_pdf
from corpus.importing.readers.plain_text import read_plain_text

MAX_BYTES = {Form.PDF: 20_000_000, Form.HTML: 5_000_000, Form.MARKDOWN: 2_000_000, Form.PLAIN_TEXT: 2_000_000}
_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w:.-]{1,40})", re.IGNORECASE)
_CHARSET_BYTES = 1024


def read_document(data: bytes, name: str, form: Form, ledger: Ledger) -> Reading:
    """Return the blocks of a document of the kind `form`.

    Raises:
        ImportFailedError: it is too large or cannot be read; the message says what to do next.
    """
    if len(data) > MAX_BYTES[form]:
        step = "keep its text only, or cut it into its chapters, and import these"
        limit = MAX_BYTES[form] // 1_000_000
        raise ImportFailedError(f"{name} has {len(data) / 1e6:.0f} MB; up to {limit} MB of {form} can be read; {step}")
    if form is Form.PDF:
        return read_pdf(data, name, ledger)
    declared = _CHARSET.search(data[:_CHARSET_BYTES]) if form is Form.HTML else None
    text, doubt = decode(data, name, declared[1].decode() if declared else "")
    ledger.notes.extend([doubt] if doubt else [])
    text = clean_characters(text, ledger)
    if form is Form.HTML:
        return read_html(text, name, ledger)
    return read_markdown(text, name, ledger) if form is Form.MARKDOWN else read_plain_text(text, ledger)
