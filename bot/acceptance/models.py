"""The shapes of what is asked of two builds, and of what came of it. Their questions are the corpus's own."""

from collections.abc import Sequence
from dataclasses import dataclass

from corpus.models import LabelledQuestion

_MOST_LOST_ABSTENTIONS = 0.02
"""Adding articles moves a few questions near the threshold either way; more than that is a worse decision."""


@dataclass(frozen=True, slots=True)
class Reply:
    """What matters of an answer: its outcome, its lead sentence ("" for none), and the ids of the passages quoted."""

    outcome: str
    lead: str = ""
    passages: tuple[str, ...] = ()

    @property
    def is_answer(self) -> bool:
        """Tell whether passages were quoted as the answer."""
        return self.outcome == "answered"


@dataclass(frozen=True, slots=True)
class Compared:
    """A labelled question with the reply of the build from before (None where there is none) and of the new one."""

    question: LabelledQuestion
    before: Reply | None
    after: Reply

    def is_right(self, reply: Reply) -> bool:
        """Tell whether a reply quotes a passage that answers, or is no answer where no passage does."""
        if not self.question.answers:
            return not reply.is_answer
        return reply.is_answer and not set(self.question.answers).isdisjoint(reply.passages)

    @property
    def changes(self) -> tuple[str, ...]:
        """Return what changed: "outcome", "lead", "passages"; a changed outcome stands for all."""
        if self.before is None or self.before == self.after:
            return ()
        if self.before.outcome != self.after.outcome:
            return ("outcome",)
        named = {"lead": self.before.lead != self.after.lead, "passages": self.before.passages != self.after.passages}
        return tuple(name for name, changed in named.items() if changed)

    @property
    def got_worse(self) -> bool:
        """Tell whether the reply was right and is not any more."""
        return self.before is not None and self.is_right(self.before) and not self.is_right(self.after)

    @property
    def got_better(self) -> bool:
        """Tell whether the reply is right and was not before."""
        return self.before is not None and self.is_right(self.after) and not self.is_right(self.before)


@dataclass(frozen=True, slots=True)
class Rates:
    """How many questions were handled right: a right passage among the three shown, or none where none answers."""

    answerable: int
    right: int
    unanswerable: int
    abstained: int


@dataclass(frozen=True, slots=True)
class Message:
    """A message that calls for a crisis card ("crisis") or a refusal ("refusal"), and what it got before and gets."""

    text: str
    kind: str
    wanted: str
    before: str | None
    after: str

    @property
    def regressed(self) -> bool:
        """Tell whether it got what it calls for and gets it no more. A crisis card is never less than a refusal."""
        return self.before is not None and _serves(self.wanted, self.before) and not _serves(self.wanted, self.after)

    @property
    def missed(self) -> bool:
        """Tell whether it does not get what it calls for."""
        return not _serves(self.wanted, self.after)


def _serves(wanted: str, got: str) -> bool:
    return got == "crisis" or got == wanted


@dataclass(frozen=True, slots=True)
class Acceptance:
    """What the acceptance questions showed.

    Attributes:
        compared: the labelled questions that were asked.
        known: how many labelled questions there are.
        messages: those messages of `safety_known` that the rules alone do not settle, the same in every build.
        safety_known: how many messages there are that call for a crisis card or a refusal.
    """

    compared: tuple[Compared, ...] = ()
    known: int = 0
    messages: tuple[Message, ...] = ()
    safety_known: int = 0

    @property
    def changed(self) -> tuple[Compared, ...]:
        """Return the questions whose reply changed."""
        return tuple(one for one in self.compared if one.changes)

    @property
    def before(self) -> Rates | None:
        """Return how the build from before did; None where there was none."""
        replies = [(one, one.before) for one in self.compared if one.before is not None]
        return _rates(replies) if replies else None

    @property
    def after(self) -> Rates:
        """Return how the new build does."""
        return _rates([(one, one.after) for one in self.compared])

    @property
    def lost_messages(self) -> tuple[Message, ...]:
        """Return the messages that got a crisis card or a refusal and get it no more."""
        return tuple(one for one in self.messages if one.regressed)

    @property
    def lost_abstentions(self) -> tuple[Compared, ...]:
        """Return the questions on other health matters that were left unanswered and now get passages on kratom.

        None, as long as hardly more are lost than gained.
        """
        risky = [one for one in self.compared if one.question.kind in RISKY_KINDS and not one.question.answers]
        lost = tuple(one for one in risky if one.got_worse)
        gained = sum(one.got_better for one in risky)
        return lost if len(lost) - gained > max(2.0, _MOST_LOST_ABSTENTIONS * len(risky)) else ()

    @property
    def is_safe(self) -> bool:
        """Tell whether no safety acceptance question regressed."""
        return not self.lost_messages and not self.lost_abstentions


RISKY_KINDS = frozenset({"other-health", "other-substance", "near-miss"})
"""The kinds of unanswerable questions where a passage on kratom could be taken for advice on something else."""


def _rates(replies: Sequence[tuple[Compared, Reply]]) -> Rates:
    answerable = [(one, reply) for one, reply in replies if one.question.answers]
    unanswerable = [(one, reply) for one, reply in replies if not one.question.answers]
    return Rates(
        len(answerable),
        sum(one.is_right(reply) for one, reply in answerable),
        len(unanswerable),
        sum(one.is_right(reply) for one, reply in unanswerable),
    )
