"""The table of safety rules as one page that a person can read: docs/triage.md."""

import textwrap
from collections.abc import Iterable, Iterator

from bot.answering.triage_patterns import Rule
from bot.answering.triage_rules import CRISES, REFUSALS, TOPICS
from bot.answering.triage_table import frames
from bot.answering.triage_table.words import WORDS

_ABOUT = """\
# What is decided before anything is looked up

Made by `kratom-bot rules > docs/triage.md`; do not edit it by hand. The rules stand in the modules of
`bot/answering/triage_table/`.

1. A message that shows an **emergency** gets the crisis card of its kind. This needs neither index nor model.
2. A message with no words, or with too many, is told so.
3. A request for an **amount**, a **seller**, a **recipe**, a way round a **test**, to **stop a medicine** or to give
   kratom to **others** is refused, with the reason and with passages that may help instead.
4. Where no rule of 1 fires, a **second net** is heard: it compares the message with the example phrases in
   `corpus/triage/`. It can add a crisis card, a refusal, or a help line under the answer; it never takes one away.
5. A question about deaths, overdoses, suicide or seizures is answered, with a help line under the answer.

A rule fires where one of its wordings is found, unless one of its exceptions touches the same words. Each rule shows a
message on which it fires and one on which it does not; the tests hold the program to both.

How wordings are written:

- `(a|b c)` is one of these, `word?` may be there or not, `suicid*` is any word that begins so.
- `..` stands for up to 4 other words, `...` for up to 10; neither goes past the end of a sentence.
- `{kin}` is one of the words of a list at the end of this page; `...-who` is a gap without the words of such a list.
- `#` is a number, `#1-12` and `#15+` a number in a range; `^` begins a sentence, `$` ends one, `.` and `?` are its end.
- Messages are read in lower case, without accents and apostrophes, and once more with misspellings set right.
"""
_WIDTH = 116
_SHARED = {
    "long ago": frames.PAST,
    "asked in general": frames.ASKED,
    "about how often": frames.COUNTED,
    "read or heard": frames.REPORTED,
    "only imagined": frames.HYPOTHETICAL,
    "mild": frames.MILD,
}


def rule_table() -> str:
    """Return the page as Markdown."""
    parts = [_ABOUT, *_overview(), *_section("Emergencies", CRISES.rules), *_section("Refusals", REFUSALS.rules)]
    parts += [*_section("Help line under the answer", TOPICS.rules), "## Shared exceptions\n"]
    parts += [f"**{name}**\n\n{_block(wordings)}" for name, wordings in _SHARED.items()]
    parts.append("## Lists of words\n")
    parts += [f"`{{{name}}}`\n\n{_block([' '.join(text.split())])}" for name, text in sorted(WORDS.items())]
    return "\n".join(parts)


def _overview() -> Iterator[str]:
    yield "## Overview\n"
    rows = ["| rule | gives | what it is for |", "| --- | --- | --- |"]
    rows += [
        f"| [{rule.id}](#{rule.id}) | {rule.verdict or 'help line'} | {rule.means} |"
        for rules in (CRISES, REFUSALS, TOPICS)
        for rule in rules.rules
    ]
    yield "\n".join(rows) + "\n"


def _section(title: str, rules: Iterable[Rule]) -> Iterator[str]:
    yield f"## {title}\n"
    for rule in rules:
        yield f"### {rule.id}\n"
        yield f"{rule.means} Gives: **{rule.verdict or 'help line'}**.\n"
        yield f"- Fires on: \u201c{rule.fires}\u201d\n- Not on: \u201c{rule.quiet}\u201d\n"
        yield f"Wordings:\n\n{_block(rule.patterns)}"
        if rule.exceptions:
            yield f"Except:\n\n{_block(rule.exceptions)}"
        if shared := [name for name, wordings in _SHARED.items() if set(wordings) <= set(rule.frames)]:
            yield f"Except, too, what is {', '.join(shared)} (see the shared exceptions).\n"


def _block(lines: Iterable[str]) -> str:
    wrapped = [
        "\n".join(textwrap.wrap(line, _WIDTH, subsequent_indent="    ", break_long_words=False)) for line in lines
    ]
    return "```text\n" + "\n".join(wrapped) + "\n```\n"
