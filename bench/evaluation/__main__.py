"""Measure the answers: python -m bench.evaluation --file FILE."""

import json
import logging
from datetime import date
from pathlib import Path
from typing import Annotated, NoReturn

import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn
from rich.table import Table as RichTable

from bench.evaluation.markdown import full_report, update_docs
from bench.evaluation.plots import save_plots
from bench.evaluation.questions import Item, QuestionFileError, own_items, read_items, spread
from bench.evaluation.reading import reading_sheet
from bench.evaluation.report import Report, build_report, to_json
from bench.evaluation.running import live_edition, run_all
from bench.evaluation.tables import Table, tables
from bot.bootstrap import Assembly, assemble
from bot.cli import load_settings
from bot.operation.structured_logs import configure_logging
from corpus.errors import CorpusError
from corpus.labelled import load_labelled_questions
from index.errors import VectorIndexError

EXIT_USAGE = 2
EXIT_UNAVAILABLE = 69
EXIT_CONFIGURATION = 78
ROOT = Path(__file__).resolve().parents[2]
RESULTS = ROOT / "bench" / "results"
DOCS = ROOT / "docs" / "evaluation.md"
OWN = "own-questions"
_WIDTH_OF_FILES = 150

app = typer.Typer(add_completion=False)


@app.command()
def evaluate(
    file: Annotated[
        Path | None,
        typer.Option("--file", help="Labelled questions, one JSON object a line; default: the corpus's own."),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print the report as JSON, and nothing else.")] = False,
    limit: Annotated[int | None, typer.Option("--limit", min=1, help="Only so many, spread over the file.")] = None,
    name: Annotated[str | None, typer.Option("--name", help="The folder of the results; default: the file's.")] = None,
    out: Annotated[Path, typer.Option("--out", help="Where folders of results are written.")] = RESULTS,
    region: Annotated[str | None, typer.Option("--region", help="Country code of the asker, such as US.")] = None,
    read: Annotated[
        int, typer.Option("--read", min=0, help="Draw so many answers at random for someone to read: reading.md.")
    ] = 0,
    seed: Annotated[int, typer.Option("--seed", help="What the draw for --read starts from.")] = 1,
    write_docs: Annotated[bool, typer.Option("--write-docs", help="Put the figures into docs/evaluation.md.")] = False,
) -> None:
    """Ask labelled questions of the real answering core and report how good the replies are.

    Ends with 0 whatever the figures are; only a run that cannot be made ends otherwise.
    """
    configure_logging(logging.CRITICAL)
    assembly = assemble(load_settings())
    try:
        items = spread(_items(assembly, file), limit)
        with _bar(quiet=as_json) as bar:
            task = bar.add_task("ask", total=len(items))
            run = run_all(assembly, items, date.today(), region, lambda done, _total: bar.update(task, completed=done))
    except QuestionFileError as error:
        _fail(str(error), EXIT_USAGE)
    except CorpusError as error:
        _fail(str(error), EXIT_CONFIGURATION)
    except VectorIndexError as error:
        _fail(str(error), EXIT_UNAVAILABLE)
    report = build_report(run, name or _name(file), file.name if file else OWN, learned_from_these=file is None)
    folder = save(report, out)
    if read:
        (folder / "reading.md").write_text(reading_sheet(run, read, seed), "utf-8")
    if write_docs:
        DOCS.write_text(update_docs(DOCS.read_text("utf-8") if DOCS.is_file() else "", report), "utf-8")
    if as_json:
        typer.echo(json.dumps(to_json(report), ensure_ascii=False))
    else:
        show(report, folder)


def save(report: Report, out: Path) -> Path:
    """Write JSON, Markdown and plots; return their folder."""
    folder = out / report.header.name
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "report.json").write_text(json.dumps(to_json(report), ensure_ascii=False, indent=1) + "\n", "utf-8")
    (folder / "report.md").write_text(full_report(report, save_plots(report, folder)), "utf-8")
    return folder


def show(report: Report, folder: Path) -> None:
    """Print the tables, and the misses in a line each."""
    console = Console(highlight=False)
    if not console.is_terminal:
        console.width = _WIDTH_OF_FILES
    header = report.header
    console.print(f"{header.file}, build {header.build}, {header.asked_on}", markup=False)
    for table in tables(report):
        console.print(_rich(table))
    for title, misses in (("Misses", report.misses), ("Right, but not in the first passage", report.not_first)):
        rows = tuple((one.kind, " > ".join(one.turns)[:90], one.outcome, one.cause) for one in misses)
        if rows:
            console.print(_rich(Table(f"{title} ({len(rows)})", ("kind", "question", "outcome", "where"), rows)))
    latency = report.latency
    console.print(
        f"core: p50 {latency.p50_ms} ms, p95 {latency.p95_ms} ms; all of it: {folder}/report.md", markup=False
    )


def _items(assembly: Assembly, file: Path | None) -> list[Item]:
    edition = live_edition(assembly)
    if file is not None:
        return read_items(file)
    topics = {passage.id: passage.topic for passage in edition.library.corpus.passages}
    items = own_items(load_labelled_questions(assembly.settings.corpus_dir), topics)
    if not items:
        raise QuestionFileError("the corpus has no labelled questions; give a file with --file")
    return items


def _name(file: Path | None) -> str:
    return OWN if file is None else file.stem


def _rich(table: Table) -> RichTable:
    made = RichTable(title=table.title, title_justify="left")
    for column in table.columns:
        made.add_column(column, overflow="fold")
    for row in table.rows:
        made.add_row(*("".join(c if c.isprintable() else " " for c in cell).replace("[", "\\[") for cell in row))
    return made


def _bar(*, quiet: bool) -> Progress:
    console = Console(stderr=True, quiet=quiet)
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    return Progress(*columns, console=console, transient=True, disable=quiet or not console.is_terminal)


def _fail(message: str, status: int) -> NoReturn:
    typer.echo(message, err=True)
    raise typer.Exit(status)


def main() -> None:
    """Run the script."""
    app(prog_name="python -m bench.evaluation")


if __name__ == "__main__":
    main()
