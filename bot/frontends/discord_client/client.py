"""The connection to Discord: log in, register the commands, answer until told to stop."""

import asyncio
import contextlib
import signal
import sys
import time
from pathlib import Path

import aiohttp
import discord
import structlog
import yarl
from discord import app_commands
from discord.ext import commands

from bot.answering.triage import make_ready
from bot.frontends.discord_client.cogs.about import AboutCog
from bot.frontends.discord_client.cogs.ask import AskCog
from bot.frontends.discord_client.cogs.corpus import CorpusCog
from bot.frontends.discord_client.cogs.crisis import CrisisCog
from bot.frontends.discord_client.cogs.diagnose import DiagnoseCog
from bot.frontends.discord_client.cogs.follow_up import FollowUpCog
from bot.frontends.discord_client.cogs.interaction import InteractionCog
from bot.frontends.discord_client.cogs.legal import LegalCog
from bot.frontends.discord_client.cogs.mention import MentionCog
from bot.frontends.discord_client.cogs.privacy import PrivacyCog
from bot.frontends.discord_client.cogs.receipt import ReceiptCog
from bot.frontends.discord_client.cogs.settings import SettingsCog
from bot.frontends.discord_client.cogs.source import SourceCog
from bot.frontends.discord_client.cogs.topics import TopicsCog
from bot.frontends.discord_client.command_names import CommandNames
from bot.frontends.discord_client.components import COMPONENTS
from bot.frontends.discord_client.desk import Desk, set_up_desk
from bot.frontends.discord_client.errors import ErrorHandler
from bot.frontends.discord_client.housekeeping import keep_house, keep_memory_short, settle_builds
from bot.frontends.discord_client.keeping import keep
from bot.frontends.discord_client.logs import describe_error, log_lost_error, take_over_logging
from bot.frontends.discord_client.message_menu import answer_menu
from bot.frontends.discord_client.messages import NO_PINGS
from bot.frontends.discord_client.moderator_components import MODERATOR_COMPONENTS
from bot.frontends.discord_client.telemetry import telemetry
from bot.frontends.discord_client.worker import run_in_thread
from bot.operation.settled_memory import settle
from bot.settings import Settings
from bot.state.errors import StateInUseError
from bot.state.presence import join_folder

log = structlog.get_logger()

EXIT_UNAVAILABLE = 69
EXIT_CONFIGURATION = 78
_STOP_WITHIN_S = 6.0  # Docker kills what has not ended 10 s after SIGTERM, and leaving takes 1 to 2 s
_ANSWER_WITHIN_S = 3.0
_LEAVE_WITHIN_S = 1.0
_NORMAL_CLOSURE = 1000
_RESTORE_WITHIN_S = 30.0  # how long a start waits for a restore that is being made
_AUTHENTICATION_FAILED = 4004  # https://discord.com/developers/docs/topics/opcodes-and-status-codes#gateway
_TOKEN_ADVICE = "copy the bot token from discord.com/developers into KRATOM_DISCORD_TOKEN (or .env)"


COGS = (
    AskCog,
    LegalCog,
    InteractionCog,
    TopicsCog,
    SourceCog,
    CrisisCog,
    ReceiptCog,
    FollowUpCog,
    AboutCog,
    PrivacyCog,
    CorpusCog,
    SettingsCog,
    DiagnoseCog,
)


def intents() -> discord.Intents:
    """Return what the bot is told of: servers, channels, roles, and that there are messages. No privileged intent.

    Of messages it reads only those that mention it, and those in direct messages: Discord leaves out the rest's text.
    """
    wanted = discord.Intents.none()
    wanted.guilds = True
    wanted.guild_messages = True
    wanted.dm_messages = True
    return wanted


def permissions() -> discord.Permissions:
    """Return what the bot asks for where it is added to a server: to see channels, write there, and reply."""
    return discord.Permissions(
        view_channel=True, send_messages=True, send_messages_in_threads=True, read_message_history=True
    )


