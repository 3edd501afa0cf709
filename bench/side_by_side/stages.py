"""The stages of a run. Systems take turns within each, so that noise of the machine hits all of them alike."""

import json
import subprocess
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import Any

from bench.side_by_side.adapters.interface import PlainPassage
from bench.side_by_side.figures import Figures
from bench.side_by_side.machine import folder_bytes, memory_mib
from bench.side_by_side.process import ROOT, SystemFailedError, Worker, environment
from bench.side_by_side.systems import SystemSpec

Turns = tuple[str, ...]
Told = Callable[[str], None]
Judge = Callable[[int, Sequence[str]], bool]
"""Tells whether these passages, read together, answer the question of this number."""

WARM_UP: Turns = ("what is kratom",)
_ONE_THREAD = "1 thread"
_ALL_THREADS = "the library's own number of threads"
VARIANTS: dict[str, int | None] = {_ONE_THREAD: 1, _ALL_THREADS: None}
_QUESTIONS_A_TURN = 10
_FIRST_QUESTION = "is kratom addictive?"
_COLD_START_TIMEOUT_S = 300


class Contest:
    """The systems of one run, their figures so far, and where each keeps what it built."""

    def __init__(self, specs: Sequence[SystemSpec], work: Path, told: Told, *, one_thread: bool = False) -> None:
        """`work` gets a folder per system; `told` gets a line of progress at a time.

        With `one_thread` no system may use more than one: on a busy machine threads wait for each other in loops.
        """
        self.variants = {_ONE_THREAD: VARIANTS[_ONE_THREAD]} if one_thread else VARIANTS
        self.threads = 1 if one_thread else None
        self.specs = list(specs)
        self.work = work
        self.figures = {spec.name: Figures(spec.name, spec.title) for spec in specs}
        self.told = told

    def folder(self, spec: SystemSpec) -> Path:
        """Return where a system keeps what it built."""
        return self.work / spec.name

    def running(self) -> list[SystemSpec]:
        """Return the systems that have not failed."""
        return [spec for spec in self.specs if not self.figures[spec.name].fault]

    @contextmanager
    def catching(self, spec: SystemSpec, stage: str) -> Iterator[None]:
        """Note a system that fails and leave it out from then on; the others go on."""
        try:
            yield
        except (SystemFailedError, OSError) as error:
            self.figures[spec.name].fault = f"{stage}: {error}"
            self.told(f"{spec.title} failed, {stage}: {error}")


def build(contest: Contest, passages: Sequence[PlainPassage], but_not: str = "") -> None:
    """Let each system but one build from the passages into an empty folder, and weigh what it wrote."""
    rows = [asdict(passage) for passage in passages]
    for spec in contest.running():
        if spec.name == but_not:
            continue
        figures, folder = contest.figures[spec.name], contest.folder(spec)
        with contest.catching(spec, "build"), Worker(spec.serve_command(), environment(contest.threads)) as worker:
            folder.mkdir(parents=True)
            figures.build_s = worker.ask("build", passages=rows, folder=str(folder))["seconds"]
            figures.data_bytes = folder_bytes(folder)
            contest.told(f"build: {spec.title} {figures.build_s:.1f} s")


def weigh_packages(contest: Contest) -> None:
    """Find which installed packages each system needs, and their sizes."""
    for spec in contest.running():
        command = [spec.interpreter, "-m", "bench.side_by_side.installed", *spec.packages]
        done = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, env=environment(None), check=False)
        with contest.catching(spec, "installed packages"):
            if done.returncode:
                raise SystemFailedError(done.stderr.strip()[-400:])
            contest.figures[spec.name].packages = json.loads(done.stdout)


def start_cold(contest: Contest, rounds: int) -> None:
    """Time new processes from their start to the first printed answer; files are in the system's cache by then.

    One round more than asked is run, and the first not counted: it brings the files into that cache.
    """
    for number in range(rounds + 1):
        for spec in contest.running():
            with contest.catching(spec, "cold start"):
                seconds = _first_answer_s(spec, contest.folder(spec), contest.threads)
                if number:
                    contest.figures[spec.name].cold_starts_s.append(seconds)
        contest.told(f"cold start: round {number} of {rounds}")


