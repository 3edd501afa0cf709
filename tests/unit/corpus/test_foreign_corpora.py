"""A folder of articles from elsewhere is read as far as it goes; a check of it reports, and never stops."""

from pathlib import Path

import pytest

from corpus.checks import check_corpus
from corpus.loader import LoadedCorpus, load_corpus
from corpus.problems import Severity
from tests.unit.corpus.tiny_corpus import TODAY

ARTICLE = """\
---
title: Notes on a plant
---
# Notes on a plant

An opening sentence without any source.

## Where it grows

It grows in Asia [@smith2020, p. 33], as some say [@jones, hearsay].
- A list item.
- Another one with **bold** words.

> A quotation of several words.

## Where it grows

The same heading again [see @smith2020].
"""


def foreign(root: Path, text: str = ARTICLE, name: str = "articles/notes.md") -> LoadedCorpus:
    path = root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    return load_corpus(root)


def test_an_article_without_sources_questions_and_anchors_is_read(tmp_path: Path) -> None:
    loaded = foreign(tmp_path)
    article = loaded.corpus.articles[0]

    assert loaded.problems == []
    assert (article.id, article.title, article.topic) == ("notes", "Notes on a plant", "articles")
    assert [passage.id for passage in article.passages] == [
        "notes#notes-on-a-plant",
        "notes#where-it-grows",
        "notes#where-it-grows-2",
    ]
    assert article.passages[1].questions == ()


def test_citations_of_unknown_sources_and_grades_are_kept_without_a_grade(tmp_path: Path) -> None:
    passage = foreign(tmp_path).corpus.passages[1]

    assert passage.statements[0].text == "It grows in Asia, as some say."
    assert [(one.source_id, one.grade) for one in passage.statements[0].references] == [
        ("smith2020", None),
        ("jones", None),
    ]
    assert passage.grades == ()


def test_its_check_reports_and_does_not_stop(tmp_path: Path) -> None:
    problems = check_corpus(foreign(tmp_path), TODAY)
    codes = {problem.code for problem in problems}

    assert {
        "UNCITED",
        "UNKNOWN_SOURCE",
        "QUESTIONS",
        "ANCHOR_MISSING",
        "META_MISSING",
        "NOTICE_MISSING",
        "MARKUP",
    } <= codes
    assert not [problem for problem in problems if problem.severity is Severity.INVALID]


def test_an_empty_folder_of_articles_is_an_empty_corpus(tmp_path: Path) -> None:
    (tmp_path / "articles").mkdir()
    loaded = load_corpus(tmp_path)

    assert loaded.corpus.passages == ()
    assert {problem.code for problem in check_corpus(loaded, TODAY)} == {"NOTICE_MISSING"}


@pytest.mark.parametrize(
    "front",
    [
        "title: T",
        "title: T\nid: 12",
        "title: 2024-01-01\ntopic: 5",
        "title: T\ntags: [a, b]\nauthor: {name: X}",
        "title: T\nreviewed_on:\nproduct_form:",
        "title: 'Ünïcode — титул'",
        "title: T\nunreviewed: yes",
    ],
)
def test_front_matter_of_other_programs_is_accepted(tmp_path: Path, front: str) -> None:
    loaded = foreign(tmp_path, f"---\n{front}\n---\nSome text.\n")

    assert loaded.problems == []
    check_corpus(loaded, TODAY)


@pytest.mark.parametrize(
    "sources",
    [
        "- id: smith2020\n  title: T\n  issued: {date-parts: [[2020, 5]]}\n  author:\n  - {family: Smith, given: A.}\n",
        "references:\n- id: smith2020\n",
        "sources: []\n",
        "sources:\n",
        "{}\n",
        "",
        "sources:\n- {id: smith2020, title: T, tier: gold, evidence: opinion, accessed: '2020-01-01', note: [a, b]}\n",
    ],
)
def test_source_lists_of_other_forms_do_not_stop_the_articles(tmp_path: Path, sources: str) -> None:
    (tmp_path / "sources.yaml").write_text(sources, "utf-8")
    loaded = foreign(tmp_path)

    assert len(loaded.corpus.passages) == 3
    check_corpus(loaded, TODAY)


def test_a_source_in_plain_csl_is_found_by_its_citation(tmp_path: Path) -> None:
    csl = "- {id: smith2020, title: T, issued: {date-parts: [[2020, 5]]}, author: [{family: Smith, given: A.}]}\n"
    (tmp_path / "sources.yaml").write_text(csl, "utf-8")
    source = foreign(tmp_path).corpus.sources["smith2020"]

    assert (source.year, source.authors, source.url) == (2020, ("A. Smith",), "")
