"""/corpus rollback."""

import asyncio

from discord import app_commands
from discord.ext import commands

from bot.frontends.discord_client import reload_words
from bot.frontends.discord_client.admission import may_do
from bot.frontends.discord_client.desk import Desk
from bot.frontends.discord_client.long_work import Ended, LongWork, do_long_work
from bot.frontends.discord_client.messages import Interaction, defer
from bot.frontends.discord_client.suggestions import MAX_CHOICES
from bot.kept_builds import kept_builds
from bot.state.models import Act


class RollbackCommand(commands.Cog):
    """Go back to a build that answered before."""

    _desk: Desk

    @app_commands.command(description="Answer from an earlier build, until the next reload")
    @app_commands.describe(build="Which build; without it, the one that was live before this one")
    async def rollback(self, interaction: Interaction, build: str | None = None) -> None:
        """Make an earlier build live, in one step."""
        await defer(interaction, ephemeral=True)
        by = str(interaction.user.id)
        job = LongWork(
            Act.ROLLBACK,
            doing="Rolling back",
            failed="Not rolled back",
            work=lambda _told: self._desk.reloader.rollback(by, build),
            told=lambda report: Ended(
                reload_words.rollback_blocks(report),
                details={"build": report.to.build_id, "left": report.left},
            ),
        )
        await do_long_work(self._desk, interaction, job)

    @rollback.autocomplete("build")
    async def suggest_builds(self, interaction: Interaction, typed: str) -> list[app_commands.Choice[str]]:
        """Suggest the builds that are kept and were live, by date, counts and id."""
        if not await may_do(self._desk, interaction, Act.ROLLBACK):
            return []
        builds = await asyncio.to_thread(kept_builds, self._desk.assembly.settings.index_dir)
        labelled = [(reload_words.choice_label(one), one.build_id) for one in builds if not one.is_live]
        fitting = [(label, value) for label, value in labelled if typed.casefold() in label.casefold()]
        return [app_commands.Choice(name=label[:100], value=value) for label, value in fitting[:MAX_CHOICES]]
