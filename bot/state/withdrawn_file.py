"""A copy of what is withdrawn, as a small file beside the database.

The database is what counts. From the copy, the terminal honours withdrawals without opening a database, and so does a
bot whose database is damaged.
"""

from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError

from bot.answering.withdrawals import Withdrawals
from bot.state.errors import StateDamagedError
from bot.state.files import write_whole

NAME = "withdrawn.json"


class _Copy(BaseModel):
    model_config = ConfigDict(extra="forbid")

    articles: tuple[str, ...]
    passages: tuple[str, ...]


def load_withdrawn(folder: Path) -> Withdrawals:
    """Return what the copy in a state folder names; nothing, where there is no copy yet.

    Raises:
        StateDamagedError: the copy cannot be read.
    """
    path = folder / NAME
    try:
        copy = _Copy.model_validate_json(path.read_bytes())
    except FileNotFoundError:
        return Withdrawals()
    except (OSError, ValidationError) as error:
        remedy = "write it anew from the database with: kratom-bot state check"
        raise StateDamagedError(str(path), type(error).__name__, remedy) from error
    return Withdrawals(frozenset(copy.articles), frozenset(copy.passages))


def save_withdrawn(folder: Path, withdrawals: Withdrawals) -> None:
    """Write the copy; raises OSError where that cannot be done."""
    write_whole(folder / NAME, to_file(withdrawals))


def to_file(withdrawals: Withdrawals) -> bytes:
    """Return the content of a copy."""
    copy = _Copy(articles=tuple(sorted(withdrawals.articles)), passages=tuple(sorted(withdrawals.passages)))
    return copy.model_dump_json(indent=1).encode() + b"\n"
