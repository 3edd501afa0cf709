"""Attack everything that reads what strangers wrote: python -m bench.hostile. `--help` tells the options."""

import time
from pathlib import Path
from typing import Annotated

import typer

from bench.hostile import guided
from bench.hostile.campaign import Ground, plan, run
from bench.hostile.catalogue import SHARES, target_named
from corpus.loader import CORPUS_DIR

app = typer.Typer(add_completion=False)
_INDEX = Path("var/index")
EXIT_BROKEN = 1


@app.command()
def campaign(
    cases: Annotated[int, typer.Option(min=1, help="How many in all.")] = 1_000_000,
    seed: Annotated[int, typer.Option(help="The same seed tries the same.")] = 20261123,
    minutes: Annotated[float, typer.Option(min=0.1, help="Nothing is begun after that.")] = 60.0,
    workers: Annotated[int | None, typer.Option(min=1, help="Processes at a time; else one for each core.")] = None,
    index_dir: Annotated[Path, typer.Option("--index", help="The folder of the index.")] = _INDEX,
) -> None:
    """Try many cases on every target and tell what broke; exit status 1 where anything did."""
    tried = broken = 0
    jobs = plan(cases, with_guide=guided.is_available())
    ground = Ground(index_dir, CORPUS_DIR, time.time() + 60 * minutes)
    for job, tally in run(jobs, seed, ground, workers):
        tried, broken = tried + tally.cases, broken + tally.broken
        engine = "guided" if job.is_guided else "plain"
        typer.echo(
            f"{job.target:46} {engine:7} {tally.cases:>9,} cases {tally.broken:>4} broken {tally.seconds:7.1f} s"
        )
        for finding in tally.findings:
            typer.echo(f"    {finding}")
    typer.echo(f"{tried:,} cases, {broken:,} broken")
    if broken:
        raise typer.Exit(EXIT_BROKEN)


@app.command()
def again(
    target: Annotated[str, typer.Argument(help=f"One of: {'; '.join(SHARES)}.")],
    case: Annotated[str, typer.Argument(help="The bytes of the case, in hexadecimal.")],
    index_dir: Annotated[Path, typer.Option("--index", help="The folder of the index.")] = _INDEX,
) -> None:
    """Try one case again, such as one that broke something; its error is shown whole."""
    with target_named(target, index_dir) as found:
        found.check(bytes.fromhex(case))
    typer.echo("it holds")


if __name__ == "__main__":
    app()
