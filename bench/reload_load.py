"""Reload a changed article while questions come at a steady rate: python -m bench.reload_load.

Tells how long the change takes to be live by the bot's own way (read, check, encode, build, ask the acceptance
questions of both builds, swap), with nobody asking and among questions; and how long questions take before, during and
after. It looks at each answer: none may fail, and each must show passages as one build has them, not a mix of two.

A question's time counts from when it was due, so that one that waits behind others is counted with its wait.
"""

import json
import logging
import os
import platform
import resource
import shutil
import tempfile
import threading
import time
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Annotated, Any

import numpy as np
import typer

from bench.part_corpus import make_part_corpus
from bot.answering.models import Answer, Outcome, Question
from bot.bootstrap import Assembly, assemble
from bot.operation.structured_logs import configure_logging
from bot.reloading import Reloader
from bot.settings import Settings
from corpus.labelled import load_labelled_questions
from index.places import CACHE, INDEX_DIR

RESULTS = Path(__file__).parent / "results" / "reload-load"
_DAY = date(2026, 11, 23)


@dataclass(frozen=True, slots=True)
class Asked:
    """One question of the load: when it was due and done, in seconds on one clock, and its answer, if there is one."""

    due: float
    done: float
    answer: Answer | None
    error: str = ""

    @property
    def milliseconds(self) -> float:
        """Return how long it took from when it was due."""
        return (self.done - self.due) * 1000


class Load:
    """Asks questions at a steady rate on one thread, as the bot answers, until it is stopped."""

    def __init__(self, assembly: Assembly, questions: list[str], per_second: float) -> None:
        self._assembly = assembly
        self._questions = questions
        self._gap = 1.0 / per_second
        self._stopping = threading.Event()
        self._asking = threading.Thread(target=self._run, daemon=True)
        self._results: list[Future[Asked]] = []

    def start(self) -> None:
        """Begin to ask."""
        self._asking.start()

    def stop(self) -> list[Asked]:
        """Return all that was asked, in order, when the last is answered."""
        self._stopping.set()
        self._asking.join()
        return [future.result() for future in self._results]

    def _run(self) -> None:
        begun = time.perf_counter()
        with ThreadPoolExecutor(max_workers=1) as worker:
            number = 0
            while not self._stopping.is_set():
                due = begun + number * self._gap
                time.sleep(max(0.0, due - time.perf_counter()))
                self._results.append(worker.submit(self._ask, self._questions[number % len(self._questions)], due))
                number += 1

    def _ask(self, text: str, due: float) -> Asked:
        try:
            answer = self._assembly.service.answer(Question((text,), _DAY))
        except Exception as error:  # counted: whatever it is, a person would not have had an answer
            return Asked(due, time.perf_counter(), None, type(error).__name__)
        return Asked(due, time.perf_counter(), answer)


def change_one_sentence(corpus_dir: Path, passage_id: str) -> None:
    """Change the wording of the article that a passage is of."""
    article_id = passage_id.partition("#")[0]
    (path,) = (corpus_dir / "articles").rglob(f"{article_id}.md")
    text = path.read_text("utf-8")
    for old, new in (("There is no ", "There is still no "), (" was found", " has been found"), (" may ", " could ")):
        if old in text:
            path.write_text(text.replace(old, new, 1), "utf-8")
            return
    raise ValueError(f"{path} has no sentence to change")


def faults(asked: list[Asked], editions: dict[str, dict[str, str]]) -> Iterator[str]:
    """Yield what is wrong with answers: that there is none, or that one shows what no build or another build has.

    Args:
        asked: what was asked.
        editions: the text of each passage by its id, by build.
    """
    for one in asked:
        if one.answer is None:
            yield f"no answer ({one.error})"
        elif one.answer.outcome is Outcome.UNAVAILABLE:
            yield "the index was not there"
        elif one.answer.build is not None:
            texts = editions.get(one.answer.build)
            if texts is None:
                yield f"build {one.answer.build} was never live"
            elif any(texts.get(quote.passage.id) != quote.passage.text for quote in one.answer.quotes):
                yield f"a passage is not as build {one.answer.build} has it"


def texts_of(assembly: Assembly) -> tuple[str, dict[str, str]]:
    """Return the id of the live build, and its passages."""
    edition = assembly.shelf.current()
    if edition is None:
        raise RuntimeError("there is no live build")
    return edition.build_id, {passage.id: passage.text for passage in edition.library.corpus.passages}


