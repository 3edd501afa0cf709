"""What can be wrong with a corpus.

CorpusError
├── CorpusMissingError      the folder, or a file the corpus cannot do without, is not there
├── ArticleInvalidError     one article (or notice) cannot be read as such
├── AddedUnreadableError    an article kept outside of the folder is not what was added
├── TableInvalidError       one YAML table (sources, legality, ...) cannot be read as such
└── YamlError               a text is not YAML; always translated into one of the two above
"""

from pathlib import Path

from corpus.problems import Code


class CorpusError(Exception):
    """Root of all errors of this package."""


class CorpusMissingError(CorpusError):
    """The corpus folder, or a file it cannot do without, does not exist."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"no corpus at {path}: set KRATOM_CORPUS_DIR to a folder that has articles/ in it")
        self.path = path


class ArticleInvalidError(CorpusError):
    """One article, notice or row cannot be used; `line` counts from 1."""

    def __init__(self, line: int, code: Code, message: str) -> None:
        super().__init__(f"line {line}: {code.name} {message}")
        self.line = line
        self.code = code
        self.message = message


class AddedUnreadableError(CorpusError):
    """The list of added articles, or the file of one, is not there as it was written."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(
            f"the added article {path} cannot be used ({reason}); add it again with /corpus add, or take it away with "
            "/corpus remove"
        )
        self.path = path


class TableInvalidError(CorpusError):
    """One YAML table cannot be read; the message names the file and the record."""

    def __init__(self, path: Path, message: str, line: int = 1) -> None:
        super().__init__(f"{path.name}: {message} (run python -m corpus check)")
        self.path = path
        self.line = line
        self.message = message


class YamlError(CorpusError):
    """A text is not YAML; `line` counts from 1."""

    def __init__(self, line: int, message: str) -> None:
        super().__init__(f"line {line}: {message}")
        self.line = line
        self.message = message
