"""What moderators and people did that is kept: what must hold after a crash, and what may."""

from collections.abc import Hashable
from dataclasses import dataclass, field

from bot.answering.withdrawals import Withdrawals
from bot.state.models import Act, ActOutcome
from bot.state.withdrawn_file import load_withdrawn
from index.live_builds import CURRENT
from tests.e2e.bots import Place
from tests.e2e.state_on_disk import opened_state

PASSAGE = "depression#no-trial"
ADDED = "sleep"
ANY = "anything"
"""Allowed: a value that nobody could tell before."""


@dataclass(frozen=True, slots=True)
class Kept:
    """What is on the disk, as far as the trials change it."""

    withdrawn: bool
    withdrawn_in_file: bool
    private: bool
    helpful: str
    added: bool
    build: str
    audit: int

    def of(self, name: str) -> Hashable:
        """Return one of these."""
        return {
            "withdrawn": self.withdrawn,
            "private": self.private,
            "helpful": self.helpful,
            "added": self.added,
            "build": self.build,
        }[name]


@dataclass
class Ledger:
    """What must hold: a value for each thing, or two while nobody knows whether a change was made; and acts noted."""

    may_be: dict[str, set[Hashable]] = field(default_factory=dict)
    acts: int = 0

    def begin(self, name: str, value: Hashable) -> None:
        """A change is asked for: from now on it may have been made."""
        self.may_be[name].add(value)

    def confirm(self, name: str, value: Hashable) -> None:
        """A change was confirmed to the one who asked for it: from now on nothing else may be."""
        self.may_be[name] = {value}

    def is_sure(self, name: str) -> bool:
        """Tell whether only one value may be."""
        return len(self.may_be[name]) == 1

    def compare(self, kept: Kept) -> list[str]:
        """Tell what was lost, and take over what is."""
        lost = [
            f"{name} is {kept.of(name)!r} and was confirmed as {sorted(map(str, allowed))}"
            for name, allowed in self.may_be.items()
            if kept.of(name) not in allowed and ANY not in allowed
        ]
        if kept.withdrawn != kept.withdrawn_in_file:
            lost.append(f"withdrawn is {kept.withdrawn}, and its copy says {kept.withdrawn_in_file}")
        if kept.audit < self.acts:
            lost.append(f"{kept.audit} acts are in the audit log, of {self.acts} that were confirmed")
        self.may_be = {name: {kept.of(name)} for name in ("withdrawn", "private", "helpful", "added", "build")}
        self.acts = kept.audit
        return lost


def read_kept(place: Place, *, person: int, guild: int, build: str) -> Kept:
    """Read what is kept, while the bot runs; `build` is that of the answer that feedback was given on."""
    copied = load_withdrawn(place.state) if place.state.exists() else Withdrawals()
    with opened_state(place) as state:
        vote = state.feedback.given(person, build, PASSAGE)
        for article in state.overlay.all():
            state.overlay.path(article)  # raises where its text is not what was added
        done = [one for one in state.audit.latest(100_000) if one.entry.outcome is ActOutcome.DONE]
        return Kept(
            withdrawn=any(one.subject.id == PASSAGE for one in state.withdrawals.all()),
            withdrawn_in_file=PASSAGE in copied.passages,
            private=state.guilds.get(guild).private_by_default,
            helpful=vote.verdict.value if vote else "",
            added=any(one.article_id == ADDED for one in state.overlay.all()),
            build=(place.index / CURRENT).read_text("utf-8").strip(),
            audit=sum(one.entry.act in _CHANGING for one in done),
        )


_CHANGING = frozenset({Act.WITHDRAW, Act.RESTORE, Act.SETTINGS, Act.ADD, Act.REMOVE, Act.RELOAD, Act.ROLLBACK})