def _first_answer_s(spec: SystemSpec, folder: Path, threads: int | None) -> float:
    chosen = environment(threads)
    chosen["KRATOM_INDEX_DIR"] = str(folder)
    started = time.perf_counter()
    with subprocess.Popen(
        spec.once_command(folder, _FIRST_QUESTION),
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        cwd=ROOT,
        env=chosen,
    ) as process:
        assert process.stdout is not None
        first = process.stdout.readline()
        seconds = time.perf_counter() - started
        try:
            process.communicate(timeout=_COLD_START_TIMEOUT_S)
        except subprocess.TimeoutExpired as error:
            process.kill()
            raise SystemFailedError("it did not end after its answer") from error
    if process.returncode or not first.strip():
        raise SystemFailedError(f"no answer came, exit status {process.returncode}")
    return seconds


def weigh_memory(contest: Contest, questions: Sequence[Turns]) -> None:
    """Measure each system's memory after it answered the questions, with no other system running."""
    for spec in contest.running():
        with contest.catching(spec, "memory"), Worker(spec.serve_command(), environment(contest.threads)) as worker:
            worker.ask("load", folder=str(contest.folder(spec)))
            worker.ask("answer", questions=[WARM_UP, *questions])
            figures = contest.figures[spec.name]
            figures.resident_mib, figures.proportional_mib = memory_mib(worker.pid)
            contest.told(f"memory: {spec.title} {figures.resident_mib:.0f} MiB")


def answer(contest: Contest, questions: Sequence[Turns], right: Judge) -> None:
    """Ask everything of all systems in turns of a few questions, once per variant of threads; judge the first time."""
    for variant, threads in contest.variants.items():
        with ExitStack() as open_workers:
            workers = _loaded(contest, open_workers, threads)
            judged = {name: bool(contest.figures[name].right_1) for name in workers}
            for start in range(0, len(questions), _QUESTIONS_A_TURN):
                some = questions[start : start + _QUESTIONS_A_TURN]
                for spec in contest.running():
                    with contest.catching(spec, "answer"):
                        rows = workers[spec.name].ask("answer", questions=some)["answers"]
                        figures = contest.figures[spec.name]
                        figures.latencies_ms.setdefault(variant, []).extend(row["ms"] for row in rows)
                        if not judged[spec.name]:
                            _judge(figures, start, rows, right)
        contest.told(f"answers: {variant} done")


def _loaded(contest: Contest, open_workers: ExitStack, threads: int | None) -> dict[str, Worker]:
    workers = {}
    for spec in contest.running():
        with contest.catching(spec, "load"):
            worker = open_workers.enter_context(Worker(spec.serve_command(), environment(threads)))
            worker.ask("load", folder=str(contest.folder(spec)))
            worker.ask("answer", questions=[WARM_UP])
            workers[spec.name] = worker
    return workers


def _judge(figures: Figures, start: int, rows: Sequence[dict[str, Any]], right: Judge) -> None:
    for number, row in enumerate(rows, start=start):
        figures.right_1.append(right(number, row["ids"][:1]))
        figures.right_3.append(right(number, row["ids"]))


def fill_cores(contest: Contest, questions: Sequence[Turns], cores: int) -> None:
    """Measure answers a second of the whole machine: a process a core with one thread, or one process with all.

    No question is asked twice of one process, for this project remembers the vectors of recent questions.
    """
    for spec in contest.running():
        with contest.catching(spec, "questions a second"):
            figures = contest.figures[spec.name]
            for processes, variant in ((cores, _ONE_THREAD), (1, _ALL_THREADS)):
                if variant not in contest.variants:
                    continue
                rate = _answers_a_second(spec, contest.folder(spec), questions, processes, VARIANTS[variant])
                figures.per_second[f"{processes} process{'es' if processes > 1 else ''}, {variant}"] = rate
            contest.told(f"questions a second: {spec.title} {figures.best_per_second:.1f}")


def _answers_a_second(
    spec: SystemSpec, folder: Path, questions: Sequence[Turns], processes: int, threads: int | None
) -> float:
    with ExitStack() as stack, ThreadPoolExecutor(processes) as pool:
        workers = [stack.enter_context(Worker(spec.serve_command(), environment(threads))) for _ in range(processes)]
        for worker in workers:
            worker.ask("load", folder=str(folder))
            worker.ask("answer", questions=[WARM_UP])
        shares = [questions[number::processes] for number in range(processes)]
        started = time.perf_counter()
        list(pool.map(lambda one: one[0].ask("answer", questions=one[1]), zip(workers, shares, strict=True)))
        return len(questions) / (time.perf_counter() - started)
