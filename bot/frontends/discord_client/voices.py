"""How the bot speaks to one reader: the notices, the service and the texts in their language."""

from dataclasses import dataclass

import discord

from bot.answering.safeguards import Safeguards
from bot.answering.service import AnswerService
from bot.bootstrap import Assembly
from bot.frontends.discord_client.messages import Interaction
from bot.languages.choice import choose_language
from bot.languages.wording import translated


@dataclass(frozen=True, slots=True)
class Voice:
    """One language: what every reply carries, what answers, and the bot's own words."""

    safeguards: Safeguards
    service: AnswerService

    @property
    def language(self) -> str:
        """Return the language, such as "en" or "de"."""
        return self.safeguards.language

    def say(self, english: str, **values: object) -> str:
        """Return one of the bot's own texts in this language, its fields filled in."""
        return translated(english, self.language, **values)


def voice_of(assembly: Assembly, language: str) -> Voice:
    """Return the voice of a language, over the notices and the editions of the moment."""
    if language == assembly.safeguards.language:
        return Voice(assembly.safeguards, assembly.service)
    safeguards = assembly.safeguards.in_language(language)
    return Voice(safeguards, assembly.service_with(safeguards))


def reader_language(interaction: Interaction, server_language: str | None, *, shared: bool) -> str:
    """Return the language of a reply: the person's own; of one that all in a server see, the server's.

    `server_language` is what the moderators set; without it counts what Discord says of the server.
    """
    of_server = (server_language, str(interaction.guild_locale or ""))
    if shared and interaction.guild_id is not None:
        return choose_language(*of_server)
    return choose_language(str(interaction.locale), *of_server)


def channel_language(message: discord.Message, server_language: str | None) -> str:
    """Return the language of a reply to a message; Discord does not say which one its writer speaks."""
    return choose_language(server_language, str(message.guild.preferred_locale) if message.guild else None)
