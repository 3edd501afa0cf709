"""YAML read without risk, rows that know their lines, labelled questions, files."""

from pathlib import Path
from typing import Any

import pytest

from corpus.errors import ArticleInvalidError, TableInvalidError, YamlError
from corpus.files import MAX_FILE_BYTES, read_text
from corpus.labelled import load_labelled_questions
from corpus.models import LabelledQuestion
from corpus.rows import parse_table
from corpus.safe_yaml import MAX_DEPTH, load_yaml
from tests.factories import make_labelled_question

PATH = Path("table.yaml")


@pytest.mark.parametrize(
    ("raw", "value"),
    [
        ("", None),
        ("a: 1", {"a": 1}),
        ("- a", ["a"]),
        ("\ufeffa: b", {"a": "b"}),
        ("a: &x [1]\nb: *x", {"a": [1], "b": [1]}),
    ],
)
def test_yaml_gives_plain_values(raw: str, value: Any) -> None:
    assert load_yaml(raw)[0] == value


@pytest.mark.parametrize(
    ("raw", "line"),
    [
        ("a: [1", 1),
        ("a: 1\nb: c: d", 2),
        ("a: 1\n--- \nb: 2", 2),
        ("a: !!python/object/apply:os.system ['true']", 1),
        ("a: 2026-02-30", 1),
        ("a: *unknown", 1),
        ("\x00", 1),
        (f"a: {'9' * 5000}", 1),
        ('a: !!int ""', 1),
        ("a: !!int '-'", 1),
        ('a: !!float ""', 1),
        ("a: !!bool perhaps", 1),
        ("a: !!timestamp soon", 1),
        (f"a: !!float '1:{'9:' * 400}1'", 1),
    ],
    ids=lambda value: str(value)[:20],
)
def test_what_is_no_yaml_of_plain_values_is_an_error_with_its_line(raw: str, line: int) -> None:
    with pytest.raises(YamlError) as caught:
        load_yaml(raw)
    assert caught.value.line == line


@pytest.mark.parametrize("raw", ["[" * 50_000, "{a: " * 50_000, "- " * 50_000, "? " * 50_000, "- - " * 30_000 + "x"])
def test_nesting_that_would_end_the_process_is_an_error(raw: str) -> None:
    with pytest.raises(YamlError, match="deep"):
        load_yaml(raw)


def test_many_brackets_that_do_not_nest_are_fine() -> None:
    assert len(load_yaml("- [a, {b: c}]\n" * 5_000)[0]) == 5_000


def test_the_deepest_list_that_many_brackets_may_have() -> None:
    flat = "- [a]\n" * 3_000
    assert load_yaml(flat + f"- {'[' * (MAX_DEPTH - 1)}{']' * (MAX_DEPTH - 1)}")[0]
    with pytest.raises(YamlError):
        load_yaml(flat + f"- {'[' * MAX_DEPTH}{']' * MAX_DEPTH}")


def test_rows_know_their_lines() -> None:
    table = parse_table(
        PATH, "# comment\nabout: x\nrecords:\n- id: a\n  b: c\n\n- id: d\n-\n  id: e\nmore: [{id: f}]\n"
    )

    assert [(row.line, row.values["id"]) for row in table.rows("records")] == [(4, "a"), (7, "d"), (9, "e")]
    assert [row.line for row in table.rows("more")] == [10]
    assert set(table.lists) == {"records", "more"}


def test_a_bare_list_stands_for_every_key() -> None:
    assert [row.values for row in parse_table(PATH, "- a\n- b").rows("anything")] == ["a", "b"]


@pytest.mark.parametrize("raw", ["", "just words", "a: b", "records: text", "records:", "12"])
def test_a_table_without_the_list_is_an_error(raw: str) -> None:
    table = parse_table(PATH, raw)
    assert table.records("records") == ()
    with pytest.raises(TableInvalidError, match="no list under `records:`"):
        table.rows("records")


def test_records_are_the_rows_with_keys() -> None:
    assert [row.values for row in parse_table(PATH, "- a\n- {b: c}\n- [d]").records("")] == [{"b": "c"}]


def test_a_key_that_is_no_text_does_no_harm() -> None:
    assert set(parse_table(PATH, "1: [a]\nrecords: [b]").lists) == {"records"}


def questions(root: Path, text: str | bytes) -> tuple[LabelledQuestion, ...]:
    (root / "questions.yaml").write_bytes(text if isinstance(text, bytes) else text.encode())
    return load_labelled_questions(root)


def test_no_file_has_no_labelled_questions(tmp_path: Path) -> None:
    assert load_labelled_questions(tmp_path) == ()


def test_labelled_questions_are_read(tmp_path: Path) -> None:
    known = "- ask: what is kratom\n  answers: ['what-is-kratom#tree']\n"
    found = questions(tmp_path, f"questions:\n{known}- ask: 42\n  answers:\n  kind: other\n")

    assert found == (make_labelled_question(), make_labelled_question(text="42", answers=(), kind="other"))


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("questions: nothing", 1),
        ("", 1),
        ("questions: [", 1),
        ("questions:\n- ask: a\n- words", 3),
        ("questions:\n- answers: [a]", 2),
        ("questions:\n- {ask: '  '}", 2),
        ("questions:\n- {ask: a, answers: b}", 2),
        ("questions:\n- {ask: a, answers: {b: c}}", 2),
        (b"\xff", 1),
    ],
)
def test_what_is_no_list_of_questions_is_an_error_with_its_line(tmp_path: Path, text: str | bytes, line: int) -> None:
    with pytest.raises(TableInvalidError, match=r"questions\.yaml") as caught:
        questions(tmp_path, text)
    assert caught.value.line == line


def test_a_file_of_the_largest_size_is_read(tmp_path: Path) -> None:
    path = tmp_path / "large.md"
    path.write_bytes(b"x" * MAX_FILE_BYTES)
    assert len(read_text(path)) == MAX_FILE_BYTES


@pytest.mark.parametrize("name", ["missing.md", "."])
def test_a_file_that_cannot_be_opened_is_an_error_of_its_own(tmp_path: Path, name: str) -> None:
    with pytest.raises(ArticleInvalidError) as caught:
        read_text(tmp_path / name)
    assert caught.value.code.name == "UNREADABLE"


def test_the_line_of_a_bad_byte_is_named(tmp_path: Path) -> None:
    path = tmp_path / "latin.md"
    path.write_bytes(b"one\ntwo\ncaf\xe9\n")
    with pytest.raises(ArticleInvalidError) as caught:
        read_text(path)
    assert (caught.value.code.name, caught.value.line) == ("ENCODING", 3)


@pytest.mark.parametrize("second", ["", " 3", " text", " {a: b}", " [1, 2, 3]"])
def test_list_under_a_key_that_stands_twice_is_no_crash(second: str) -> None:
    table = parse_table(Path("glossary.yaml"), f"terms:\n- term: a\nterms:{second}\n")
    assert table.records("terms") == ()
