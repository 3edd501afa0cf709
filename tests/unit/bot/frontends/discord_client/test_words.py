from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from bot.acceptance.models import Acceptance
from bot.answering.safeguards import Safeguards
from bot.corpus_changes import Changes
from bot.corpus_claim import Work
from bot.frontends.discord_client import texts
from bot.frontends.discord_client.build_words import _share, about_blocks, status_blocks
from bot.frontends.discord_client.messages import reply_parts
from bot.frontends.discord_client.reload_words import busy_words, refusal_blocks, report_blocks
from bot.reloading import Trial
from corpus.problems import Problem, Severity
from index.models import IndexManifest, ModelInfo
from tests.factories import make_article, make_corpus, make_passage

QUALITY = {
    "questions_answerable": 200.0,
    "questions_unanswerable": 80.0,
    "right_article_first": 0.91,
    "answered_when_answerable": 0.952,
    "abstained_when_unanswerable": 0.885,
}
MANIFEST = IndexManifest(
    format_version=1,
    build_id="0123456789ab",
    created_at="2026-11-22T10:00:00Z",
    corpus_digest="fedcba9876543210",
    questions_digest="",
    model=ModelInfo("a_model", "1", "f", 8),
    counts={"articles": 4, "passages": 9, "sources": 2},
    libraries={},
    files={},
)


WARNING = Problem(Path("/c/a.md"), 1, "READING_GRADE", "hard", Severity.WARNING)


def edition(quality: dict[str, float]) -> Any:
    record = make_passage(id="law-us#record", article_id="law-us")
    corpus = make_corpus(articles=(make_article(), make_article(id="law-us", text=record.text, passages=(record,))))
    calibration = SimpleNamespace(quality=quality, threshold=0.613)
    return SimpleNamespace(manifest=MANIFEST, calibration=calibration, library=SimpleNamespace(corpus=corpus))


def test_about_shows_the_measured_quality_of_the_build() -> None:
    text = "\n".join(about_blocks(edition(QUALITY)))
    assert "Of 200 questions that the corpus answers, I answered 95% (91% to 97%)" in text
    assert "right article came first for 91% (86% to 94%)" in text
    assert "Of 80 questions that it does not answer, I left 88% (80% to 94%) unanswered" in text
    assert "at least 61%" in text
    assert "`0123456789ab`" in text
    assert "`fedcba987654`" in text
    assert "on 22 November 2026 at 10:00 UTC" in text
    assert "1 articles" in text
    assert "a\\_model" in text


@pytest.mark.parametrize(
    ("share", "number", "words"),
    [(0.5, 100, "50% (40% to 60%)"), (1.0, 10, "100% (72% to 100%)"), (0.0, 10, "0% (0% to 28%)"), (0.5, 0, "50%")],
)
def test_interval_is_wilsons_also_at_the_ends(share: float, number: float, words: str) -> None:
    assert _share(share, number) == words


def test_about_says_where_nothing_was_measured() -> None:
    assert texts.NOT_MEASURED in "\n".join(about_blocks(edition({})))
    assert texts.NO_INDEX in about_blocks(None)


def test_status_names_the_fault_and_the_command_that_mends_it() -> None:
    fault = "there is no index in var/index; run: python -m index.rebuild"
    text = "\n".join(status_blocks(None, fault, "changed", {"crisis": 2}, 3, "<@1> is at it"))
    assert "python -m index.rebuild" in text
    assert "/corpus reload" in text
    assert "2 crisis; 3 waiting" in text
    assert "<@1> is at it" in text


def test_report_counts_all_changes_and_names_the_first() -> None:
    added = tuple(f"a#{number}" for number in range(40))
    report = Trial("new", "old", Changes(added, ("b#1",), (), ("notices",)), (WARNING, WARNING), Acceptance(), 1.25)
    text = "\n".join(report_blocks(report))
    assert "**Build `new` answers now**, in place of `old`" in text
    assert "**Added** (40): a#0" in text
    assert "and 25 more" in text
    assert "**Changed** (1): b#1" in text
    assert "Removed" not in text
    assert "notices" in text
    assert "2 things for an editor" in text


def test_report_of_the_same_build_says_that_nothing_changed() -> None:
    assert "Nothing changed" in report_blocks(Trial("same", "same", Changes(), (), Acceptance(), 0.1))[0]


def test_refusal_lists_problems_by_file_and_line_and_always_fits() -> None:
    problems = [Problem(Path("/c/articles/a.md"), n, "CODE", "@everyone " + "x" * 500) for n in range(300)]
    blocks = refusal_blocks(problems, Path("/c"), "Not reloaded")
    assert "articles/a.md:0 CODE: \\@everyone" in blocks[1]
    assert "/c/" not in blocks[1]
    assert "and 280 more" in blocks[1]
    assert len(reply_parts(blocks, Safeguards({}, ()))) < 6


def test_who_is_at_it_is_shown_as_a_mention_or_by_name() -> None:
    assert busy_words("42", Work.RELOAD, 3.2) == "<@42> is reloading the corpus, since 3 s."
    assert busy_words("*me*", Work.ADD, 0).startswith("\\*me\\*")


def test_texts_are_short_enough_for_one_message() -> None:
    for name, text in vars(texts).items():
        if name.isupper() and isinstance(text, str):
            assert len(reply_parts([text], Safeguards({}, ()))) == 1, name
