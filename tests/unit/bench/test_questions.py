import json
from pathlib import Path
from typing import Any

import pytest

from bench.evaluation.questions import Kind, QuestionFileError, own_items, read_items, spread
from tests.factories import make_labelled_question
from tests.unit.bench.labelled import LEAF, TREE, make_item, passages_of

ROW = {"id": "a", "kind": "in_scope", "topic": "liver", "question": "x?", "must_any": [["liver"]], "must_not": ["y"]}


def write(folder: Path, *rows: Any) -> Path:
    path = folder / "labelled.jsonl"
    path.write_text("\n".join(row if isinstance(row, str) else json.dumps(row) for row in rows) + "\n", "utf-8")
    return path


def test_reads_questions_and_conversations(tmp_path: Path) -> None:
    turns = {"id": "b", "kind": "followup", "topic": "t", "turns": ["one", "two"], "must_any": [["x"]], "must_not": []}
    first, second = read_items(write(tmp_path, {**ROW, "origin": "seen", "expect": "answer"}, "", turns))
    assert (first.id, first.kind, first.topic, first.turns) == ("a", Kind.IN_SCOPE, "liver", ("x?",))
    assert first.key.matches("the liver")
    assert not first.key.matches("the liver, y")
    assert (second.turns, second.question) == (("one", "two"), "one two")


def test_an_empty_question_is_a_question(tmp_path: Path) -> None:
    assert read_items(write(tmp_path, {**ROW, "question": "", "kind": "abuse"}))[0].turns == ("",)


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ("{", "labelled.jsonl:2: the line: Invalid JSON"),
        ({**ROW, "kind": "other"}, "labelled.jsonl:2: 'other' is not a valid Kind"),
        ({**ROW, "must_any": [["("]]}, "labelled.jsonl:2: missing \\)"),
        ({**ROW, "must_any": ["x"]}, "labelled.jsonl:2: must_any.0: "),
        ({"id": "a", "kind": "in_scope"}, "labelled.jsonl:2: has neither `question` nor `turns`"),
        ({"kind": "in_scope", "question": "x"}, "labelled.jsonl:2: id: Field required"),
    ],
)
def test_a_line_that_is_no_labelled_question_is_named(tmp_path: Path, row: Any, message: str) -> None:
    with pytest.raises(QuestionFileError, match=message):
        read_items(write(tmp_path, ROW, row))


def test_a_file_that_is_missing_or_empty_is_named(tmp_path: Path) -> None:
    with pytest.raises(QuestionFileError, match="cannot be read"):
        read_items(tmp_path / "none.jsonl")
    with pytest.raises(QuestionFileError, match="has no questions"):
        read_items(write(tmp_path))


def test_own_questions_are_in_scope_where_a_passage_answers_them() -> None:
    known = make_labelled_question(text="x", answers=("a#1", "gone#1"))
    unanswerable = make_labelled_question(text="y", answers=(), kind="chatter")
    stale = make_labelled_question(text="z", answers=("gone#1",))
    first, second = own_items([known, unanswerable, stale], {"a#1": "liver"})
    assert (first.kind, first.topic, first.answers) == (Kind.IN_SCOPE, "liver", frozenset({"a#1"}))
    assert (second.kind, second.topic, second.answers) == (Kind.OUT_OF_SCOPE, "chatter", frozenset())
    assert first.id != second.id


def test_an_item_with_answers_is_answered_by_their_ids() -> None:
    item = make_item(answers=frozenset({"what-is-kratom#2"}))
    assert item.is_answered_by(passages_of(TREE, LEAF))
    assert not item.is_answered_by(passages_of(TREE))
    assert not item.is_answered_by([])


def test_an_item_with_a_key_is_answered_by_passages_read_together() -> None:
    item = make_item(Kind.IN_SCOPE, ["tree"], ["leaves"])
    assert item.is_answered_by(passages_of(TREE, LEAF))
    assert not item.is_answered_by(passages_of(TREE))
    assert not item.is_answered_by([])


def test_a_limit_is_spread_over_the_list() -> None:
    items = [make_item(id=str(number)) for number in range(10)]
    assert [item.id for item in spread(items, 3)] == ["0", "3", "6"]
    assert spread(items, None) == spread(items, 99) == items
