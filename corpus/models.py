"""The shapes of the corpus: all frozen, and none of them can be built with parts that contradict each other."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum


class Grade(StrEnum):
    """What kind of evidence a statement rests on; `words` is how people see it."""

    OFFICIAL_STATEMENT = "official-statement"
    SYSTEMATIC_REVIEW = "systematic-review"
    RANDOMISED_TRIAL = "randomised-trial"
    HUMAN_STUDY = "human-study"
    CASE_REPORTS = "case-reports"
    LABORATORY_ANIMAL = "laboratory-animal"
    TRADITIONAL_USE = "traditional-use"
    PERSONAL_REPORTS = "personal-reports"
    PRESS_ADVOCACY = "press-advocacy"

    @property
    def words(self) -> str:
        """Return the grade as shown to people, such as "laboratory/animal"."""
        return _GRADE_WORDS[self]


_GRADE_WORDS = {
    Grade.OFFICIAL_STATEMENT: "official statement",
    Grade.SYSTEMATIC_REVIEW: "systematic review",
    Grade.RANDOMISED_TRIAL: "randomised trial",
    Grade.HUMAN_STUDY: "human study",
    Grade.CASE_REPORTS: "case reports",
    Grade.LABORATORY_ANIMAL: "laboratory/animal",
    Grade.TRADITIONAL_USE: "traditional use",
    Grade.PERSONAL_REPORTS: "personal reports",
    Grade.PRESS_ADVOCACY: "press or advocacy report",
}
GRADE_BY_WORDS = {words: grade for grade, words in _GRADE_WORDS.items()}


class ProductForm(StrEnum):
    """The product an article speaks of; the forms are never mixed (design, P7)."""

    LEAF = "leaf"
    EXTRACT = "extract"
    SEVEN_OH = "7-oh"
    ANY = "any"


class Tier(StrEnum):
    """How a source stands: A peer-reviewed or official, B reputable secondary account, C advocacy, trade or press."""

    A = "A"
    B = "B"
    C = "C"


@dataclass(frozen=True, slots=True)
class Source:
    """One cited work. `year` is None where none was printed; `grade` is None where each claim must state its own."""

    id: str
    title: str
    publisher: str
    url: str
    tier: Tier
    grade: Grade | None = None
    year: int | None = None
    authors: tuple[str, ...] = ()
    doi: str | None = None
    pmid: str | None = None
    accessed: date | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Reference:
    """One citation of one statement: which source, and on what kind of evidence; None where neither states it."""

    source_id: str
    grade: Grade | None


@dataclass(frozen=True, slots=True)
class Statement:
    """One sentence (one line of the file); `start` and `end` are offsets into the article's canonical text."""

    text: str
    start: int
    end: int
    references: tuple[Reference, ...]

    def __post_init__(self) -> None:
        if self.end - self.start != len(self.text) or self.start < 0:
            raise ValueError(f"a statement of {len(self.text)} characters cannot span {self.start}..{self.end}")


@dataclass(frozen=True, slots=True)
class Passage:
    """One section of an article: the unit that is found and shown, word for word.

    `start` and `end` are offsets into the article's canonical text. `beside` is the id of a passage that has to be
    shown together with this one, because this one alone would mislead.
    """

    id: str
    article_id: str
    article_title: str
    heading: str
    topic: str
    product_form: ProductForm
    text: str
    start: int
    end: int
    statements: tuple[Statement, ...]
    questions: tuple[str, ...] = ()
    facts: tuple[str, ...] = ()
    disagreement: bool = False
    beside: str | None = None
    reviewed_on: date | None = None
    next_review_on: date | None = None
    unreviewed: bool = False

    def __post_init__(self) -> None:
        if self.end - self.start != len(self.text) or self.start < 0:
            raise ValueError(f"passage {self.id}: {len(self.text)} characters cannot span {self.start}..{self.end}")
        for statement in self.statements:
            inside = self.text[statement.start - self.start : statement.end - self.start]
            if statement.start < self.start or inside != statement.text:
                raise ValueError(f"passage {self.id}: the statement at {statement.start} is not part of its text")

    @property
    def grades(self) -> tuple[Grade, ...]:
        """Return the grades its statements rest on, each once, the most frequent first."""
        counts: dict[Grade, int] = {}
        for statement in self.statements:
            for reference in statement.references:
                if reference.grade is not None:
                    counts[reference.grade] = counts.get(reference.grade, 0) + 1
        return tuple(sorted(counts, key=lambda grade: (-counts[grade], list(Grade).index(grade))))

    @property
    def source_ids(self) -> tuple[str, ...]:
        """Return the ids of the sources cited, in the order in which they first appear."""
        return tuple(dict.fromkeys(r.source_id for s in self.statements for r in s.references))


