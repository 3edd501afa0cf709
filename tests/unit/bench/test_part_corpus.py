from pathlib import Path

import pytest

from bench.part_corpus import make_part_corpus
from corpus.checks import check_corpus
from corpus.labelled import load_labelled_questions
from corpus.loader import load_corpus
from corpus.problems import Severity


def test_a_part_is_a_corpus_without_errors_of_the_stated_size(tmp_path: Path) -> None:
    part = make_part_corpus(tmp_path / "part", 500)
    assert 500 <= len(part.passages) < 700
    problems = check_corpus(load_corpus(tmp_path / "part"))
    assert [str(problem) for problem in problems if problem.severity is not Severity.WARNING] == []


def test_its_labelled_questions_are_answered_in_it_or_nowhere(tmp_path: Path) -> None:
    kept = {passage.id for passage in make_part_corpus(tmp_path / "part", 500).passages}
    whole, questions = load_labelled_questions(Path("corpus")), load_labelled_questions(tmp_path / "part")
    assert {answer for question in questions for answer in question.answers} <= kept
    assert sum(not one.answers for one in questions) == sum(not one.answers for one in whole)
    assert 100 < sum(bool(one.answers) for one in questions) < sum(bool(one.answers) for one in whole)


def test_no_folder_is_overwritten(tmp_path: Path) -> None:
    with pytest.raises(FileExistsError):
        make_part_corpus(tmp_path, 500)
