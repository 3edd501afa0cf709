"""A build in a process of its own: the same build, told step by step, and ended at any moment without a trace."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from corpus.loader import load_corpus
from index import artifact
from index.build_process import BuildProcess
from index.builder import build_index
from index.embedder import Progress, Vectors
from index.errors import BuildFailedError, IndexMissingError
from tests.fakes import HashingEmbedder
from tests.small_corpus import write_small_corpus


class PretendStopError(Exception):
    """Raised by what is told."""


class KilledWhileEncoding(HashingEmbedder):
    def encode_passages(self, texts: list[str], progress: Progress | None = None) -> Vectors:
        os.kill(os.getpid(), signal.SIGKILL)
        return super().encode_passages(texts, progress)


class PrintsWhileEncoding(HashingEmbedder):
    def encode_passages(self, texts: list[str], progress: Progress | None = None) -> Vectors:
        sys.stdout.write("a library says something\n")
        return super().encode_passages(texts, progress)


class FailsWhileEncoding(HashingEmbedder):
    def encode_passages(self, texts: list[str], progress: Progress | None = None) -> Vectors:
        raise KeyError("tokens")


@pytest.fixture
def corpus_dir(tmp_path: Path) -> Path:
    return write_small_corpus(tmp_path / "corpus")


def test_it_is_the_same_build_and_each_step_is_told(corpus_dir: Path, tmp_path: Path) -> None:
    corpus = load_corpus(corpus_dir).corpus
    here = build_index(corpus, HashingEmbedder(), tmp_path / "here")
    steps: list[str] = []
    counts: list[tuple[int, int]] = []
    with BuildProcess() as process:
        there = process.build(
            corpus,
            PrintsWhileEncoding(),
            tmp_path / "there",
            stage=steps.append,
            progress=lambda done, total: counts.append((done, total)),
        )
    assert there.manifest.build_id == here.manifest.build_id
    assert there.encoded == here.encoded == counts[-1][1]
    assert steps == ["encode", "learn", "write", "export", "publish"]
    assert artifact.current_build(tmp_path / "there") == there.build
    assert (there.build / artifact.CALIBRATION).read_bytes() == (here.build / artifact.CALIBRATION).read_bytes()
    artifact.open_build(there.build)


def test_what_is_told_can_stop_it_and_nothing_is_live(corpus_dir: Path, tmp_path: Path) -> None:
    def stop(step: str) -> None:
        if step == "write":
            raise PretendStopError

    with BuildProcess() as process:
        with pytest.raises(PretendStopError):
            process.build(load_corpus(corpus_dir).corpus, HashingEmbedder(), tmp_path / "index", stage=stop)
        running = process._process
    assert running.returncode is not None
    with pytest.raises(IndexMissingError):
        artifact.current_build(tmp_path / "index")
    build_index(load_corpus(corpus_dir).corpus, HashingEmbedder(), tmp_path / "index")
    assert not list((tmp_path / "index").glob(".building-*"))


@pytest.mark.parametrize(
    ("embedder", "words"),
    [(KilledWhileEncoding(), r"killed \(signal 9\)"), (FailsWhileEncoding(), "KeyError: 'tokens'")],
)
def test_a_build_that_dies_or_fails_is_an_error(
    corpus_dir: Path, tmp_path: Path, embedder: HashingEmbedder, words: str
) -> None:
    with BuildProcess() as process, pytest.raises(BuildFailedError, match=words):
        process.build(load_corpus(corpus_dir).corpus, embedder, tmp_path / "index")


def test_a_folder_that_cannot_be_written_is_an_error_of_the_system(corpus_dir: Path, tmp_path: Path) -> None:
    (tmp_path / "index").write_text("a file")
    with BuildProcess() as process, pytest.raises(OSError, match="index") as failed:
        process.build(load_corpus(corpus_dir).corpus, HashingEmbedder(), tmp_path / "index")
    assert failed.value.filename is not None


def test_a_process_that_never_builds_ends() -> None:
    with BuildProcess() as process:
        pass
    assert process._process.returncode is not None


def test_it_is_told_none_of_the_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KRATOM_DISCORD_TOKEN", "secret")
    with BuildProcess() as process:
        environment = Path(f"/proc/{process._process.pid}/environ")
        if environment.is_file():
            assert b"secret" not in environment.read_bytes()


def test_it_ends_with_the_program_that_started_it(tmp_path: Path) -> None:
    code = (
        "import sys; from index.build_process import BuildProcess; started = BuildProcess(); "
        "print(started._process.pid, flush=True); sys.stdin.read()"
    )
    starter = subprocess.Popen(
        [sys.executable, "-c", code], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=Path.cwd()
    )
    assert starter.stdout is not None
    assert starter.stdin is not None
    builder = int(starter.stdout.readline())
    starter.kill()
    starter.wait()
    starter.stdin.close()
    starter.stdout.close()
    for _ in range(600):
        state = Path(f"/proc/{builder}/stat")
        if not state.exists() or state.read_text().rpartition(")")[2].split()[0] == "Z":
            return
        time.sleep(0.05)
    pytest.fail("the process that builds goes on alone")


def test_what_starts_builds_loads_nothing_that_only_building_needs() -> None:
    heavy = "torch transformers sentence_transformers sklearn scipy bm25s joblib onnx"
    code = f"import sys, bot.reloading; print([name for name in {heavy.split()} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=Path.cwd())
    assert done.stdout.strip() == "[]"
