"""Read a corpus folder into a `Corpus`, and keep what the checks need to name files and lines.

One bad article or row never stops the others: it is left out and reported as a `Problem` of severity `invalid`.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

from pydantic import ValidationError

from corpus import codes
from corpus.added import AddedArticle
from corpus.errors import ArticleInvalidError, CorpusMissingError, TableInvalidError
from corpus.files import read_text, visible_files
from corpus.frontmatter import split_front_matter
from corpus.labelled import QUESTIONS_FILE
from corpus.markup import MarkedReference, Section, split_sections
from corpus.models import (
    Article,
    Corpus,
    CrisisRecord,
    GlossaryTerm,
    InteractionRecord,
    LegalRecord,
    Notice,
    Reference,
    Source,
)
from corpus.notice_text import parse_notice
from corpus.passages import build_article
from corpus.problems import Code, Problem, Severity
from corpus.rows import RawRow, Table, parse_table
from corpus.schema import ArticleRow, SourceRow, explain, parse_grade
from corpus.tables import CrisisRow, GlossaryRow, InteractionRow, LegalRow

CORPUS_DIR = Path(__file__).parent

T = TypeVar("T")
ToRecord = Callable[[dict[str, Any], int], T]


@dataclass(frozen=True)
class ArticleFile:
    """One article with what the checks need to name a line: its file and its sections as written.

    `added`: it is kept outside of the corpus folder, and counts as unreviewed whatever it says of itself.
    """

    path: Path
    raw: str
    metadata: dict[str, Any]
    sections: list[Section]
    article: Article
    added: bool = False


@dataclass(frozen=True)
class NoticeFile:
    """One notice with its file as written; `language` is the folder of a translation, "" for the English text."""

    path: Path
    raw: str
    metadata: dict[str, Any]
    notice: Notice
    language: str = ""


@dataclass
class LoadedCorpus:
    """What was read: the corpus, the files behind it (tables by file name), and what had to be left out."""

    root: Path
    corpus: Corpus
    files: list[ArticleFile] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    notice_files: list[NoticeFile] = field(default_factory=list)
    tables: dict[str, Table] = field(default_factory=dict)
    words: dict[str, tuple[Any, ...]] = field(default_factory=dict, init=False, repr=False, compare=False)
    """What `texts` found in it, by what was looked for; nobody else's."""

    def rows(self, name: str, key: str) -> tuple[RawRow, ...]:
        """Return the rows of a table as written, without those left out; none where there is no such table."""
        table = self.tables.get(name)
        if table is None:
            return ()
        left_out = {p.line for p in self.problems if p.path == table.path and p.severity is Severity.INVALID}
        return tuple(row for row in table.records(key) if row.line not in left_out)


def load_corpus(root: Path = CORPUS_DIR, added: Sequence[AddedArticle] = ()) -> LoadedCorpus:
    """Read the corpus folder at `root`. Files and folders whose name starts with a dot are not part of it.

    Articles `added` to it never take the place of one of the folder: where the id is taken, they are left out and
    reported.

    Raises:
        CorpusMissingError: there is no `articles/` folder in it.
    """
    if not (root / "articles").is_dir():
        raise CorpusMissingError(root)
    return _CorpusReader(root, added).read()


def load_notices(root: Path = CORPUS_DIR) -> dict[str, Notice]:
    """Read only the notices, which have to be at hand when nothing else is; unreadable ones are left out."""
    return {file.notice.id: file.notice for file in _CorpusReader(root).notice_files()}


def load_translations(root: Path = CORPUS_DIR) -> dict[str, dict[str, Notice]]:
    """Read only the translated notices, by language and id; unreadable ones are left out."""
    return _by_language(_CorpusReader(root).translated_files())


def load_crisis(root: Path = CORPUS_DIR) -> tuple[CrisisRecord, ...]:
    """Read only the crisis lines; unreadable rows are left out."""
    return tuple(_CorpusReader(root).crisis())


