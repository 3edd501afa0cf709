"""Find and open the files of a corpus folder: the only place of the project that does."""

from pathlib import Path

from corpus.codes import ENCODING, TOO_LARGE, UNREADABLE
from corpus.errors import ArticleInvalidError

MAX_FILE_BYTES = 5_000_000


def read_text(path: Path) -> str:
    """Return the text of a file, without a byte order mark and with `\\n` line ends.

    Raises:
        ArticleInvalidError: the file cannot be opened, is too large, or is not UTF-8.
    """
    try:
        if path.stat().st_size > MAX_FILE_BYTES:
            raise ArticleInvalidError(1, TOO_LARGE, f"the file has more than {MAX_FILE_BYTES // 1_000_000} MB")
        raw = path.read_bytes()
    except OSError as error:
        raise ArticleInvalidError(1, UNREADABLE, f"the file cannot be opened ({error.strerror or error})") from error
    try:
        return raw.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        raise ArticleInvalidError(line, ENCODING, f"the file is not UTF-8 ({error.reason})") from error


def visible_files(folder: Path, pattern: str) -> list[Path]:
    """Return matching files, sorted, without those that editors and file managers hide (`._notes.md`, `.#draft.md`)."""
    return sorted(
        path
        for path in folder.glob(pattern)
        if not any(part.startswith(".") for part in path.relative_to(folder).parts)
    )
