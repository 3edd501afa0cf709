"""Look at an installation: what is well, what is not, and what to do next. Nothing is changed by looking."""

import os
import shutil
import stat
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from pathlib import Path

from bot.operation.backup import database_of
from bot.operation.errors import BackupError
from bot.operation.installed import unmet_requirements
from bot.operation.last_backup import last_backup
from bot.operation.records import past_their_date
from bot.operation.token_shape import token_fault
from bot.operation.versions import program_version, python_version
from bot.settings import DiscordSettings, Settings
from bot.state.errors import StateError
from bot.state.withdrawn_file import load_withdrawn
from bot.storage.condition import look_at
from bot.storage.migrations import HEAD
from corpus.checks import check_corpus
from corpus.errors import CorpusError
from corpus.loader import load_corpus
from corpus.problems import Severity
from index import artifact
from index.errors import VectorIndexError
from index.rebuild import stale_reason

_FAIL_BELOW = 100 << 20
_WARN_BELOW = 500 << 20
_BACKUP_DUE_AFTER = timedelta(days=7)
_OTHERS = stat.S_IRWXG | stat.S_IRWXO


class State(StrEnum):
    """How something is."""

    OK = "ok"
    WARN = "warn"
    FAIL = "fail"


@dataclass(frozen=True, slots=True)
class Finding:
    """One line of the report. `next_step` is a sentence or command; empty where nothing is to be done."""

    subject: str
    state: State
    words: str
    next_step: str = ""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What is looked at besides the settings: the environment, the time, the .env file and who looks."""

    environment: Mapping[str, str]
    now: datetime
    env_file: Path

    @classmethod
    def of_this_process(cls) -> "Surroundings":
        """Return those of this process."""
        return cls(dict(os.environ), datetime.now(UTC), Path(".env"))


Look = Callable[[Settings, Surroundings], Iterator[Finding]]


def check_up(settings: Settings, around: Surroundings) -> list[Finding]:
    """Return what was found, in the order in which to mend it; no look at one thing keeps from looking at the next."""
    findings: list[Finding] = []
    for subject, look in LOOKS.items():
        try:
            findings += look(settings, around)
        except Exception as error:  # a doctor who faints helps nobody
            words = f"could not be looked at ({type(error).__name__}: {error})"
            findings.append(Finding(subject, State.FAIL, words, "see docs/operating.md"))
    return findings


def _versions(_settings: Settings, _around: Surroundings) -> Iterator[Finding]:
    unmet = unmet_requirements()
    words = f"program {program_version()}, Python {python_version()}"
    if unmet:
        yield Finding("versions", State.FAIL, f"{words}; {', '.join(unmet)}", "make install")
    else:
        yield Finding("versions", State.OK, words)


def _settings(_settings: Settings, around: Surroundings) -> Iterator[Finding]:
    unknown = sorted(name for name in _names(around) if not _is_setting(name))
    if unknown:
        words = f"no such setting: {', '.join(unknown)}"
        yield Finding("settings", State.WARN, words, "compare with .env.example")
    else:
        yield Finding("settings", State.OK, "all are understood")


def _names(around: Surroundings) -> set[str]:
    names = {name.upper() for name in around.environment}
    if around.env_file.is_file():
        lines = around.env_file.read_text("utf-8", errors="replace").splitlines()
        names |= {line.removeprefix("export ").partition("=")[0].strip().upper() for line in lines if "=" in line}
    return {name for name in names if name.startswith("KRATOM_")}


def _is_setting(name: str) -> bool:
    field, _, key = name.removeprefix("KRATOM_").lower().partition("__")
    if key:
        return field == "discord" and key in DiscordSettings.model_fields
    return field in Settings.model_fields


def _token(settings: Settings, _around: Surroundings) -> Iterator[Finding]:
    token = settings.discord_token.get_secret_value().strip() if settings.discord_token else ""
    if not token:
        yield Finding(
            "token",
            State.WARN,
            "none is set, so the bot answers in the terminal only",
            "copy the bot token from discord.com/developers into KRATOM_DISCORD_TOKEN (or .env)",
        )
    elif fault := token_fault(token):
        yield Finding(
            "token", State.FAIL, fault, "copy the bot token (Bot, Reset Token) from discord.com/developers again"
        )
    else:
        yield Finding("token", State.OK, "has the form of a bot token; only Discord knows if it is valid")


def _corpus(settings: Settings, around: Surroundings) -> Iterator[Finding]:
    folder = settings.corpus_dir
    try:
        loaded = load_corpus(folder)
    except (CorpusError, OSError) as error:
        yield Finding("corpus", State.FAIL, f"{folder}: {error}", "python -m corpus check")
        return
    problems = list(check_corpus(loaded))
    errors = sum(problem.severity is not Severity.WARNING for problem in problems)
    words = f"{folder}: {len(loaded.corpus.articles)} articles, {errors} errors, {len(problems) - errors} warnings"
    if errors:
        yield Finding("corpus", State.FAIL, words, "python -m corpus check")
    else:
        yield Finding("corpus", State.OK, words)
    due = {kind: count for kind, count in past_their_date(loaded.corpus, around.now.date()).items() if count}
    if due:
        words = ", ".join(f"{kind}: {count} past their date" for kind, count in due.items())
        yield Finding("review", State.WARN, words, "python -m corpus report shows which are due")


def _index(settings: Settings, _around: Surroundings) -> Iterator[Finding]:
    mend = "python -m index.rebuild"
    try:
        build = artifact.current_build(settings.index_dir)
        manifest = artifact.read_manifest(build)
        artifact.verify(build, manifest)
    except VectorIndexError as error:
        yield Finding("index", State.FAIL, str(error), mend)
        return
    words = f"build {manifest.build_id}, made {manifest.created_at[:19]}, every file as it was written"
    try:
        stale = stale_reason(settings.corpus_dir, settings.index_dir, settings.model)
    except (CorpusError, VectorIndexError, OSError):
        stale = "it could not be compared with the corpus"
    if stale:
        yield Finding("index", State.WARN, f"{words}; {stale}", f"{mend}, or /corpus reload in Discord")
    else:
        yield Finding("index", State.OK, f"{words}; it fits the corpus")


def _database(settings: Settings, _around: Surroundings) -> Iterator[Finding]:
    path, where = database_of(settings)
    if path is not None and not path.exists():
        yield Finding("database", State.OK, f"{where} is not there yet; the Discord bot makes it when it starts")
        return
    url = settings.database_url.get_secret_value() if settings.database_url else None
    try:
        condition = look_at(settings.state_dir, url)
        load_withdrawn(settings.state_dir)
    except StateError as error:
        yield Finding("database", State.FAIL, str(error), "docs/operating.md, section StateClosed")
        return
    if condition.bad_articles:
        words = f"files of added articles are gone or changed: {', '.join(condition.bad_articles)}"
        yield Finding("added articles", State.FAIL, words, "restore a backup, or add these articles again")
    if condition.revision != HEAD:
        words = (
            f"{where}: no damage; its tables have revision {condition.revision}, the next start brings them to {HEAD}"
        )
        yield Finding("database", State.WARN, words, "kratom-bot backup, then start the bot")
    else:
        yield Finding("database", State.OK, f"{where}: no damage, revision {HEAD}")


def _backup(settings: Settings, around: Surroundings) -> Iterator[Finding]:
    path, _ = database_of(settings)
    if path is not None and not path.exists():
        return
    made = last_backup(settings.state_dir)
    key = "" if settings.backup_key else "; KRATOM_BACKUP_KEY is not set, so backups are not encrypted"
    if made is None:
        yield Finding("backup", State.WARN, f"none was made yet{key}", "kratom-bot backup")
    elif around.now - made > _BACKUP_DUE_AFTER:
        words = f"the last one is {(around.now - made).days} days old{key}"
        yield Finding("backup", State.WARN, words, "kratom-bot backup; docs/operating.md: daily backups")
    else:
        yield Finding("backup", State.OK, f"the last one was made {made:%Y-%m-%d %H:%M} UTC{key}")


def _disk(settings: Settings, _around: Surroundings) -> Iterator[Finding]:
    for name, folder in (("state", settings.state_dir), ("index", settings.index_dir)):
        there = next((one for one in (folder, *folder.absolute().parents) if one.exists()), Path("/"))
        free = shutil.disk_usage(there).free
        words = f"{free >> 20:,} MB free where {folder} is"
        subject = f"disk ({name})"
        if free < _FAIL_BELOW:
            yield Finding(subject, State.FAIL, words, "docs/operating.md, section DiskAlmostFull")
        elif free < _WARN_BELOW:
            yield Finding(subject, State.WARN, words, "docs/operating.md, section DiskAlmostFull")
        else:
            yield Finding(subject, State.OK, words)


def _files(settings: Settings, around: Surroundings) -> Iterator[Finding]:
    folder = settings.state_dir
    if folder.is_dir():
        if not os.access(folder, os.W_OK | os.X_OK):
            yield Finding(
                "files", State.FAIL, f"{folder} cannot be written by this user", f"chown the user to it: {folder}"
            )
        open_ones = [path for path in (folder, *folder.iterdir()) if path.stat().st_mode & _OTHERS]
        if open_ones:
            names = ", ".join(str(path) for path in open_ones[:3])
            words = f"others than the bot's user can reach {names}"
            yield Finding("files", State.FAIL, words, f"chmod -R go= '{folder}'")
    if around.env_file.is_file() and around.env_file.stat().st_mode & stat.S_IRWXO:
        words = f"everybody on this machine can read {around.env_file}, where the token is"
        yield Finding("files", State.WARN, words, f"chmod 600 {around.env_file}")
    if settings.index_dir.is_dir() and not os.access(settings.index_dir, os.W_OK | os.X_OK):
        words = f"{settings.index_dir} cannot be written, so /corpus reload cannot either"
        yield Finding("files", State.WARN, words, f"give this user the right to write {settings.index_dir}")


def _files_or_ok(settings: Settings, around: Surroundings) -> Iterator[Finding]:
    found = list(_files(settings, around))
    yield from found or [Finding("files", State.OK, "only the bot's user can reach what is private")]


def _backup_or_why_not(settings: Settings, around: Surroundings) -> Iterator[Finding]:
    try:
        yield from _backup(settings, around)
    except BackupError as error:
        yield Finding("backup", State.FAIL, str(error), "see .env.example")


LOOKS: dict[str, Look] = {
    "versions": _versions,
    "settings": _settings,
    "token": _token,
    "files": _files_or_ok,
    "disk": _disk,
    "corpus": _corpus,
    "index": _index,
    "database": _database,
    "backup": _backup_or_why_not,
}
"""What is looked at, by name."""
