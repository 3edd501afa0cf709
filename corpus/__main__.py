"""The command line of the corpus: python -m corpus check."""

import json
from collections import Counter
from pathlib import Path
from typing import Annotated

import typer

from corpus.checks import check_corpus
from corpus.errors import CorpusError
from corpus.loader import CORPUS_DIR, load_corpus
from corpus.problems import Problem, Severity

app = typer.Typer(add_completion=False, no_args_is_help=True, help="Look after the curated corpus.")

EXIT_CHECK_FAILED = 1
EXIT_CONFIGURATION = 78


@app.callback()
def main() -> None:
    """Look after the curated corpus."""


@app.command()
def check(
    paths: Annotated[list[Path] | None, typer.Argument(help="Report only problems of these files or folders.")] = None,
    corpus_dir: Annotated[Path, typer.Option("--corpus", help="The corpus folder.")] = CORPUS_DIR,
    strict: Annotated[bool, typer.Option("--strict", help="Fail on warnings too.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
) -> None:
    """Report every problem of the corpus at once, as `file:line: CODE message`; exit 1 if there is an error."""
    try:
        loaded = load_corpus(corpus_dir)
    except CorpusError as error:
        typer.echo(str(error), err=True)
        raise typer.Exit(EXIT_CONFIGURATION) from error
    problems = [problem for problem in check_corpus(loaded) if _is_in(problem.path, paths or [])]
    failing = [problem for problem in problems if strict or problem.severity is not Severity.WARNING]
    counts = {
        "articles": len(loaded.files),
        "passages": sum(len(file.article.passages) for file in loaded.files),
        "sources": len(loaded.corpus.sources),
    }
    if as_json:
        rows = [{"path": str(p.path), "line": p.line, "code": p.code, "message": p.message} for p in problems]
        typer.echo(json.dumps({**counts, "problems": rows}, ensure_ascii=False))
    else:
        for problem in problems:
            typer.echo(str(problem))
        typer.echo(", ".join(f"{number} {name}" for name, number in counts.items()) + f": {_summary(problems)}")
    if failing:
        raise typer.Exit(EXIT_CHECK_FAILED)


def _is_in(path: Path, wanted: list[Path]) -> bool:
    return not wanted or any(path.resolve().is_relative_to(one.resolve()) for one in wanted)


def _summary(problems: list[Problem]) -> str:
    if not problems:
        return "no problems"
    by_code = Counter(problem.code for problem in problems)
    return f"{len(problems)} problems (" + ", ".join(f"{code} {count}" for code, count in by_code.most_common()) + ")"


if __name__ == "__main__":
    app(prog_name="python -m corpus")
