"""The operator's commands: doctor, backup, restore, healthcheck."""

import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated, NoReturn

import typer

from bot.settings import Settings

EXIT_FAILED = 1
STANDARD = Path("-")
"""Standard input or output, in the place of a file's name."""


def add_to(app: typer.Typer, load_settings: Callable[[], Settings]) -> None:
    """Add the commands to a command line; what they need is only loaded when one of them runs."""

    @app.command()
    def doctor(
        as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
    ) -> None:
        """Look at settings, token, index, corpus, database, disk, files, versions; exit status 1: something fails."""
        from bot.frontends.doctor_report import report

        raise typer.Exit(report(load_settings(), typer.echo, as_json=as_json))

    @app.command()
    def backup(
        file: Annotated[
            Path | None, typer.Argument(help="Where to write it, - for standard output; else in the state folder.")
        ] = None,
        force: Annotated[bool, typer.Option("--force", help="Replace a file of that name.")] = False,
        keep: Annotated[
            int | None, typer.Option("--keep", min=1, help="Remove all but the newest N backups in that folder.")
        ] = None,
    ) -> None:
        """Back up what the bot keeps into one file, encrypted where KRATOM_BACKUP_KEY is set; it may run meanwhile."""
        _back_up(load_settings(), file, force=force, keep=keep)

    @app.command()
    def restore(file: Annotated[Path, typer.Argument(help="A backup, - for standard input.")]) -> None:
        """Restore a backup, with the bot stopped; what was there before is kept aside."""
        _restore(load_settings(), file)

    @app.command()
    def healthcheck(
        ready: Annotated[bool, typer.Option("--ready", help="Ask if it can answer, not only if it lives.")] = False,
    ) -> None:
        """Ask the running bot how it is; exit status 1: it is not well, or does not answer."""
        from bot.operation.healthcheck import check

        raise typer.Exit(check(load_settings().health_address, ready=ready, tell=lambda line: typer.echo(line)))


def _back_up(settings: Settings, file: Path | None, *, force: bool, keep: int | None) -> None:
    from bot.operation import backup
    from bot.operation.errors import BackupError
    from bot.operation.last_backup import note_backup
    from bot.state.errors import StateError

    now = datetime.now(UTC)
    target = file or settings.state_dir / backup.FOLDER / backup.default_name(now)
    try:
        made = backup.make_backup(settings, now)
        if target == STANDARD:
            sys.stdout.buffer.write(made.data)
            sys.stdout.buffer.flush()
        else:
            backup.save_backup(made.data, target, replace=force)
    except (BackupError, StateError) as error:
        _fail(str(error))
    except OSError as error:
        _fail(f"{target} could not be written ({type(error).__name__}); name another place, or free some: df -h")
    note_backup(settings.state_dir, now)
    say = _to_standard_error
    say(f"{target}: {len(made.manifest.files)} files, {len(made.data):,} bytes, {_seal_words(made.sealed)}")
    if made.manifest.database == "server":
        say("The tables are on a database server and not in this file: back them up with its own tools, like pg_dump.")
    if keep and target != STANDARD:
        for old in backup.remove_old_backups(target.parent, keep):
            say(f"removed {old}")
    if made.manifest.left_out:
        left_out = ", ".join(made.manifest.left_out)
        _fail(f"left out, since their files are gone or changed: {left_out}; see kratom-bot state check")


def _seal_words(sealed: bool) -> str:
    if sealed:
        return "encrypted; without KRATOM_BACKUP_KEY nobody can read it, you neither"
    return (
        "NOT encrypted: it holds asker.key, so keep it as you keep the state folder, or set KRATOM_BACKUP_KEY "
        "(openssl rand -base64 32)"
    )


def _restore(settings: Settings, file: Path) -> None:
    from bot.operation.errors import BackupError
    from bot.operation.restore import restore
    from bot.state.errors import StateError

    try:
        data = sys.stdin.buffer.read() if file == STANDARD else file.read_bytes()
    except OSError as error:
        _fail(f"{file} cannot be read ({type(error).__name__}); nothing was changed")
    try:
        restored = restore(data, settings, datetime.now(UTC))
    except (BackupError, StateError) as error:
        _fail(str(error))
    manifest = restored.manifest
    typer.echo(f"restored into {settings.state_dir}: {len(manifest.files)} files, as of {manifest.made_at}")
    if manifest.database == "server":
        typer.echo("The tables are on a database server: restore them with its own tools.")
    if manifest.left_out:
        typer.echo(f"not in the backup, so to be added again: {', '.join(manifest.left_out)}")
    if restored.aside:
        typer.echo(
            f"What was there is kept in {restored.aside}; remove it when all is well: /privacy does not reach it."
        )
    typer.echo("Next: kratom-bot state check, then start the bot.")


def _to_standard_error(line: str) -> None:
    typer.echo(line, err=True)


def _fail(sentence: str) -> NoReturn:
    typer.echo(f"kratom-bot: {sentence}", err=True)
    raise typer.Exit(EXIT_FAILED)
