"""/corpus check."""

from collections.abc import Sequence

from discord import app_commands
from discord.ext import commands

from bot.corpus_reading import all_problems, read_corpus
from bot.frontends.discord_client import reload_words
from bot.frontends.discord_client.desk import Desk
from bot.frontends.discord_client.long_work import Ended, LongWork, do_long_work
from bot.frontends.discord_client.messages import Extras, Interaction, defer
from bot.frontends.discord_client.trial_report import check_document
from bot.reloading import Told
from bot.state.models import Act
from corpus.blocking import blocking
from corpus.checks import check_corpus
from corpus.problems import Problem


class CheckCommand(commands.Cog):
    """See what is wrong with the corpus."""

    _desk: Desk

    @app_commands.command(description="Every problem of the corpus, as a file")
    async def check(self, interaction: Interaction) -> None:
        """Check the corpus folder and the added articles, as `python -m corpus check` does."""
        await defer(interaction, ephemeral=True)
        job = LongWork(Act.CHECK, "Checking", "Not checked", self._check, self._told)
        await do_long_work(self._desk, interaction, job)

    def _check(self, told: Told) -> tuple[list[Problem], int]:
        """Return the problems, and how many of them keep the corpus from being reloaded."""
        told("reading the corpus")
        loaded = read_corpus(self._desk.assembly)
        told("checking the corpus")
        problems = all_problems(self._desk.assembly.safeguards, loaded)
        dated = [one for one in check_corpus(loaded, self._desk.today()) if one not in set(problems)]
        return [*problems, *dated], len(blocking(loaded, problems))

    def _told(self, found: tuple[Sequence[Problem], int]) -> Ended:
        problems, kept_back = found
        document = check_document(problems, self._desk.assembly.settings.corpus_dir) if problems else None
        return Ended(
            reload_words.check_blocks(problems, kept_back),
            details={"problems": len(problems), "blocking": kept_back},
            extras=Extras(document=document),
        )
