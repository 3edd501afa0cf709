"""The shapes of a question and of an answer. What must never be sent cannot be built.

An `Answer` without both notices does not exist; nor does a quote that differs from its article, or a sentence without
a source.
"""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from corpus.models import Article, Grade, Passage, Source, Statement


class Outcome(StrEnum):
    """What kind of reply an answer is."""

    ANSWERED = "answered"
    ABSTAINED = "abstained"
    REFUSED = "refused"
    CRISIS = "crisis"
    INVALID = "invalid"
    UNAVAILABLE = "unavailable"


class CrisisKind(StrEnum):
    """What kind of emergency a message speaks of; each has its own card."""

    SUICIDE = "suicide"
    OVERDOSE = "overdose"
    CHILD = "child"
    SEIZURE = "seizure"
    WITHDRAWAL = "withdrawal"
    VIOLENCE = "violence"


class RefusalKind(StrEnum):
    """What the bot does not help with; each has a notice that says why."""

    DOSING = "dosing"
    SOURCING = "sourcing"
    MAKING = "making"
    TEST_EVASION = "test-evasion"
    STOPPING_MEDICINE = "stopping-medicine"
    GIVING_TO_OTHERS = "giving-to-others"


class InvalidKind(StrEnum):
    """Why a message is no question."""

    EMPTY = "empty"
    TOO_LONG = "too-long"


@dataclass(frozen=True, slots=True, weakref_slot=True)
class Question:
    """One question: the turns of the conversation, oldest first (the last is asked now), the day, the asker's region.

    `region` is an ISO 3166 code such as "US" or "DE", or None where it is not known.
    """

    turns: tuple[str, ...]
    asked_on: date
    region: str | None = None

    def __post_init__(self) -> None:
        if not self.turns:
            raise ValueError("a question has at least one turn")

    @property
    def text(self) -> str:
        """Return what is asked now."""
        return self.turns[-1]


@dataclass(frozen=True, slots=True)
class TriageVerdict:
    """What triage found. At most one of crisis, refusal and invalid is set; none: go on to retrieval.

    `rules` are the ids of the rules that fired. `show_help_line` asks for a crisis line under an ordinary answer, since
    the question is about deaths, overdoses or suicide.
    """

    crisis: CrisisKind | None = None
    refusal: RefusalKind | None = None
    invalid: InvalidKind | None = None
    rules: tuple[str, ...] = ()
    show_help_line: bool = False

    def __post_init__(self) -> None:
        if sum(found is not None for found in (self.crisis, self.refusal, self.invalid)) > 1:
            raise ValueError("a verdict is one of crisis, refusal and invalid")


@dataclass(frozen=True, slots=True)
class Plan:
    """All that was decided about an answer. With the build it names, and the notices, the answer follows from it.

    Attributes:
        outcome: what kind of reply it will be.
        asked_on: the day, on which the validity of legal records depends.
        kind: which crisis, refusal or invalid input; None for other outcomes.
        region: ISO 3166 code of the asker's country, where known.
        build_id: the index build; None where none is used.
        passages: ids of the passages to quote, in order; of those to suggest, where the outcome is abstained.
        lead: the number (from 0) of the lead sentence in the first passage.
        laws: ids of the legal records for the headline.
        about_interaction: the answer is about a combination, so it says that missing data is not safety.
        show_help_line: a crisis line belongs under the answer.
    """

    outcome: Outcome
    asked_on: date
    kind: CrisisKind | RefusalKind | InvalidKind | None = None
    region: str | None = None
    build_id: str | None = None
    passages: tuple[str, ...] = ()
    lead: int = 0
    laws: tuple[str, ...] = ()
    about_interaction: bool = False
    show_help_line: bool = False


@dataclass(frozen=True, slots=True)
class Notices:
    """The two texts that every reply carries, and the language in which the bot speaks in it."""

    safety: str
    legality: str
    language: str = "en"

    def __post_init__(self) -> None:
        if not self.safety.strip() or not self.legality.strip():
            raise ValueError("a reply cannot be built without the safety notice and the legality notice")


@dataclass(frozen=True, slots=True)
class Citation:
    """A source as an answer numbers it (from 1), with the grades on which this answer's sentences rest on it."""

    number: int
    source: Source
    grades: tuple[Grade, ...]


@dataclass(frozen=True, slots=True)
class QuotedStatement:
    """A sentence as shown, and the numbers of its citations."""

    statement: Statement
    numbers: tuple[int, ...]

    def __post_init__(self) -> None:
        if not self.numbers:
            raise ValueError(f"the sentence at {self.statement.start} cites no source, so it cannot be shown")


