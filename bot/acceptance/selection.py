"""Choose which acceptance questions to ask, so that a preview takes seconds on a small machine."""

from collections.abc import Set

from bot.acceptance.models import RISKY_KINDS
from corpus.loader import CORPUS_DIR
from corpus.models import LabelledQuestion, TriagePhrase
from corpus.triage_phrases import CRISIS_KINDS, PHRASES_FOLDER, REFUSAL_KINDS, load_triage_phrases

MOST_SPREAD = 300


def choose_questions(
    questions: tuple[LabelledQuestion, ...], touched: Set[str], *, everything: bool = False
) -> tuple[LabelledQuestion, ...]:
    """Return the questions to ask, in their order.

    These are all that a `touched` passage answers, all unanswerable ones of a risky kind, and of the rest so many that
    they stand for all of them, evenly spread over the list and so over its topics; the same ones every time.
    """
    if everything:
        return questions
    must = [not touched.isdisjoint(one.answers) or _is_risky(one) for one in questions]
    rest = [number for number, needed in enumerate(must) if not needed]
    if len(rest) > MOST_SPREAD:
        rest = [rest[position * len(rest) // MOST_SPREAD] for position in range(MOST_SPREAD)]
    chosen = {*rest, *(number for number, needed in enumerate(must) if needed)}
    return tuple(one for number, one in enumerate(questions) if number in chosen)


def safety_phrases(own: tuple[TriagePhrase, ...]) -> tuple[TriagePhrase, ...]:
    """Return the messages that call for a crisis card or a refusal: those of a corpus and those of this project.

    The second go along, so that a corpus which takes its own away is measured all the same.
    """
    ours = load_triage_phrases(CORPUS_DIR) if (CORPUS_DIR / PHRASES_FOLDER).is_dir() else ()
    return tuple(dict.fromkeys(one for one in (*ours, *own) if one.kind in (*CRISIS_KINDS, *REFUSAL_KINDS)))


def _is_risky(question: LabelledQuestion) -> bool:
    return not question.answers and question.kind in RISKY_KINDS
