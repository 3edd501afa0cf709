"""Build the index in a process of its own: given the corpus as it was read, it tells each step."""

import traceback
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from corpus.errors import CorpusError
from corpus.models import Corpus
from index.build_report import BuildReport
from index.embedder import Embedder, Progress
from index.errors import BuildFailedError, VectorIndexError
from index.own_process import OwnProcess, ProcessEndedError, Tell, work_as_process


@dataclass(frozen=True, slots=True)
class _Job:
    corpus: Corpus
    embedder: Embedder
    root: Path
    options: dict[str, Any] = field(default_factory=dict)


class BuildProcess(OwnProcess):
    """A process that builds once. It gets ready when it is made; a context that is left ends it, whatever it does."""

    def __init__(self) -> None:
        """Start it.

        Raises:
            OSError: no process can be started.
        """
        super().__init__("index.build_process")

    def build(
        self,
        corpus: Corpus,
        embedder: Embedder,
        root: Path,
        *,
        progress: Progress = lambda _done, _total: None,
        stage: Callable[[str], None] = lambda _name: None,
        **options: Any,
    ) -> BuildReport:
        """Do what `builder.build_index` does, with the same arguments. The caller holds the lock of the builds.

        What `progress` or `stage` raise is raised from here.

        Raises:
            BuildFailedError: the build failed, for whatever reason but the next, or was killed.
            OSError: a file could not be written.
        """

        def told(kind: str, *words: Any) -> None:
            (progress if kind == "progress" else stage)(*words)

        try:
            report: BuildReport = self.do(_Job(corpus, embedder, root, options), told)
        except ProcessEndedError as error:
            raise BuildFailedError(str(error)) from error
        return report


def _prepare() -> None:
    """Load what a build needs while the corpus is still being read."""
    import bm25s  # noqa: F401
    import scipy.optimize  # noqa: F401

    import index.builder
    import index.onnx_encoder  # noqa: F401


def _build(job: _Job, tell: Tell) -> BuildReport:
    from index.builder import build_index

    try:
        return build_index(
            job.corpus,
            job.embedder,
            job.root,
            progress=lambda done, total: tell("progress", done, total),
            stage=lambda name: tell("stage", name),
            **job.options,
        )
    except OSError:
        raise
    except (CorpusError, VectorIndexError) as error:
        raise BuildFailedError(str(error)) from error
    except Exception as error:
        traceback.print_exc()
        raise BuildFailedError(f"{type(error).__name__}: {error}") from error


def main() -> None:
    """Run as the process that builds."""
    work_as_process(_build, _prepare)


if __name__ == "__main__":
    from index.build_process import main as run_as_named  # so that jobs are of the class that the starter knows

    run_as_named()
