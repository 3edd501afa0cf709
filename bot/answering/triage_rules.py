"""The table of safety rules: what makes a message a crisis, and what the bot does not help with.

The rows stand in `triage_table`, by subject. Each says what it means, by what wordings it is recognised, what is
excepted, and gives a message on which it fires and one on which it does not; the tests hold it to them. How wordings
are written: see `triage_patterns`; words in curly brackets: see `triage_table.words`. Of refusals, the first row wins.
"""

from bot.answering.triage_patterns import RuleSet
from bot.answering.triage_table import (
    amounts,
    danger,
    farewells,
    languages,
    making,
    means,
    overdose,
    signs,
    suicide,
    supervision,
    supply,
    swallowed,
    topics,
    veiled,
    wishes,
)
from bot.answering.triage_table.words import WORDS

CRISES = RuleSet(
    (
        *suicide.RULES,
        *wishes.RULES,
        *means.RULES,
        *veiled.RULES,
        *farewells.RULES,
        *signs.RULES,
        *overdose.RULES,
        *swallowed.RULES,
        *danger.RULES,
        *languages.RULES,
    ),
    WORDS,
)
REFUSALS = RuleSet((*supervision.RULES, *making.RULES, *supply.RULES, *amounts.RULES), WORDS)
TOPICS = RuleSet(topics.RULES, WORDS)
CONTINUATIONS = RuleSet(topics.CONTINUATIONS, WORDS)
