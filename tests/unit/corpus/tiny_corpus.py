"""A tiny corpus on disk in which `check` finds nothing at all, not even a note, so that tests can plant one fault."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from corpus.checks import check_corpus
from corpus.loader import LoadedCorpus, load_corpus
from corpus.problems import Problem
from corpus.rules_help import REQUIRED_NOTICES

TODAY = date(2026, 11, 23)

PLANT = "articles/basics/what-is-kratom.md"
SAFETY = "articles/safety/mixing.md"
SPARE = "articles/basics/spare.md"
"""An article that nothing else leads to, so that it can be left out without further findings."""
SPARE_NOTICE = "notices/extra.md"

_PLANT = """\
---
id: what-is-kratom
title: What kratom is
topic: basics
summary: What the plant is and what people say about it.
product_form: any
reviewed_on: 2026-11-22
next_review_on: 2027-05-22
---

## Kratom is a tree {#tree}

> - what is kratom
> - what plant is kratom
> - whats kratum

<!-- facts: bot-tree -->

Kratom is a tree of the coffee family that grows in warm parts of South-East Asia. [@flora]
Farmers there have long chewed the fresh leaf or made a tea of the leaf at work. [@flora]
In one survey of people who use kratom, many said that they take it for pain. [@survey]

No trial has shown that kratom helps, and missing data do not mean that it is safe. [@overview, human study]

## Sellers and doctors speak of kratom in two ways {#two-sides .disagreement beside="mixing#alcohol"}

> - is kratom good or bad
> - who says kratom is fine
> - doctors vs sellers on kratom

Sellers of kratom say that the leaf is mild, while doctors warn that nobody has shown this. [@seller]
A seller's page says that the leaf helps people through a long working day. [@seller]
Doctors answered in a 2024 review that such words cannot show what a plant does to the body. [@overview, human study]
Both sides agree that the leaf can lead to a habit that is hard to give up. [@seller; @overview, case reports]
"""

_SAFETY = """\
---
id: mixing
title: Kratom with other things
topic: safety
summary: What is known about mixing kratom with drink.
product_form: any
reviewed_on: 2026-11-22
next_review_on: 2027-05-22
---

## Kratom and alcohol together have done harm {#alcohol}

> - can i drink on kratom
> - kratom and beer
> - booze with kratom

Kratom and alcohol together have done harm, and some people have died after taking both. [@agency]
The agency counted deaths in which both were found, often with a third drug beside them. [@agency]
A clear head is lost sooner with both, and breathing can become slow and weak. [@overview, case reports]
How much of either is too much for one person cannot be said from what is known. [@agency]
"""

_SPARE = """\
---
id: spare
title: Where kratom is sold
topic: basics
summary: Where people come across kratom.
product_form: any
reviewed_on: 2026-11-22
next_review_on: 2027-05-22
---

## Kratom is sold in many small shops {#shops}

> - where do people see kratom
> - who has kratom on the shelf
> - kratom in shops

Kratom is sold in many small shops, a survey found, beside drinks, sweets and things for the car. [@survey]
People in one survey said that they first saw the leaf on such a shelf. [@survey]
What stood on the label was not always what was found inside when it was tested. [@survey]
Nobody checks these goods before they are sold, and the strength can differ from day to day. [@survey]
"""

_SOURCES = """\
sources:
- id: flora
  type: report
  title: Flora of a warm country
  author: [{literal: A. Botanist}]
  issued: '2019'
  publisher: National herbarium
  URL: https://example.org/flora
  accessed: '2026-11-22'
  evidence: official-statement
  tier: A
  kind: monograph
  read_at: the same address
- id: survey
  type: article-journal
  title: A survey of people who use kratom
  issued: 2021
  container-title: Journal of Tests
  DOI: 10.1234/abc.def(5)
  PMID: 12345678
  URL: https://example.org/survey
  accessed: '2026-11-22'
  evidence: human-study
  tier: A
  kind: survey
  read_at: the same address
- id: overview
  type: article-journal
  title: An overview of a plant
  issued: '2024'
  container-title: Journal of Overviews
  URL: https://example.org/overview
  accessed: '2026-11-22'
  tier: B
  kind: narrative-review
  read_at: the same address
- id: agency
  type: webpage
  title: A notice on mixing
  publisher: Health agency
  URL: https://example.org/agency
  accessed: '2026-11-22'
  evidence: official-statement
  tier: A
  kind: regulator
  read_at: the same address
- id: seller
  type: webpage
  title: Why people like our leaf
  publisher: Leaf House (vendor)
  URL: https://kratomworld.com/why
  accessed: '2026-11-22'
  evidence: press-advocacy
  tier: C
  kind: advocacy
  read_at: the same address
"""

_FACTS = """\
facts:
- id: bot-tree
  topic: botany
  claim: Kratom is a tree.
  evidence: traditional-use
  sources: [flora, survey, overview]
  checked: supported
"""

_LEGALITY = """\
records:
- id: us
  name: United States
  kind: federal
  code: US
  parent:
  aliases: [USA]
  status: restricted
  seven_oh: restricted
  confidence: medium
  checked_on: 2026-10-10
  valid_until: 2027-04-08
  heading: Kratom law in the United States
  questions: [is kratom legal in the us]
  text: |
    As of 10 October 2026, kratom leaf is not a controlled drug in the United States. [@agency]
