"""The check as a whole: its codes, its order, the day it is told, the curated corpus, and corpora from elsewhere."""

import ast
import time
from datetime import date, timedelta
from pathlib import Path

import pytest

from corpus.checks import RULES, check_corpus
from corpus.codes import CODES
from corpus.loader import CORPUS_DIR, load_corpus
from corpus.problems import Severity
from tests.unit.corpus.tiny_corpus import PLANT, SPARE, TODAY, TinyCorpus


def test_the_curated_corpus_has_no_errors() -> None:
    problems = check_corpus(load_corpus())
    assert [str(p) for p in problems if p.severity in {Severity.INVALID, Severity.ERROR}] == []


def test_the_curated_corpus_is_checked_in_seconds() -> None:
    """About two seconds of work; the bound is wide enough for slow machines and not for time that grows as a square."""
    started = time.process_time()
    check_corpus(load_corpus(), TODAY)
    assert time.process_time() - started < 15


def test_code_names_are_unique_and_their_meanings_one_line() -> None:
    assert len({code.name for code in CODES}) == len(CODES)
    assert all(code.meaning and "\n" not in code.meaning for code in CODES)


@pytest.mark.parametrize("path", sorted(CORPUS_DIR.glob("*.py")), ids=lambda path: path.name)
def test_every_finding_has_a_code_of_the_table(path: Path) -> None:
    """No module makes a `Problem` or an `ArticleInvalidError` around the table of codes."""
    tree = ast.parse(path.read_text("utf-8"))
    made = [
        (node.func.id, node.args)
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
    ]
    assert path.name == "problems.py" or not [name for name, _ in made if name == "Problem"]
    assert not [name for name, args in made if name == "ArticleInvalidError" and isinstance(args[1], ast.Constant)]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: f"{rule.__module__}.{rule.__name__}")
def test_every_rule_says_what_it_wants(rule: object) -> None:
    assert rule.__doc__


def test_problems_come_by_file_and_line_and_each_once(tiny: TinyCorpus) -> None:
    tiny.replace(SPARE, "in many small shops, a", "in **many** shops to addicts, a")
    tiny.replace(PLANT, "Kratom is a tree of", "Kratom `is` a tree of")
    problems = tiny.check()

    assert [problem.code for problem in problems] == ["MARKUP", "WORDING", "MARKUP"]
    assert problems == sorted(set(problems))


def test_problems_of_reading_are_among_them(tiny: TinyCorpus) -> None:
    tiny.write("articles/basics/bad.md", "no front matter")

    assert [problem.code for problem in tiny.check()] == ["FRONT_MATTER"]


@pytest.mark.parametrize(("days", "codes"), [(0, []), (1, ["REVIEW_DUE"])])
def test_a_review_is_due_on_the_day_after_its_date(tiny: TinyCorpus, days: int, codes: list[str]) -> None:
    tiny.replace(SPARE, "next_review_on: 2027-05-22", "next_review_on: 2027-01-22")

    assert [problem.code for problem in tiny.check(date(2027, 1, 22) + timedelta(days))] == codes


def test_without_a_day_nothing_depends_on_the_day(tiny: TinyCorpus) -> None:
    tiny.replace(
        SPARE,
        "reviewed_on: 2026-11-22\nnext_review_on: 2027-05-22",
        "reviewed_on: 1999-01-01\nnext_review_on: 1999-02-01",
    )

    assert tiny.check(None) == []


@pytest.mark.parametrize("value", ["soon", "2026-11-22 10:00:00", "[2026]", "2027-13-01"])
def test_a_date_of_a_notice_in_any_form_is_no_crash(tiny: TinyCorpus, value: str) -> None:
    tiny.replace("notices/extra.md", "next_review_on: 2027-05-22", f'next_review_on: "{value}"')
    tiny.check()


def test_a_date_with_a_time_is_the_day(tiny: TinyCorpus) -> None:
    tiny.replace("notices/extra.md", "next_review_on: 2027-05-22", "next_review_on: 2026-11-22 10:00:00")

    assert [problem.code for problem in tiny.check()] == ["REVIEW_DUE"]


def test_notes_are_only_for_those_who_ask(tiny: TinyCorpus) -> None:
    tiny.replace(SPARE, "when it was tested. [@survey]", "when it was tested. [@survey]\n<!-- facts: bot-tree -->")
    tiny.replace("facts.yaml", "sources: [flora, survey, overview]", "sources: [flora, overview]")
    loaded = tiny.load()

    assert {problem.severity for problem in check_corpus(loaded, TODAY, notes=True)} == {Severity.NOTE}
    assert check_corpus(loaded, TODAY) == []
