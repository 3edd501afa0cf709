"""Decide, before anything is looked up, whether a message is a crisis, no question, or one the bot does not help with.

Pure and quick: no clock, no files, no index. The rules stand in the table of `triage_rules`.
"""

from bot.answering.cleaning import MAX_CHARS, clean, has_words
from bot.answering.models import CrisisKind, InvalidKind, RefusalKind, TriageVerdict
from bot.answering.triage_patterns import Rule, RuleSet
from bot.answering.triage_rules import CONTINUATIONS, CRISES, REFUSALS, TOPICS
from bot.answering.triage_text import read

# Where a message shows more than one emergency, the card of the first kind in this list is shown.
_FIRST = (
    CrisisKind.CHILD,
    CrisisKind.SUICIDE,
    CrisisKind.VIOLENCE,
    CrisisKind.SEIZURE,
    CrisisKind.WITHDRAWAL,
    CrisisKind.OVERDOSE,
)
_VOCABULARY = CRISES.vocabulary() | REFUSALS.vocabulary()
_MOST_WORDS_TO_CONTINUE = 25


def assess(turns: tuple[str, ...]) -> TriageVerdict:
    """Return what the last of these messages calls for; crisis before invalid before refusal.

    An earlier message is read along only where the last one clearly goes on from it ("he won't wake up").
    """
    if not turns:
        return TriageVerdict(invalid=InvalidKind.EMPTY)
    text = clean(turns[-1])
    readings = read(text, _VOCABULARY)
    crises = _firing(CRISES, readings)
    if not crises and len(turns) > 1 and _continues(readings[0]):
        crises = _firing(CRISES, read(f"{clean(turns[-2])} . {text}", _VOCABULARY))
    if crises:
        kinds = {rule.verdict for rule in crises}
        return TriageVerdict(crisis=next(kind for kind in _FIRST if kind in kinds), rules=_ids(crises))
    if len(turns[-1]) > MAX_CHARS:
        return TriageVerdict(invalid=InvalidKind.TOO_LONG)
    if not has_words(text):
        return TriageVerdict(invalid=InvalidKind.EMPTY)
    refusals, topics = _firing(REFUSALS, readings), _firing(TOPICS, readings)
    refusal = next((rule.verdict for rule in refusals if isinstance(rule.verdict, RefusalKind)), None)
    return TriageVerdict(refusal=refusal, rules=_ids((*refusals, *topics)), show_help_line=bool(topics))


def make_ready() -> None:
    """Make all rules ready now, which takes about two seconds; else each is when a message first needs it."""
    for rules in (CRISES, REFUSALS, TOPICS, CONTINUATIONS):
        rules.make_ready()


def goes_on(text: str) -> bool:
    """Tell whether a cleaned message clearly goes on from the one before it."""
    return _continues(read(text, _VOCABULARY)[0])


def _continues(reading: str) -> bool:
    return len(reading.split()) <= _MOST_WORDS_TO_CONTINUE and bool(CONTINUATIONS.firing(reading))


def _firing(rules: RuleSet, readings: tuple[str, ...]) -> tuple[Rule, ...]:
    fired = {rule.id for reading in readings for rule in rules.firing(reading)}
    return tuple(rule for rule in rules.rules if rule.id in fired)


def _ids(rules: tuple[Rule, ...]) -> tuple[str, ...]:
    return tuple(rule.id for rule in rules)
