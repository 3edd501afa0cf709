"""The audit log cannot be edited: SQLite itself refuses, whatever the program does.

An entry may lose the id of its actor, when that person has their data deleted, and may go after 730 days, less one for
time zones. Other databases do this by rights: grant INSERT and SELECT on the table, and the rest to an operator.
"""

from alembic import op

revision = "0002"
down_revision = "0001"

_KEPT = ("number", "at", "guild_id", "act", "subject", "outcome", "details")


def upgrade() -> None:
    """Make the triggers."""
    if op.get_context().dialect.name != "sqlite":
        return
    same = " AND ".join(f"OLD.{name} IS NEW.{name}" for name in _KEPT)
    op.execute(
        "CREATE TRIGGER audit_log_is_not_edited BEFORE UPDATE ON audit_log "
        f"WHEN NOT (NEW.actor_id IS NULL AND {same}) "
        "BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END"
    )
    op.execute(
        "CREATE TRIGGER audit_log_is_kept BEFORE DELETE ON audit_log "
        "WHEN OLD.at > datetime('now', '-729 days') "
        "BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END"
    )
