"""The shapes of what is kept: all frozen, and none has a place for the text of a question."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from types import MappingProxyType
from typing import TypeAlias

PersonId: TypeAlias = int
"""A Discord user's id. Only moderators' ids are kept as they are; of askers there are opaque keys."""

MAX_COOLDOWN_S = 3600
MAX_LISTED_IDS = 100
MAX_REASON_CHARS = 300
MAX_ID_CHARS = 200
_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})?")
_TOKEN = re.compile(r"[\w.#:@/+~-]+", re.ASCII)
_DETAIL_NAME = re.compile(r"[a-z][a-z0-9_]{0,31}")
_MAX_DETAILS = 16


def check_token(text: str, what: str) -> str:
    """Return an id unchanged; what has blanks, or is long, is no id and might be somebody's words.

    Raises:
        ValueError: it is not an id.
    """
    if len(text) > MAX_ID_CHARS or not _TOKEN.fullmatch(text):
        raise ValueError(f"{what} has to be an id of letters, digits and .#:@/+~- with up to {MAX_ID_CHARS} characters")
    return text


@dataclass(frozen=True, slots=True)
class GuildSettings:
    """How the bot behaves in one server.

    Attributes:
        allowed_channels: where questions are answered; empty: everywhere.
        private_by_default: whether an answer is shown to the asker alone unless they choose otherwise.
        moderator_roles: roles that may look after the corpus, besides members who may manage the server.
        language: of the notices and command names, such as "de" or "es-ES"; None: Discord's for the server.
        age_restricted_only: answer only in channels that Discord marks as age-restricted.
        cooldown_s: seconds between two questions of one person; never applied to a crisis.
    """

    allowed_channels: frozenset[int] = frozenset()
    private_by_default: bool = False
    moderator_roles: frozenset[int] = frozenset()
    language: str | None = None
    age_restricted_only: bool = False
    cooldown_s: int = 5

    def __post_init__(self) -> None:
        for ids in (self.allowed_channels, self.moderator_roles):
            if len(ids) > MAX_LISTED_IDS or not all(0 < one < 2**63 for one in ids):
                raise ValueError(f"at most {MAX_LISTED_IDS} ids of Discord can be listed")
        if not 0 <= self.cooldown_s <= MAX_COOLDOWN_S:
            raise ValueError(f"a cooldown lasts 0 to {MAX_COOLDOWN_S} seconds")
        if self.language is not None and not _LANGUAGE.fullmatch(self.language):
            raise ValueError("a language is a code such as de or es-ES")


UNKNOWN_SETTINGS = GuildSettings(private_by_default=True)
"""What holds while settings cannot be read: where answers may stand is not known, so only the asker sees them."""


class Verdict(StrEnum):
    """What a person thinks of a passage."""

    HELPFUL = "helpful"
    NOT_HELPFUL = "not-helpful"


class FeedbackReason(StrEnum):
    """Why a passage did not help; a fixed list, since free words might hold the question."""

    OFF_TOPIC = "off-topic"
    WRONG = "wrong"
    OUTDATED = "outdated"
    UNCLEAR = "unclear"
    SOURCES = "sources"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Vote:
    """One person's verdict; a reason goes with "not helpful" only."""

    verdict: Verdict
    reason: FeedbackReason | None = None

    def __post_init__(self) -> None:
        if self.reason is not None and self.verdict is Verdict.HELPFUL:
            raise ValueError("what helped needs no reason")


@dataclass(frozen=True, slots=True)
class PassageFeedback:
    """How many different people found a passage of one build helpful or not, and why not."""

    passage_id: str
    build_id: str
    helpful: int
    not_helpful: int
    reasons: tuple[tuple[FeedbackReason, int], ...] = ()


@dataclass(frozen=True, slots=True)
class GapCount:
    """A topic near to questions that had no answer, and how many different people asked in that quarter."""

    topic: str
    period: str
    people: int


class Act(StrEnum):
    """What a moderator did."""

    SETTINGS = "settings"
    STATUS = "status"
    CHECK = "check"
    PREVIEW = "preview"
    RELOAD = "reload"
    ROLLBACK = "rollback"
    WITHDRAW = "withdraw"
    RESTORE = "restore"
    ADD = "add"
    REMOVE = "remove"
    STALE = "stale"
    GAPS = "gaps"
    FEEDBACK = "feedback"
    HISTORY = "history"
    DIAGNOSE = "diagnose"
    DELETE_MESSAGE = "delete-message"


class ActOutcome(StrEnum):
    """How an act ended."""

    DONE = "done"
    UNCHANGED = "unchanged"
    REFUSED = "refused"
    NOT_ALLOWED = "not-allowed"
    BUSY = "busy"
    STOPPED = "stopped"
    FAILED = "failed"


Detail: TypeAlias = bool | int | str | tuple[int | str, ...] | None


@dataclass(frozen=True, slots=True)
class AuditEntry:
    """Who did what, where, with which result. Details are ids, numbers and switches, never sentences.

    `actor_id` is None after that person had their data deleted.
    """

    act: Act
    outcome: ActOutcome
    actor_id: PersonId | None
    guild_id: int | None = None
    subject: str | None = None
    details: Mapping[str, Detail] = field(default_factory=lambda: MappingProxyType({}))

    def __post_init__(self) -> None:
        if self.subject is not None:
            check_token(self.subject, "the subject of an act")
        if len(self.details) > _MAX_DETAILS or not all(map(_DETAIL_NAME.fullmatch, self.details)):
            raise ValueError(f"an act has up to {_MAX_DETAILS} details, named in lower case")
        for name, value in self.details.items():
            for one in value if isinstance(value, tuple) else (value,):
                if isinstance(one, str):
                    check_token(one, f"the detail {name}")


@dataclass(frozen=True, slots=True)
class DatedEntry:
    """An entry of the audit log as kept: its number, which grows, and when (UTC)."""

    number: int
    at: datetime
    entry: AuditEntry


class SubjectKind(StrEnum):
    """What can be withdrawn."""

    ARTICLE = "article"
    PASSAGE = "passage"


@dataclass(frozen=True, slots=True)
class Subject:
    """An article or a passage, by id; a passage's id is `<article id>#<anchor>`."""

    id: str

    def __post_init__(self) -> None:
        check_token(self.id, "what is withdrawn")

    @property
    def kind(self) -> SubjectKind:
        """Return which of the two it is."""
        return SubjectKind.PASSAGE if "#" in self.id else SubjectKind.ARTICLE


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """What was taken out of use, by whom, when (UTC) and why; the reason is the moderator's own words."""

    subject: Subject
    by: PersonId | None
    guild_id: int | None
    at: datetime
    reason: str


@dataclass(frozen=True, slots=True)
class OverlayArticle:
    """An article that a moderator added: its text is a file, named here with its SHA-256 (64 hexadecimal digits)."""

    article_id: str
    topic: str
    file: str
    sha256: str
    added_by: PersonId | None
    guild_id: int | None
    added_at: datetime


@dataclass(frozen=True, slots=True)
class Held:
    """How many things are kept that belong to one person."""

    feedback: int = 0
    gap_topics: int = 0
    messages: int = 0
    acts: int = 0
    withdrawals: int = 0
    articles: int = 0

    def __bool__(self) -> bool:
        return any((self.feedback, self.gap_topics, self.messages, self.acts, self.withdrawals, self.articles))


@dataclass(frozen=True, slots=True)
class Pruned:
    """How many rows were removed because their time was over; of gaps, how many marks of people."""

    feedback: int = 0
    messages: int = 0
    gap_marks: int = 0
    gap_totals: int = 0
    acts: int = 0
    files: int = 0
