"""How feedback is told: passage by passage, those that helped least first."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from bot.frontends.discord_client import texts
from bot.rendering.discord_markdown import escape
from bot.state.models import FeedbackReason, PassageFeedback

MOST = 25
"""As many as a menu holds."""
_WHAT_TO_DO = (
    "**What to do:** choose a passage below to read it as people see it. What is wrong is taken out of use with "
    "`/corpus withdraw`; what is unclear, or does not answer the questions it lists, is mended in its article. People "
    "judge the whole answer, so each of its passages is counted."
)


@dataclass(frozen=True, slots=True)
class Votes:
    """The verdicts on one passage over all builds. Somebody who judged it in two builds counts twice."""

    passage_id: str
    helpful: int
    not_helpful: int
    reasons: Mapping[FeedbackReason, int]


def add_up(counts: Iterable[PassageFeedback]) -> list[Votes]:
    """Return the verdicts by passage, those that helped least first."""
    found: dict[str, Votes] = {}
    for one in counts:
        before = found.get(one.passage_id, Votes(one.passage_id, 0, 0, {}))
        reasons = dict(before.reasons)
        for reason, people in one.reasons:
            reasons[reason] = reasons.get(reason, 0) + people
        helpful, not_helpful = before.helpful + one.helpful, before.not_helpful + one.not_helpful
        found[one.passage_id] = Votes(one.passage_id, helpful, not_helpful, reasons)
    return sorted(found.values(), key=lambda votes: (-votes.not_helpful, votes.helpful, votes.passage_id))


def feedback_blocks(votes: Sequence[Votes], labels: Mapping[str, str]) -> list[str]:
    """Return the passages with most "not helpful" first; `labels` are those of the live passages, by id."""
    if not votes:
        return ["**No feedback yet.** It comes from the buttons under answers."]
    lines = [f"- {escape(label_of(one, labels))} (`{one.passage_id}`): {count_words(one)}" for one in votes[:MOST]]
    if len(votes) > MOST:
        lines.append(f"- and {len(votes) - MOST} more passages")
    return ["**Feedback by passage**, in all servers together:\n" + "\n".join(lines), _WHAT_TO_DO]


def label_of(votes: Votes, labels: Mapping[str, str]) -> str:
    """Return what a passage is called, or that it is not shown any more."""
    return labels.get(votes.passage_id, "no longer shown")


def count_words(votes: Votes) -> str:
    """Return the counts of one passage, with the reasons, the most frequent first."""
    ordered = sorted(votes.reasons.items(), key=lambda pair: (-pair[1], pair[0]))
    reasons = ", ".join(f"{texts.REASONS[reason]} {people}" for reason, people in ordered)
    return f"not helpful {votes.not_helpful}, helpful {votes.helpful}" + (f"; reasons: {reasons}" if reasons else "")
