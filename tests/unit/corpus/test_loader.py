"""Reading a folder: what is found, and that one bad file or row never stops the others."""

from collections.abc import Callable
from pathlib import Path

import pytest

from corpus.errors import CorpusMissingError
from corpus.files import MAX_FILE_BYTES
from corpus.loader import load_corpus, load_crisis, load_notices
from corpus.models import Grade, Tier
from corpus.problems import Severity
from tests.unit.corpus.tiny_corpus import PLANT, SPARE, TODAY, TinyCorpus


def found(tiny: TinyCorpus) -> list[tuple[str, str, int]]:
    return [(p.code, p.path.relative_to(tiny.root).as_posix(), p.line) for p in tiny.load().problems]


def test_reads_everything_there_is(tiny: TinyCorpus) -> None:
    loaded = tiny.load()
    corpus = loaded.corpus

    assert loaded.problems == []
    assert [file.path.name for file in loaded.files] == ["spare.md", "what-is-kratom.md", "mixing.md"]
    assert {passage.id for passage in corpus.passages} >= {"mixing#alcohol", "law-us-al#record", "with-alcohol#record"}
    assert list(corpus.sources) == ["flora", "survey", "overview", "agency", "seller"]
    assert {"safety", "legality"} <= set(corpus.notices)
    assert [record.id for record in corpus.legality] == ["us", "us-al", "de", "ru"]
    assert [record.id for record in corpus.interactions] == ["alcohol", "lithium"]
    assert [term.term for term in corpus.glossary] == ["ketum", "booze"]
    assert [record.id for record in corpus.crisis] == ["international", "gb"]


def test_the_corpus_is_the_same_on_each_reading(tiny: TinyCorpus) -> None:
    assert tiny.load().corpus == tiny.load().corpus


def test_a_folder_without_articles_is_no_corpus(tmp_path: Path) -> None:
    with pytest.raises(CorpusMissingError, match="KRATOM_CORPUS_DIR"):
        load_corpus(tmp_path)


def test_a_reference_has_the_grade_it_states_or_that_of_its_source(tiny: TinyCorpus) -> None:
    tree, two_sides = (p for p in tiny.load().corpus.passages if p.article_id == "what-is-kratom")

    assert tree.statements[0].references[0].grade is Grade.OFFICIAL_STATEMENT
    assert tree.statements[3].references[0].grade is Grade.HUMAN_STUDY
    assert [reference.grade for reference in two_sides.statements[3].references] == [
        Grade.PRESS_ADVOCACY,
        Grade.CASE_REPORTS,
    ]


@pytest.mark.parametrize(
    ("content", "code", "line"),
    [
        (b"", "FRONT_MATTER", 1),
        (b"Just text.\n", "FRONT_MATTER", 1),
        (b"---\ntitle: T\n---\n", "EMPTY", 4),
        (b"---\nid: a b\ntitle: T\n---\nText.\n", "FRONT_MATTER", 2),
        (b"---\ntitle: T\nreviewed_on: soon\n---\nText.\n", "FRONT_MATTER", 2),
        (b"---\ntitle: T\n---\n\nText. [@\n", "MARKER", 5),
        (b"---\ntitle: T\nsummary: caf\xe9\n---\nText.\n", "ENCODING", 3),
        ("---\ntitle: T\n---\nText.\n".encode("utf-16"), "ENCODING", 1),
        (b"\x00\x01\x02", "FRONT_MATTER", 1),
        (b"---\ntitle: T\n---\nText.\n" + b"x" * MAX_FILE_BYTES, "TOO_LARGE", 1),
    ],
    ids=lambda value: str(value)[:25],
)
def test_a_bad_article_is_reported_and_the_others_are_read(
    tiny: TinyCorpus, content: bytes, code: str, line: int
) -> None:
    tiny.write("articles/basics/bad.md", content)

    assert found(tiny) == [(code, "articles/basics/bad.md", line)]
    assert len(tiny.load().files) == 3
    assert {problem.severity for problem in tiny.load().problems} == {Severity.INVALID}


def test_a_folder_or_a_dead_link_in_place_of_an_article_is_reported(tiny: TinyCorpus) -> None:
    (tiny.root / "articles/basics/folder.md").mkdir()
    (tiny.root / "articles/basics/gone.md").symlink_to("nowhere.md")

    assert found(tiny) == [
        ("UNREADABLE", "articles/basics/folder.md", 1),
        ("UNREADABLE", "articles/basics/gone.md", 1),
    ]


