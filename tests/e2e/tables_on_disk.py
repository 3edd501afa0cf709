"""The tables of law and interactions for the end-to-end tests, beside the corpus of `corpus_on_disk`.

The dates are those of the day of the tests, so that some records are confirmed and some are past their date.
"""

from datetime import UTC, datetime, timedelta
from pathlib import Path

TODAY = datetime.now(UTC).date()
LANDS = 28
"""More places than a menu has options."""

_PLACE = """\
- id: {id}
  code: {code}
  name: {name}
  kind: {kind}
  parent: {parent}
  aliases: [{aliases}]
  status: {status}
  seven_oh: {seven_oh}
  min_age: {min_age}
  confidence: high
  checked_on: {checked_on}
  valid_until: {valid_until}
  heading: Kratom law in {name}
  questions: [is kratom legal in {name}, kratom law in {name}, '{name} kratom']
  text: |
    As of {year}, {sentence} [@mood-2021, official statement]
"""
_INTERACTIONS = """\
records:
- id: ssris
  name: SSRI antidepressants
  members: [sertraline, fluoxetine]
  brands: [Zoloft, Prozac]
  level: mechanism-suggests
  rests_on: laboratory
  heading: Kratom and SSRI antidepressants
  passages: ['depression#no-trial']
  reviewed_on: 2026-11-22
  next_review_on: 2027-05-22
  questions: [kratom and zoloft, kratom with prozac, can i take kratom with an ssri]
  text: |
    Kratom with an SSRI such as sertraline has hardly been studied in people. [@mood-2021, laboratory/animal]
    What is missing here does not mean that the two together are safe. [@mood-2021, laboratory/animal]
"""


def _place(name: str, sentence: str, *, id: str, **fields: object) -> str:
    checked = TODAY - timedelta(days=30)
    return _PLACE.format(
        **{
            "id": id,
            "name": name,
            "sentence": sentence,
            "code": "null",
            "kind": "country",
            "parent": "null",
            "aliases": "",
            "status": "banned",
            "seven_oh": "banned",
            "min_age": "null",
            "checked_on": checked,
            "valid_until": checked + timedelta(days=100),
            "year": TODAY.year,
            **fields,
        }
    )


def write_tables(root: Path) -> None:
    """Write the two tables into the corpus at `root`."""
    past = {"checked_on": TODAY - timedelta(days=300), "valid_until": TODAY - timedelta(days=200)}
    places = [
        _place(
            "United States",
            "federal law does not list the leaf.",
            id="us",
            code="US",
            kind="federal",
            aliases="USA, america",
            status="restricted",
        ),
        _place("Alabama", "Alabama bans kratom.", id="us-al", code="US-AL", kind="state", parent="us", aliases="'AL'"),
        _place(
            "Oregon",
            "Oregon sold kratom under rules of its own.",
            id="us-or",
            code="US-OR",
            kind="state",
            parent="us",
            status="regulated",
            seven_oh="restricted",
            min_age=21,
            **past,
        ),
        *(
            _place(f"Testland {chr(65 + n % 26)}{n}", f"law number {n} of Testland bans it.", id=f"test-{n}")
            for n in range(LANDS)
        ),
    ]
    (root / "legality.yaml").write_text("records:\n" + "".join(places), "utf-8")
    (root / "interactions.yaml").write_text(_INTERACTIONS, "utf-8")
