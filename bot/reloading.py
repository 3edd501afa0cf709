"""Change what is answered from while questions are being answered: read, check, build aside, compare, swap; roll back.

ReloadError
├── SafetyRegressedError  a safety acceptance question would no longer be answered as it has to be
├── NothingToRollBackError  there is no such build to go back to
└── ReloadStoppedError    the program is ending

After any of them, after `CorpusBusyError`, `CorpusRefusedError` and after any other error, the edition and the notices
in use are those from before.
"""

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime

import structlog
from filelock import FileLock, Timeout

from bot.acceptance.models import Acceptance
from bot.bootstrap import Assembly, make_safeguards
from bot.corpus_changes import Changes, compare
from bot.corpus_claim import CorpusClaim, Holder, Work
from bot.corpus_reading import added_articles
from bot.editions import OpenEdition
from bot.kept_builds import KeptBuild, build_before, kept_builds
from bot.trial_process import TrialOrder, TrialProcess, Tried
from corpus.added import AddedArticle
from corpus.problems import Problem
from index import artifact
from index.build_report import BuildReport
from index.errors import IndexBusyError, VectorIndexError
from index.places import LOCK
from index.question_encoder import EncoderChoice

log = structlog.get_logger()

Told = Callable[[str], None]
"""Told what the work is at, in words; called on its own thread."""


def _silent(_step: str) -> None:
    pass


def _today() -> date:
    return datetime.now(UTC).date()


class ReloadError(Exception):
    """Root of what can keep a change from happening, besides errors of corpus and index."""


class SafetyRegressedError(ReloadError):
    """The new build would do worse on what must never get worse; `trial` says on what."""

    def __init__(self, trial: "Trial") -> None:
        super().__init__("a safety acceptance question regressed")
        self.trial = trial


class NothingToRollBackError(ReloadError):
    """There is no build to go back to, or it is no longer kept."""


class ReloadStoppedError(ReloadError):
    """The program is ending; nothing changed."""


@dataclass(frozen=True, slots=True)
class Trial:
    """What a corpus would change, or changed. `before` is the build that answered until then; None for none.

    `tolerated` are the problems that keep nothing from being answered.
    """

    build_id: str
    before: str | None
    changes: Changes
    tolerated: tuple[Problem, ...]
    acceptance: Acceptance
    seconds: float


@dataclass(frozen=True, slots=True)
class RollbackReport:
    """What a rollback did: the build that answers now, the one that did, and how they differ."""

    to: KeptBuild
    left: str | None
    changes: Changes


