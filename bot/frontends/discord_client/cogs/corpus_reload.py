"""/corpus preview and /corpus reload."""

from discord import app_commands
from discord.ext import commands

from bot.frontends.discord_client import reload_words, texts
from bot.frontends.discord_client.desk import Desk
from bot.frontends.discord_client.long_work import Ended, LongWork, do_long_work
from bot.frontends.discord_client.messages import Extras, Interaction, defer
from bot.frontends.discord_client.trial_report import report_document
from bot.reloading import Trial
from bot.state.models import Act, ActOutcome


class ReloadCommands(commands.Cog):
    """Bring a changed corpus into use, or see before what that would change."""

    _desk: Desk

    @app_commands.command(description="What a reload would change, and which answers with it; changes nothing")
    @app_commands.describe(thorough="Ask all acceptance questions, not only those that stand for them; takes longer")
    async def preview(self, interaction: Interaction, thorough: bool = False) -> None:
        """Do all of a reload but the swap, and tell what came of it."""
        await defer(interaction, ephemeral=True)
        by = str(interaction.user.id)
        job = LongWork(
            Act.PREVIEW,
            doing="Previewing",
            failed="Not previewed",
            work=lambda told: self._desk.reloader.preview(by, told, everything=thorough),
            told=lambda trial: previewed(self._desk, trial),
        )
        await do_long_work(self._desk, interaction, job)

    @app_commands.command(description="Read the corpus again, check it and make it live")
    async def reload(self, interaction: Interaction) -> None:
        """Bring the corpus into use; the build from before answers until the new one is whole and was compared."""
        await defer(interaction, ephemeral=True)
        by = str(interaction.user.id)
        job = LongWork(
            Act.RELOAD,
            doing="Reloading",
            failed="Not reloaded",
            work=lambda told: self._desk.reloader.reload(by, told),
            told=lambda trial: reloaded(self._desk, trial),
        )
        await do_long_work(self._desk, interaction, job)


def previewed(desk: Desk, trial: Trial) -> Ended:
    """Return what to say about a preview, with the whole of it as a file."""
    root = desk.assembly.settings.corpus_dir
    extras = Extras(document=report_document(trial, root))
    next_step = [texts.PREVIEWED] if trial.acceptance.is_safe and trial.build_id != trial.before else []
    blocks = [*reload_words.preview_blocks(trial), *next_step]
    return Ended(blocks, details={"build": trial.build_id, "safe": trial.acceptance.is_safe}, extras=extras)


def reloaded(desk: Desk, trial: Trial) -> Ended:
    """Return what to say about a reload; where something changed, with the whole of it as a file."""
    outcome = _outcome(trial)
    root = desk.assembly.settings.corpus_dir
    extras = Extras(document=report_document(trial, root) if outcome is ActOutcome.DONE else None)
    return Ended(reload_words.report_blocks(trial), outcome, {"build": trial.build_id}, extras)


def _outcome(trial: Trial) -> ActOutcome:
    return ActOutcome.UNCHANGED if trial.build_id == trial.before else ActOutcome.DONE
