"""All numbers of the overview, as one frozen value: counting only, no drawing and no clock."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from corpus.digest import corpus_digest
from corpus.loader import LoadedCorpus
from corpus.report.evidence import Evidence, count_evidence
from corpus.report.interactions import Level, count_levels
from corpus.report.inventory import Inventory, take_inventory
from corpus.report.law import Law, count_law
from corpus.report.leftovers import Leftovers, find_leftovers
from corpus.report.reviews import Reviews, count_reviews


@dataclass(frozen=True, slots=True)
class Numbers:
    """What the overview shows of one corpus as of one day; `digest` is the corpus's own."""

    today: date
    digest: str
    inventory: Inventory
    evidence: Evidence
    reviews: Reviews
    law: Law
    levels: tuple[Level, ...]
    leftovers: Leftovers


def count_corpus(loaded: LoadedCorpus, today: date, reasons_file: Path) -> Numbers:
    """Count a loaded corpus; `reasons_file` is the list that says why fact cards are unused, and need not exist."""
    return Numbers(
        today=today,
        digest=corpus_digest(loaded.corpus),
        inventory=take_inventory(loaded),
        evidence=count_evidence(loaded),
        reviews=count_reviews(loaded, today),
        law=count_law(loaded, today),
        levels=count_levels(loaded),
        leftovers=find_leftovers(loaded, reasons_file),
    )
