"""The table of safety rules: what makes a message a crisis, and what the bot does not help with.

Each row says what it means, in what wordings it is recognised, what is excepted, and gives a message on which it fires
and one on which it does not. The tests hold the table to these. How patterns are written: see `triage_patterns`; the
words that stand in curly brackets: see `triage_words`. Rows that come first win.
"""

from bot.answering import (
    triage_emergency_rules,
    triage_refusal_rules,
    triage_suicide_rules,
    triage_topic_rules,
    triage_veiled_rules,
)
from bot.answering.triage_patterns import RuleSet
from bot.answering.triage_words import WORDS

CRISES = RuleSet((*triage_suicide_rules.RULES, *triage_veiled_rules.RULES, *triage_emergency_rules.RULES), WORDS)
REFUSALS = RuleSet(triage_refusal_rules.RULES, WORDS)
TOPICS = RuleSet(triage_topic_rules.RULES, WORDS)
CONTINUATIONS = RuleSet(triage_topic_rules.CONTINUATIONS, WORDS)
