"""What a question without an answer was near to: all that is counted of it."""

from bot.answering.models import Answer, Outcome

NOTHING_NEAR = "nothing-near"
"""Stands for a topic where no passage was near."""


def near_topics(answer: Answer) -> tuple[str, ...]:
    """Return the ids of the articles suggested in place of an answer; none for any other reply."""
    if answer.outcome is not Outcome.ABSTAINED:
        return ()
    articles = (suggestion.passage_id.partition("#")[0] for suggestion in answer.suggestions)
    return tuple(dict.fromkeys(articles)) or (NOTHING_NEAR,)
