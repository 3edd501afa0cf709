"""A moderator imports a document, works on the draft, rebuilds and asks: docs/importing.md, command by command."""

import re
import shlex
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from bot.answering.compose import compose
from bot.answering.library import Library
from bot.answering.models import Outcome, Plan
from bot.answering.safeguards import Safeguards
from bot.rendering import discord_markdown, plain_text
from corpus.importing.files import import_file
from corpus.loader import load_corpus
from tests.e2e.test_terminal import ROOT, Workplace
from tests.small_corpus import write_small_corpus
from tests.unit.corpus.importing import documents

pytestmark = pytest.mark.e2e

TEXT = """\
Kratom on the night shift

What warehouse workers notice

Warehouse workers on the night shift said that kratom tea kept them awake until the morning.
Some of the warehouse workers said that they slept badly on the day after a night shift with kratom.
Nobody compared these workers with others who drank no kratom tea on the night shift.
"""
QUESTION = "what do warehouse workers on the night shift notice from kratom tea"
SAID = "kept them awake until the morning"
NOTICE = "from a draft that no editor has reviewed yet"


def cite(draft: Path) -> None:
    """Do what a moderator does: cite a source on each sentence, and list questions."""
    lines = draft.read_text("utf-8").split("\n")
    cited = [f"{line} [@review-2021, human study]" if re.match(r"[A-Z].*\.$", line) else line for line in lines]
    text = "\n".join(cited).replace(" [@review-2021, human study]\nTo do", "\nTo do")
    body = text.index("\n## ")
    head = re.sub(r" \[@review-2021, human study\]", "", text[:body])
    heading = text.index("\n", body + 1)
    questions = f"> - {QUESTION}\n> - night shift and kratom\n> - kratom tea at work"
    draft.write_text(
        f"{head}{text[body:heading]}\n\n{questions}\n{text[heading:]}",
        "utf-8",
    )


def test_a_draft_is_quoted_only_when_it_is_cited_and_then_as_unreviewed(tmp_path: Path) -> None:
    place = Workplace(tmp_path)
    (tmp_path / "shift.txt").write_text(TEXT, "utf-8")
    done = place.run("corpus", "import", "shift.txt", "--out", "corpus/articles")
    assert done.returncode == 0, done.stderr
    draft = place.corpus / "articles" / "drafts" / "kratom-on-the-night-shift.md"

    assert place.run("index.rebuild").returncode == 0
    before = place.run("bot", "ask", "--", QUESTION)
    assert SAID not in before.stdout
    assert "Safety:" in before.stdout

    cite(draft)
    assert place.run("index.rebuild").returncode == 0
    after = place.run("bot", "ask", "--", QUESTION)
    assert SAID in after.stdout
    assert "unreviewed draft" in after.stdout
    assert NOTICE in " ".join(after.stdout.split())


def test_discord_and_the_terminal_say_that_a_quoted_draft_is_unreviewed(tmp_path: Path) -> None:
    corpus_dir = write_small_corpus(tmp_path / "corpus")
    (tmp_path / "shift.txt").write_text(TEXT, "utf-8")
    _, draft = import_file(tmp_path / "shift.txt", corpus_dir / "articles")
    cite(draft)
    corpus = load_corpus(corpus_dir).corpus
    passage = next(one for one in corpus.passages if one.article_id == draft.stem)
    plan = Plan(Outcome.ANSWERED, date(2026, 11, 22), passages=(passage.id,), build_id="0123456789ab")
    answer = compose(plan, Safeguards(corpus.notices, corpus.crisis), Library.of(corpus), 0.9)
    on_discord = "\n".join(block for part in discord_markdown.render(answer) for block in part.body)
    for shown in (plain_text.render(answer), on_discord):
        assert SAID in " ".join(shown.split())
        assert "unreviewed draft" in shown
        assert NOTICE in " ".join(shown.split())


def blocks(document: Path) -> list[list[str]]:
    found = re.findall(r"```sh\n(.*?)```", document.read_text("utf-8"), re.DOTALL)
    return [[line for line in block.splitlines() if line] for block in found]


def test_the_commands_of_the_document_work_in_their_order(tmp_path: Path) -> None:
    place = Workplace(tmp_path)
    (tmp_path / "article.txt").write_text(TEXT, "utf-8")
    (tmp_path / "page.html").write_bytes(documents.as_html())
    (tmp_path / "paper.pdf").write_bytes(documents.as_pdf())
    ran = 0
    for line in (line for block in blocks(ROOT / "docs" / "importing.md") for line in block):
        words = shlex.split(line)
        environment = dict(place.environment)
        while "=" in words[0]:
            name, value = words.pop(0).split("=", 1)
            environment[name] = value
        if words[0].endswith("bin/python"):
            words[0] = sys.executable
        elif words[0].endswith("bin/kratom-bot"):
            words[:1] = [sys.executable, "-m", "bot"]
        else:
            assert words[0] == "cp", line
        if words[2:4] == ["corpus", "import"] and "--out" not in words:
            words += ["--out", "corpus/articles"]  # else it would write into the project's own corpus
        if words[2:4] == ["corpus", "check"] and "--corpus" not in words:
            words += ["--corpus", "corpus"]
        done = subprocess.run(
            words, cwd=tmp_path, env=environment, capture_output=True, text=True, timeout=240, check=False
        )
        expected = {1} if "check" in words else {0}  # a draft has faults, and the check names them
        assert done.returncode in expected, f"{line}\n{done.stdout}{done.stderr}"
        ran += 1
    assert ran >= 12
    assert "UNREVIEWED" in subprocess.run(
        [sys.executable, "-m", "corpus", "check", "--corpus", "corpus"],
        cwd=tmp_path, env=place.environment, capture_output=True, text=True, check=False,
    ).stdout  # fmt: skip
