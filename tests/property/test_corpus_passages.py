"""Canonical text, passages and statements agree, whatever an author writes."""

from dataclasses import dataclass

from hypothesis import given, reject
from hypothesis import strategies as st

from corpus.errors import ArticleInvalidError
from corpus.markup import MarkedReference, Section, split_sections
from corpus.models import Article, ProductForm, Reference
from corpus.passages import ArticleHeader, build_article

HEADER = ArticleHeader("article", "Title", "topic", "", ProductForm.ANY)

# Sentences that hold anything but line ends, markers and what starts another kind of line.
words = st.text(st.characters(blacklist_characters="\n\r[]<", blacklist_categories=["Cs"]), min_size=1, max_size=40)
sentences = words.map(lambda text: " ".join(text.split())).filter(lambda text: text and text[0] not in "#>")
anchors = st.from_regex(r"[a-z][a-z0-9-]{0,5}", fullmatch=True)
source_ids = st.from_regex(r"[a-z][a-z0-9-]{0,8}", fullmatch=True)
gaps = st.sampled_from(["\n", "\n\n", "  \n", "\n \t\n", "\n<!-- a note -->\n"])
odd_lines = st.sampled_from(
    ["", "  ", "# One", "## Two {#two}", "###", "> - question", "> quote", "- item", "1. item", "<!-- facts: a -->",
     "<!-- open", "-->", "Text.", "Text. [@a]", "[@a; @b, human study]", "[@", "x [@a", "[@a]]", "{#a}", "## {#b} ##",
     "\u2028", "\ufeff", "\x00", "\u202e", "## \u00a0{#c}"]
)  # fmt: skip
bodies = st.one_of(
    st.text(max_size=300),
    st.lists(st.one_of(odd_lines, st.text(max_size=30)), max_size=12).map("\n".join),
)


@dataclass(frozen=True)
class Written:
    """A sentence as an author writes it: its text, the sources it cites, the line it stands on."""

    text: str
    cited: list[str]
    line: int


@st.composite
def written(draw: st.DrawFn) -> tuple[str, list[list[Written]]]:
    """Return a body and, by section, what stands in it."""
    body, expected = "", []
    for _ in range(draw(st.integers(1, 4))):
        body += f"## {draw(anchors)} heading {{#{draw(anchors)}}}\n\n"
        section = []
        for text in draw(st.lists(sentences, min_size=1, max_size=4)):
            cited = draw(st.lists(source_ids, max_size=3))
            marker = f" [{'; '.join(f'@{one}' for one in cited)}]" if cited else ""
            section.append(Written(text, cited, body.count("\n") + 1))
            body += f"{text}{marker}{draw(gaps)}"
        expected.append(section)
        body += "\n"
    return body, expected


def read(body: str) -> list[Section]:
    """Return the sections of a body, and let Hypothesis look for another where it has a marker that cannot be read."""
    try:
        return split_sections(body, title="Title")
    except ArticleInvalidError:
        reject()


def build(sections: list[Section]) -> Article:
    return build_article(HEADER, sections, lambda reference: Reference(reference.source_id, None))


@given(written())
def test_the_text_is_the_sentences_of_the_file_and_nothing_else(case: tuple[str, list[list[Written]]]) -> None:
    body, expected = case
    article = build(read(body))

    for passage, section in zip(article.passages, expected, strict=True):
        assert [statement.text for statement in passage.statements] == [one.text for one in section]
        assert [[r.source_id for r in statement.references] for statement in passage.statements] == [
            one.cited for one in section
        ]
        assert passage.text.split() == " ".join(one.text for one in section).split()


@given(written())
def test_sentences_know_their_lines(case: tuple[str, list[list[Written]]]) -> None:
    body, expected = case

    assert [[line.line for line in section.lines] for section in read(body)] == [
        [one.line for one in section] for section in expected
    ]


@given(bodies)
def test_offsets_lead_to_the_passages_and_statements(body: str) -> None:
    article = build(read(body))

    position = 0
    for passage in article.passages:
        assert article.text[passage.start : passage.end] == passage.text
        assert article.text[position : passage.start] == f"{passage.heading}\n"
        at = passage.start
        for statement in passage.statements:
            assert article.text[statement.start : statement.end] == statement.text
            assert article.text[at : statement.start].strip() == ""
            at = statement.end
        assert at == passage.end
        assert article.text[passage.end : passage.end + 2] == "\n\n"
        position = passage.end + 2
    assert position == len(article.text)


@given(bodies)
def test_markers_and_comments_never_reach_the_text(body: str) -> None:
    for section in read(body):
        assert "[@" not in section.heading
        for line in section.lines:
            assert "[@" not in line.text
            assert not line.text.startswith("<!--")
            assert line.text == " ".join(line.text.split()) != ""


@given(bodies)
def test_what_cannot_be_read_is_named_with_a_line_of_the_file(body: str) -> None:
    try:
        split_sections(body, title="Title")
    except ArticleInvalidError as error:
        named = error.line
    else:
        named = 1
    assert 1 <= named <= body.count("\n") + 1


@given(bodies)
def test_ids_of_passages_are_unique(body: str) -> None:
    ids = [passage.id for passage in build(read(body)).passages]
    assert len(set(ids)) == len(ids)


@given(st.lists(st.sampled_from(["a", "a-2", "a-3", "a-2-2", "b"]), min_size=1, max_size=8))
def test_ids_are_unique_even_where_anchors_look_numbered(names: list[str]) -> None:
    body = "\n".join(f"## H {{#{name}}}\nText." for name in names)
    ids = [passage.id for passage in build(read(body)).passages]
    assert len(set(ids)) == len(names)


@given(written())
def test_taking_markers_out_twice_changes_nothing(case: tuple[str, list[list[Written]]]) -> None:
    body, _ = case
    for section in read(body):
        again = read("\n".join(["## H {#h}", *(f"{line.text} [@a]" for line in section.lines)]))
        assert [line.text for line in again[0].lines] == [line.text for line in section.lines]
        assert {line.references for line in again[0].lines} == {(MarkedReference("a", None),)}