@pytest.mark.parametrize("name", ["articles/basics/._spare.md", "articles/.trash/old.md", "notices/.#safety.md"])
def test_hidden_files_are_not_part_of_the_corpus(tiny: TinyCorpus, name: str) -> None:
    tiny.write(name, b"\xff\xfe not text")

    assert found(tiny) == []


REWRITES: dict[str, Callable[[str], str]] = {
    "Windows line ends": lambda text: text.replace("\n", "\r\n"),
    "old Macintosh line ends": lambda text: text.replace("\n", "\r"),
    "byte order mark": lambda text: f"\ufeff{text}",
    "white space at line ends": lambda text: text.replace("\n", "  \n"),
}


@pytest.mark.parametrize("rewrite", REWRITES.values(), ids=REWRITES)
@pytest.mark.parametrize("name", [PLANT, "sources.yaml", "notices/safety.md"])
def test_how_a_file_is_saved_does_not_matter(tiny: TinyCorpus, name: str, rewrite: Callable[[str], str]) -> None:
    before = tiny.load().corpus

    tiny.write(name, rewrite(tiny.read(name)))

    assert tiny.load().problems == []
    assert tiny.load().corpus == before


def test_the_second_article_with_an_id_is_left_out_and_named_where_it_stands(tiny: TinyCorpus) -> None:
    tiny.write("articles/zoo/other.md", tiny.read(SPARE).replace("Kratom is sold in many", "Kratom is sold in all"))

    assert found(tiny) == [("DUPLICATE_ID", "articles/zoo/other.md", 1)]
    assert "in many" in next(p.text for p in tiny.load().corpus.passages if p.article_id == "spare")


SECOND_ROWS = {
    "sources.yaml": "- {id: flora, title: Another flora}\n",
    "legality.yaml": "- {id: de, name: G, kind: country, status: banned, seven_oh: banned, confidence: low, "
    "heading: H, text: 'As of 2026, G bans kratom. [@agency]'}\n",
    "interactions.yaml": "- {id: alcohol, name: A, level: no-data, rests_on: none, heading: H, text: 'T. [@agency]'}\n",
}


@pytest.mark.parametrize("table", SECOND_ROWS)
def test_the_second_row_with_an_id_is_left_out(tiny: TinyCorpus, table: str) -> None:
    before = tiny.load().corpus
    last_line = tiny.read(table).count("\n") + 1
    tiny.write(table, tiny.read(table) + SECOND_ROWS[table])

    assert found(tiny) == [("DUPLICATE_ID", table, last_line)]
    assert tiny.load().corpus == before


def test_the_second_record_of_a_country_is_left_out(tiny: TinyCorpus) -> None:
    before = tiny.load().corpus
    second = "- {id: gb, name: Elsewhere, emergency_number: '000', confidence: high}\n"
    tiny.replace("crisis_lines.yaml", "sources:\n- id: directory", f"{second}sources:\n- id: directory")

    assert found(tiny) == [("DUPLICATE_ID", "crisis_lines.yaml", tiny.line_of("crisis_lines.yaml", "Elsewhere"))]
    assert tiny.load().corpus == before


def test_an_article_that_takes_the_id_of_a_record_wins_over_it(tiny: TinyCorpus) -> None:
    tiny.write("articles/basics/law-de.md", tiny.read(SPARE).replace("id: spare", "id: law-de"))
    loaded = tiny.load()

    assert [problem.code for problem in loaded.problems] == ["DUPLICATE_ID"]
    assert [record.id for record in loaded.corpus.legality] == ["us", "us-al", "ru"]


@pytest.mark.parametrize(
    "table",
    [
        "sources.yaml",
        "legality.yaml",
        "interactions.yaml",
        "glossary.yaml",
        "crisis_lines.yaml",
        "facts.yaml",
        "questions.yaml",
    ],
)
@pytest.mark.parametrize(
    ("content", "code"),
    [(b"records: [", "TABLE"), (b"\xff", "ENCODING"), (b"x: " + b"[" * 100_000, "TABLE"), (b"a: &a\n- *b\n", "TABLE")],
    ids=["not closed", "not UTF-8", "deep", "unknown alias"],
)
def test_a_bad_table_is_reported_and_the_rest_is_read(tiny: TinyCorpus, table: str, content: bytes, code: str) -> None:
    tiny.write(table, content)

    assert [problem[:2] for problem in found(tiny)] == [(code, table)]
    assert len(tiny.load().files) == 3