- id: us-al
  name: Alabama
  kind: state
  code: US-AL
  parent: us
  aliases: [bama]
  status: banned
  seven_oh: banned
  confidence: high
  checked_on: 2026-10-01
  valid_until: 2027-03-30
  heading: Kratom law in Alabama
  questions: [is kratom legal in alabama]
  text: |
    As of 1 October 2026, Alabama bans the sale of kratom. [@agency]
    Having kratom is an offence there as well. [@agency]
- id: de
  name: Germany
  kind: country
  code: DE
  parent:
  aliases: [Deutschland]
  status: unclear
  seven_oh: unknown
  confidence: low
  checked_on: 2026-01-01
  valid_until: 2027-01-01
  heading: Kratom law in Germany
  questions: [is kratom legal in germany]
  text: |
    A 2026 notice says that kratom may not be sold as food in Germany. [@agency]
- id: ru
  name: Russia
  kind: country
  aliases: [Россия]
  status: unclear
  seven_oh: unknown
  confidence: low
  heading: Kratom law in Russia
  questions: [is kratom legal in russia]
  text: |
    No dated source on kratom law in Russia was found. [@agency]
"""

_INTERACTIONS = """\
records:
- id: alcohol
  name: Alcohol
  members: [beer, wine]
  brands: []
  level: documented-harm
  rests_on: human
  product_forms: [any]
  passages: ['mixing#alcohol']
  reviewed_on: 2026-11-22
  next_review_on: 2027-05-22
  heading: Kratom and alcohol
  questions: [kratom and alcohol]
  text: |
    Kratom with alcohol has been found in deaths. [@agency]
- id: lithium
  name: Lithium
  members: [lithium]
  level: no-data
  rests_on: none
  heading: Kratom and lithium
  questions: [kratom and lithium]
  text: |
    Nobody has studied kratom with lithium, and no information is not safety. [@overview, case reports]
"""

_GLOSSARY = """\
terms:
- term: ketum
  means: [kratom]
- term: booze
  means: [alcohol]
  substance_class: alcohol
"""

_CRISIS = """\
records:
- id: international
  name: International directories
  confidence: medium
  lines:
  - name: A directory
    kind: crisis
    url: https://example.org/directory
    confidence: high
    sources: [directory]
- id: gb
  name: United Kingdom
  aliases: [uk]
  emergency_number: '999'
  confidence: high
  checked_on: 2026-09-24
  lines:
  - name: A line that listens
    kind: crisis
    phone: 116 123
    text: SHOUT to 85258
    hours: 24 hours
    confidence: high
    sources: [directory]
  - name: Another line
    kind: drug-help
    phone: '988, then press 1'
    confidence: medium
    sources: [directory, agency]
  - name: A line nobody has checked
    kind: poison
    phone: soon
    confidence: high
    hold: true
    sources: []
sources:
- id: directory
  url: https://example.org/directory
  title: A directory of lines
"""

_QUESTIONS = """\
questions:
- ask: what is kratom
  answers: ['what-is-kratom#tree']
  kind: in-scope
- ask: what is the weather
  answers: []
  kind: out-of-scope
"""

_NOTICE = """\
---
id: {id}
reviewed_on: 2026-11-22
next_review_on: 2027-05-22
---

## Short

Kratom can harm.

## Full

Kratom can harm. Talk to a doctor or a pharmacist.
"""

FILES = {
    PLANT: _PLANT,
    SAFETY: _SAFETY,
    SPARE: _SPARE,
    "sources.yaml": _SOURCES,
    "facts.yaml": _FACTS,
    "legality.yaml": _LEGALITY,
    "interactions.yaml": _INTERACTIONS,
    "glossary.yaml": _GLOSSARY,
    "crisis_lines.yaml": _CRISIS,
    "questions.yaml": _QUESTIONS,
    **{f"notices/{name}.md": _NOTICE.format(id=name) for name in (*REQUIRED_NOTICES, "extra")},
}


@dataclass(frozen=True)
class TinyCorpus:
    """The folder, with ways to change its files and to look at what comes of it."""

    root: Path

    def write(self, name: str, content: str | bytes) -> Path:
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    def read(self, name: str) -> str:
        return (self.root / name).read_bytes().decode()

    def replace(self, name: str, old: str, new: str) -> None:
        """Change one place of a file; that there is exactly one keeps the tests honest."""
        text = self.read(name)
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {name}"
        self.write(name, text.replace(old, new))

    def line_of(self, name: str, words: str) -> int:
        """Return the line (from 1) on which words first stand."""
        return next(number for number, line in enumerate(self.read(name).split("\n"), start=1) if words in line)

    def load(self) -> LoadedCorpus:
        return load_corpus(self.root)

    def check(self, today: date | None = TODAY) -> list[Problem]:
        return check_corpus(self.load(), today, notes=True)


def write_tiny_corpus(root: Path) -> TinyCorpus:
    tiny = TinyCorpus(root)
    for name, text in FILES.items():
        tiny.write(name, text)
    return tiny
