"""Validate what is written in YAML, with pydantic, and hand it on as the corpus's own types.

Only this module and `tables` see raw metadata. Unknown grades and tiers of foreign corpora are read as "not stated"
and the lowest tier, so that any folder in the corpus form can be indexed; `checks` reports them.
"""

import re
from datetime import date
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError

from corpus.models import GRADE_BY_WORDS, Grade, ProductForm, Source, Tier
from corpus.passages import ArticleHeader


def as_text(value: Any) -> Any:
    """Return scalars as text, so that `id: 988` and `issued: 2023` read as people mean them."""
    return str(value) if isinstance(value, (int, float, date)) and not isinstance(value, bool) else value


Text = Annotated[str, BeforeValidator(as_text), Field(min_length=1)]


def parse_grade(words: str) -> Grade | None:
    """Return the grade that words name, in either spelling ("human study", "human-study"), or None."""
    plain = words.strip().lower()
    if plain in GRADE_BY_WORDS:
        return GRADE_BY_WORDS[plain]
    try:
        return Grade(re.sub(r"[^a-z]+", "-", plain))
    except ValueError:
        return None


class ArticleRow(BaseModel):
    """The front matter of an article as written."""

    model_config = ConfigDict(extra="ignore")

    id: Annotated[Text, Field(pattern=r"^[A-Za-z0-9][A-Za-z0-9_.-]*$", max_length=100)]
    title: Text
    topic: Text
    summary: str = ""
    product_form: ProductForm = ProductForm.ANY
    reviewed_on: date | None = None
    next_review_on: date | None = None
    unreviewed: bool = False

    def to_header(self) -> ArticleHeader:
        """Return the validated header."""
        return ArticleHeader(**self.model_dump())


class SourceRow(BaseModel):
    """One record of sources.yaml, in CSL fields."""

    model_config = ConfigDict(extra="ignore")

    id: Annotated[Text, Field(pattern=r"^[A-Za-z0-9][A-Za-z0-9_.:-]*$")]
    title: Text
    author: list[dict[str, Any]] = []
    issued: Annotated[str | None, BeforeValidator(as_text)] = None
    publisher: Annotated[str | None, BeforeValidator(as_text)] = None
    container_title: Annotated[str | None, BeforeValidator(as_text), Field(alias="container-title")] = None
    doi: Annotated[str | None, BeforeValidator(as_text), Field(alias="DOI")] = None
    pmid: Annotated[str | None, BeforeValidator(as_text), Field(alias="PMID")] = None
    url: Annotated[
        str, Field(alias="URL", pattern=r"^https?://[^\s<>\"()|\[\]{}\\^`]+(?:\([^\s<>()]*\)[^\s<>()]*)*$")
    ] = ""
    accessed: date | None = None
    evidence: str | None = None
    tier: str = "C"
    note: str | None = None

    def to_source(self) -> Source:
        """Return the source; its year is the first four digits of `issued`, if any."""
        year = re.match(r"\d{4}", self.issued or "")
        return Source(
            id=self.id,
            title=self.title,
            publisher=self.container_title or self.publisher or "",
            url=self.url,
            tier=Tier(self.tier) if self.tier in set(Tier) else Tier.C,
            grade=parse_grade(self.evidence) if self.evidence else None,
            year=int(year[0]) if year else None,
            authors=tuple(_author_name(author) for author in self.author),
            doi=self.doi,
            pmid=self.pmid,
            accessed=self.accessed,
            note=self.note,
        )


def _author_name(author: dict[str, Any]) -> str:
    parts = (author.get("literal"), author.get("given"), author.get("family"))
    return " ".join(str(part) for part in parts if part)


def explain(error: ValidationError) -> str:
    """Return pydantic's findings as one line a person can act on."""
    findings = []
    for item in error.errors(include_url=False, include_input=False):
        where = ".".join(str(part) for part in item["loc"])
        findings.append(f"{where}: {item['msg'].lower()}" if where else item["msg"])
    return "; ".join(findings)
