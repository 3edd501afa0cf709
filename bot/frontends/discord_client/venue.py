"""Where something is asked, and what the server's settings say about an answer there. Never asked about a crisis."""

from dataclasses import dataclass

import discord

from bot.frontends.discord_client import texts
from bot.frontends.discord_client.messages import Interaction
from bot.frontends.discord_client.voices import Voice
from bot.state.models import UNKNOWN_SETTINGS, GuildSettings

_MOST_NAMED = 5


class NotAgeRestrictedError(Exception):
    """The server wants answers only in channels that Discord marks as age-restricted, and this is none."""


@dataclass(frozen=True, slots=True)
class Venue:
    """A channel or thread of a server, or a place outside of servers (`guild_id` None).

    `parent_id` is the channel or forum that a thread is in; a thread counts as age-restricted where that is.
    """

    guild_id: int | None
    channel_id: int | None
    parent_id: int | None = None
    age_restricted: bool = False

    @classmethod
    def of(cls, guild_id: int | None, channel: object) -> "Venue":
        """Return the place that a channel as discord.py gives it is."""
        parent_id = channel.parent_id if isinstance(channel, discord.Thread) else None
        is_nsfw = getattr(channel, "is_nsfw", None)
        return cls(guild_id, getattr(channel, "id", None), parent_id, bool(is_nsfw and is_nsfw()))


def venue_of(interaction: Interaction) -> Venue:
    """Return where a command or button was used."""
    return Venue.of(interaction.guild_id, interaction.channel)


@dataclass(frozen=True, slots=True)
class Showing:
    """Who sees an answer: the asker alone (`private`) or all, and a remark where that is not what they wished."""

    private: bool
    remark: str | None = None


def check_age(settings: GuildSettings, venue: Venue) -> None:
    """Let pass what may be answered here at all.

    Raises:
        NotAgeRestrictedError: it may be answered only in age-restricted channels.
    """
    if settings.age_restricted_only and venue.guild_id is not None and not venue.age_restricted:
        raise NotAgeRestrictedError


def may_be_public(settings: GuildSettings, venue: Venue) -> bool:
    """Tell whether answers may stand here for all to see; not where the settings are unknown."""
    if venue.guild_id is None:
        return True
    allowed = settings.allowed_channels
    return settings is not UNKNOWN_SETTINGS and (
        not allowed or not allowed.isdisjoint({venue.channel_id, venue.parent_id})
    )


def showing(settings: GuildSettings, venue: Venue, wished_private: bool | None, voice: Voice) -> Showing:
    """Return who sees an answer; `wished_private` is what the asker chose, None where they chose nothing.
    The remark is in the words of `voice`.

    Their choice counts where it is the more private one. Where the server keeps answers private, one that was asked for
    in public is private first, and the button under it shows it to all: nobody posts what they have not read.
    """
    if wished_private:
        return Showing(True)
    if not may_be_public(settings, venue):
        return Showing(True, _elsewhere(settings, voice))
    if settings.private_by_default:
        return Showing(True, voice.say(texts.PRIVATE_HERE) if wished_private is False else None)
    return Showing(False)


def _elsewhere(settings: GuildSettings, voice: Voice) -> str:
    if settings is UNKNOWN_SETTINGS:
        return voice.say(texts.SETTINGS_UNKNOWN)
    channels = [f"<#{channel}>" for channel in sorted(settings.allowed_channels)]
    more = " …" if len(channels) > _MOST_NAMED else ""
    return voice.say(texts.PRIVATE_OUTSIDE, channels=", ".join(channels[:_MOST_NAMED]) + more)