@dataclass(frozen=True, slots=True)
class Quote:
    """A passage as shown: equal, character for character, to its article's text at its offsets."""

    article: Article
    passage: Passage
    statements: tuple[QuotedStatement, ...]

    def __post_init__(self) -> None:
        passage = self.passage
        if self.article.text[passage.start : passage.end] != passage.text:
            raise ValueError(f"passage {passage.id} is not what its article says")
        if tuple(quoted.statement for quoted in self.statements) != passage.statements or not passage.statements:
            raise ValueError(f"passage {passage.id} is not quoted whole")


@dataclass(frozen=True, slots=True)
class Lead:
    """The one sentence, verbatim, that answers most directly."""

    text: str
    passage_id: str
    start: int
    end: int
    numbers: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class CrisisCard:
    """What to do now, and whom to call: shown before everything else."""

    kind: CrisisKind
    text: str
    lines: tuple[str, ...]
    region: str

    def __post_init__(self) -> None:
        if not self.text.strip() or not self.lines:
            raise ValueError("a crisis card says what to do and whom to call")


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A topic near to the question: its title and the passage that opens it."""

    title: str
    passage_id: str


@dataclass(frozen=True, slots=True)
class Answer:
    """A reply of any kind.

    Attributes:
        outcome: what kind of reply it is.
        notices: the safety and legality notices.
        message: what the bot itself says: the refusal and why, that it has no answer, what is wrong with the input.
        headline: for a place, the state of the law and its date, made from the record.
        cautions: reviewed fixed sentences that belong to this answer, such as that missing data is not safety.
        lead: the sentence that answers most directly.
        quotes: the passages shown, in order.
        citations: their sources, numbered from 1 without gaps.
        crisis: the crisis card; set if, and only if, the outcome is crisis.
        help_lines: crisis lines to have in view under an ordinary answer.
        suggestions: topics near to a question that has no answer.
        probability: that the best passage answers, 0 to 1; None where nothing was searched.
        build: the id of the index build; None where none was used.
        receipt: the short id under which the answer can be shown again.
    """

    outcome: Outcome
    notices: Notices
    message: str = ""
    headline: str = ""
    cautions: tuple[str, ...] = ()
    lead: Lead | None = None
    quotes: tuple[Quote, ...] = ()
    citations: tuple[Citation, ...] = ()
    crisis: CrisisCard | None = None
    help_lines: tuple[str, ...] = ()
    suggestions: tuple[Suggestion, ...] = ()
    probability: float | None = None
    build: str | None = None
    receipt: str = field(default="", compare=False)

    def __post_init__(self) -> None:
        if not isinstance(self.notices, Notices):
            raise TypeError("an answer carries its notices")
        if (self.outcome is Outcome.CRISIS) != (self.crisis is not None):
            raise ValueError("a crisis outcome has a crisis card, and nothing else has one")
        if (self.outcome is Outcome.ANSWERED) != (self.lead is not None):
            raise ValueError("what is answered has a lead sentence, and nothing else has one")
        if self.outcome is not Outcome.ANSWERED and self.outcome is not Outcome.CRISIS and not self.message.strip():
            raise ValueError(f"a reply that is {self.outcome} says so")
        if self.quotes and self.outcome not in (Outcome.ANSWERED, Outcome.REFUSED):
            raise ValueError(f"a reply that is {self.outcome} shows no passages")
        self._check_citations()
        if self.lead is not None:
            self._check_lead(self.lead)

    def _check_citations(self) -> None:
        if [citation.number for citation in self.citations] != list(range(1, len(self.citations) + 1)):
            raise ValueError("citations are numbered from 1 without gaps")
        cited = {number for quote in self.quotes for quoted in quote.statements for number in quoted.numbers}
        if cited != {citation.number for citation in self.citations}:
            raise ValueError("every number cited is in the list of sources, and every source listed is cited")

    def _check_lead(self, lead: Lead) -> None:
        for quote in self.quotes:
            for quoted in quote.statements:
                statement = quoted.statement
                if quote.passage.id == lead.passage_id and (statement.start, statement.end) == (lead.start, lead.end):
                    if statement.text == lead.text and quoted.numbers == lead.numbers:
                        return
                    raise ValueError("the lead sentence differs from the passage it stands in")
        raise ValueError("the lead sentence stands in none of the passages shown")
