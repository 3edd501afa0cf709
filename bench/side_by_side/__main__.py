"""Compare this project with its peers: python -m bench.side_by_side --peers PYTHON (make bench)."""

import json
import logging
import os
import tempfile
import time
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Annotated, NoReturn

import typer
from rich.console import Console
from rich.table import Table as RichTable

from bench.benchmark_page import Part, write_part
from bench.evaluation.questions import ANSWERABLE, Item, QuestionFileError, own_items, read_items, spread
from bench.evaluation.tables import Table
from bench.side_by_side import stages
from bench.side_by_side.adapters.interface import PlainPassage
from bench.side_by_side.machine import describe_machine
from bench.side_by_side.plots import save_plot
from bench.side_by_side.report import Run, bar_table, main_table, section, to_json
from bench.side_by_side.systems import OWN, specs
from bot.cli import load_settings
from bot.operation.structured_logs import configure_logging
from bot.settings import Settings
from corpus.labelled import load_labelled_questions
from corpus.models import Corpus, Passage
from index import artifact, live_builds
from index.errors import VectorIndexError
from index.field_texts import title_text

EXIT_USAGE = 2
EXIT_UNAVAILABLE = 69
RESULTS = Path(__file__).resolve().parents[1] / "results" / "side-by-side"
OWN_QUESTIONS = "corpus/questions.yaml"
_WIDTH_OF_FILES = 170

app = typer.Typer(add_completion=False)


@app.command()
def compare(
    peers: Annotated[
        Path | None, typer.Option("--peers", help="Python of the peers' environment; without it, this project alone.")
    ] = None,
    file: Annotated[Path | None, typer.Option("--file", help="Labelled questions; default: the corpus's own.")] = None,
    limit: Annotated[int, typer.Option("--limit", min=1, help="Most questions for right@k and time a question.")] = 300,
    filling: Annotated[int, typer.Option("--filling", min=2, help="Questions for questions a second.")] = 400,
    cold_starts: Annotated[int, typer.Option("--cold-starts", min=1, help="Cold starts of each system.")] = 5,
    only: Annotated[list[str] | None, typer.Option("--only", help="Names of the peers to run; default: all.")] = None,
    take_live_build: Annotated[
        bool, typer.Option("--take-live-build", help="Do not build this project's index anew; build time is left out.")
    ] = False,
    one_thread: Annotated[
        bool, typer.Option("--one-thread", help="No system with more than one thread: for a busy machine.")
    ] = False,
    out: Annotated[Path, typer.Option("--out", help="Where JSON and plots are written.")] = RESULTS,
    write_docs: Annotated[bool, typer.Option("--write-docs", help="Put the figures into docs/benchmarks.md.")] = False,
) -> None:
    """Measure this project and its peers in turns: speed, memory, size, and how often they are right."""
    configure_logging(logging.CRITICAL)
    settings = load_settings()
    started, machine = time.monotonic(), describe_machine()
    try:
        corpus = artifact.open_build(artifact.current_build(settings.index_dir)).corpus
        items = spread(_answerable(corpus, settings, file), limit)
    except QuestionFileError as error:
        _fail(str(error), EXIT_USAGE)
    except VectorIndexError as error:
        _fail(str(error), EXIT_UNAVAILABLE)
    chosen = [one for one in specs(_interpreter(peers)) if not only or one.name in (OWN, *only)]
    with tempfile.TemporaryDirectory(prefix="kratom-bench-") as work:
        contest = stages.Contest(chosen, Path(work), lambda line: typer.echo(line, err=True), one_thread=one_thread)
        _run(contest, corpus, settings, items, filling, cold_starts, take_live_build=take_live_build)
    run = Run(
        asked_on=date.today().isoformat(),
        machine=machine,
        load_after=round(os.getloadavg()[0], 2),
        minutes=round((time.monotonic() - started) / 60, 1),
        passages=len(corpus.passages),
        questions=len(items),
        questions_from=file.name if file else OWN_QUESTIONS,
        fitted=file is None,
        filling_questions=filling,
        cold_starts=cold_starts,
        systems=tuple(contest.figures.values()),
    )
    out.mkdir(parents=True, exist_ok=True)
    (out / "run.json").write_text(json.dumps(to_json(run), indent=1) + "\n", "utf-8")
    save_plot(run.systems, out / "side-by-side.png")
    if write_docs:
        write_part(Part.SIDE_BY_SIDE, section(run))
    _show(run, out)


