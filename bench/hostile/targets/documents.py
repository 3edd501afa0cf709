"""What becomes an article: front matter, sections, whole files of a corpus, and documents that are imported."""

import functools
import tempfile
from pathlib import Path

from bench.hostile.draw import Draw
from bench.hostile.target import Promise, Target, require
from bench.hostile.words import ARTICLE, HTML, PDF, SNIPPETS, YAML
from corpus.checks import check_corpus
from corpus.errors import ArticleInvalidError
from corpus.frontmatter import split_front_matter
from corpus.importing.drafting import draft_article
from corpus.importing.model import ImportFailedError
from corpus.loader import load_corpus
from corpus.markup import split_sections
from corpus.models import Reference
from corpus.passages import ArticleHeader, build_article

_HEAD = "---\nid: a\ntitle: A\ntopic: t\n---\n"
_SOURCES = (
    "sources:\n- id: trial-2020\n  title: A trial\n  issued: '2020'\n  URL: https://example.org/t\n"
    "  evidence: randomised-trial\n  tier: A\n"
)
_PDF_HEAD = b"%PDF-1.4\n"
_SEEDS = (bytes(range(60)), bytes(range(0, 240, 4)), b"\x10\x00\x30\x02" * 12)


def check_front_matter(data: bytes) -> None:
    """Front matter is refused with the line, or is a mapping by text."""
    draw = Draw(data)
    text = f"---\n{draw.safe_text((*YAML, *SNIPPETS), 24)}\n---\nbody" if draw.byte() % 8 else draw.text(YAML, 24)
    try:
        metadata, body, line = split_front_matter(text)
    except ArticleInvalidError as error:
        require(1 <= error.line <= text.count("\n") + 1, Promise.WRONG, f"line {error.line} of {text!r}")
        return
    require(all(isinstance(key, str) for key in metadata), Promise.WRONG, repr(text))
    require(text.split("\n")[line - 1 :] == body.split("\n"), Promise.WRONG, repr(text))


def check_sections(data: bytes) -> None:
    """A body is refused with the line, or its passages stand in its canonical text at their offsets (P1)."""
    body = Draw(data).text((*ARTICLE, *SNIPPETS), 24)
    try:
        sections = split_sections(body, title="Title", first_line=7)
    except ArticleInvalidError as error:
        require(7 <= error.line <= 7 + body.count("\n"), Promise.WRONG, f"line {error.line} of {body!r}")
        return
    header = ArticleHeader(id="a", title="Title", topic="t", summary="", product_form="any")  # type: ignore[arg-type]
    article = build_article(header, sections, lambda marked: Reference(marked.source_id, None))
    require(len({one.id for one in article.passages}) == len(article.passages), Promise.WRONG, repr(body))
    for passage in article.passages:
        require(article.text[passage.start : passage.end] == passage.text, Promise.WRONG, repr(body))
        for statement in passage.statements:
            require(article.text[statement.start : statement.end] == statement.text, Promise.WRONG, repr(body))


def check_corpus_folder(data: bytes) -> None:
    """One bad article or table never stops the others, and every rule reports it without a crash."""
    draw = Draw(data)
    root = _folder()
    head = f"---\n{draw.safe_text((*YAML, *SNIPPETS), 12)}\n---\n" if draw.flag() else _HEAD
    (root / "articles" / "t" / "bad.md").write_text(head + draw.safe_text((*ARTICLE, *SNIPPETS), 16), "utf-8")
    table = draw.choose(("sources", "legality", "interactions", "glossary", "crisis_lines", "facts", "questions"))
    path = root / f"{table}.yaml"
    before = path.read_text("utf-8") if path.exists() else ""
    path.write_text(before + draw.safe_text((*YAML, *SNIPPETS), 12), "utf-8")
    try:
        loaded = load_corpus(root)
        check_corpus(loaded)
    finally:
        path.write_text(before, "utf-8") if before else path.unlink()
    require("good" in {article.id for article in loaded.corpus.articles}, Promise.WRONG, "the good article is gone")