@dataclass(frozen=True, slots=True)
class Article:
    """One curated article. `text` is its canonical text: headings and sentences, citation markers taken out."""

    id: str
    title: str
    topic: str
    summary: str
    product_form: ProductForm
    text: str
    passages: tuple[Passage, ...]
    reviewed_on: date | None = None
    next_review_on: date | None = None
    unreviewed: bool = False

    def __post_init__(self) -> None:
        for passage in self.passages:
            if self.text[passage.start : passage.end] != passage.text:
                raise ValueError(f"passage {passage.id} is not the article's text at its offsets")


@dataclass(frozen=True, slots=True)
class Notice:
    """A reviewed fixed text in its two lengths, such as the safety notice."""

    id: str
    short: str
    full: str

    def __post_init__(self) -> None:
        if not self.short.strip() or not self.full.strip():
            raise ValueError(f"notice {self.id} has no text")


class LegalStatus(StrEnum):
    """The status of kratom leaf in one jurisdiction."""

    BANNED = "banned"
    RESTRICTED = "restricted"
    REGULATED = "regulated"
    AGE_LIMIT_ONLY = "age-limit-only"
    LEGAL_UNREGULATED = "legal-unregulated"
    UNCLEAR = "unclear"


class SevenOhStatus(StrEnum):
    """The status of concentrated 7-OH products in one jurisdiction."""

    BANNED = "banned"
    RESTRICTED = "restricted"
    NONE = "none"
    UNKNOWN = "unknown"


class Confidence(StrEnum):
    """How well a record is supported."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


@dataclass(frozen=True, slots=True)
class LegalRecord:
    """The law of one place. `checked_on` is the newest date a source that was read supports; None: no dated source."""

    id: str
    name: str
    kind: str
    status: LegalStatus
    seven_oh: SevenOhStatus
    confidence: Confidence
    passage_id: str
    code: str | None = None
    parent: str | None = None
    aliases: tuple[str, ...] = ()
    min_age: int | None = None
    checked_on: date | None = None
    valid_until: date | None = None

    def is_current(self, today: date) -> bool:
        """Tell whether the record may still be shown as the present law on that day (design, P7)."""
        return self.valid_until is not None and today <= self.valid_until


class InteractionLevel(StrEnum):
    """How bad a combination with kratom is known to be; none of these means safe."""

    DOCUMENTED_HARM = "documented-harm"
    MECHANISM_SUGGESTS = "mechanism-suggests"
    LABORATORY_ONLY = "laboratory-only"
    CONFLICTING = "conflicting"
    NO_DATA = "no-data"


@dataclass(frozen=True, slots=True)
class InteractionRecord:
    """Kratom and one class of substances: the names people use, the level, what it rests on, and where to read on."""

    id: str
    name: str
    level: InteractionLevel
    rests_on: str
    passage_id: str
    members: tuple[str, ...] = ()
    brands: tuple[str, ...] = ()
    product_forms: tuple[ProductForm, ...] = (ProductForm.ANY,)
    passages: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class GlossaryTerm:
    """A word people use and what it means. An ambiguous one counts only beside one of its `needs` words."""

    term: str
    means: tuple[str, ...]
    needs: tuple[str, ...] = ()
    ambiguous: bool = False
    upper_case_only: bool = False
    substance_class: str | None = None
    flag: str | None = None


@dataclass(frozen=True, slots=True)
class HelpLine:
    """One line that people can call, write to or chat with, as its source prints it."""

    name: str
    kind: str
    phone: str | None = None
    text: str | None = None
    url: str | None = None
    hours: str | None = None


@dataclass(frozen=True, slots=True)
class CrisisRecord:
    """The emergency number and the help lines of one country; `id` is its lower-case ISO 3166 code.

    The record "international" holds the directories that serve everywhere.
    """

    id: str
    name: str
    emergency_number: str | None
    lines: tuple[HelpLine, ...]
    aliases: tuple[str, ...] = ()
    checked_on: date | None = None


@dataclass(frozen=True)
class Corpus:
    """Everything that was loaded from one corpus folder. `translations` are notices by language, then by id."""

    articles: tuple[Article, ...]
    sources: dict[str, Source]
    notices: dict[str, Notice] = field(default_factory=dict)
    translations: dict[str, dict[str, Notice]] = field(default_factory=dict)
    legality: tuple[LegalRecord, ...] = ()
    interactions: tuple[InteractionRecord, ...] = ()
    glossary: tuple[GlossaryTerm, ...] = ()
    crisis: tuple[CrisisRecord, ...] = ()

    @property
    def passages(self) -> tuple[Passage, ...]:
        """Return all passages in the order of the articles."""
        return tuple(passage for article in self.articles for passage in article.passages)


@dataclass(frozen=True, slots=True)
class LabelledQuestion:
    """A question with the ids of the passages that answer it; none: the corpus has no answer and should say so."""

    text: str
    answers: tuple[str, ...] = ()
    kind: str = ""


@dataclass(frozen=True, slots=True)
class TriagePhrase:
    """An example message, and what it calls for: a kind of crisis or refusal, or a kind of ordinary message."""

    text: str
    kind: str
