"""What can go wrong with the state; each message says what happened and what to do next.

StateError
├── StateBusyError         another program is writing; nothing was saved
├── PendingGoneError       what was to be confirmed is no longer kept
├── StateInUseError        a bot works with the folder, or a backup is being restored into it
├── OverlayError           an added article cannot be kept, or its file is not what was kept
└── StateUnavailableError  nothing can be kept or looked up
    ├── StateDamagedError  a file does not hold what it should
    ├── StateReadOnlyError it can be read and not written
    ├── StateFullError     there is no room
    └── StateNewerError    a newer version of the program wrote it
"""


class StateError(Exception):
    """Root of the errors of the state."""


class StateBusyError(StateError):
    """Another program held the database for too long; nothing was saved."""

    def __init__(self, where: str) -> None:
        super().__init__(
            f"{where} is being written by another program, so nothing was saved; try again, and if it stays so, "
            "see which program has the file open"
        )


class PendingGoneError(StateError):
    """What was to be confirmed waited too long, or was confirmed or cancelled already."""

    def __init__(self) -> None:
        super().__init__("this waits for no confirmation any more; use /corpus add again")


class StateInUseError(StateError):
    """The folder is in use in a way that excludes what was asked for."""


class OverlayError(StateError):
    """An added article cannot be kept under this name, or its file is gone or changed."""


class StateUnavailableError(StateError):
    """Settings, feedback and withdrawals can be neither saved nor looked up."""


class StateDamagedError(StateUnavailableError):
    """A file of the state does not hold what it should."""

    def __init__(self, where: str, reason: str, remedy: str = "") -> None:
        anew = (
            "stop the bot, then put a backup in its place (without a -wal file beside it), or begin anew with: "
            f"mv '{where}' '{where}.damaged'"
        )
        super().__init__(f"{where} is damaged ({reason}); {remedy or anew}")


class StateReadOnlyError(StateUnavailableError):
    """The state can be read and not written."""

    def __init__(self, where: str) -> None:
        super().__init__(
            f"{where} cannot be written; give the bot's user the right to write it and its folder, then run: "
            "kratom-bot state check"
        )


class StateFullError(StateUnavailableError):
    """There is no room left; nothing was saved."""

    def __init__(self, where: str) -> None:
        super().__init__(f"there is no room to write {where}, so nothing was saved; free some, and see: df -h")


class StateNewerError(StateUnavailableError):
    """A newer version of the program wrote the database; this one would misread it."""

    def __init__(self, where: str, revision: str) -> None:
        super().__init__(
            f"{where} was written by a newer version of this program (revision {revision}); install that version "
            "again, or restore a backup from before the update"
        )
