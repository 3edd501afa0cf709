"""/corpus status."""

import asyncio
import time

from discord import app_commands
from discord.ext import commands

from bot.frontends.discord_client import reload_words
from bot.frontends.discord_client.acts import record_act
from bot.frontends.discord_client.build_words import status_blocks
from bot.frontends.discord_client.desk import Desk
from bot.frontends.discord_client.freshness import stale_words
from bot.frontends.discord_client.messages import Interaction, defer, reply_parts, send_reply
from bot.frontends.discord_client.worker import run_in_thread
from bot.state.models import Act, ActOutcome
from index.live_builds import rollback_of


class StatusCommand(commands.Cog):
    """What answers now."""

    _desk: Desk

    @app_commands.command(description="Which build answers, and whether the corpus changed since")
    async def status(self, interaction: Interaction) -> None:
        """Tell the state of index and corpus, and which command mends what is wrong."""
        await defer(interaction, ephemeral=True)
        assembly, holder = self._desk.assembly, self._desk.reloader.holder
        staleness = await run_in_thread("status", lambda: stale_words(assembly)) or "the same as the build"
        blocks = status_blocks(
            assembly.shelf.current(),
            str(assembly.shelf.fault) if assembly.shelf.fault else None,
            staleness,
            assembly.counts.counts(),
            self._desk.worker.waiting,
            reload_words.busy_words(holder.by, holder.work, time.monotonic() - holder.since) if holder else "",
            await asyncio.to_thread(rollback_of, assembly.settings.index_dir),
        )
        await record_act(self._desk, interaction, Act.STATUS, ActOutcome.DONE)
        await send_reply(interaction, reply_parts(blocks, self._desk.voice(interaction).safeguards), ephemeral=True)