@functools.cache
def _folder() -> Path:
    root = Path(tempfile.mkdtemp(prefix="hostile-corpus-"))
    (root / "articles" / "t").mkdir(parents=True)
    good = "---\nid: good\ntitle: Good\ntopic: t\n---\n## One {#one}\nA sentence. [@trial-2020]\n"
    (root / "articles" / "t" / "good.md").write_text(good, "utf-8")
    (root / "sources.yaml").write_text(_SOURCES, "utf-8")
    return root


def check_html(data: bytes) -> None:
    """A page is refused, or becomes an unreviewed draft that loads."""
    draw = Draw(data)
    encoding = draw.choose(("utf-8", "utf-8", "utf-16", "utf-16-le", "latin-1", "cp1251", "shift_jis"))
    page = draw.safe_text((*HTML, *HTML, *SNIPPETS), 32).encode(encoding, "replace")
    _check_draft(page + (draw.rest() if draw.byte() < 16 else b""), "a.html")


def check_pdf(data: bytes) -> None:
    """A PDF, nearly one, or bytes that say they are: refused, or an unreviewed draft that loads."""
    draw = Draw(data)
    made = _PDF_HEAD + draw.safe_text(PDF, 48).encode("latin-1", "replace")
    _check_draft(made if draw.flag() else _with_changes(_small_pdf(), draw), "a.pdf")


def check_text_import(data: bytes) -> None:
    """A text or Markdown file is refused, or becomes an unreviewed draft that loads."""
    draw = Draw(data)
    name = draw.choose(("a.txt", "a.md"))
    _check_draft(draw.safe_text((*ARTICLE, *SNIPPETS, *YAML), 32).encode(), name)


def _check_draft(document: bytes, name: str) -> None:
    try:
        draft = draft_article(document, name)
    except ImportFailedError:
        return
    metadata, body, first_line = split_front_matter(draft.text)
    require(metadata.get("unreviewed") is True, Promise.WRONG, repr(draft.text))
    sections = split_sections(body, title=draft.title, first_line=first_line)
    cited = [one for section in sections for line in section.lines for one in line.references]
    require(sections and not cited, Promise.WRONG, repr(draft.text))


def _with_changes(document: bytes, draw: Draw) -> bytes:
    """Return a document with bytes changed, cut out or put in at some places."""
    changed = bytearray(document)
    for _ in range(draw.number(1, 12)):
        at, kind = draw.number(0, max(0, len(changed) - 1)), draw.byte() % 3
        if kind == 0:
            changed[at : at + 1] = bytes([draw.byte()])
        elif kind == 1:
            del changed[at : at + draw.byte()]
        else:
            changed[at:at] = draw.choose(PDF).encode("latin-1")
    return bytes(changed)


@functools.cache
def _small_pdf() -> bytes:
    """Return a PDF of one page with a line of text, whole."""
    text = b"BT /F1 12 Tf 72 700 Td (Kratom is a tree whose leaves farmers chew at work.) Tj ET"
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
        b"<</Length %d>>stream\n%s\nendstream" % (len(text), text),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]
    made, places = bytearray(_PDF_HEAD), []
    for number, one in enumerate(objects, start=1):
        places.append(len(made))
        made += b"%d 0 obj\n%s\nendobj\n" % (number, one)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    start = len(made)
    made += b"xref\n0 6\n0000000000 65535 f \n" + table
    return bytes(made + b"trailer<</Size 6/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % start)


TARGETS = (
    Target("front matter", check_front_matter, 80, 160, _SEEDS),
    Target("Markdown sections", check_sections, 110, 160, _SEEDS),
    Target("files of a corpus, and every rule over them", check_corpus_folder, 2, 300, _SEEDS),
    Target("import of text and Markdown", check_text_import, 10, 300, _SEEDS),
    Target("import of HTML", check_html, 12, 300, _SEEDS),
    Target("import of PDF", check_pdf, 6, 300, _SEEDS),
)
