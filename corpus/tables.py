"""Validate the rows of the tables (law by place, interactions, glossary, help lines) and turn them into records.

A row of the law or interaction table carries its own cited sentences; they become an article of one passage, so that
a place or a substance is answered with a text that can be quoted and cited like any other.
"""

from datetime import date
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from corpus.markup import split_sections
from corpus.models import (
    Article,
    Confidence,
    CrisisRecord,
    GlossaryTerm,
    HelpLine,
    InteractionLevel,
    InteractionRecord,
    LegalRecord,
    LegalStatus,
    ProductForm,
    SevenOhStatus,
)
from corpus.passages import ArticleHeader, ResolveReference, build_article
from corpus.schema import Text, as_text

OptionalText = Annotated[str | None, BeforeValidator(as_text)]
LAW_TOPIC = "law-by-place"
INTERACTION_TOPIC = "interaction-table"


class Row(BaseModel):
    """A row of any table: unknown keys are left alone, so that a newer table still loads."""

    model_config = ConfigDict(extra="ignore")


class QuotedRow(Row):
    """A row that carries sentences of its own."""

    id: Annotated[Text, Field(pattern=r"^[a-z0-9][a-z0-9-]*$")]
    name: Text
    heading: Text
    text: Text
    questions: list[Text] = []

    def article(self, header: ArticleHeader, resolve: ResolveReference, line: int) -> Article:
        """Return the row's sentences as an article of one passage, `<article id>#record`.

        Raises:
            ArticleInvalidError: a citation marker cannot be read.
            ValueError: the text is not one run of sentences.
        """
        sections = split_sections(self.text, title=self.heading, first_line=line)
        if len(sections) != 1 or self.text.lstrip().startswith("#"):
            raise ValueError("text: a record has sentences only, without a heading of their own")
        sections[0].anchor = "record"
        sections[0].questions = [(line, question) for question in self.questions]
        return build_article(header, sections, resolve)


class LegalRow(QuotedRow):
    """One jurisdiction of legality.yaml."""

    kind: Text
    code: str | None = None
    parent: str | None = None
    aliases: list[Text] = []
    status: LegalStatus
    seven_oh: SevenOhStatus
    min_age: int | None = None
    confidence: Confidence
    checked_on: date | None = None
    valid_until: date | None = None

    def to_record(self, resolve: ResolveReference, line: int) -> tuple[LegalRecord, Article]:
        """Return the record and the article that its sentences make."""
        header = ArticleHeader(
            id=f"law-{self.id}",
            title=self.heading,
            topic=LAW_TOPIC,
            summary="",
            product_form=ProductForm.ANY,
            reviewed_on=self.checked_on,
            next_review_on=self.valid_until,
        )
        article = self.article(header, resolve, line)
        record = LegalRecord(
            id=self.id,
            name=self.name,
            kind=self.kind,
            status=self.status,
            seven_oh=self.seven_oh,
            confidence=self.confidence,
            passage_id=article.passages[0].id,
            code=self.code,
            parent=self.parent,
            aliases=tuple(self.aliases),
            min_age=self.min_age,
            checked_on=self.checked_on,
            valid_until=self.valid_until,
        )
        return record, article


class InteractionRow(QuotedRow):
    """One substance class of interactions.yaml."""

    members: list[Text] = []
    brands: list[Text] = []
    level: InteractionLevel
    rests_on: Text
    product_forms: list[ProductForm] = [ProductForm.ANY]
    passages: list[Text] = []
    reviewed_on: date | None = None
    next_review_on: date | None = None

    def to_record(self, resolve: ResolveReference, line: int) -> tuple[InteractionRecord, Article]:
        """Return the record and the article that its sentences make."""
        header = ArticleHeader(
            id=f"with-{self.id}",
            title=self.heading,
            topic=INTERACTION_TOPIC,
            summary="",
            product_form=self.product_forms[0] if len(self.product_forms) == 1 else ProductForm.ANY,
            reviewed_on=self.reviewed_on,
            next_review_on=self.next_review_on,
        )
        article = self.article(header, resolve, line)
        record = InteractionRecord(
            id=self.id,
            name=self.name,
            level=self.level,
            rests_on=self.rests_on,
            passage_id=article.passages[0].id,
            members=tuple(self.members),
            brands=tuple(self.brands),
            product_forms=tuple(self.product_forms),
            passages=tuple(self.passages),
        )
        return record, article


class GlossaryRow(Row):
    """One word of glossary.yaml."""

    term: Text
    means: list[Text]
    needs: list[Text] = []
    ambiguous: bool = False
    upper_case_only: bool = False
    substance_class: str | None = None
    flag: str | None = None

    def to_term(self) -> GlossaryTerm:
        """Return the term."""
        fields: dict[str, Any] = self.model_dump()
        return GlossaryTerm(**{**fields, "means": tuple(self.means), "needs": tuple(self.needs)})


class HelpLineRow(Row):
    """One line of a country. A line on hold waits for a person's check and is never shown."""

    name: Text
    kind: Annotated[str, Field(pattern="^(crisis|poison|drug-help)$")]
    phone: OptionalText = None
    text: OptionalText = None
    url: OptionalText = None
    hours: OptionalText = None
    confidence: Confidence = Confidence.LOW
    hold: bool = False

    @property
    def may_be_shown(self) -> bool:
        """Tell whether the line is neither on hold nor weakly supported."""
        return not self.hold and self.confidence is not Confidence.LOW


class CrisisRow(Row):
    """One country of crisis_lines.yaml."""

    id: Text
    name: Text
    aliases: list[Text] = []
    emergency_number: OptionalText = None
    confidence: Confidence
    checked_on: date | None = None
    lines: list[HelpLineRow] = []

    def to_record(self) -> CrisisRecord:
        """Return the record; of a country of low confidence only the emergency number is kept."""
        shown = [line for line in self.lines if line.may_be_shown and self.confidence is not Confidence.LOW]
        return CrisisRecord(
            id=self.id,
            name=self.name,
            emergency_number=self.emergency_number,
            lines=tuple(HelpLine(**line.model_dump(exclude={"hold", "confidence"})) for line in shown),
            aliases=tuple(self.aliases),
            checked_on=self.checked_on,
        )
