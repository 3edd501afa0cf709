"""What /privacy says: what is never kept, what is, for how long, and how much of it is one person's."""

from bot.frontends.discord_client import texts
from bot.frontends.discord_client.conversations import KEPT_S
from bot.frontends.discord_client.voices import Voice
from bot.state.models import Held
from bot.state.retention import AUDIT_DAYS, FEEDBACK_DAYS, MESSAGE_DAYS

_COUNTED: tuple[tuple[str, str, dict[str, object]], ...] = (
    ("feedback", texts.HELD_FEEDBACK, {"days": FEEDBACK_DAYS}),
    ("gap_topics", texts.HELD_GAPS, {}),
    ("messages", texts.HELD_MESSAGES, {"days": MESSAGE_DAYS}),
    ("acts", texts.HELD_ACTS, {"days": AUDIT_DAYS}),
    ("withdrawals", texts.HELD_WITHDRAWALS, {}),
    ("articles", texts.HELD_ARTICLES, {}),
)


def privacy_blocks(voice: Voice, held: Held | None, remembered: int) -> list[str]:
    """Return the whole reply.

    Args:
        voice: in whose words.
        held: how much is kept of the person; None where that cannot be looked up.
        remembered: to how many of their answers the questions are in memory now.
    """
    memory = voice.say(texts.HELD_MEMORY, number=remembered, minutes=round(KEPT_S / 60))
    return [texts.NEVER_KEPT, memory, held_block(voice, held), texts.ELSEWHERE_KEPT]


def held_block(voice: Voice, held: Held | None) -> str:
    """Return how much of each kind is kept of a person."""
    if held is None:
        return voice.say(texts.HELD_UNKNOWN)
    lines = [
        f"- {number}: {voice.say(words, **values)}"
        for name, words, values in _COUNTED
        if (number := getattr(held, name))
    ]
    return "\n".join([voice.say(texts.HELD), *lines]) if lines else voice.say(texts.HELD_NOTHING)


def deleted_blocks(voice: Voice, held: Held, forgotten: int) -> list[str]:
    """Return what was deleted."""
    number = held.feedback + held.gap_topics + held.messages
    blocks = [voice.say(texts.DATA_DELETED, rows=number, questions=forgotten)]
    if held.acts or held.withdrawals or held.articles:
        blocks.append(texts.ACTS_WITHOUT_NAME)
    return blocks
