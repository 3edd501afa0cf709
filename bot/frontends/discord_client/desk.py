"""What every command works with."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from typing import Any, cast

import discord

from bot.answering.library import Library
from bot.answering.triage import assess
from bot.bootstrap import Assembly, assemble
from bot.frontends.discord_client.conversations import Conversations
from bot.frontends.discord_client.cooldown import Cooldown
from bot.frontends.discord_client.guild_settings import CurrentSettings
from bot.frontends.discord_client.messages import Interaction
from bot.frontends.discord_client.voices import Voice, channel_language, reader_language, voice_of
from bot.frontends.discord_client.worker import AnswerWorker, InFlight
from bot.operation.counted_reloads import CountedReloader
from bot.operation.metrics import Metrics
from bot.reloading import Reloader
from bot.settings import DiscordSettings, Settings

# Triage makes part of its rules ready when they first fire, which takes some tenths of a second: better now.
_WARM_UP = ("i want to kill myself", "how much should i take")


def today_utc() -> date:
    """Return the day, on which the validity of legal records depends."""
    return datetime.now(UTC).date()


@dataclass(frozen=True)
class Desk:
    """The parts behind the commands. Speak by `voice`, asked for anew for each reply."""

    assembly: Assembly
    worker: AnswerWorker
    reloader: Reloader
    in_flight: InFlight
    stopping: asyncio.Event
    guild_settings: CurrentSettings
    conversations: Conversations = field(default_factory=Conversations)
    cooldown: Cooldown = field(default_factory=Cooldown)
    keeping: set[asyncio.Task[None]] = field(default_factory=set)
    today: Callable[[], date] = today_utc
    metrics: Metrics = field(default_factory=Metrics)

    @property
    def settings(self) -> DiscordSettings:
        """Return the settings of this front end."""
        return self.assembly.settings.discord

    @property
    def library(self) -> Library | None:
        """Return the live library without what moderators withdrew; None where there is no index."""
        edition = self.assembly.shelf.current()
        return edition.library.without(self.assembly.withdrawals.current()) if edition else None

    def voice(self, interaction: Interaction, *, shared: bool = False) -> Voice:
        """Return how to speak in a reply; `shared`: others see it too."""
        of_server = self.guild_settings.language(interaction.guild_id)
        return voice_of(self.assembly, reader_language(interaction, of_server, shared=shared))

    def voice_under(self, message: discord.Message) -> Voice:
        """Return how to speak in a reply to an ordinary message."""
        of_server = self.guild_settings.language(message.guild.id if message.guild else None)
        return voice_of(self.assembly, channel_language(message, of_server))


def set_up_desk(settings: Settings) -> Desk:
    """Put the parts together, with the index still closed; call on the event loop."""
    for words in _WARM_UP:
        assess((words,))
    assembly = assemble(settings, open_index=False, translated=True)
    limits = settings.discord
    metrics = Metrics()
    worker = AnswerWorker(
        queue_length=limits.queue_length, timeout_s=limits.answer_timeout_s, timed=metrics.time_answer
    )
    reloader = CountedReloader(assembly, metrics)
    guild_settings = CurrentSettings(lambda guild_id: assembly.state.guilds.get(guild_id))
    return Desk(assembly, worker, reloader, InFlight(), asyncio.Event(), guild_settings, metrics=metrics)


def desk_of(client: discord.Client) -> Desk:
    """Return the desk of the bot that a button or menu belongs to: discord.py makes those anew for each press."""
    return cast(Desk, cast(Any, client).desk)
