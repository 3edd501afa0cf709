"""/corpus: what moderators do; each act is a line in the log."""

import asyncio
import contextlib
import time
from typing import Any

import aiohttp
import discord
import structlog
from discord import app_commands
from discord.ext import commands

from bot.frontends.discord_client import reload_words
from bot.frontends.discord_client.build_words import status_blocks
from bot.frontends.discord_client.desk import Desk
from bot.frontends.discord_client.messages import Interaction, defer, reply_parts, send_reply, show
from bot.frontends.discord_client.permissions import require_moderator
from bot.frontends.discord_client.worker import run_in_thread
from bot.reloading import ReloadBusyError, ReloadRefusedError, ReloadReport, ReloadStoppedError
from bot.rendering.discord_markdown import escape
from corpus.errors import CorpusError
from index.errors import VectorIndexError
from index.rebuild import stale_reason

log = structlog.get_logger()

_PROGRESS_EVERY_S = 2.0


@app_commands.guild_only()
@app_commands.allowed_installs(guilds=True, users=False)
@app_commands.default_permissions(manage_guild=True)
class CorpusCog(commands.GroupCog, group_name="corpus", group_description="Look after what I answer from"):
    """The corpus, for moderators."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    async def interaction_check(self, interaction: Interaction) -> bool:
        """Let only moderators pass, whatever Discord's settings for the command say."""
        try:
            require_moderator(interaction, self._desk.settings.moderator_role_ids)
        except app_commands.CheckFailure:
            _record(interaction, "not allowed")
            raise
        return True

    @app_commands.command(description="Which build answers, and whether the corpus changed since")
    async def status(self, interaction: Interaction) -> None:
        """Tell the state of index and corpus, and which command mends what is wrong."""
        await defer(interaction, ephemeral=True)
        assembly, holder = self._desk.assembly, self._desk.reloader.holder
        staleness = await run_in_thread("status", self._staleness)
        blocks = status_blocks(
            assembly.shelf.current(),
            str(assembly.shelf.fault) if assembly.shelf.fault else None,
            staleness,
            assembly.counts.counts(),
            self._desk.worker.waiting,
            reload_words.busy_words(holder.by, time.monotonic() - holder.since) if holder else "",
        )
        _record(interaction, "done")
        await send_reply(interaction, reply_parts(blocks, assembly.safeguards), ephemeral=True)

    @app_commands.command(description="Read the corpus again, check it and make it live")
    async def reload(self, interaction: Interaction) -> None:
        """Bring the corpus folder into use; the build from before answers until the new one is whole."""
        await defer(interaction, ephemeral=True)
        steps: list[str] = []
        by = str(interaction.user.id)
        with self._desk.in_flight:
            running = run_in_thread("reload", lambda: self._desk.reloader.reload(by, steps.append))
            await self._show_progress(interaction, running, steps)
            blocks, result = await self._outcome(running)
            _record(interaction, result)
            await send_reply(interaction, reply_parts(blocks, self._desk.assembly.safeguards), ephemeral=True)

    async def _show_progress(
        self, interaction: Interaction, running: "asyncio.Future[ReloadReport]", steps: list[str]
    ) -> None:
        """Tell the latest step every two seconds, until the reload ends or the program does."""
        shown, stopping = "", asyncio.ensure_future(self._desk.stopping.wait())
        ends: set[asyncio.Future[Any]] = {running, stopping}
        while True:
            await asyncio.wait(ends, timeout=_PROGRESS_EVERY_S, return_when=asyncio.FIRST_COMPLETED)
            if running.done() or stopping.done():
                stopping.cancel()
                return
            if steps and steps[-1] != shown:
                shown = steps[-1]
                words = f"Reloading: {escape(shown)} …"
                with contextlib.suppress(discord.HTTPException, aiohttp.ClientError, OSError):  # the reload goes on
                    await show(interaction, reply_parts([words], self._desk.assembly.safeguards)[0])

    async def _outcome(self, running: "asyncio.Future[ReloadReport]") -> tuple[list[str], str]:
        """Return what to say and what to log about a reload that ended."""
        before = "Nothing changed."
        stopped = f"**Not reloaded:** I am being restarted. {before}"
        if not running.done():
            running.cancel()  # its thread ends at the next step; nobody waits for that
            return [stopped], "stopped"
        try:
            report = await running
        except ReloadBusyError as error:
            return [reload_words.busy_words(error.by, error.seconds)], "busy"
        except ReloadRefusedError as error:
            root = self._desk.assembly.settings.corpus_dir
            return reload_words.refusal_blocks(error.problems, root), f"refused: {len(error.problems)} problems"
        except ReloadStoppedError:
            return [stopped], "stopped"
        except (CorpusError, VectorIndexError, OSError) as error:
            return [f"**Not reloaded:** {escape(str(error))}. {before}"], f"failed: {type(error).__name__}"
        return reload_words.report_blocks(report), f"live: {report.build_id}"

    def _staleness(self) -> str:
        settings, edition = self._desk.assembly.settings, self._desk.assembly.shelf.current()
        model = edition.manifest.model.name if edition else settings.model  # as a reload would choose
        try:
            reason = stale_reason(settings.corpus_dir, settings.index_dir, model)
        except (CorpusError, VectorIndexError, OSError) as error:
            return f"could not be compared with the index: {escape(str(error))}"
        return "the same as the build" if reason is None else f"{escape(reason)}; `/corpus reload` brings it into use"


def _record(interaction: Interaction, result: str) -> None:
    """Log who did what with which result; this is the audit log until there is a stored one."""
    command = interaction.command.qualified_name if interaction.command else "unknown"
    log.info("moderator act", who=interaction.user.id, guild=interaction.guild_id, command=command, result=result)
