"""Rules on sources.yaml: every record can be followed up, and no seller's page passes for more than that."""

import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

from corpus.codes import SOURCE_FIELD, UNUSED_SOURCE, VENDOR_LINK
from corpus.loader import LoadedCorpus
from corpus.models import Grade, Tier
from corpus.problems import Problem
from corpus.schema import parse_grade

SOURCES_FILE, SOURCES_KEY = "sources.yaml", "sources"

# Sites that sell kratom, by what sources.yaml says of the publisher, an article says of the page, or their own name.
SELLERS = frozenset(
    {
        "authentickratom.com",
        "bulkkratomnow.com",
        "clearwaterkratom.com",
        "eukratom.com",
        "expresshighs.com",
        "getkratom.com",
        "hiddenvalleybotanicals.com",
        "kationickratom.net",
        "kioskigloo.se",
        "kraoma.com",
        "kratom-onlineshop.de",
        "kratombuben.de",
        "kratomania.cz",
        "kratomit.eu",
        "kratomscience.eu",
        "kratomshop.com",
        "kratomworld.com",
        "miraclekoffee.com",
        "nectarleaf.eu",
    }
)
_SAYS_SELLER = re.compile(r"\((?:vendor|retailer|shop|seller)\b", re.IGNORECASE)
# As what a seller's page may be cited: as its own word, with attribution, never as evidence.
_OWN_WORD_KINDS = frozenset({"advocacy", "news", "narrative-review"})
_OWN_WORD_GRADES = frozenset({None, Grade.PRESS_ADVOCACY, Grade.PERSONAL_REPORTS})

# The form of a DOI as Crossref recommends to match it: https://www.crossref.org/blog/dois-and-matching-regular-expressions/
_DOI = re.compile(r"10\.\d{4,9}/\S+")
_PMID = re.compile(r"[1-9]\d{0,7}")


def fields(loaded: LoadedCorpus) -> Iterator[Problem]:
    """Every record says where the work is, where it was read and when, and how it stands."""
    for row in loaded.rows(SOURCES_FILE, SOURCES_KEY):
        for finding in _field_findings(row.values):
            yield SOURCE_FIELD.at(loaded.tables[SOURCES_FILE].path, row.line, f"{row.values['id']}: {finding}")


def sellers(loaded: LoadedCorpus) -> Iterator[Problem]:
    """A seller's page is cited only as the seller's word: tier C, and as advocacy, news or an overview."""
    for row in loaded.rows(SOURCES_FILE, SOURCES_KEY):
        source = loaded.corpus.sources[str(row.values["id"])]
        if not (is_seller(source.url) or _SAYS_SELLER.search(source.publisher)):
            continue
        kind = str(row.values.get("kind"))
        if source.tier is Tier.C and kind in _OWN_WORD_KINDS and source.grade in _OWN_WORD_GRADES:
            continue
        message = f"{source.id} is a seller's page: only as tier C, kind {', '.join(sorted(_OWN_WORD_KINDS))}"
        yield VENDOR_LINK.at(loaded.tables[SOURCES_FILE].path, row.line, message)


def unused(loaded: LoadedCorpus) -> Iterator[Problem]:
    """Records are cited somewhere."""
    cited = {source_id for passage in loaded.corpus.passages for source_id in passage.source_ids}
    for row in loaded.rows(SOURCES_FILE, SOURCES_KEY):
        source_id = str(row.values["id"])
        if source_id not in cited:
            yield UNUSED_SOURCE.at(loaded.tables[SOURCES_FILE].path, row.line, f"nothing cites {source_id}")


def _field_findings(values: dict[str, Any]) -> Iterator[str]:
    for field in ("URL", "accessed", "read_at"):
        if not values.get(field):
            yield f"there is no `{field}`"
    if str(values.get("tier")) not in set(Tier):
        yield f"`tier: {values.get('tier')}` is not A, B or C"
    evidence = values.get("evidence")
    if evidence is not None and parse_grade(str(evidence)) is None:
        yield f"`evidence: {evidence}` is not a grade of evidence"
    if values.get("DOI") is not None and not _DOI.fullmatch(str(values["DOI"])):
        yield f"`DOI: {values['DOI']}` is not a DOI (10.number/name, without an address before it)"
    if values.get("PMID") is not None and not _PMID.fullmatch(str(values["PMID"])):
        yield f"`PMID: {values['PMID']}` is not a PubMed number"


def is_seller(url: str) -> bool:
    """Tell whether an address leads to one of SELLERS."""
    host = (urlsplit(url).hostname or "").removesuffix(".")
    return any(host == seller or host.endswith(f".{seller}") for seller in SELLERS)


RULES = (fields, sellers, unused)