class Reloader:
    """Changes what is answered from, one at a time. Its methods block: they want a thread of their own."""

    def __init__(self, assembly: Assembly, today: Callable[[], date] = _today) -> None:
        self._assembly = assembly
        self._today = today
        self._claim = CorpusClaim()
        self._stopping = threading.Event()

    @property
    def holder(self) -> Holder | None:
        """Return who is at work; None where nobody is."""
        return self._claim.holder

    def stop(self) -> None:
        """Let running work end at its next step, and begin no other."""
        self._stopping.set()

    def preview(
        self,
        by: str,
        told: Told = _silent,
        *,
        candidate: AddedArticle | None = None,
        everything: bool = False,
    ) -> Trial:
        """Do all that a reload does but the swap; what was built is kept aside for a reload of the same corpus.

        Args:
            by: who asks.
            told: told each step.
            candidate: an article as if it had been added.
            everything: ask all acceptance questions, not only so many that they stand for all.

        Raises:
            CorpusBusyError: someone else is at work.
            CorpusRefusedError: the corpus has problems.
            ReloadStoppedError: the program is ending.
            CorpusError, StateError: the corpus cannot be read.
            VectorIndexError: the build failed, or another program is building in the same folder.
            OSError: a file could not be read or written.
        """
        with self._claim.held(by, Work.PREVIEW if candidate is None else Work.ADD), TrialProcess() as process:
            started, step = time.monotonic(), self._stoppable(told)
            order = self._order(candidate, everything=everything)
            tried = process.run(order, step=step, built=_log_build)
            self._prune()
            return _trial(order, tried, started)

    def reload(
        self,
        by: str,
        told: Told = _silent,
        *,
        work: Work = Work.RELOAD,
        first: Callable[[], None] = lambda: None,
    ) -> Trial:
        """Read the corpus, check it, build its index aside, compare, and swap to it in one step.

        Args:
            by: who asks.
            told: told each step.
            work: what others are told who come meanwhile.
            first: done before, while nobody else can be at work; what it did stays done whatever comes of the reload.

        Raises:
            SafetyRegressedError: a safety acceptance question regressed.
            CorpusBusyError, CorpusRefusedError, ReloadStoppedError, CorpusError, StateError, VectorIndexError, OSError:
                as for `preview`.
        """
        with self._claim.held(by, work), TrialProcess() as process:
            started, step = time.monotonic(), self._stoppable(told)
            first()
            order, opened = self._order(), []

            def built(report: BuildReport) -> None:
                _log_build(report)
                opened.append(self._assembly.shelf.open_aside(report.build))  # while it is being asked over there

            tried = process.run(order, step=step, built=built)
            trial = _trial(order, tried, started)
            if not trial.acceptance.is_safe:
                raise SafetyRegressedError(trial)
            step("making it live")
            self._swap(opened[0])
            self._assembly.use(make_safeguards(tried.notices, tried.crisis, tried.translations))
            self._prune()
            return replace(trial, seconds=time.monotonic() - started)

    def rollback(self, by: str, build_id: str | None = None) -> RollbackReport:
        """Answer from an earlier build, the one before the live one by default, until the next reload.

        Notices and crisis lines stay those of the corpus folder, and what is withdrawn stays withdrawn.

        Raises:
            CorpusBusyError: someone else is at work.
            NothingToRollBackError: there is no such build.
            VectorIndexError: the build is damaged, or another program is building in the same folder.
            OSError: a file could not be written.
        """
        with self._claim.held(by, Work.ROLLBACK):
            before, root = self._assembly.shelf.current(), self._assembly.settings.index_dir
            named = (one for one in kept_builds(root) if not one.is_live and one.build_id == build_id)
            chosen = next(named, None) if build_id else build_before(root)
            if chosen is None:
                raise NothingToRollBackError
            edition = self._assembly.shelf.open_aside(root / chosen.build_id)
            self._swap(edition, rolled_back_from=before.build_id if before else "none")
            log.info("index rolled back", build=edition.build_id)
            old = before.library.corpus if before else None
            return RollbackReport(chosen, before.build_id if before else None, compare(old, edition.library.corpus))

    def _stoppable(self, told: Told) -> Told:
        def step(words: str) -> None:
            if self._stopping.is_set():
                raise ReloadStoppedError("the program is ending")
            told(words)

        return step

    def _order(self, candidate: AddedArticle | None = None, *, everything: bool = False) -> TrialOrder:
        """Return what is to be tried: the corpus folder as it is, with the added articles."""
        assembly, settings = self._assembly, self._assembly.settings
        before, embedders = assembly.shelf.current(), assembly.embedders
        added = added_articles(settings, assembly.state)
        if candidate is not None:  # it takes the place of an added article with the same id
            added = (*(one for one in added if one.article_id != candidate.article_id), candidate)
        return TrialOrder(
            corpus_dir=settings.corpus_dir,
            added=added,
            index_dir=settings.index_dir,
            before=before.build_id if before else None,
            embedder=embedders.get(before.manifest.model) if before else embedders.named(settings.model),
            reference_only=settings.encoder is EncoderChoice.REFERENCE,
            in_use=assembly.safeguards,
            withdrawals=assembly.withdrawals.current(),
            today=self._today(),
            everything=everything,
        )

    def _swap(self, edition: OpenEdition, *, rolled_back_from: str | None = None) -> None:
        """Make an open build the live one, on disk and in answers."""
        root = self._assembly.settings.index_dir
        try:
            with FileLock(root / LOCK, timeout=0):
                artifact.set_current(root, edition.build_id, rolled_back_from=rolled_back_from)
                self._assembly.shelf.use(edition)
        except Timeout as error:
            raise IndexBusyError(root / LOCK) from error

    def _prune(self) -> None:
        settings = self._assembly.settings
        try:
            artifact.prune(settings.index_dir, settings.keep_builds)
        except (VectorIndexError, OSError) as error:  # old builds may stay; that is no reason to fail
            log.warning("old builds could not be removed", reason=str(error))


def _log_build(report: BuildReport) -> None:
    log.info("index built", build=report.manifest.build_id, encoded=report.encoded, reused=report.reused)
    if report.without_encoder:
        log.warning("the build has no encoder", reason=report.without_encoder)


def _trial(order: TrialOrder, tried: Tried, started: float) -> Trial:
    seconds = time.monotonic() - started
    build_id = tried.report.manifest.build_id
    return Trial(build_id, order.before, tried.changes, tried.tolerated, tried.acceptance, seconds)
