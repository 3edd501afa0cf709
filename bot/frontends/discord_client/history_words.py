"""How the audit log is told. What was done in another server is told without who did it, and where."""

from collections.abc import Sequence

from bot.frontends.discord_client.suggestions import shorten
from bot.rendering.discord_markdown import escape
from bot.state.models import Act, ActOutcome, DatedEntry, Detail

CORPUS_CHANGES = (Act.RELOAD, Act.ROLLBACK, Act.WITHDRAW, Act.RESTORE, Act.ADD, Act.REMOVE)
"""Acts that change what is answered in all servers, so that all moderators may know of them."""
_OUTCOME_WORDS = {
    ActOutcome.DONE: "done",
    ActOutcome.UNCHANGED: "nothing to change",
    ActOutcome.REFUSED: "refused",
    ActOutcome.NOT_ALLOWED: "not allowed",
    ActOutcome.BUSY: "someone else was at it",
    ActOutcome.STOPPED: "stopped by a restart",
    ActOutcome.FAILED: "failed",
}
_MOST_CHARS = 60
"""Of a subject, and of all details: a page has to fit into one message beside the longest notices."""


def history_blocks(entries: Sequence[DatedEntry], guild_id: int) -> list[str]:
    """Return one page of the audit log as a moderator of this server may see it, the newest first."""
    if not entries:
        return ["**History:** nothing is noted here (any more)."]
    return ["**History**, the newest first:\n" + "\n".join(_line(one, guild_id) for one in entries)]


def _line(dated: DatedEntry, guild_id: int) -> str:
    entry, at = dated.entry, int(dated.at.timestamp())
    subject = f" `{shorten(entry.subject, _MOST_CHARS)}`" if entry.subject else ""
    act = f"<t:{at}:f>: **{entry.act}**{subject}, {_OUTCOME_WORDS[entry.outcome]}"
    if entry.guild_id != guild_id:
        return f"- {act}, from elsewhere"
    who = f"<@{entry.actor_id}>" if entry.actor_id else "someone whose data was deleted"
    details = "; ".join(f"{name.replace('_', ' ')}: {_value(name, value)}" for name, value in entry.details.items())
    return f"- {act}, by {who}" + (f" ({shorten(details, _MOST_CHARS)})" if details else "")


def _value(name: str, value: Detail) -> str:
    if isinstance(value, tuple):
        return f"{len(value)} chosen" if value else "none"
    if isinstance(value, bool):
        return "on" if value else "off"
    return escape(str(value)) if value is not None else "none"
