"""Try a corpus in a process of its own: read it, check it, build it aside, and ask the acceptance questions.

All that takes long of a reload or a preview happens here, beside the answers and not among them; the bot itself only
opens the build that comes of it. Nothing here makes anything live.

The index is built in a further process while this one checks, and asks the build from before.
"""

import os
import traceback
from collections.abc import Callable, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from filelock import FileLock, Timeout

from bot.acceptance.models import Acceptance
from bot.answering.safeguards import Safeguards
from bot.answering.withdrawals import Withdrawals
from bot.corpus_changes import Changes, compare
from bot.corpus_reading import CorpusRefusedError, check_for_use
from corpus.added import AddedArticle
from corpus.errors import CorpusError
from corpus.labelled import load_labelled_questions
from corpus.loader import LoadedCorpus, load_corpus
from corpus.models import CrisisRecord, LabelledQuestion, Notice, TriagePhrase
from corpus.problems import Problem
from corpus.triage_phrases import load_triage_phrases
from index.build_process import BuildProcess
from index.build_report import BuildReport
from index.embedder import Embedder
from index.errors import BuildFailedError, IndexBusyError, VectorIndexError
from index.own_process import OwnProcess, ProcessEndedError, Tell, work_as_process
from index.places import CACHE, LOCK

if TYPE_CHECKING:  # what asks is loaded while the index is being built
    from bot.editions import OpenEdition
    from bot.trial_editions import TrialEditions

_STEP, _BUILT = "step", "built"
_STAGES = {
    "encode": "encoding new text",
    "learn": "learning when to answer",
    "write": "writing the index",
    "export": "preparing the encoder of questions",
    "publish": "setting the index aside",
}


@dataclass(frozen=True, slots=True)
class TrialOrder:
    """What to try, and what the bot is at this moment.

    Attributes:
        corpus_dir: the corpus folder.
        added: the articles of moderators that go with it.
        index_dir: the folder of builds.
        before: the id of the build that answers now; None for none.
        embedder: the reference model.
        reference_only: questions are encoded by the reference, not by what a build brings along.
        in_use: the notices and crisis lines in use.
        withdrawals: what is withdrawn.
        today: the day on which the questions are asked.
        everything: ask all labelled questions.
    """

    corpus_dir: Path
    added: tuple[AddedArticle, ...]
    index_dir: Path
    before: str | None
    embedder: Embedder
    reference_only: bool
    in_use: Safeguards
    withdrawals: Withdrawals
    today: date
    everything: bool = False


@dataclass(frozen=True, slots=True)
class Tried:
    """What came of it; `notices`, `crisis` and `translations` are those of the corpus as it was read."""

    report: BuildReport
    changes: Changes
    tolerated: tuple[Problem, ...]
    acceptance: Acceptance
    notices: Mapping[str, Notice]
    crisis: tuple[CrisisRecord, ...]
    translations: Mapping[str, Mapping[str, Notice]]


class TrialProcess(OwnProcess):
    """A process that tries one corpus. It gets ready when it is made; a context that is left ends it."""

    def __init__(self) -> None:
        """Start it.

        Raises:
            OSError: no process can be started.
        """
        super().__init__("bot.trial_process")

    def run(
        self,
        order: TrialOrder,
        *,
        step: Callable[[str], None],
        built: Callable[[BuildReport], None] = lambda _report: None,
    ) -> Tried:
        """Try a corpus; what `step` and `built` raise is raised from here.

        Args:
            order: what to try.
            step: told each step, in words.
            built: told the build when it is there and is not asked yet.

        Raises:
            CorpusRefusedError: the corpus has problems.
            CorpusError: the folder cannot be read as a corpus.
            VectorIndexError: the build failed, or another program is building in the same folder.
            OSError: a file could not be read or written.
        """

        def told(kind: str, what: object) -> None:
            if kind == _BUILT and isinstance(what, BuildReport):
                built(what)
            else:
                step(str(what))

        try:
            tried: Tried = self.do(order, told)
        except ProcessEndedError as error:
            raise BuildFailedError(str(error)) from error
        return tried