def _run(
    contest: stages.Contest,
    corpus: Corpus,
    settings: Settings,
    items: Sequence[Item],
    filling: int,
    cold_starts: int,
    *,
    take_live_build: bool,
) -> None:
    passages = [PlainPassage(one.id, title_text(one), one.text) for one in corpus.passages]
    shown = {passage.id: passage for passage in corpus.passages}
    if take_live_build:
        _link_live_build(contest, settings)
    stages.build(contest, passages, but_not=OWN if take_live_build else "")
    stages.weigh_packages(contest)
    stages.start_cold(contest, cold_starts)
    asked = [item.turns for item in items]
    stages.weigh_memory(contest, asked[:100])
    stages.answer(contest, asked, lambda number, ids: items[number].is_answered_by(_known(shown, ids)))
    fill = [(one.text,) for one in load_labelled_questions(settings.corpus_dir)]
    every = max(1, len(fill) // filling)
    stages.fill_cores(contest, fill[::every][:filling], describe_machine().cores)


def _link_live_build(contest: stages.Contest, settings: Settings) -> None:
    live, folder = artifact.current_build(settings.index_dir), contest.work / OWN
    folder.mkdir(parents=True)
    (folder / live.name).symlink_to(live.resolve())
    (folder / live_builds.CURRENT).write_text(live.name + "\n", "utf-8")
    contest.figures[OWN].data_bytes = sum(path.stat().st_size for path in live.rglob("*") if path.is_file())


def _answerable(corpus: Corpus, settings: Settings, file: Path | None) -> list[Item]:
    if file is not None:
        items = read_items(file)
    else:
        topics = {passage.id: passage.topic for passage in corpus.passages}
        items = own_items(load_labelled_questions(settings.corpus_dir), topics)
    answerable = [item for item in items if item.kind in ANSWERABLE]
    if not answerable:
        raise QuestionFileError(f"{file or OWN_QUESTIONS}: has no answerable questions; give others with --file")
    return answerable


def _known(passages: dict[str, Passage], ids: Sequence[str]) -> list[Passage]:
    return [passages[one] for one in ids if one in passages]


def _interpreter(peers: Path | None) -> str | None:
    if peers is None:
        return None
    if not peers.is_file():
        _fail(f"{peers} is not there; run: make bench", EXIT_USAGE)
    return str(peers.absolute())


def _show(run: Run, out: Path) -> None:
    console = Console(highlight=False)
    if not console.is_terminal:
        console.width = _WIDTH_OF_FILES
    for table in (main_table(run.systems), bar_table(run.systems)):
        console.print(_rich(table))
    for one in run.systems:
        if one.fault:
            console.print(f"{one.title} did not run to the end: {one.fault}", markup=False)
    console.print(f"{run.minutes} minutes; all of it: {out}/run.json", markup=False)


def _rich(table: Table) -> RichTable:
    made = RichTable(title=table.title, title_justify="left")
    for column in table.columns:
        made.add_column(column, overflow="fold")
    for row in table.rows:
        made.add_row(*(cell.replace("**", "").replace("[", "\\[") for cell in row))
    return made


def _fail(message: str, status: int) -> NoReturn:
    typer.echo(message, err=True)
    raise typer.Exit(status)


def main() -> None:
    """Run the script."""
    app(prog_name="python -m bench.side_by_side")


if __name__ == "__main__":
    main()
