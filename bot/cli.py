"""The command line: kratom-bot run | ask | chat | receipt | rules | state | doctor | backup | restore | healthcheck."""

import logging
import os
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer
from pydantic import ValidationError
from rich.console import Console

from bot.answering.receipts import ReceiptError
from bot.answering.service import ReceiptUnknownError, ReceiptWithdrawnError
from bot.bootstrap import Assembly, assemble
from bot.frontends import operation_commands
from bot.frontends.terminal import Terminal
from bot.operation.structured_logs import configure_logging, level_of
from bot.rendering.rule_table import rule_table
from bot.settings import Settings

EXIT_FAILED = 1
EXIT_USAGE = 2
EXIT_CONFIGURATION = 78
CONNECT_HINT = (
    "Connect Discord: make an application at discord.com/developers, put its bot token into KRATOM_DISCORD_TOKEN "
    "(or .env), and run this again. README.md tells the steps."
)

app = typer.Typer(
    add_completion=False,
    no_args_is_help=True,
    help="Answers questions about kratom with cited passages, word for word.",
)

state_app = typer.Typer(no_args_is_help=True, help="Look after settings, feedback and withdrawals.")
app.add_typer(state_app, name="state")
operation_commands.add_to(app, lambda: load_settings())

Region = Annotated[str | None, typer.Option("--region", help="Your country code, such as US, for the crisis lines.")]


@app.command()
def run() -> None:
    """Start the Discord bot if KRATOM_DISCORD_TOKEN is set; otherwise chat here, or answer one question a line."""
    settings = load_settings()
    if settings.discord_token and settings.discord_token.get_secret_value():
        from bot.frontends.discord_client.client import run_bot

        configure_logging(level_of(settings.log_level))
        raise typer.Exit(run_bot(settings))
    terminal = _terminal(settings)
    if sys.stdin.isatty():
        terminal.console.print(CONNECT_HINT, markup=False)
        _chat(terminal)
    else:
        terminal.ask_each(sys.stdin)


@app.command()
def ask(
    question: Annotated[list[str] | None, typer.Argument(help="The question; without one, use --jsonl.")] = None,
    jsonl: Annotated[
        bool,
        typer.Option("--jsonl", help="Read one question a line from standard input, print one JSON object a line."),
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print the answer as one JSON object.")] = False,
    region: Region = None,
) -> None:
    """Answer one question, or many with --jsonl."""
    if not jsonl and not question:
        typer.echo("kratom-bot ask: give a question, or --jsonl to read them from standard input", err=True)
        raise typer.Exit(EXIT_USAGE)
    terminal = _terminal(load_settings(), region)
    if jsonl:
        sys.stdin.reconfigure(errors="replace")  # type: ignore[union-attr]  # a wrong byte must not end the run
        terminal.ask_jsonl(sys.stdin, sys.stdout)
    elif as_json:
        terminal.ask_jsonl([" ".join(question or [])], sys.stdout)
    else:
        terminal.ask(" ".join(question or []))


@app.command()
def rules() -> None:
    """Print the table of safety rules as one page of Markdown: docs/triage.md."""
    typer.echo(rule_table(), nl=False)


@app.command()
def chat(region: Region = None) -> None:
    """Ask one question after the other; a question may lean on the one before it."""
    _chat(_terminal(load_settings(), region))


@app.command()
def receipt(number: Annotated[str, typer.Argument(help="The receipt, such as K1-0G3F-...")]) -> None:
    """Show the answer of a receipt again, from the corpus version it was given from."""
    terminal = _terminal(load_settings())
    try:
        terminal.show_receipt(number)
    except (ReceiptError, ReceiptUnknownError, ReceiptWithdrawnError) as error:
        typer.echo(str(error), err=True)
        raise typer.Exit(EXIT_FAILED) from error


@state_app.command("check")
def check_state() -> None:
    """Look through the state for damage, bring its tables up to date, and count what is in it."""
    from bot.frontends import state_commands  # only here: asking needs no database

    if not state_commands.check_state(load_settings(), typer.echo):
        raise typer.Exit(EXIT_FAILED)


@state_app.command("prune")
def prune_state() -> None:
    """Remove what was kept for as long as docs/state.md says; the bot does it once an hour."""
    from bot.frontends import state_commands

    if not state_commands.prune_state(load_settings(), datetime.now(UTC).date(), typer.echo):
        raise typer.Exit(EXIT_FAILED)


def load_settings() -> Settings:
    """Read the settings; a wrong one ends the program with a sentence that names it."""
    try:
        return Settings()
    except ValidationError as error:
        for item in error.errors(include_url=False, include_input=False):
            name = "KRATOM_" + "__".join(str(part) for part in item["loc"]).upper()
            typer.echo(f"{name}: {item['msg']}; see .env.example", err=True)
        raise typer.Exit(EXIT_CONFIGURATION) from error


def _terminal(settings: Settings, region: str | None = None) -> Terminal:
    configure_logging(logging.WARNING)
    assembly: Assembly = assemble(settings)
    return Terminal(assembly.service, Console(highlight=False), region or settings.region)


def _chat(terminal: Terminal) -> None:
    import readline  # noqa: F401  # gives input() history and editing

    terminal.console.print("Ask about kratom; an empty line does nothing, `exit` ends.", markup=False)
    terminal.chat(lambda: input("\n? "))


def main() -> None:
    """Run the command line."""
    # One answer at a time needs one core. More threads of OpenMP wait for each other in loops, which makes an answer
    # take 500 ms instead of 10 ms on a machine that has something else to do. It is read when torch is loaded.
    os.environ.setdefault("OMP_NUM_THREADS", "1")
    app(prog_name="kratom-bot" if Path(sys.argv[0]).name != "__main__.py" else "python -m bot")
