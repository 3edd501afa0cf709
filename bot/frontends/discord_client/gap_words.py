"""How topics without an answer are told."""

from collections.abc import Mapping, Sequence

from bot.answering.gaps import NOTHING_NEAR
from bot.rendering.discord_markdown import escape
from bot.state.models import GapCount
from bot.state.retention import GAP_LEAST_PEOPLE

_MOST = 25
_HOW = (
    f"-# How this is counted: when a question has no answer, the articles nearest to it are noted, and never the "
    f"question. A person counts once for an article in a quarter of the year, in all servers together, and nothing is "
    f"shown before {GAP_LEAST_PEOPLE} different people."
)
_WHAT_TO_DO = (
    "**What to do:** an article listed here is near to what people ask and does not answer it. See whether it can, and "
    "add what is missing with its sources, or the questions it answers; then `/corpus reload`."
)


def gap_blocks(counts: Sequence[GapCount], titles: Mapping[str, str]) -> list[str]:
    """Return the topics with their counts, what to do about them, and how they are counted.

    Args:
        counts: the most asked first.
        titles: of the live articles, by id.
    """
    if not counts:
        return [f"**No gaps to show:** no topic was asked about in vain by {GAP_LEAST_PEOPLE} different people.", _HOW]
    lines = [f"- {_name(one.topic, titles)}: {one.people} people in {escape(one.period)}" for one in counts[:_MOST]]
    if len(counts) > _MOST:
        lines.append(f"- and {len(counts) - _MOST} more with fewer people")
    return ["**Asked about, without an answer:**\n" + "\n".join(lines), _WHAT_TO_DO, _HOW]


def _name(topic: str, titles: Mapping[str, str]) -> str:
    if topic == NOTHING_NEAR:
        return "*nothing in the corpus was near*"
    return f"{escape(titles.get(topic, 'an article that is no longer there'))} (`{topic}`)"
