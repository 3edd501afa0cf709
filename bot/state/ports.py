"""What front ends ask of the state, as protocols; `bot.storage` puts a database behind them.

Every call blocks for a moment and may come from any thread: on an event loop, use `asyncio.to_thread`. When a call
that saves returns, what it saved is on the disk. Every call may raise `StateError`, and then nothing was saved; only a
withdrawal or restoration can be saved and in force when the copy of the list beside the database could not be written.
"""

from collections.abc import Callable, Collection
from datetime import date
from pathlib import Path
from typing import Protocol

from bot.state.models import (
    Act,
    AuditEntry,
    DatedEntry,
    GapCount,
    GuildSettings,
    Held,
    OverlayArticle,
    PassageFeedback,
    PersonId,
    Pruned,
    Subject,
    Vote,
    Withdrawal,
)


class GuildSettingsRepository(Protocol):
    """The settings of servers."""

    def get(self, guild_id: int) -> GuildSettings:
        """Return the settings of a server; the defaults where none were saved."""
        ...

    def change(
        self, guild_id: int, by: PersonId, change: Callable[[GuildSettings], GuildSettings]
    ) -> tuple[GuildSettings, GuildSettings]:
        """Apply a change to the settings as they are now, and return them before and after; noted in the audit log.

        `change` may be called more than once, so it must do nothing but return the new settings.
        """
        ...

    def forget(self, guild_id: int) -> bool:
        """Remove a server's settings, when the bot has left it; tell whether there were any."""
        ...


class FeedbackRepository(Protocol):
    """What people thought of passages. One person counts once for a passage of a build, with their last verdict."""

    def give(self, person: PersonId, build_id: str, passage_ids: Collection[str], vote: Vote) -> None:
        """Save or change a person's verdict on the passages of an answer."""
        ...

    def take_back(self, person: PersonId, build_id: str, passage_ids: Collection[str]) -> int:
        """Remove a person's verdicts on these passages; return how many there were."""
        ...

    def given(self, person: PersonId, build_id: str, passage_id: str) -> Vote | None:
        """Return a person's verdict on a passage; None where they gave none."""
        ...

    def by_passage(self, most: int = 25) -> tuple[PassageFeedback, ...]:
        """Return the counts by passage and build, those that helped least first."""
        ...

    def of(self, subject: Subject) -> tuple[PassageFeedback, ...]:
        """Return the counts of one passage, or of an article's passages, in all builds."""
        ...


class GapRepository(Protocol):
    """Topics that people asked about and got no answer: counts of different people, never what they asked."""

    def count(self, person: PersonId, topics: Collection[str], today: date) -> None:
        """Note that a person found no answer near these topics; once a quarter for each topic."""
        ...

    def shown(self) -> tuple[GapCount, ...]:
        """Return the topics that at least five different people asked about in one quarter, the most asked first."""
        ...


class AuditLog(Protocol):
    """Who did what. Entries are added and never changed; they go when their time is over."""

    def append(self, entry: AuditEntry) -> DatedEntry:
        """Save an entry and return it with its number and time."""
        ...

    def latest(
        self, most: int = 25, guild_id: int | None = None, before: int | None = None, *, also: Collection[Act] = ()
    ) -> tuple[DatedEntry, ...]:
        """Return the newest entries first; of one server, and with numbers below `before`, where given.

        `also`: with those of the one server, acts of these kinds that were done anywhere.
        """
        ...


class WithdrawalRepository(Protocol):
    """What was taken out of use, in all servers. A change holds for the next answer."""

    def withdraw(self, subject: Subject, by: PersonId, guild_id: int | None, reason: str) -> bool:
        """Withdraw an article or passage; False where it already was. Noted in the audit log."""
        ...

    def restore(self, subject: Subject, by: PersonId, guild_id: int | None) -> bool:
        """Bring an article or passage back into use; False where it was not withdrawn. Noted in the audit log."""
        ...

    def all(self) -> tuple[Withdrawal, ...]:
        """Return what is withdrawn, the newest first."""
        ...

    def refresh(self) -> None:
        """Honour what another program withdrew or restored in the same database."""
        ...


class OverlayRepository(Protocol):
    """Articles that moderators added to the corpus folder's own."""

    def save(self, article_id: str, topic: str, text: str, by: PersonId, guild_id: int | None) -> OverlayArticle:
        """Keep an article, in place of one with the same id; noted in the audit log.

        Raises:
            OverlayError: the id or topic is not a slug, or the text is too long.
        """
        ...

    def remove(self, article_id: str, by: PersonId, guild_id: int | None) -> bool:
        """Take an added article away; False where there is none. Noted in the audit log."""
        ...

    def all(self) -> tuple[OverlayArticle, ...]:
        """Return the added articles by id."""
        ...

    def path(self, article: OverlayArticle) -> Path:
        """Return the article's file, compared with what was kept.

        Raises:
            OverlayError: the file is gone or was changed.
        """
        ...


class MessageRepository(Protocol):
    """Which answer belongs to whom, so that its buttons work after a restart."""

    def remember(self, message_id: int, person: PersonId, receipt: str, today: date) -> None:
        """Note whose answer a message is, and its receipt."""
        ...

    def receipt(self, message_id: int) -> str | None:
        """Return the receipt of a message; None where it is not known, or no longer."""
        ...

    def belongs_to(self, message_id: int, person: PersonId) -> bool:
        """Tell whether a message is known to be the answer to this person."""
        ...

    def forget(self, message_id: int) -> bool:
        """Remove what is known of a message, when it was deleted; tell whether there was anything."""
        ...


class PeopleRepository(Protocol):
    """What is kept about one person, for /privacy."""

    def held(self, person: PersonId) -> Held:
        """Return how much is kept that belongs to a person."""
        ...

    def forget(self, person: PersonId) -> Held:
        """Delete all of it and return how much it was; a moderator's acts stay in the audit log without their id."""
        ...


class State(Protocol):
    """All that is kept."""

    @property
    def guilds(self) -> GuildSettingsRepository:
        """Return the settings of servers."""
        ...

    @property
    def feedback(self) -> FeedbackRepository:
        """Return the feedback on passages."""
        ...

    @property
    def gaps(self) -> GapRepository:
        """Return the topics without an answer."""
        ...

    @property
    def audit(self) -> AuditLog:
        """Return the audit log."""
        ...

    @property
    def withdrawals(self) -> WithdrawalRepository:
        """Return what is withdrawn."""
        ...

    @property
    def overlay(self) -> OverlayRepository:
        """Return the articles that moderators added."""
        ...

    @property
    def messages(self) -> MessageRepository:
        """Return whose answer is whose."""
        ...

    @property
    def people(self) -> PeopleRepository:
        """Return what is kept about a person."""
        ...

    @property
    def fault(self) -> str | None:
        """Return why nothing can be kept, in words; None where all is well."""
        ...

    def prune(self, today: date) -> Pruned:
        """Remove what was kept for as long as `bot.state.retention` says; return how much that was."""
        ...

    def close(self) -> None:
        """Let go of the database; nothing may be asked afterwards."""
        ...
