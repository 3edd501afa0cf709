"""The public set that is in the repository, and what is said of a set that is not in order."""

from pathlib import Path
from typing import Any

import pytest

from bench.public_set.dataset import DATA, PublicSetError, load_public_set
from tests.unit.bench.public_rows import WORDS, passage_rows, question_rows, write_set

ABOUT = (DATA / "README.md").read_text("utf-8")


def test_the_set_in_the_repository_is_large_enough_and_small_enough() -> None:
    public = load_public_set()
    assert len(public.passages) >= 300
    assert len(public.questions) >= 150
    assert sum(path.stat().st_size for path in DATA.iterdir()) < 1_000_000


def test_no_passage_of_it_has_a_written_question_or_gives_its_question_away_in_the_title() -> None:
    public = load_public_set()
    assert not any(passage.questions for passage in public.passages)
    titles = {passage.article_title.casefold() for passage in public.passages}
    assert not titles & {question.text.casefold() for question in public.questions}


def test_every_passage_of_it_answers_a_question_and_no_question_stands_twice() -> None:
    public = load_public_set()
    assert frozenset().union(*(q.answers for q in public.questions)) == frozenset(range(len(public.passages)))
    assert len({question.text for question in public.questions}) == len(public.questions)


def test_passages_of_the_same_text_answer_the_same_questions() -> None:
    public = load_public_set()
    numbers: dict[str, set[int]] = {}
    for number, passage in enumerate(public.passages):
        numbers.setdefault(passage.text, set()).add(number)
    for question in public.questions:
        for number in question.answers:
            assert numbers[public.passages[number].text] <= question.answers, question.id


def test_the_licence_and_the_origin_of_every_source_stand_beside_it() -> None:
    public = load_public_set()
    for source in {passage.topic for passage in public.passages}:
        row = next(line for line in ABOUT.splitlines() if line.startswith(f"| `{source}` |"))
        count = sum(passage.topic == source for passage in public.passages)
        assert f"| {count} | {sum(question.source == source for question in public.questions)} |" in row
        assert "https://github.com/" in row or "same repository" in row
        assert "public domain" in row or "https://creativecommons.org/licenses/by/4.0/" in row
    assert "Asma Ben Abacha and Dina Demner-Fushman" in ABOUT


def _with(rows: list[dict[str, Any]], number: int, **fields: object) -> list[dict[str, Any]]:
    return [{**row, **fields} if n == number else row for n, row in enumerate(rows)]


@pytest.mark.parametrize(
    ("passages", "questions", "said"),
    [
        (_with(passage_rows(), 2, id="p1"), None, r"passages\.jsonl:3: the id p1 is already that of line 2"),
        (_with(passage_rows(), 4, text=""), None, r"passages\.jsonl:5: text: "),
        (_with(passage_rows(), 0, url="ftp://example.org"), None, r"passages\.jsonl:1: url: "),
        (_with(passage_rows(), 0, licence="none"), None, r"passages\.jsonl:1: licence: "),
        ([], None, r"passages\.jsonl: is empty"),
        (None, _with(question_rows(), 9, answers=["p0", "p77"]), r"questions\.jsonl:10: no passage has the id p77"),
        (None, _with(question_rows(), 3, answers=[]), r"questions\.jsonl:4: answers: "),
        (None, _with(question_rows(), 1, id="q0"), r"questions\.jsonl:2: the id q0 is already that of line 1"),
    ],
)
def test_a_set_that_is_not_in_order_is_refused_with_the_line(
    tmp_path: Path, passages: list[dict[str, Any]] | None, questions: list[dict[str, Any]] | None, said: str
) -> None:
    with pytest.raises(PublicSetError, match=said):
        load_public_set(write_set(tmp_path / "set", passages, questions))


def test_a_missing_file_is_named_with_what_to_do(tmp_path: Path) -> None:
    (write_set(tmp_path / "set") / "questions.jsonl").unlink()
    with pytest.raises(PublicSetError, match=r"questions\.jsonl: cannot be read .*git restore"):
        load_public_set(tmp_path / "set")


def test_a_question_has_the_source_of_its_passages(tmp_path: Path) -> None:
    public = load_public_set(write_set(tmp_path / "set"))
    assert [question.source for question in public.questions] == ["left"] * 5 + ["right"] * 5
    assert [question.answers for question in public.questions] == [{n} for n in range(len(WORDS))]
