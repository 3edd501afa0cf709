"""Note what moderators do: a line in the log, and an entry in the audit log that is kept."""

import asyncio
from collections.abc import Mapping

import structlog

from bot.frontends.discord_client.desk import Desk
from bot.frontends.discord_client.logs import describe_error
from bot.frontends.discord_client.messages import Interaction
from bot.state.errors import StateError
from bot.state.models import Act, ActOutcome, AuditEntry, Detail

log = structlog.get_logger()


async def record_act(
    desk: Desk,
    interaction: Interaction,
    act: Act,
    outcome: ActOutcome,
    *,
    subject: str | None = None,
    details: Mapping[str, Detail] | None = None,
) -> None:
    """Note who did what with which result; details are ids, numbers and switches.

    Never raises: an act that was done stays done where the audit log cannot be written, and the log says so.
    What the state saves itself (settings, withdrawals, added articles) it notes in the same step: see `log_act`.
    """
    noted = details or {}
    log_act(interaction, act, outcome, subject=subject, details=noted)
    try:
        entry = AuditEntry(act, outcome, interaction.user.id, interaction.guild_id, subject, noted)
        await asyncio.to_thread(desk.assembly.state.audit.append, entry)
    except (StateError, ValueError) as error:
        log.error("act not kept in the audit log", act=act, **describe_error(error))


def log_act(
    interaction: Interaction,
    act: Act,
    outcome: ActOutcome,
    *,
    subject: str | None = None,
    details: Mapping[str, Detail] | None = None,
) -> None:
    """Write the log line alone, for what the state has noted in the audit log already."""
    log.info(
        "moderator act",
        who=interaction.user.id,
        guild=interaction.guild_id,
        act=act,
        outcome=outcome,
        subject=subject,
        **{f"detail_{name}": value for name, value in (details or {}).items()},
    )
