"""Poisoned articles: attacks from a list, each put into the tiny corpus, and what `check` keeps out because of it."""

from dataclasses import dataclass
from pathlib import Path

import yaml

from corpus.problems import Severity
from tests.unit.corpus.planted import SECOND
from tests.unit.corpus.tiny_corpus import PLANT, SPARE, TinyCorpus

ATTACKS = Path(__file__).parents[2] / "golden" / "poisoned.yaml"


@dataclass(frozen=True)
class Attack:
    """One change to an article or a source, by somebody who means harm or sells."""

    kind: str
    place: str
    text: str

    def plant(self, tiny: TinyCorpus) -> None:
        """Put it into the corpus."""
        if self.place == "sentence":
            tiny.replace(PLANT, SECOND, self.text)
        elif self.place == "raw":
            tiny.replace(PLANT, f"{SECOND} [@flora]", self.text)
        elif self.place == "heading":
            tiny.replace(SPARE, _heading(tiny), f"## {self.text} {{#")
        elif self.place == "question":
            tiny.replace(PLANT, "> - what plant is kratom", f"> - {self.text}")
        else:
            tiny.replace("sources.yaml", "URL: https://example.org/agency", self.text)

    def stopped_by(self, tiny: TinyCorpus) -> list[str]:
        """Return the codes of what keeps the corpus out now."""
        return [one.code for one in tiny.check() if one.severity in (Severity.INVALID, Severity.ERROR)]


def attacks() -> list[Attack]:
    """Return all attacks of the list."""
    kinds = yaml.safe_load(ATTACKS.read_text("utf-8"))
    return [Attack(kind, *next(iter(row.items()))) for kind, rows in kinds.items() for row in rows]


def _heading(tiny: TinyCorpus) -> str:
    return next(line for line in tiny.read(SPARE).split("\n") if line.startswith("## ")).split("{#")[0] + "{#"
