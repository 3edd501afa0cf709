"""Read a corpus folder. This is the only module of the project that opens its files.

One bad article or row never stops the others: it is left out and reported as a `Problem` of severity `invalid`.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

import yaml
from pydantic import ValidationError

from corpus.errors import ArticleInvalidError, CorpusMissingError, TableInvalidError
from corpus.frontmatter import split_front_matter
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
from corpus.passages import build_article
from corpus.problems import Problem, Severity
from corpus.schema import ArticleRow, SourceRow, explain, parse_grade
from corpus.tables import CrisisRow, GlossaryRow, InteractionRow, LegalRow

CORPUS_DIR = Path(__file__).parent
MAX_FILE_BYTES = 5_000_000

T = TypeVar("T")


@dataclass(frozen=True)
class ArticleFile:
    """One article with what the checks need to name a line: its file and its sections as written."""

    path: Path
    raw: str
    metadata: dict[str, Any]
    sections: list[Section]
    article: Article


@dataclass
class LoadedCorpus:
    """What was read: the corpus, the files behind it, and what had to be left out."""

    root: Path
    corpus: Corpus
    files: list[ArticleFile] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def load_corpus(root: Path = CORPUS_DIR) -> LoadedCorpus:
    """Read the corpus folder at `root`.

    Raises:
        CorpusMissingError: there is no `articles/` folder in it.
    """
    if not (root / "articles").is_dir():
        raise CorpusMissingError(root)
    return _CorpusReader(root).read()


def load_notices(root: Path = CORPUS_DIR) -> dict[str, Notice]:
    """Read only the notices, which have to be at hand when nothing else is; unreadable ones are left out."""
    return _CorpusReader(root).notices()


def load_crisis(root: Path = CORPUS_DIR) -> tuple[CrisisRecord, ...]:
    """Read only the crisis lines; unreadable rows are left out."""
    return tuple(_CorpusReader(root).crisis())


class _CorpusReader:
    """Collects problems while it reads; one reader reads once."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._problems: list[Problem] = []
        self._sources: dict[str, Source] = {}

    def read(self) -> LoadedCorpus:
        self._sources = {source.id: source for source in self._rows("sources.yaml", "sources", _to_source)}
        files = list(self._article_files())
        legality = list(self._rows("legality.yaml", "records", self._to_legal))
        interactions = list(self._rows("interactions.yaml", "records", self._to_interaction))
        articles = [file.article for file in files] + [article for _, article in (*legality, *interactions)]
        corpus = Corpus(
            articles=tuple(self._unique(articles)),
            sources=self._sources,
            notices=self.notices(),
            legality=tuple(record for record, _ in legality),
            interactions=tuple(record for record, _ in interactions),
            glossary=tuple(self._rows("glossary.yaml", "terms", _to_term)),
            crisis=tuple(self.crisis()),
        )
        return LoadedCorpus(self._root, corpus, files, sorted(self._problems))

    def notices(self) -> dict[str, Notice]:
        found = {}
        for path in sorted((self._root / "notices").glob("*.md")):
            try:
                notice = _parse_notice(path.stem, self._text(path))
            except ArticleInvalidError as error:
                self._invalid(path, error.line, error.code, error.message)
            else:
                found[notice.id] = notice
        return found

    def crisis(self) -> Iterator[CrisisRecord]:
        return self._rows("crisis_lines.yaml", "records", lambda row, _line: CrisisRow(**row).to_record())

    def _article_files(self) -> Iterator[ArticleFile]:
        for path in sorted((self._root / "articles").rglob("*.md")):
            try:
                raw = self._text(path)
                yield self._article_file(path, raw)
            except ArticleInvalidError as error:
                self._invalid(path, error.line, error.code, error.message)

    def _article_file(self, path: Path, raw: str) -> ArticleFile:
        metadata, body, first_line = split_front_matter(raw)
        defaults = {"id": path.stem, "topic": path.parent.name}
        try:
            header = ArticleRow(**{**defaults, **metadata}).to_header()
        except ValidationError as error:
            raise ArticleInvalidError(2, "FRONT_MATTER", explain(error)) from error
        sections = split_sections(body, title=header.title, first_line=first_line)
        if not sections:
            raise ArticleInvalidError(first_line, "EMPTY", "the article has no text")
        article = build_article(header, sections, lambda reference: self._resolve(reference))
        return ArticleFile(path, raw, metadata, sections, article)

    def _resolve(self, reference: MarkedReference) -> Reference:
        source = self._sources.get(reference.source_id)
        stated = parse_grade(reference.grade_words) if reference.grade_words else None
        return Reference(reference.source_id, stated or (source.grade if source else None))

    def _to_legal(self, row: dict[str, Any], line: int) -> tuple[LegalRecord, Article]:
        return LegalRow(**row).to_record(self._resolve, line)

    def _to_interaction(self, row: dict[str, Any], line: int) -> tuple[InteractionRecord, Article]:
        return InteractionRow(**row).to_record(self._resolve, line)

    def _rows(self, name: str, key: str, to_record: Callable[[dict[str, Any], int], T]) -> Iterator[T]:
        path = self._root / name
        if not path.is_file():
            return
        try:
            raw = self._text(path)
            rows = _parse_table(path, raw, key)
        except ArticleInvalidError as error:
            self._invalid(path, error.line, error.code, error.message)
            return
        except TableInvalidError as error:
            self._invalid(path, error.line, "TABLE", error.message)
            return
        lines = row_lines(raw)
        for row in rows:
            line = lines.get(str(row.get("id", row.get("term"))), 1) if isinstance(row, dict) else 1
            try:
                if not isinstance(row, dict):
                    raise ArticleInvalidError(line, "TABLE", "a row is not a list of `key: value` lines")
                yield to_record(row, line)
            except ValidationError as error:
                self._invalid(path, line, "TABLE", explain(error))
            except (ArticleInvalidError, ValueError, IndexError, TypeError) as error:
                self._invalid(path, line, "TABLE", str(error) or "a row has no text")

    def _unique(self, articles: list[Article]) -> Iterator[Article]:
        """Keep the first article of each id; a second one is a problem, not a crash."""
        seen: set[str] = set()
        for article in articles:
            if article.id in seen:
                path = self._root / "articles" / article.topic / f"{article.id}.md"
                self._invalid(path, 1, "DUPLICATE_ID", f"there is another article with the id {article.id}")
                continue
            seen.add(article.id)
            yield article

    def _text(self, path: Path) -> str:
        if path.stat().st_size > MAX_FILE_BYTES:
            raise ArticleInvalidError(1, "TOO_LARGE", f"the file has more than {MAX_FILE_BYTES // 1_000_000} MB")
        try:
            return path.read_bytes().decode("utf-8-sig").replace("\r\n", "\n")
        except UnicodeDecodeError as error:
            raise ArticleInvalidError(1, "ENCODING", f"the file is not UTF-8 ({error.reason})") from error

    def _invalid(self, path: Path, line: int, code: str, message: str) -> None:
        self._problems.append(Problem(path, line, code, message, Severity.INVALID))