class _CorpusReader:
    """Collects problems while it reads; one reader reads once."""

    def __init__(self, root: Path, added: Sequence[AddedArticle] = ()) -> None:
        self._root = root
        self._added = added
        self._problems: list[Problem] = []
        self._tables: dict[str, Table] = {}
        self._sources: dict[str, Source] = {}
        self._seen: set[tuple[str, str]] = set()

    def read(self) -> LoadedCorpus:
        for row, source in self._rows("sources.yaml", "sources", _to_source):
            if self._is_new("source", source.id, self._root / "sources.yaml", row.line):
                self._sources[source.id] = source
        files = list(self._article_files())
        legality = list(self._quoted("legality.yaml", self._to_legal))
        interactions = list(self._quoted("interactions.yaml", self._to_interaction))
        notice_files = list(self.notice_files())
        translated = list(self.translated_files())
        corpus = Corpus(
            articles=(*(file.article for file in files), *(article for _, article in (*legality, *interactions))),
            sources=self._sources,
            notices={file.notice.id: file.notice for file in notice_files},
            translations=_by_language(translated),
            legality=tuple(record for record, _ in legality),
            interactions=tuple(record for record, _ in interactions),
            glossary=tuple(term for _, term in self._rows("glossary.yaml", "terms", _to_term)),
            crisis=tuple(self.crisis()),
        )
        for name in ("facts.yaml", QUESTIONS_FILE):
            self._table(name)
        notice_files += translated
        return LoadedCorpus(self._root, corpus, files, sorted(self._problems), notice_files, self._tables)

    def notice_files(self) -> Iterator[NoticeFile]:
        for path in visible_files(self._root / "notices", "*.md"):
            yield from self._notice_file(path, "")

    def translated_files(self) -> Iterator[NoticeFile]:
        for path in visible_files(self._root / "notices", "*/*.md"):
            yield from self._notice_file(path, path.parent.name)

    def _notice_file(self, path: Path, language: str) -> Iterator[NoticeFile]:
        """Yield the notice of a file, or report why it is none."""
        try:
            raw = read_text(path)
            metadata, notice = parse_notice(path.stem, raw)
        except ArticleInvalidError as error:
            self._report(path, error.line, error.code, error.message)
        else:
            if self._is_new(f"{language} notice".strip(), notice.id, path, 1):
                yield NoticeFile(path, raw, metadata, notice, language)

    def crisis(self) -> Iterator[CrisisRecord]:
        for row, record in self._rows("crisis_lines.yaml", "records", _to_crisis):
            if self._is_new("country", record.id, self._root / "crisis_lines.yaml", row.line):
                yield record

    def _article_files(self) -> Iterator[ArticleFile]:
        for path in visible_files(self._root / "articles", "**/*.md"):
            yield from self._article_file(path, {"id": path.stem, "topic": path.parent.name}, {})
        for one in self._added:
            fixed = {"id": one.article_id, "topic": one.topic, "unreviewed": True}
            yield from self._article_file(one.path, {}, fixed)

    def _article_file(self, path: Path, defaults: dict[str, Any], fixed: dict[str, Any]) -> Iterator[ArticleFile]:
        """Yield the article of a file, if it is one; `fixed` holds what its front matter has no say in."""
        try:
            file = self._read_article(path, defaults, fixed)
        except ArticleInvalidError as error:
            self._report(path, error.line, error.code, error.message)
        else:
            if self._is_new("article", file.article.id, path, 1):
                yield file

    def _read_article(self, path: Path, defaults: dict[str, Any], fixed: dict[str, Any]) -> ArticleFile:
        raw = read_text(path)
        metadata, body, first_line = split_front_matter(raw)
        try:
            header = ArticleRow(**{**defaults, **_filled(metadata), **fixed}).to_header()
        except ValidationError as error:
            raise ArticleInvalidError(2, codes.FRONT_MATTER, explain(error)) from error
        sections = split_sections(body, title=header.title, first_line=first_line)
        if not sections:
            raise ArticleInvalidError(first_line, codes.EMPTY, "the article has no text")
        article = build_article(header, sections, self._resolve)
        return ArticleFile(path, raw, metadata, sections, article, added=bool(fixed))

    def _resolve(self, reference: MarkedReference) -> Reference:
        source = self._sources.get(reference.source_id)
        stated = parse_grade(reference.grade_words) if reference.grade_words else None
        return Reference(reference.source_id, stated or (source.grade if source else None))

    def _to_legal(self, row: dict[str, Any], line: int) -> tuple[LegalRecord, Article]:
        return LegalRow(**row).to_record(self._resolve, line)

    def _to_interaction(self, row: dict[str, Any], line: int) -> tuple[InteractionRecord, Article]:
        return InteractionRow(**row).to_record(self._resolve, line)

    def _quoted(self, name: str, to_record: ToRecord[tuple[T, Article]]) -> Iterator[tuple[T, Article]]:
        for row, (record, article) in self._rows(name, "records", to_record):
            if self._is_new("article", article.id, self._root / name, row.line):
                yield record, article

    def _rows(self, name: str, key: str, to_record: ToRecord[T]) -> Iterator[tuple[RawRow, T]]:
        table = self._table(name)
        if table is None:
            return
        try:
            rows = table.rows(key)
        except TableInvalidError as error:
            self._report(table.path, error.line, codes.TABLE, error.message)
            return
        for row in rows:
            try:
                if not isinstance(row.values, dict):
                    raise ValueError("a row is not a list of `key: value` lines")
                yield row, to_record(_filled(row.values), row.line)
            except ValidationError as error:
                self._report(table.path, row.line, codes.TABLE, explain(error))
            except ArticleInvalidError as error:
                self._report(table.path, row.line, error.code, error.message)
            except (ValueError, TypeError) as error:
                self._report(table.path, row.line, codes.TABLE, str(error))

    def _table(self, name: str) -> Table | None:
        """Return a table and keep it for the checks; None where the folder has no such file, or no readable one."""
        path = self._root / name
        if not path.is_file():
            return None
        try:
            self._tables[name] = parse_table(path, read_text(path))
        except ArticleInvalidError as error:
            self._report(path, error.line, error.code, error.message)
        except TableInvalidError as error:
            self._report(path, error.line, codes.TABLE, error.message)
        return self._tables.get(name)

    def _is_new(self, kind: str, identifier: str, path: Path, line: int) -> bool:
        """Tell whether an id comes for the first time; the second one is left out and reported."""
        if (kind, identifier) in self._seen:
            self._report(path, line, codes.DUPLICATE_ID, f"there is another {kind} with the id {identifier}")
            return False
        self._seen.add((kind, identifier))
        return True

    def _report(self, path: Path, line: int, code: Code, message: str) -> None:
        self._problems.append(code.at(path, line, message))


def _by_language(files: Iterable[NoticeFile]) -> dict[str, dict[str, Notice]]:
    found: dict[str, dict[str, Notice]] = {}
    for file in files:
        found.setdefault(file.language, {})[file.notice.id] = file.notice
    return found


def _filled(values: dict[str, Any]) -> dict[str, Any]:
    """Return what is written after a key: `aliases:` with nothing behind it means that there are none."""
    return {key: value for key, value in values.items() if value is not None}


def _to_source(row: dict[str, Any], _line: int) -> Source:
    return SourceRow(**row).to_source()


def _to_term(row: dict[str, Any], _line: int) -> GlossaryTerm:
    return GlossaryRow(**row).to_term()


def _to_crisis(row: dict[str, Any], _line: int) -> CrisisRecord:
    return CrisisRow(**row).to_record()