@pytest.mark.parametrize(
    "rows",
    [
        "- just words",
        "- [a, list]",
        "- {id: x}",
        "- {id: [x], title: T}",
        "- 12",
        "- {1: 2}",
        "- {id: y, title: T, URL: javascript:alert(1)}",
        "- {id: y, title: T, URL: 'https://a.org/](https://evil.example'}",
        "- {id: y, title: T, accessed: yesterday}",
        "- {id: y, title: &a [*a]}",
    ],
)
def test_a_bad_row_is_reported_and_the_others_are_read(tiny: TinyCorpus, rows: str) -> None:
    tiny.write("sources.yaml", tiny.read("sources.yaml") + rows + "\n")
    line = tiny.read("sources.yaml").count("\n")

    assert found(tiny) == [("TABLE", "sources.yaml", line)]
    assert len(tiny.load().corpus.sources) == 5


@pytest.mark.parametrize("text", ["    ## A heading\n    Text. [@agency]", "", "    Text. [@agency"])
def test_a_record_has_sentences_and_no_heading(tiny: TinyCorpus, text: str) -> None:
    first = "    As of 1 October 2026, Alabama bans the sale of kratom. [@agency]\n"
    second = "    Having kratom is an offence there as well. [@agency]"
    tiny.replace("legality.yaml", first + second, text)
    loaded = tiny.load()

    assert len(loaded.problems) == 1
    assert loaded.problems[0].line == tiny.line_of("legality.yaml", "- id: us-al")
    assert [record.id for record in loaded.corpus.legality] == ["us", "de", "ru"]


def test_an_empty_key_is_as_good_as_none(tiny: TinyCorpus) -> None:
    before = tiny.load().corpus
    tiny.replace("sources.yaml", "  author: [{literal: A. Botanist}]\n", "  author:\n")
    tiny.replace("crisis_lines.yaml", "  aliases: [uk]\n", "  aliases:\n")
    tiny.replace(SPARE, "product_form: any", "product_form:")
    loaded = tiny.load()

    assert loaded.problems == []
    assert loaded.corpus.sources["flora"].authors == ()
    assert loaded.corpus.articles == before.articles


def test_rows_left_out_are_not_among_the_rows_for_checks(tiny: TinyCorpus) -> None:
    tiny.replace("crisis_lines.yaml", "  name: United Kingdom\n", "")
    loaded = tiny.load()

    assert [row.values["id"] for row in loaded.rows("crisis_lines.yaml", "records")] == ["international"]
    assert loaded.rows("nothing.yaml", "records") == ()


def test_notices_and_help_lines_are_read_alone_when_all_else_is_broken(tiny: TinyCorpus) -> None:
    for name in (PLANT, "sources.yaml", "legality.yaml"):
        tiny.write(name, b"\xff")
    tiny.write("notices/broken.md", "no front matter")
    tiny.replace("crisis_lines.yaml", "- id: international\n", "- id: [international]\n")

    assert "safety" in load_notices(tiny.root)
    assert [record.id for record in load_crisis(tiny.root)] == ["gb"]


def test_no_folder_at_all_has_no_notices_and_no_help_lines(tmp_path: Path) -> None:
    assert load_notices(tmp_path / "nowhere") == {}
    assert load_crisis(tmp_path / "nowhere") == ()


def test_a_notice_takes_its_id_from_its_file_where_it_has_none(tiny: TinyCorpus) -> None:
    tiny.replace("notices/extra.md", "id: extra", "id:")

    notice = load_notices(tiny.root)["extra"]

    assert (notice.short, notice.full) == ("Kratom can harm.", "Kratom can harm. Talk to a doctor or a pharmacist.")


def test_two_notices_with_one_id_are_reported(tiny: TinyCorpus) -> None:
    tiny.replace("notices/extra.md", "id: extra", "id: safety")

    assert found(tiny) == [("DUPLICATE_ID", "notices/safety.md", 1)]


def test_a_missing_table_is_no_problem(tiny: TinyCorpus) -> None:
    for table in tiny.root.glob("*.yaml"):
        table.unlink()
    loaded = tiny.load()

    assert loaded.problems == []
    assert loaded.corpus.sources == {}
    assert loaded.tables == {}


def test_a_table_may_be_one_bare_list(tiny: TinyCorpus) -> None:
    tiny.write("glossary.yaml", tiny.read("glossary.yaml").removeprefix("terms:\n"))

    assert [term.term for term in tiny.load().corpus.glossary] == ["ketum", "booze"]
    assert tiny.check(TODAY) == []


def test_an_unknown_tier_is_the_lowest_and_an_unknown_grade_is_none(tiny: TinyCorpus) -> None:
    tiny.replace("sources.yaml", "evidence: human-study\n  tier: A", "evidence: gut feeling\n  tier: gold")
    source = tiny.load().corpus.sources["survey"]

    assert (source.tier, source.grade) == (Tier.C, None)
