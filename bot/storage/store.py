"""The whole state over one database and one folder."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

from sqlalchemy import URL, func, select

from bot.answering.withdrawals import NOTHING_WITHDRAWN, LiveWithdrawals, Withdrawals
from bot.state.errors import StateDamagedError, StateReadOnlyError
from bot.state.keys import AskerKeys
from bot.state.models import Pruned
from bot.state.presence import Claim, alone_in_folder, join_folder
from bot.state.swapping import finish_swap, is_unfinished
from bot.state.withdrawn_file import load_withdrawn
from bot.storage.asker_secret import load_asker_keys
from bot.storage.audit import StoredAuditLog
from bot.storage.database import Database
from bot.storage.feedback import StoredFeedback
from bot.storage.gaps import StoredGaps
from bot.storage.guilds import StoredGuildSettings
from bot.storage.messages import StoredMessages
from bot.storage.migrating import migrate, prove_writable
from bot.storage.overlay import StoredOverlay
from bot.storage.people import StoredPeople
from bot.storage.pruning import prune_rows
from bot.storage.tables import metadata
from bot.storage.withdrawals import StoredWithdrawals

FILE = "kratom.sqlite3"
OVERLAY = "overlay"


def now_utc() -> datetime:
    """Return the time."""
    return datetime.now(UTC)


class StoredState:
    """Satisfies `State`."""

    fault: str | None = None

    def __init__(
        self,
        database: Database,
        folder: Path,
        keys: AskerKeys,
        live: LiveWithdrawals,
        now: Callable[[], datetime],
        claim: Claim | None = None,
    ) -> None:
        self.database = database
        self._claim = claim
        self.guilds = StoredGuildSettings(database, now)
        self.feedback = StoredFeedback(database, keys, now)
        self.gaps = StoredGaps(database, keys)
        self.audit = StoredAuditLog(database, now)
        self.withdrawals = StoredWithdrawals(database, folder, live, now)
        self.overlay = StoredOverlay(database, folder / OVERLAY, now)
        self.messages = StoredMessages(database, keys)
        self.people = StoredPeople(database, keys)

    def prune(self, today: date) -> Pruned:
        """Remove what was kept for as long as `bot.state.retention` says; return how much that was."""
        pruned = self.database.write(lambda connection: prune_rows(connection, today))
        pruned = replace(pruned, files=self.overlay.remove_orphans())
        self.database.wipe_traces()
        return pruned

    def counts(self) -> dict[str, int]:
        """Return how many rows each table has."""
        queries = {name: select(func.count()).select_from(table) for name, table in metadata.tables.items()}
        return self.database.read(
            lambda connection: {name: connection.execute(query).scalar_one() for name, query in queries.items()}
        )

    def close(self) -> None:
        """Let go of the database; nothing may be asked afterwards."""
        self.database.close()
        if self._claim is not None:
            self._claim.release()


def open_state(
    folder: Path, url: str | None, live: LiveWithdrawals, now: Callable[[], datetime] = now_utc
) -> StoredState:
    """Open the state, check it for damage and bring its tables up to date; `live` then holds what is withdrawn.

    Args:
        folder: where the secret, the copy of what is withdrawn, added articles and by default the database are.
        url: another database; None: a SQLite file in the folder.
        live: told what is withdrawn, now and at each change.
        now: the time; tests set another.

    Raises:
        StateError: it cannot be opened; nothing was changed.
    """
    database = Database(url or default_url(folder))
    claim = None
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        claim = _join(folder)
        _make_folders(database)
        database.check()
        migrate(database)
        prove_writable(database)
        state = StoredState(database, folder, load_asker_keys(folder), live, now, claim)
        state.withdrawals.adopt(_copy_of_withdrawn(folder, state))
        state.withdrawals.refresh()
        state.overlay.write_list()
    except OSError as error:
        _let_go(database, claim)
        raise StateReadOnlyError(str(error.filename or folder)) from error
    except BaseException:
        _let_go(database, claim)
        raise
    return state


def _join(folder: Path) -> Claim:
    """Claim the folder with others; where a restore was stopped in the middle, finish it before."""
    if is_unfinished(folder):
        with alone_in_folder(folder):
            finish_swap(folder)
    return join_folder(folder)


def _copy_of_withdrawn(folder: Path, state: StoredState) -> Withdrawals:
    """Return what the copy beside the database names.

    A copy that cannot be read is written anew from a database that knows of moderators' acts; an empty one does not
    say what it should name.

    Raises:
        StateDamagedError: it cannot be read, and the database is new.
    """
    try:
        return load_withdrawn(folder)
    except StateDamagedError:
        counts = state.counts()
        if not counts["audit_log"] and not counts["withdrawn"]:
            raise
        return NOTHING_WITHDRAWN


def _let_go(database: Database, claim: Claim | None) -> None:
    database.close()
    if claim is not None:
        claim.release()


def default_url(folder: Path) -> URL:
    """Return the URL of the SQLite file in a state folder."""
    return URL.create("sqlite", database=str(default_path(folder).absolute()))


def default_path(folder: Path) -> Path:
    """Return where the SQLite file of a state folder is."""
    return folder / FILE


def _make_folders(database: Database) -> None:
    """Make what is missing, for the bot's user alone."""
    if database.path is not None and not database.path.exists():
        database.path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        database.path.touch(mode=0o600)
