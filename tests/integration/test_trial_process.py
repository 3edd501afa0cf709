"""A trial in a process of its own: what it finds and what it raises arrive, and it can be ended at any moment."""

import os
import signal
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from bot.answering.safeguards import Safeguards
from bot.answering.withdrawals import NOTHING_WITHDRAWN
from bot.corpus_reading import CorpusRefusedError
from bot.trial_process import TrialOrder, TrialProcess, Tried
from corpus.errors import CorpusMissingError
from corpus.loader import load_corpus
from index import artifact
from index.errors import BuildFailedError, IndexMissingError
from tests.e2e.corpus_on_disk import LIVER, write_corpus
from tests.fakes import HashingEmbedder


class PretendStopError(Exception):
    """Raised by what is told."""


@pytest.fixture
def order(tmp_path: Path) -> TrialOrder:
    corpus_dir = write_corpus(tmp_path / "corpus")
    return TrialOrder(
        corpus_dir=corpus_dir,
        added=(),
        index_dir=tmp_path / "index",
        before=None,
        embedder=HashingEmbedder(),
        reference_only=False,
        in_use=Safeguards(load_corpus(corpus_dir).corpus.notices),
        withdrawals=NOTHING_WITHDRAWN,
        today=date(2026, 11, 23),
    )


def run(order: TrialOrder, **told: Any) -> Tried:
    with TrialProcess() as process:
        return process.run(order, **{"step": lambda _words: None, **told})


def test_it_builds_aside_and_tells_each_step(order: TrialOrder) -> None:
    steps: list[str] = []
    built: list[Path] = []
    tried = run(order, step=steps.append, built=lambda report: built.append(report.build))
    assert steps[:2] == ["reading the corpus", "checking the corpus"]
    assert "learning when to answer" in steps
    assert steps[-1].startswith("asking acceptance questions: ")
    assert built == [tried.report.build]
    assert len(tried.changes.added) == 5
    assert tried.notices.keys() == order.in_use.notices.keys()
    artifact.open_build(tried.report.build)
    with pytest.raises(IndexMissingError):
        artifact.current_build(order.index_dir)


def test_a_refusal_arrives_with_its_problems(order: TrialOrder) -> None:
    path = order.corpus_dir / "articles/harms/liver.md"
    path.write_text(LIVER.replace(" [@hepatology-2020]", "", 1), "utf-8")
    with pytest.raises(CorpusRefusedError) as refused:
        run(order)
    assert [problem.path for problem in refused.value.problems] == [path]


def test_errors_arrive_as_they_were_raised(order: TrialOrder) -> None:
    order.index_dir.write_text("a file")
    with pytest.raises(FileExistsError) as exists:
        run(order)
    assert exists.value.filename == str(order.index_dir)
    order.corpus_dir.rename(order.corpus_dir.with_name("elsewhere"))
    with pytest.raises(CorpusMissingError, match="KRATOM_CORPUS_DIR"):
        run(order)


def test_what_is_told_can_stop_it(order: TrialOrder) -> None:
    def stop(step: str) -> None:
        if step.startswith("learning"):
            raise PretendStopError

    with TrialProcess() as process:
        with pytest.raises(PretendStopError):
            process.run(order, step=stop)
        running = process._process
    assert running.returncode is not None
    assert run(order).report.build.is_dir()


def test_being_killed_is_an_error(order: TrialOrder) -> None:
    with TrialProcess() as process, pytest.raises(BuildFailedError, match=r"killed \(signal 9\)"):
        process.run(order, step=lambda _words: os.kill(process._process.pid, signal.SIGKILL))


def test_starting_loads_nothing_that_only_trying_needs() -> None:
    heavy = "faiss onnxruntime bm25s scipy torch typer rich structlog sqlalchemy bot.answering.triage_rules"
    code = f"import sys, bot.trial_process; print([name for name in {heavy.split()} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=Path.cwd())
    assert done.stdout.strip() == "[]"