def percentiles(asked: list[Asked]) -> dict[str, float]:
    """Return p50, p95, p99 and the greatest of the times, in milliseconds, and how many there are."""
    times = np.array([one.milliseconds for one in asked])
    if not len(times):
        return {"questions": 0}
    named = {f"p{share}": round(float(np.percentile(times, share)), 2) for share in (50, 95, 99)}
    return {"questions": len(times), **named, "max": round(float(times.max()), 2)}


def processor_seconds() -> tuple[float, float]:
    """Return the processor time, in seconds, of this process and of all processes that it started and that ended."""
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    here, there = (one.ru_utime + one.ru_stime for one in used)
    return here, there


def reload_timed(reloader: Reloader) -> dict[str, Any]:
    """Reload, and return how long it took, its steps, and what it took of the processor and asked."""
    begun, used = time.perf_counter(), processor_seconds()
    steps: list[tuple[float, str]] = []
    trial = reloader.reload("bench", lambda words: steps.append((round(time.perf_counter() - begun, 2), words)))
    seconds = round(time.perf_counter() - begun, 2)
    here, there = (round(now - then, 2) for now, then in zip(processor_seconds(), used, strict=True))
    return {
        "seconds_to_live": seconds,
        "processor_seconds": {"bot": here, "other_processes": there},
        "acceptance_questions": len(trial.acceptance.compared),
        "safety_messages": trial.acceptance.safety_known,
        "steps": steps,
    }


def measure(folder: Path, passages: int, per_second: float, seconds: float, cache: Path) -> dict[str, Any]:
    """Run once in an empty folder and return the figures."""
    part = make_part_corpus(folder / "corpus", passages)
    settings = Settings(corpus_dir=folder / "corpus", index_dir=folder / "index", state_dir=folder / "state")
    if cache.is_dir():  # so that the first build does not encode everything
        shutil.copytree(cache, folder / "index" / CACHE)
    assembly = assemble(settings, open_index=False)
    reloader = Reloader(assembly)
    reloader.reload("bench")
    first = texts_of(assembly)
    labelled = load_labelled_questions(settings.corpus_dir)
    questions = [one.text for one in labelled if one.answers]
    for text in questions[:50]:
        assembly.service.answer(Question((text,), _DAY))
    load = Load(assembly, questions[50:], per_second)
    load.start()
    time.sleep(seconds)
    changed = next(answer for one in labelled for answer in one.answers if not answer.endswith("#record"))
    change_one_sentence(settings.corpus_dir, changed)
    begun = time.perf_counter()
    among_questions = reload_timed(reloader)
    live = time.perf_counter()
    time.sleep(seconds)
    asked = load.stop()
    second = texts_of(assembly)
    change_one_sentence(settings.corpus_dir, changed)
    alone = reload_timed(reloader)
    wrong = list(faults(asked, dict([first, second])))
    before = [one for one in asked if one.due < begun]
    during = [one for one in asked if begun <= one.due < live]
    return {
        "measured_on": datetime.now(UTC).isoformat(timespec="seconds"),
        "machine": {"cores": os.cpu_count(), "system": platform.platform(), "load": os.getloadavg()[0]},
        "passages": len(part.passages),
        "questions_a_second": per_second,
        "nobody_asking": alone,
        "among_questions": among_questions,
        "most_memory_mb": {
            "bot": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
            "largest_other_process": resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024,
        },
        "before": percentiles(before),
        "during": percentiles(during),
        "after": percentiles([one for one in asked if one.due >= live]),
        "p99_ratio": round(percentiles(during)["p99"] / percentiles(before)["p99"], 2),
        "faults": len(wrong),
        "first_faults": wrong[:5],
        "builds": [first[0], second[0]],
    }


def command(
    passages: Annotated[int, typer.Option("--passages", min=1, help="How large the corpus is.")] = 500,
    per_second: Annotated[float, typer.Option("--rate", min=1, help="Questions a second.")] = 50.0,
    seconds: Annotated[float, typer.Option("--seconds", min=1, help="How long to ask before and after.")] = 10.0,
    out: Annotated[Path, typer.Option("--out", help="Where the figures are written.")] = RESULTS,
) -> None:
    """Measure a reload under load, print the figures and save them as JSON."""
    configure_logging(logging.CRITICAL)
    with tempfile.TemporaryDirectory() as folder:
        found = measure(Path(folder), passages, per_second, seconds, INDEX_DIR / CACHE)
    out.mkdir(parents=True, exist_ok=True)
    (out / "summary.json").write_text(json.dumps(found, indent=1) + "\n", "utf-8")
    typer.echo(json.dumps(found, indent=1))


if __name__ == "__main__":
    typer.run(command)
