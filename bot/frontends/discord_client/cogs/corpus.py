"""/corpus: what moderators do; each act is noted."""

from discord import app_commands
from discord.ext import commands

from bot.frontends.discord_client.admission import admit
from bot.frontends.discord_client.cogs.corpus_add import AddCommands
from bot.frontends.discord_client.cogs.corpus_check import CheckCommand
from bot.frontends.discord_client.cogs.corpus_feedback import FeedbackCommand
from bot.frontends.discord_client.cogs.corpus_gaps import GapsCommand
from bot.frontends.discord_client.cogs.corpus_history import HistoryCommand
from bot.frontends.discord_client.cogs.corpus_reload import ReloadCommands
from bot.frontends.discord_client.cogs.corpus_rollback import RollbackCommand
from bot.frontends.discord_client.cogs.corpus_stale import StaleCommand
from bot.frontends.discord_client.cogs.corpus_status import StatusCommand
from bot.frontends.discord_client.cogs.corpus_withdraw import WithdrawCommands
from bot.frontends.discord_client.desk import Desk
from bot.frontends.discord_client.messages import Interaction
from bot.state.models import Act


@app_commands.guild_only()
@app_commands.allowed_installs(guilds=True, users=False)
@app_commands.default_permissions(manage_guild=True)
class CorpusCog(
    StatusCommand,
    CheckCommand,
    ReloadCommands,
    RollbackCommand,
    AddCommands,
    WithdrawCommands,
    StaleCommand,
    GapsCommand,
    FeedbackCommand,
    HistoryCommand,
    commands.GroupCog,
    group_name="corpus",
    group_description="Look after what I answer from",
):
    """The corpus, for moderators. Each base class holds the commands of one kind of work."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    async def interaction_check(self, interaction: Interaction) -> bool:
        """Let only moderators pass, and only those of home servers where it changes something."""
        await admit(self._desk, interaction, Act(interaction.command.name) if interaction.command else Act.STATUS)
        return True
