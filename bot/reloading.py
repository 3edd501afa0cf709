"""Bring a changed corpus into use while questions are being answered: read, check, build aside, swap.

ReloadError
├── ReloadBusyError       someone else is at it
├── ReloadRefusedError    the corpus has problems that must be mended first
└── ReloadStoppedError    the program is ending

After any of them, and after any other error, the edition and the notices in use are those from before.
"""

import os
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import structlog
from filelock import FileLock, Timeout

from bot.answering.safeguards import Safeguards
from bot.bootstrap import Assembly
from bot.corpus_changes import Changes, compare
from bot.editions import OpenEdition
from bot.rendering.discord_markdown import notices_fit
from corpus.checks import check_corpus
from corpus.labelled import load_labelled_questions
from corpus.loader import LoadedCorpus, load_corpus
from corpus.problems import Problem, Severity
from corpus.triage_phrases import load_triage_phrases
from index import artifact
from index.build_process import BuildProcess
from index.errors import IndexBusyError, VectorIndexError
from index.rebuild import LOCK

log = structlog.get_logger()

Told = Callable[[str], None]
"""Told what the reload is doing, in words; called on the reload's own thread."""


class ReloadError(Exception):
    """Root of what can keep a reload from happening, besides errors of corpus and index."""


class ReloadBusyError(ReloadError):
    """Another reload is running; `by` says whose."""

    def __init__(self, by: str, seconds: float) -> None:
        super().__init__("another reload is running")
        self.by = by
        self.seconds = seconds


