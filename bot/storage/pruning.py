"""Remove what was kept for as long as `bot.state.retention` says."""

from datetime import date, datetime, time

from sqlalchemy import Connection, delete

from bot.state.models import Pruned
from bot.state.retention import AUDIT_DAYS, FEEDBACK_DAYS, MESSAGE_DAYS, oldest_kept
from bot.storage.gaps import fold_gaps, prune_gap_totals
from bot.storage.tables import answer_messages, audit_log, feedback


def prune_rows(connection: Connection, today: date) -> Pruned:
    """Remove rows of every table that has a limit; return how many."""
    oldest_act = datetime.combine(oldest_kept(today, AUDIT_DAYS), time.min)
    votes = delete(feedback).where(feedback.c.given_on < oldest_kept(today, FEEDBACK_DAYS))
    messages = delete(answer_messages).where(answer_messages.c.made_on < oldest_kept(today, MESSAGE_DAYS))
    return Pruned(
        feedback=connection.execute(votes).rowcount,
        messages=connection.execute(messages).rowcount,
        gap_marks=fold_gaps(connection, today),
        gap_totals=prune_gap_totals(connection, today),
        acts=connection.execute(delete(audit_log).where(audit_log.c.at < oldest_act)).rowcount,
    )
