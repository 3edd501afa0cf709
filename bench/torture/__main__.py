"""Break the program on purpose: python -m bench.torture. `--help` tells the options."""

import tempfile
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from bench.torture.catalogue import all_trials
from bench.torture.document import render_record, to_record
from bench.torture.places import shared_home
from bench.torture.running import Form, Outcome, quick_folder, run_trials, seconds_of

DOCUMENT = Path("docs/reliability.md")
SEED = 20261123
EXIT_LOST = 1
EXIT_USAGE = 2

app = typer.Typer(add_completion=False)


@app.command()
def torture(
    seed: Annotated[int, typer.Option("--seed", help="The same seed tries the same.")] = SEED,
    short: Annotated[bool, typer.Option("--short", help="At most five minutes; nothing is written down.")] = False,
    times: Annotated[float, typer.Option("--times", min=0.01, help="So many times as long as usual.")] = 1.0,
    only: Annotated[list[str] | None, typer.Option("--only", help="This trial alone; may be given again.")] = None,
    write: Annotated[
        Path | None, typer.Option("--write", help="Where to write the document; a whole run: docs/reliability.md.")
    ] = None,
    list_them: Annotated[bool, typer.Option("--list", help="Only tell which trials there are.")] = False,
) -> None:
    """Try everything that can go wrong, tell how often and what was lost; exit status 1 where anything was."""
    form, trials = Form.SHORT if short else Form.FULL, all_trials()
    if unknown := set(only or ()) - {trial.name for trial in trials}:
        typer.echo(f"no such trial: {', '.join(sorted(unknown))}; --list tells them", err=True)
        raise typer.Exit(EXIT_USAGE)
    chosen = [trial for trial in trials if not only or trial.name in only]
    if list_them:
        for trial in chosen:
            typer.echo(f"{trial.name:24} {seconds_of(trial, form, times):5.0f} s  {trial.breaks}")
        raise typer.Exit
    with tempfile.TemporaryDirectory(prefix="torture-home-", dir=quick_folder()) as home, shared_home(Path(home)):
        outcomes = run_trials(chosen, seed=seed, form=form, times=times, told=_tell)
    target = write or (DOCUMENT if form is Form.FULL and not only else None)
    if target is not None:
        target.write_text(render_record(to_record(outcomes, datetime.now(UTC).date(), seed)), "utf-8")
        typer.echo(f"written to {target}")
    lost = sum(one.findings.lost for one in outcomes)
    tried = sum(one.findings.tried for one in outcomes)
    typer.echo(f"{len(outcomes)} kinds of trial, {tried:,} tried, {lost:,} lost")
    if lost or not tried:
        raise typer.Exit(EXIT_LOST)


def _tell(outcome: Outcome) -> None:
    trial, found = outcome.trial, outcome.findings
    counts = f"{found.tried:>9,} {trial.unit:12} {found.lost:>4,} lost"
    typer.echo(f"{trial.name:24} {counts}  {outcome.seconds:6.1f} s  {trial.breaks}")
    for loss in found.losses:
        typer.echo(f"    LOST {loss}")
    for note in found.notes:
        typer.echo(f"    {note}")


if __name__ == "__main__":
    app(prog_name="python -m bench.torture")
