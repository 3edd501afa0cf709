"""Whether a person's question is answered now: their pause between two questions, and where the server wants answers.

Never asked about a crisis that the rules of triage see, and a question that is refused here is still heard by the rest
of triage.
"""

from types import TracebackType

from bot.answering.models import Answer, Outcome
from bot.frontends.discord_client import texts
from bot.frontends.discord_client.desk import Desk
from bot.frontends.discord_client.venue import NotAgeRestrictedError, Venue, check_age
from bot.frontends.discord_client.voices import Voice
from bot.state.models import GuildSettings


class Turn:
    """A person's turn to ask. Where it ends without an answer, or with a crisis card, their pause ends too.

    `refused` is what to tell the person in place of an answer; None where they may ask.
    """

    def __init__(self, desk: Desk, person: int, guild_id: int | None, refused: str | None) -> None:
        self._desk = desk
        self._key = person, guild_id
        self.refused = refused

    def end(self, answer: Answer) -> None:
        """Note what came of it."""
        if answer.outcome is Outcome.CRISIS:
            self._desk.cooldown.release(*self._key)

    def __enter__(self) -> None:
        pass

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        if error is not None:
            self._desk.cooldown.release(*self._key)


def begin_turn(desk: Desk, settings: GuildSettings, venue: Venue, person: int, voice: Voice) -> Turn:
    """Return a person's turn, and begin their pause where they may ask; a refusal is in the words of `voice`."""
    try:
        check_age(settings, venue)
    except NotAgeRestrictedError:
        return Turn(desk, person, venue.guild_id, voice.say(texts.NOT_AGE_RESTRICTED))
    wanted = desk.settings.cooldown_s
    seconds = settings.cooldown_s if wanted is None else wanted
    left = desk.cooldown.take(person, venue.guild_id, seconds)
    refused = voice.say(texts.TOO_SOON, seconds=left) if left else None
    return Turn(desk, person, venue.guild_id, refused)
