"""Hear the second net of triage where the rules found no crisis: what oblique wording means, no list of words tells.

The rules come first and alone decide where there is no net. It may add a crisis, a refusal or a help line; it never
takes away what a rule found.
"""

from dataclasses import replace

from bot.answering.cleaning import clean
from bot.answering.models import CrisisKind, InvalidKind, RefusalKind, TriageVerdict
from bot.answering.ports import PhraseNet
from bot.answering.triage import goes_on

_LEAST_WORDS = 3
"""A message of fewer words says little, so that the net has to be surer of itself."""
NET_RULE = "phrase-net"
"""What stands among `TriageVerdict.rules` for the net."""


def hear_net(verdict: TriageVerdict, turns: tuple[str, ...], net: PhraseNet | None) -> TriageVerdict:
    """Return the verdict of the rules, with what the net adds to it.

    Where a rule has seen the words of an emergency and took the message for a question, or for a request to refuse, the
    net has to be surer of itself to speak of a crisis.
    """
    if net is None or verdict.crisis is not None or verdict.invalid is InvalidKind.EMPTY:
        return verdict
    text = clean(turns[-1])
    reading = net.read(text)
    if len(turns) > 1 and goes_on(text):
        # On its own a fragment such as "and xanax?" says too little; with what it goes on from it says enough.
        joined = net.read(f"{clean(turns[-2])}. {text}")
        reading = reading if reading.crisis_is_sure and len(text.split()) >= _LEAST_WORDS else joined
    told = (*verdict.rules, NET_RULE)
    explained = verdict.show_help_line or verdict.refusal is not None
    unsure = explained or reading.refusal_is_sure or len(text.split()) < _LEAST_WORDS
    if reading.crisis and (reading.crisis_is_sure or not unsure):
        return TriageVerdict(crisis=CrisisKind(reading.crisis), rules=told)
    if verdict.refusal is not None or verdict.invalid is not None:
        return verdict
    if reading.refusal:
        return replace(verdict, refusal=RefusalKind(reading.refusal), rules=told, show_help_line=False)
    return replace(verdict, show_help_line=verdict.show_help_line or reading.near_crisis)
