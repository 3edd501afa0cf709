"""What keeps a backup from being made or restored; each message says what happened and what to do next.

BackupError
├── BackupKeyError      KRATOM_BACKUP_KEY is missing, too short, or not the one the file was made with
├── BackupDamagedError  the file is cut or changed, or is no backup
└── BackupRefusedError  the file and this installation do not go together

After any of them, what was there before is as it was.
"""


class BackupError(Exception):
    """Root of the errors of backups."""


class BackupKeyError(BackupError):
    """The key does not serve."""


class BackupDamagedError(BackupError):
    """The file cannot be relied on."""

    def __init__(self, reason: str) -> None:
        super().__init__(f"the backup cannot be used: {reason}; nothing was changed. Take another backup file")


class BackupRefusedError(BackupError):
    """The file is whole, and must not be restored here, or written there."""
