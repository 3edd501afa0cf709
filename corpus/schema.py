"""Validate what is written in YAML, with pydantic, and hand it on as the corpus's own types.

Only this module and `tables` see raw metadata. Unknown grades and tiers of foreign corpora are read as "not stated"
and the lowest tier, so that any folder in the corpus form can be indexed; `checks` reports them.
"""

import re
from datetime import date
from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, ValidationError

from corpus.models import GRADE_BY_WORDS, Grade, ProductForm, Source, Tier
from corpus.passages import ArticleHeader


def as_text(value: Any) -> Any:
    """Return scalars as text, so that `id: 988` and `issued: 2023` read as people mean them."""
    return str(value) if isinstance(value, (int, float, date)) and not isinstance(value, bool) else value


Text = Annotated[str, BeforeValidator(as_text), Field(min_length=1)]


def as_date_text(value: Any) -> Any:
    """Return a date as text; also one in the parts that CSL writes, `{date-parts: [[2023, 5]]}`, or in its raw form."""
    if not isinstance(value, dict):
        return as_text(value)
    parts = value.get("date-parts")
    if isinstance(parts, list) and parts and isinstance(parts[0], list):
        return "-".join(str(part).zfill(2) for part in parts[0])
    return value.get("raw", value.get("literal", value))


def web_address(url: str) -> str:
    """Return an address, or nothing where there is none.

    Raises:
        ValueError: it is not http or https, or has characters that would end a link in Markdown.
    """
    if url and not _WEB_ADDRESS.fullmatch(url):
        raise ValueError("not a web address that starts with http:// or https:// (spaces and brackets end a link)")
    return url


_IN_ADDRESS = r"[^\s<>\"()|\[\]{}\\^`]"
_WEB_ADDRESS = re.compile(rf"https?://{_IN_ADDRESS}+(?:\({_IN_ADDRESS}*\){_IN_ADDRESS}*)*")


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
    issued: Annotated[str | None, BeforeValidator(as_date_text)] = None
    publisher: Annotated[str | None, BeforeValidator(as_text)] = None
    container_title: Annotated[str | None, BeforeValidator(as_text), Field(alias="container-title")] = None
    doi: Annotated[str | None, BeforeValidator(as_text), Field(alias="DOI")] = None
    pmid: Annotated[str | None, BeforeValidator(as_text), Field(alias="PMID")] = None
    url: Annotated[str, AfterValidator(web_address), Field(alias="URL")] = ""
    accessed: Annotated[date | None, BeforeValidator(as_date_text)] = None
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
        message = item["msg"].removeprefix("Value error, ")
        findings.append(f"{where}: {message[0].lower()}{message[1:]}" if where else message)
    return "; ".join(findings)
