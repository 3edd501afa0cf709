"""The secret behind the opaque keys of people: a file beside the database, and not in it.

So a stolen copy of the database alone does not let anyone find out whether a person they know is in it. If the file is
lost, a new one is made: what was kept before can then no longer be connected to anybody, nor changed or deleted for
them, and goes when its time is over.
"""

import os
import secrets
from pathlib import Path

from bot.state.errors import StateDamagedError
from bot.state.files import sync_folder
from bot.state.keys import SECRET_BYTES, AskerKeys

NAME = "asker.key"


def load_asker_keys(folder: Path) -> AskerKeys:
    """Return the keys of people, made from the secret in a state folder; the first time, the secret is made.

    Raises:
        StateDamagedError: the file does not hold a secret.
        OSError: it cannot be read or written.
    """
    path = folder / NAME
    if not path.exists():
        _make(path)
    try:
        return AskerKeys(bytes.fromhex(path.read_text("ascii")))
    except ValueError as error:
        raise StateDamagedError(str(path), "it is not the secret that was written") from error


def _make(path: Path) -> None:
    """Write a new secret in one step; where another program was faster, its secret stays."""
    temporary = path.with_name(f".{NAME}.{os.getpid()}.{secrets.token_hex(4)}")
    try:
        with os.fdopen(os.open(temporary, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "w") as file:
            file.write(secrets.token_hex(SECRET_BYTES))
            file.flush()
            os.fsync(file.fileno())
        try:
            os.link(temporary, path)
        except FileExistsError:
            return
        sync_folder(path.parent)
    finally:
        temporary.unlink(missing_ok=True)
