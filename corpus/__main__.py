"""The command line of the corpus: python -m corpus check, codes, import, report."""

import json
from collections import Counter
from datetime import date, datetime
from pathlib import Path
from typing import Annotated

import typer

from corpus.checks import check_corpus
from corpus.codes import CODES
from corpus.errors import CorpusError
from corpus.loader import CORPUS_DIR, load_corpus
from corpus.problems import Problem, Severity

app = typer.Typer(add_completion=False, no_args_is_help=True, help="Look after the curated corpus.")

EXIT_CHECK_FAILED = 1
EXIT_CONFIGURATION = 78

REPORT_FILE = Path("var/corpus-report.html")

_FAILING = {Severity.INVALID, Severity.ERROR}


@app.callback()
def main() -> None:
    """Look after the curated corpus."""


@app.command()
def check(
    paths: Annotated[list[Path] | None, typer.Argument(help="Report only problems of these files or folders.")] = None,
    corpus_dir: Annotated[Path, typer.Option("--corpus", help="The corpus folder.")] = CORPUS_DIR,
    strict: Annotated[bool, typer.Option("--strict", help="Fail on warnings too.")] = False,
    notes: Annotated[bool, typer.Option("--notes", help="Print notes too; they never fail.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object, notes included.")] = False,
) -> None:
    """Report every problem of the corpus at once, as `file:line: CODE message`.

    Exit status: 0 no errors, 1 errors found (with --strict: or warnings), 78 there is no corpus at that place.
    `python -m corpus codes` explains the codes; docs/writing-articles.md explains the form.
    """
    try:
        loaded = load_corpus(corpus_dir)
    except CorpusError as error:
        typer.echo(str(error), err=True)
        raise typer.Exit(EXIT_CONFIGURATION) from error
    found = check_corpus(loaded, date.today(), notes=notes or as_json)
    problems = [problem for problem in found if _is_in(problem.path, paths or [])]
    counts = {
        "articles": len(loaded.files),
        "passages": sum(len(file.article.passages) for file in loaded.files),
        "records": len(loaded.corpus.legality) + len(loaded.corpus.interactions),
        "sources": len(loaded.corpus.sources),
    }
    if as_json:
        rows = [_row(problem) for problem in problems]
        typer.echo(json.dumps({**counts, "problems": rows}, ensure_ascii=False))
    else:
        for problem in problems:
            typer.echo(f"{_near(problem.path)}:{problem.line}: {problem.code} {problem.message}")
        typer.echo(", ".join(f"{number} {name}" for name, number in counts.items()) + f": {_summary(problems)}")
    failing = _FAILING | ({Severity.WARNING} if strict else set())
    if any(problem.severity in failing for problem in problems):
        raise typer.Exit(EXIT_CHECK_FAILED)


@app.command()
def codes() -> None:
    """Explain every code that a check can report: its name, how bad it is, what it means."""
    width = max(len(code.name) for code in CODES)
    for code in CODES:
        typer.echo(f"{code.name:<{width}}  {code.severity:<7}  {code.meaning}")


@app.command("import")
def import_document(
    file: Annotated[Path, typer.Argument(help="A plain text, Markdown, HTML or PDF file.")],
    out: Annotated[Path, typer.Option("--out", help="The folder of the articles to write to.")] = CORPUS_DIR
    / "articles",
    topic: Annotated[str, typer.Option("--topic", help="The draft's topic: its folder below --out.")] = "drafts",
    slug: Annotated[str, typer.Option("--id", help="The draft's id and file name; else made of the title.")] = "",
    force: Annotated[bool, typer.Option("--force", help="Replace a file that is there.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object, with all that was left out.")] = False,
) -> None:
    """Make a draft article of a document, marked as unreviewed, and say what is to be done to it.

    Exit status: 0 written, 1 the document could not be read or there is such an article; nothing is written then.
    docs/importing.md explains what becomes of the text.
    """
    # Only here, so that a check does not load the libraries for web pages and PDFs.
    from corpus.importing.files import import_file
    from corpus.importing.model import ImportFailedError
    from corpus.importing.summary import summary_lines, summary_values

    try:
        draft, path = import_file(file, out, topic=topic, article_id=slug, force=force)
    except ImportFailedError as error:
        typer.echo(str(error), err=True)
        raise typer.Exit(EXIT_CHECK_FAILED) from error
    if as_json:
        typer.echo(json.dumps({"path": str(_near(path)), **summary_values(draft)}, ensure_ascii=False))
        return
    typer.echo(f"written: {_near(path)}")
    for line in summary_lines(draft):
        typer.echo(line)
    typer.echo(f"next: python -m corpus check {_near(path)}")


@app.command()
def report(
    corpus_dir: Annotated[Path, typer.Option("--corpus", help="The corpus folder.")] = CORPUS_DIR,
    out: Annotated[Path, typer.Option("--out", help="The HTML file to write.")] = REPORT_FILE,
    today: Annotated[
        datetime | None, typer.Option("--today", formats=["%Y-%m-%d"], help="As of which day; else today.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print the same numbers as one JSON object.")] = False,
) -> None:
    """Draw an overview of the whole corpus as one HTML page: what there is, what it rests on, what is due, the law.

    Exit status: 0 written, 1 the page could not be written, 78 there is no corpus at that place.
    """
    # Only here, so that a check does not load the library for templates.
    from corpus.report.writing import ReportNotWrittenError, to_values, write_report

    try:
        numbers = write_report(corpus_dir, out, today.date() if today else date.today())
    except CorpusError as error:
        typer.echo(str(error), err=True)
        raise typer.Exit(EXIT_CONFIGURATION) from error
    except ReportNotWrittenError as error:
        typer.echo(str(error), err=True)
        raise typer.Exit(EXIT_CHECK_FAILED) from error
    typer.echo(f"written: {_near(out)}", err=as_json)
    if as_json:
        typer.echo(json.dumps(to_values(numbers)))


def _is_in(path: Path, wanted: list[Path]) -> bool:
    return not wanted or any(path.resolve().is_relative_to(one.resolve()) for one in wanted)


def _near(path: Path) -> Path:
    """Return a path as seen from the current directory, where it is below it."""
    here, there = Path.cwd(), path.resolve()
    return there.relative_to(here) if there.is_relative_to(here) else path


def _row(problem: Problem) -> dict[str, str | int]:
    return {
        "path": str(_near(problem.path)),
        "line": problem.line,
        "code": problem.code,
        "severity": problem.severity.value,
        "message": problem.message,
    }


def _summary(problems: list[Problem]) -> str:
    if not problems:
        return "no problems"
    severities = Counter(problem.severity for problem in problems)
    by_code = Counter(problem.code for problem in problems)
    return (
        ", ".join(_plural(severities[severity], severity) for severity in Severity if severities[severity])
        + " ("
        + ", ".join(f"{code} {count}" for code, count in by_code.most_common())
        + ")"
    )


def _plural(number: int, severity: Severity) -> str:
    return f"{number} {severity}" if number == 1 or severity is Severity.INVALID else f"{number} {severity}s"


if __name__ == "__main__":
    app(prog_name="python -m corpus")
