"""A corpus of four short articles on disk that passes every editorial rule, with the real notices and crisis lines."""

import shutil
from pathlib import Path

from corpus.loader import CORPUS_DIR

SOURCES = """\
sources:
- id: hepatology-2020
  type: article-journal
  title: Liver injury and plant products
  author: [{literal: A. Author}]
  issued: '2020'
  container-title: Journal of Liver Tests
  URL: https://example.org/liver
  accessed: 2026-11-22
  evidence: case-reports
  tier: A
  read_at: https://example.org/liver
- id: mood-2021
  type: article-journal
  title: A review of plants and mood
  issued: '2021'
  container-title: Journal of Mood Tests
  URL: https://example.org/mood
  accessed: 2026-11-22
  evidence: systematic-review
  tier: A
  read_at: https://example.org/mood
"""

_HEAD = """\
---
id: {id}
title: {title}
topic: {topic}
summary: What is known about {title}.
product_form: any
reviewed_on: 2026-11-22
next_review_on: 2027-05-22
---

"""

LIVER = _HEAD.format(id="liver", title="Kratom and the liver", topic="harms") + (
    """\
## Liver injury has been reported {#reported}

> - can kratom hurt the liver
> - is kratom bad for your liver
> - kratom liver damage

Liver injury after kratom has been described by doctors in several hospitals. [@hepatology-2020]
Most of those people had yellow skin, dark urine or itching some weeks after they began. [@hepatology-2020]
Many of them got better after they stopped, and a few were very ill. [@hepatology-2020]
How often this happens is not known, because nobody counts all people who use kratom. [@hepatology-2020]

## Signs to take seriously {#signs}

> - what are the signs of liver injury
> - yellow eyes after kratom
> - dark urine and kratom

Yellow eyes, dark urine, pale stools and strong itching can be signs of a sick liver. [@hepatology-2020]
Pain under the ribs on the right, fever and tiredness were also reported. [@hepatology-2020]
Doctors in these reports used blood tests to see how the liver was doing. [@hepatology-2020]
They also looked for other causes, such as a virus or another medicine. [@hepatology-2020]
"""
)
DEPRESSION = _HEAD.format(id="depression", title="Kratom and depression", topic="mind") + (
    """\
## No trial exists {#no-trial}

> - does kratom help with depression
> - can kratom treat depression
> - kratom as an antidepressant

No randomised trial has tested kratom as a treatment for depression. [@mood-2021]
Some people who use it say in surveys that their mood is better. [@mood-2021]
Surveys cannot show whether the plant did that, since nobody was compared with a group that went without. [@mood-2021]
Whether it helps, harms or does nothing for depression is therefore open. [@mood-2021]
"""
)
WITHDRAWAL = _HEAD.format(id="withdrawal", title="Kratom withdrawal", topic="dependence") + (
    """\
## What people feel {#feelings}

> - what is kratom withdrawal like
> - kratom withdrawal symptoms
> - how does it feel to quit kratom

Withdrawal from kratom can bring a runny nose, restless legs and trouble sleeping. [@mood-2021]
Aching muscles, sweating, loose stools and low mood are named as well. [@mood-2021]
The review found that people who had used it daily for long reported more of this. [@mood-2021]
A doctor can treat many of these symptoms, and some clinics have done so. [@mood-2021]
"""
)
PLANT = _HEAD.format(id="plant", title="What kratom is", topic="basics") + (
    """\
## A tree of South-East Asia {#tree}

> - what is kratom
> - where does kratom come from
> - which plant is kratom

Kratom is a tree that grows in Thailand, Malaysia and Indonesia. [@mood-2021]
Its leaves hold mitragynine and some dozens of other alkaloids, which act in the brain. [@mood-2021]
Workers there have long chewed the fresh leaves or made a tea of them. [@mood-2021]
What is sold elsewhere as powder or extract can be far stronger than such a tea. [@mood-2021]
"""
)
SLEEP = _HEAD.format(id="sleep", title="Kratom and sleep", topic="mind") + (
    """\
## Sleep was asked about in a review {#review}

> - does kratom change sleep
> - sleeping after kratom
> - kratom and insomnia

Sleep after kratom was described in one review of plants and mood. [@mood-2021]
Some people slept worse in the nights after they had stopped taking it each day. [@mood-2021]
Others told the researchers that they noticed no difference at all in their nights. [@mood-2021]
No study has measured the sleep of people who take kratom in a laboratory. [@mood-2021]
"""
)
"""An article that is not in the folder, to be added."""
FILES = {
    "harms/liver.md": LIVER,
    "mind/depression.md": DEPRESSION,
    "dependence/withdrawal.md": WITHDRAWAL,
    "basics/plant.md": PLANT,
}


def write_corpus(root: Path) -> Path:
    """Write the corpus into `root` and return it."""
    for name, text in FILES.items():
        path = root / "articles" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    (root / "sources.yaml").write_text(SOURCES, "utf-8")
    shutil.copytree(CORPUS_DIR / "notices", root / "notices")
    shutil.copy(CORPUS_DIR / "crisis_lines.yaml", root)
    return root