def row_lines(raw: str) -> dict[str, int]:
    """Return the line (from 1) on which each row of a table starts, by its id."""
    found: dict[str, int] = {}
    for number, line in enumerate(raw.split("\n"), start=1):
        if line.startswith(("- id: ", "- term: ")):
            found.setdefault(line.split(": ", 1)[1].strip().strip("'\""), number)
    return found


def _parse_table(path: Path, raw: str, key: str) -> list[Any]:
    try:
        table = yaml.load(raw, Loader=yaml.CSafeLoader)
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        mark = getattr(error, "problem_mark", None)
        raise TableInvalidError(path, f"not YAML: {error}", mark.line + 1 if mark else 1) from error
    rows = table.get(key) if isinstance(table, dict) else table
    if not isinstance(rows, list):
        raise TableInvalidError(path, f"there is no list under `{key}:`")
    return rows


def _to_source(row: dict[str, Any], _line: int) -> Source:
    return SourceRow(**row).to_source()


def _to_term(row: dict[str, Any], _line: int) -> GlossaryTerm:
    return GlossaryRow(**row).to_term()


def _parse_notice(stem: str, raw: str) -> Notice:
    """Return the notice of a file with the sections `## Short` and `## Full`."""
    metadata, body, first_line = split_front_matter(raw)
    parts: dict[str, list[str]] = {}
    for line in body.split("\n"):
        if line.startswith("## "):
            parts[line[3:].strip().lower()] = []
        elif parts:
            parts[next(reversed(parts))].append(line)
    texts = {name: "\n".join(lines).strip() for name, lines in parts.items()}
    if not texts.get("short") or not texts.get("full"):
        raise ArticleInvalidError(first_line, "NOTICE", "a notice needs the sections `## Short` and `## Full`")
    return Notice(str(metadata.get("id", stem)), texts["short"], texts["full"])
