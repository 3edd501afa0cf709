"""A tiny corpus on disk in the project's own form, for tests that need real files and a real index."""

import shutil
from pathlib import Path

from corpus.loader import CORPUS_DIR

_SOURCES = """\
sources:
- id: trial-2020
  type: article-journal
  title: A trial of nothing in particular
  author: [{literal: A. Author}]
  issued: '2020'
  container-title: Journal of Tests
  URL: https://example.org/trial
  accessed: 2026-11-22
  evidence: randomised-trial
  tier: A
  read_at: https://example.org/trial
- id: review-2021
  type: article-journal
  title: A review of tests
  issued: '2021'
  container-title: Journal of Reviews
  URL: https://example.org/review
  accessed: 2026-11-22
  tier: B
  read_at: https://example.org/review
"""

_ARTICLE = """\
---
id: {id}
title: {title}
topic: {topic}
summary: What is known about {title}.
product_form: any
reviewed_on: 2026-11-22
next_review_on: 2027-05-22
---

## {heading} {{#first}}

> - {question}
> - tell me about {id}
> - {id} and kratom

{sentence} [@trial-2020]
This second sentence about {id} rests on a review of the work that others did before. [@review-2021, human study]
A third sentence closes the passage on {id} and adds nothing like advice. [@trial-2020; @review-2021, case reports]

## More about {id} {{#second}}

> - more on {id}
> - what else about {id}
> - {id} details

Further work on {id} is described in one review, which names no figures at all. [@review-2021, human study]
"""

_LEGALITY = """\
records:
- id: us-al
  code: US-AL
  name: Alabama
  kind: state
  parent: us
  aliases: [AL, bama]
  status: banned
  seven_oh: banned
  confidence: high
  checked_on: 2026-07-29
  valid_until: 2027-01-25
  heading: Kratom law in Alabama
  questions: [is kratom legal in alabama]
  text: |
    As of 29 July 2026, Alabama bans kratom. [@trial-2020, official statement]
- id: th
  code: TH
  name: Thailand
  kind: country
  aliases: [Thai]
  status: regulated
  seven_oh: unknown
  confidence: medium
  checked_on: 2022-08-26
  valid_until: 2023-08-26
  heading: Kratom law in Thailand
  questions: [is kratom legal in thailand]
  text: |
    As of August 2022, Thailand allowed kratom leaf. [@review-2021, official statement]
"""

_INTERACTIONS = """\
records:
- id: ssri
  name: SSRI antidepressants
  members: [SSRI, sertraline, fluoxetine]
  brands: [Zoloft, Prozac]
  level: mechanism-suggests
  rests_on: laboratory
  heading: Kratom and SSRI antidepressants
  questions: [kratom and zoloft]
  text: |
    Kratom with an SSRI such as sertraline has hardly been studied. [@review-2021, laboratory/animal]
    What is missing here does not mean that it is safe. [@review-2021, laboratory/animal]
"""

ARTICLES = {
    "liver": ("harms", "Kratom and the liver", "Liver injury has been reported", "can kratom hurt the liver",
              "Liver injury after kratom has been described in case reports by several hospitals."),
    "depression": ("mind", "Kratom and depression", "No trial exists", "does kratom help with depression",
                   "No randomised trial has tested kratom as a treatment for depression."),
    "withdrawal": ("dependence", "Kratom withdrawal", "What people feel", "what is kratom withdrawal like",
                   "Withdrawal from kratom can bring a runny nose, restlessness and trouble sleeping."),
}  # fmt: skip


def write_small_corpus(root: Path) -> Path:
    """Write the corpus into `root` and return it; the notices and crisis lines are the real ones."""
    for article_id, (topic, title, heading, question, sentence) in ARTICLES.items():
        text = _ARTICLE.format(
            id=article_id, topic=topic, title=title, heading=heading, question=question, sentence=sentence
        )
        path = root / "articles" / topic / f"{article_id}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    (root / "sources.yaml").write_text(_SOURCES, "utf-8")
    (root / "legality.yaml").write_text(_LEGALITY, "utf-8")
    (root / "interactions.yaml").write_text(_INTERACTIONS, "utf-8")
    shutil.copytree(CORPUS_DIR / "notices", root / "notices", dirs_exist_ok=True)
    shutil.copy(CORPUS_DIR / "crisis_lines.yaml", root)
    return root