def try_corpus(order: TrialOrder, tell: Tell, process: BuildProcess) -> Tried:
    """Try a corpus in this process, and build its index in another; raises what `TrialProcess.run` raises."""
    # When this is left, the process ends first, and then the thread that waits for it.
    with ThreadPoolExecutor(max_workers=1) as waiting, process:
        return _Trial(order, tell, process).run(waiting)


class _Trial:
    """One trial, step by step."""

    def __init__(self, order: TrialOrder, tell: Tell, process: BuildProcess) -> None:
        self._order = order
        self._tell = tell
        self._step: Callable[[str], None] = partial(tell, _STEP)
        self._process = process
        self._questions: tuple[LabelledQuestion, ...] = ()
        self._phrases: tuple[TriagePhrase, ...] = ()

    def run(self, waiting: ThreadPoolExecutor) -> Tried:
        order = self._order
        self._step("reading the corpus")
        loaded = load_corpus(order.corpus_dir, order.added)
        self._questions = load_labelled_questions(order.corpus_dir)
        self._phrases = load_triage_phrases(order.corpus_dir)
        self._step("checking the corpus")
        building = waiting.submit(self._build, loaded)
        read = check_for_use(order.in_use, loaded)
        from bot.trial_editions import TrialEditions

        editions = TrialEditions(order.index_dir, order.embedder, reference_only=order.reference_only)
        before = self._open_before(editions, building)
        changes = compare(before.library.corpus if before else None, loaded.corpus)
        if before is not None and changes:  # while the other one is being built
            self._ask(editions, None, before, changes)
        report = building.result()
        self._tell(_BUILT, report)
        if before is not None and report.build.name == before.build_id:
            acceptance = Acceptance()
        else:
            acceptance = self._ask(editions, before, editions.open(report.build.name), changes, self._step)
        corpus = loaded.corpus
        return Tried(report, changes, read.tolerated, acceptance, corpus.notices, corpus.crisis, corpus.translations)

    def _build(self, loaded: LoadedCorpus) -> BuildReport:
        root = self._order.index_dir
        root.mkdir(parents=True, exist_ok=True)
        try:
            with FileLock(root / LOCK, timeout=0):
                return self._process.build(
                    loaded.corpus,
                    self._order.embedder,
                    root,
                    questions=self._questions,
                    phrases=self._phrases,
                    cache=root / CACHE,
                    jobs=os.cpu_count() or 1,
                    progress=lambda done, total: self._step(f"encoding new text: {done} of {total}"),
                    stage=lambda name: self._step(_STAGES.get(name, name)),
                    live=False,
                )
        except Timeout as error:
            raise IndexBusyError(root / LOCK) from error

    def _open_before(self, editions: "TrialEditions", building: "Future[BuildReport]") -> "OpenEdition | None":
        """Open the build that answers; one whose files were damaged since is mended by a build of the same corpus."""
        before = self._order.before
        if before is None:
            return None
        try:
            return editions.open(before)
        except VectorIndexError:
            if building.result().build.name != before:
                raise
            return editions.open(before)

    def _ask(
        self,
        editions: "TrialEditions",
        before: "OpenEdition | None",
        after: "OpenEdition",
        changes: Changes,
        step: Callable[[str], None] = lambda _words: None,
    ) -> Acceptance:
        """Compare two builds, and keep what was found out; without the first, it is only that of the second."""
        acceptance = editions.test(self._order.withdrawals, in_haste=before is not None).compare(
            before,
            after,
            self._questions,
            self._phrases,
            today=self._order.today,
            touched=frozenset((*changes.added, *changes.changed, *changes.removed)),
            everything=self._order.everything,
            told=lambda done, total: step(f"asking acceptance questions: {done} of {total}"),
        )
        editions.save()
        return acceptance


def _work(order: TrialOrder, tell: Tell) -> Tried:
    try:
        return try_corpus(order, tell, BuildProcess())
    except (CorpusError, CorpusRefusedError, VectorIndexError, OSError):
        raise
    except Exception as error:  # its kind may be of a library that the bot does not load
        traceback.print_exc()
        raise BuildFailedError(f"{type(error).__name__}: {error}") from error


def main() -> None:
    """Run as the process that tries."""
    work_as_process(_work)


if __name__ == "__main__":
    from bot.trial_process import main as run_as_named  # so that orders are of the class that the starter knows

    run_as_named()
