"""Read the lines of a PDF, each with its place and its type, with pypdf. No files are touched here."""

import logging
import re
from collections.abc import Callable, Iterator
from io import BytesIO
from typing import Any

from pypdf import PageObject, PdfReader
from pypdf.errors import DependencyError, LimitReachedError

from corpus.importing.characters import clean_characters
from corpus.importing.model import ImportFailedError, Ledger, Reading, one_line
from corpus.importing.readers.pdf_lines import PdfLine, blocks_of

MAX_PAGES = 200
_MAX_UNREADABLE_SHARE = 0.05
_BOLD = re.compile(r"bold|black|heavy|semibold|demi", re.IGNORECASE)
_UNREADABLE = re.compile("[\ue000-\uf8ff\ufffd\x00-\x08]")
_LIGATURES = {ord(sign): letters for sign, letters in zip("ﬀﬁﬂﬃﬄ", ("ff", "fi", "fl", "ffi", "ffl"), strict=True)}
_NEXT_STEP = "open it in a viewer, copy its text into a .txt file, and import that"


def read_pdf(data: bytes, name: str, ledger: Ledger) -> Reading:
    """Return the blocks of a PDF.

    Raises:
        ImportFailedError: it is damaged, protected, too long, or has no text that can be read.
    """
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # what it finds odd is told by what comes out of it
    pages, title = _translated(lambda: _lines(data, name), name)
    text = "".join(line.text for page in pages for line in page)
    if not text.strip():
        step = "run it through text recognition (OCR), or copy its text by hand, and import that"
        raise ImportFailedError(f"{name} has no text, as a scan that is only pictures; {step}")
    if len(_UNREADABLE.findall(text)) > _MAX_UNREADABLE_SHARE * len(text):
        raise ImportFailedError(f"{name}: its fonts do not say which letters they show; {_NEXT_STEP}")
    cleaned = [[line.with_text(_clean(line.text, ledger)) for line in page] for page in pages]
    return Reading(tuple(blocks_of(cleaned, ledger)), _clean(title, ledger))


def _clean(text: str, ledger: Ledger) -> str:
    """Return text without hidden characters, and with letters for the joined signs that fonts have for some pairs."""
    return one_line(clean_characters(text.translate(_LIGATURES), ledger))


def _translated(read: Callable[[], tuple[list[list[PdfLine]], str]], name: str) -> tuple[list[list[PdfLine]], str]:
    try:
        return read()
    except (ImportFailedError, MemoryError):
        raise
    except DependencyError as error:
        raise _protected(name) from error
    except LimitReachedError as error:
        raise ImportFailedError(f"{name} unfolds into far more than its text can be; {_NEXT_STEP}") from error
    # A damaged file makes pypdf fail in many ways besides its own errors: KeyError, TypeError, RecursionError ...
    except Exception as error:
        step = "download it again, or open it in a viewer and copy its text into a .txt file"
        raise ImportFailedError(f"{name} is damaged and cannot be read ({type(error).__name__}); {step}") from error


def _lines(data: bytes, name: str) -> tuple[list[list[PdfLine]], str]:
    reader = PdfReader(BytesIO(data))
    # Many files are protected against changes only, and open with an empty password.
    if reader.is_encrypted and not reader.decrypt(""):
        raise _protected(name)
    if len(reader.pages) > MAX_PAGES:
        raise ImportFailedError(f"{name} has more than {MAX_PAGES} pages; import the chapters that matter one by one")
    title = reader.metadata.title if reader.metadata else None
    return [list(_lines_of(page)) for page in reader.pages], one_line(title or "")


def _protected(name: str) -> ImportFailedError:
    return ImportFailedError(f"{name} is protected with a password; print it to a new PDF without one, or {_NEXT_STEP}")


def _lines_of(page: PageObject) -> Iterator[PdfLine]:
    """Yield the lines of a page in the order in which it draws them."""
    parts: list[tuple[str, float, float, bool]] = []

    def visit(text: str, matrix: list[float], text_matrix: list[float], font: Any, size: float) -> None:
        height = text_matrix[4] * matrix[1] + text_matrix[5] * matrix[3] + matrix[5]
        scale = abs(text_matrix[3] or text_matrix[1]) * abs(matrix[3] or matrix[1])
        is_bold = bool(font and _BOLD.search(str(font.get("/BaseFont", ""))))
        parts.append((text, height, round(size * scale, 1), is_bold))

    page.extract_text(visitor_text=visit)
    line: list[tuple[str, float, float, bool]] = []
    for text, height, size, is_bold in parts:
        for number, piece in enumerate(text.split("\n")):
            if number:
                yield from _line(line)
                line = []
            line.append((piece, height, size, is_bold))
    yield from _line(line)


def _line(parts: list[tuple[str, float, float, bool]]) -> Iterator[PdfLine]:
    shown = [part for part in parts if part[0].strip()]
    if shown:
        _, height, size, _ = max(shown, key=lambda part: len(part[0]))
        yield PdfLine("".join(part[0] for part in parts).strip(), height, size, all(part[3] for part in shown))
