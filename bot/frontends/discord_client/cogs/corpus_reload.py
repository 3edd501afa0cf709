"""/corpus reload."""

import asyncio
import contextlib
from typing import Any

import aiohttp
import discord
from discord import app_commands
from discord.ext import commands

from bot.frontends.discord_client import reload_words
from bot.frontends.discord_client.acts import record_act
from bot.frontends.discord_client.desk import Desk
from bot.frontends.discord_client.messages import Interaction, defer, reply_parts, send_reply, show
from bot.frontends.discord_client.worker import run_in_thread
from bot.reloading import ReloadBusyError, ReloadRefusedError, ReloadReport, ReloadStoppedError
from bot.rendering.discord_markdown import escape
from bot.state.models import Act, ActOutcome, Detail
from corpus.errors import CorpusError
from index.errors import VectorIndexError

_PROGRESS_EVERY_S = 2.0


class ReloadCommand(commands.Cog):
    """Bring a changed corpus into use."""

    _desk: Desk

    @app_commands.command(description="Read the corpus again, check it and make it live")
    async def reload(self, interaction: Interaction) -> None:
        """Bring the corpus folder into use; the build from before answers until the new one is whole."""
        await defer(interaction, ephemeral=True)
        steps: list[str] = []
        by = str(interaction.user.id)
        with self._desk.in_flight:
            running = run_in_thread("reload", lambda: self._desk.reloader.reload(by, steps.append))
            await self._show_progress(interaction, running, steps)
            blocks, outcome, details = await self._outcome(running)
            await record_act(self._desk, interaction, Act.RELOAD, outcome, details=details)
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

    async def _outcome(
        self, running: "asyncio.Future[ReloadReport]"
    ) -> tuple[list[str], ActOutcome, dict[str, Detail]]:
        """Return what to say and what to log about a reload that ended."""
        before = "Nothing changed."
        stopped = f"**Not reloaded:** I am being restarted. {before}"
        if not running.done():
            running.cancel()  # its thread ends at the next step; nobody waits for that
            return [stopped], ActOutcome.STOPPED, {}
        try:
            report = await running
        except ReloadBusyError as error:
            return [reload_words.busy_words(error.by, error.seconds)], ActOutcome.BUSY, {}
        except ReloadRefusedError as error:
            root = self._desk.assembly.settings.corpus_dir
            return (
                reload_words.refusal_blocks(error.problems, root),
                ActOutcome.REFUSED,
                {"problems": len(error.problems)},
            )
        except ReloadStoppedError:
            return [stopped], ActOutcome.STOPPED, {}
        except (CorpusError, VectorIndexError, OSError) as error:
            return (
                [f"**Not reloaded:** {escape(str(error))}. {before}"],
                ActOutcome.FAILED,
                {"error": type(error).__name__},
            )
        return reload_words.report_blocks(report), ActOutcome.DONE, {"build": report.build_id}