class AnswerBot(commands.Bot):
    """The client: the commands over one desk."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(
            command_prefix=commands.when_mentioned,
            help_command=None,
            intents=intents(),
            allowed_mentions=NO_PINGS,
            allowed_installs=app_commands.AppInstallationType(guild=True, user=True),
            max_messages=None,
            chunk_guilds_at_startup=False,
        )
        self.desk = desk
        self._registering: asyncio.Task[None] | None = None
        self.tree.error(ErrorHandler(desk).handle)

    async def setup_hook(self) -> None:
        """Load the commands and begin to register them; old registrations answer meanwhile."""
        for cog in COGS:
            await self.add_cog(cog(self.desk))
        await self.add_cog(MentionCog(self.desk, lambda: self.user.id if self.user else 0))
        self.tree.add_command(answer_menu(self.desk))
        await self.tree.set_translator(CommandNames())
        self.add_dynamic_items(*COMPONENTS, *MODERATOR_COMPONENTS)
        self._registering = asyncio.create_task(self._register())

    async def _register(self) -> None:
        """Tell Discord the commands, once a start; the same ones again change nothing there."""
        try:
            registered = await self.tree.sync()
            log.info("commands registered", count=len(registered))
        except (discord.DiscordException, aiohttp.ClientError, OSError) as error:
            log.error("commands not registered, those from before remain", **describe_error(error))

    async def on_message(self, message: discord.Message, /) -> None:
        """Do nothing: `MentionCog` reads messages, and there are no commands in their text."""

    async def on_guild_remove(self, guild: discord.Guild, /) -> None:
        """Remove the settings of a server that the bot has left."""
        self.desk.guild_settings.left(guild.id)
        keep(self.desk, "leaving a server", lambda: self.desk.assembly.state.guilds.forget(guild.id))

    async def on_ready(self) -> None:
        """Note that the bot is connected, and how to add it to a server."""
        link = discord.utils.oauth_url(self.application_id or 0, permissions=permissions())
        log.info("connected", guilds=len(self.guilds), add_to_a_server=link)

    async def on_error(self, event_method: str, /, *args: object, **kwargs: object) -> None:
        """Log an error in an event without what the event holds."""
        error = sys.exc_info()[1]
        log.error("event failed", event_method=event_method, **(describe_error(error) if error else {}))

    async def finish(self, connected: "asyncio.Task[None]") -> None:
        """Take no more questions, send the answers that are being made, and leave.

        Who asks while the last answers are made is told that the bot is restarted, and so is who still waits after
        some seconds. Discord is left before the replies under way are waited for: were it left last, there would always
        be some, and those of the last moment would be lost. `connected` is the task of `start`.
        """
        began = time.monotonic()
        self.desk.stopping.set()
        self.desk.worker.stop()
        self.desk.reloader.stop()
        await self.desk.worker.done(_ANSWER_WITHIN_S)
        self.desk.worker.give_up()
        connected.cancel()  # it would connect again, and while it reads, the connection is closed as one to be resumed
        await asyncio.wait({connected}, timeout=_LEAVE_WITHIN_S)
        if self.ws is not None:
            with contextlib.suppress(TimeoutError, aiohttp.ClientError, OSError):
                async with asyncio.timeout(_LEAVE_WITHIN_S):
                    await self.ws.close(_NORMAL_CLOSURE)
        settled = await self.desk.in_flight.settled(began + _STOP_WITHIN_S - time.monotonic())
        log.info("stopping", unanswered=0 if settled else self.desk.in_flight.count)
        if self._registering is not None:
            self._registering.cancel()
        await self.close()


def run_bot(settings: Settings) -> int:
    """Answer in Discord until SIGTERM or SIGINT; return the exit status."""
    token = settings.discord_token.get_secret_value().strip() if settings.discord_token else ""
    if not token.isascii() or not token.isprintable() or " " in token or not token:
        return _fail(f"KRATOM_DISCORD_TOKEN is not a bot token; {_TOKEN_ADVICE}", EXIT_CONFIGURATION)
    use_addresses(settings)
    take_over_logging()
    try:
        _join_state(settings.state_dir)
    except StateInUseError as error:
        return _fail(str(error), EXIT_UNAVAILABLE)
    try:
        asyncio.run(_run(settings, token))
    except discord.LoginFailure:
        return _fail(f"Discord does not accept this bot token; {_TOKEN_ADVICE}", EXIT_CONFIGURATION)
    except discord.ConnectionClosed as error:
        if error.code == _AUTHENTICATION_FAILED:
            return _fail(f"Discord no longer accepts this bot token; {_TOKEN_ADVICE}", EXIT_CONFIGURATION)
        return _fail(f"Discord closed the connection with code {error.code}; try again later", EXIT_UNAVAILABLE)
    except (discord.HTTPException, discord.GatewayNotFound, aiohttp.ClientError, OSError) as error:
        reason = f"HTTP {error.status}" if isinstance(error, discord.HTTPException) else type(error).__name__
        return _fail(f"Discord cannot be reached ({reason}); check the network and try again", EXIT_UNAVAILABLE)
    except KeyboardInterrupt:  # Ctrl-C where the loop takes no signals
        return 0
    return 0


def _join_state(folder: Path) -> None:
    """Claim the state folder until the process ends, so that nothing is restored under a running bot."""
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        join_folder(folder, wait_s=_RESTORE_WITHIN_S)
    except OSError as error:  # a folder that cannot be written: the bot answers all the same
        log.warning("state folder not claimed", **describe_error(error))


def use_addresses(settings: Settings) -> None:
    """Point discord.py at another server where the settings name one."""
    if settings.discord_api_base:
        discord.http.Route.BASE = settings.discord_api_base.rstrip("/")
    if settings.discord_gateway_url:
        discord.gateway.DiscordWebSocket.DEFAULT_GATEWAY = yarl.URL(settings.discord_gateway_url)


async def _run(settings: Settings, token: str) -> None:
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(log_lost_error)
    stop = asyncio.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        with contextlib.suppress(NotImplementedError):  # Windows has no handlers on the loop; Ctrl-C ends it there
            loop.add_signal_handler(number, stop.set)
    desk = set_up_desk(settings)
    desk.worker.start()
    opened = desk.worker.submit(desk.assembly.open_index)  # the first work, so questions wait for it and crises do not
    opened.add_done_callback(_log_failed_opening)
    ready = run_in_thread("triage", make_ready)
    ready.add_done_callback(lambda _: log.info("triage rules ready"))
    settling = asyncio.create_task(_settle_after(opened, ready))
    housekeeping = [
        asyncio.create_task(keep_house(desk, desk.today)),
        asyncio.create_task(keep_memory_short(desk)),
        asyncio.create_task(settle_builds(desk)),
    ]
    async with AnswerBot(desk) as bot, telemetry(bot, desk):
        connected = asyncio.create_task(bot.start(token))
        stopped = asyncio.create_task(stop.wait())
        await asyncio.wait({connected, stopped}, return_when=asyncio.FIRST_COMPLETED)
        if stopped.done():
            await bot.finish(connected)
            await asyncio.wait({connected}, timeout=1.0)
        stopped.cancel()
        if connected.done() and not connected.cancelled():
            connected.result()
        connected.cancel()
    for task in (*housekeeping, settling):
        task.cancel()
    desk.assembly.state.close()


async def _settle_after(*starting: "asyncio.Future[None]") -> None:
    await asyncio.wait(starting)
    settle()


def _log_failed_opening(opened: "asyncio.Future[None]") -> None:
    if not opened.cancelled() and (error := opened.exception()) is not None:
        log.error("the index could not be opened", **describe_error(error))


def _fail(sentence: str, status: int) -> int:
    sys.stderr.write(f"kratom-bot: {sentence}\n")
    return status
