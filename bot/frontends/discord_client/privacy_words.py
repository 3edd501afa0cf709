"""What /privacy says: what is never kept, what is, for how long, and how much of it is one person's."""

from bot.frontends.discord_client import texts
from bot.frontends.discord_client.conversations import KEPT_S
from bot.state.models import Held
from bot.state.retention import AUDIT_DAYS, FEEDBACK_DAYS, MESSAGE_DAYS

_COUNTED = (
    ("feedback", texts.HELD_FEEDBACK.format(days=FEEDBACK_DAYS)),
    ("gap_topics", texts.HELD_GAPS),
    ("messages", texts.HELD_MESSAGES.format(days=MESSAGE_DAYS)),
    ("acts", texts.HELD_ACTS.format(days=AUDIT_DAYS)),
    ("withdrawals", texts.HELD_WITHDRAWALS),
    ("articles", texts.HELD_ARTICLES),
)


def privacy_blocks(held: Held | None, remembered: int) -> list[str]:
    """Return the whole reply.

    Args:
        held: how much is kept of the person; None where that cannot be looked up.
        remembered: to how many of their answers the questions are in memory now.
    """
    memory = texts.HELD_MEMORY.format(number=remembered, minutes=round(KEPT_S / 60))
    return [texts.NEVER_KEPT, memory, held_block(held), texts.ELSEWHERE_KEPT]


def held_block(held: Held | None) -> str:
    """Return how much of each kind is kept of a person."""
    if held is None:
        return texts.HELD_UNKNOWN
    lines = [f"- {getattr(held, name)}: {words}" for name, words in _COUNTED if getattr(held, name)]
    return "\n".join([texts.HELD, *lines]) if lines else texts.HELD_NOTHING


def deleted_blocks(held: Held, forgotten: int) -> list[str]:
    """Return what was deleted."""
    number = held.feedback + held.gap_topics + held.messages
    blocks = [texts.DATA_DELETED.format(rows=number, questions=forgotten)]
    if held.acts or held.withdrawals or held.articles:
        blocks.append(texts.ACTS_WITHOUT_NAME)
    return blocks