class ReloadRefusedError(ReloadError):
    """The corpus has problems; nothing changed."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__(f"{len(problems)} problems in the corpus")
        self.problems = problems


class ReloadStoppedError(ReloadError):
    """The program is ending; nothing changed."""


@dataclass(frozen=True, slots=True)
class ReloadReport:
    """What a reload did. `before` is the build that answered until then; None where there was none."""

    build_id: str
    before: str | None
    changes: Changes
    warnings: int
    seconds: float


@dataclass(frozen=True, slots=True)
class Holder:
    """Who is reloading, and since when (monotonic clock)."""

    by: str
    since: float


class Reloader:
    """Reloads, one at a time. `reload` blocks: it wants a thread of its own."""

    def __init__(self, assembly: Assembly) -> None:
        self._assembly = assembly
        self._claim = threading.Lock()
        self._stopping = threading.Event()
        self.holder: Holder | None = None

    def stop(self) -> None:
        """Let a running reload end at its next step, and begin no other."""
        self._stopping.set()

    def reload(self, by: str, told: Told = lambda _step: None) -> ReloadReport:
        """Read the corpus folder, check it, build its index aside and swap to it in one step.

        Raises:
            ReloadError: it was refused, stopped, or someone else is at it.
            CorpusError: the folder cannot be read as a corpus.
            VectorIndexError: the build failed, or another program is building in the same folder.
            OSError: a file could not be read or written.
        """
        with self._claimed(by), BuildProcess() as process:
            started = time.monotonic()
            step = self._stoppable(told)
            step("reading the corpus")
            loaded = load_corpus(self._assembly.settings.corpus_dir)
            step("checking the corpus")
            warnings = self._refuse_problems(loaded)
            before = self._assembly.shelf.current()
            edition = self._build(loaded, before, step, process)
            self._assembly.use(Safeguards(loaded.corpus.notices, loaded.corpus.crisis))
            changes = compare(before.library.corpus if before else None, edition.library.corpus)
            before_id = before.build_id if before else None
            return ReloadReport(edition.build_id, before_id, changes, warnings, time.monotonic() - started)

    @contextmanager
    def _claimed(self, by: str) -> Iterator[None]:
        if not self._claim.acquire(blocking=False):
            holder = self.holder or Holder("someone", time.monotonic())
            raise ReloadBusyError(holder.by, time.monotonic() - holder.since)
        self.holder = Holder(by, time.monotonic())
        try:
            yield
        finally:
            self.holder = None
            self._claim.release()

    def _stoppable(self, told: Told) -> Told:
        def step(words: str) -> None:
            if self._stopping.is_set():
                raise ReloadStoppedError("the program is ending")
            told(words)

        return step

    def _refuse_problems(self, loaded: LoadedCorpus) -> int:
        """Return how many warnings there are; any error, and any fixed text that went missing, stops the reload."""
        problems = [*check_corpus(loaded), *safeguard_problems(self._assembly.safeguards, loaded)]
        refused = tuple(problem for problem in problems if problem.severity is not Severity.WARNING)
        if refused:
            raise ReloadRefusedError(refused)
        return len(problems)

    def _build(
        self, loaded: LoadedCorpus, before: OpenEdition | None, step: Told, process: BuildProcess
    ) -> OpenEdition:
        settings = self._assembly.settings
        settings.index_dir.mkdir(parents=True, exist_ok=True)
        step("loading the model")
        embedders = self._assembly.embedders
        embedder = embedders.get(before.manifest.model) if before else embedders.named(settings.model)
        try:
            with FileLock(settings.index_dir / LOCK, timeout=0):
                report = process.build(
                    loaded.corpus,
                    embedder,
                    settings.index_dir,
                    questions=load_labelled_questions(settings.corpus_dir),
                    phrases=load_triage_phrases(settings.corpus_dir),
                    cache=settings.index_dir / ".cache",
                    jobs=os.cpu_count() or 1,
                    progress=lambda done, total: step(f"encoding new text: {done} of {total}"),
                    stage=lambda name: step(_STAGES.get(name, name)),
                )
                edition = self._swap(before)
                self._prune()
        except Timeout as error:
            raise IndexBusyError(settings.index_dir / LOCK) from error
        log.info("index reloaded", build=report.manifest.build_id, encoded=report.encoded, reused=report.reused)
        if report.without_encoder:
            log.warning("the build has no encoder", reason=report.without_encoder)
        return edition

    def _swap(self, before: OpenEdition | None) -> OpenEdition:
        """Open the new build; where that fails, point CURRENT back at the one that still answers."""
        shelf, root = self._assembly.shelf, self._assembly.settings.index_dir
        try:
            return shelf.load()
        except VectorIndexError:
            if before is not None:
                artifact.set_current(root, before.build_id)
            raise

    def _prune(self) -> None:
        settings = self._assembly.settings
        try:
            artifact.prune(settings.index_dir, settings.keep_builds)
        except (VectorIndexError, OSError) as error:  # old builds may stay; that is no reason to fail
            log.warning("old builds could not be removed", reason=str(error))


_STAGES = {
    "encode": "encoding new text",
    "learn": "learning when to answer",
    "write": "writing the index",
    "export": "preparing the encoder of questions",
    "publish": "publishing the index",
}


def safeguard_problems(in_use: Safeguards, loaded: LoadedCorpus) -> Iterator[Problem]:
    """Yield a problem where the new corpus would take something away that every reply, or a crisis, relies on."""
    for notice_id in sorted(set(in_use.notices) - set(loaded.corpus.notices)):
        path = loaded.root / "notices" / f"{notice_id}.md"
        yield Problem(path, 1, "NOTICE_GONE", "this fixed text is in use and is no longer there", Severity.INVALID)
    if not notices_fit(Safeguards(loaded.corpus.notices).always()):
        path = loaded.root / "notices"
        message = "safety.md and legality.md do not fit under a message"
        yield Problem(path, 1, "NOTICES_TOO_LONG", message, Severity.INVALID)
    if in_use.crisis and not loaded.corpus.crisis:
        path = loaded.root / "crisis_lines.yaml"
        yield Problem(path, 1, "CRISIS_LINES_GONE", "there are no crisis lines any more", Severity.INVALID)
