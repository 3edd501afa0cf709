"""/corpus: what moderators do; each act is noted."""

from discord import app_commands
from discord.ext import commands

from bot.frontends.discord_client.acts import record_act
from bot.frontends.discord_client.cogs.corpus_reload import ReloadCommand
from bot.frontends.discord_client.cogs.corpus_status import StatusCommand
from bot.frontends.discord_client.desk import Desk
from bot.frontends.discord_client.messages import Interaction
from bot.frontends.discord_client.permissions import require_moderator
from bot.state.models import Act, ActOutcome


@app_commands.guild_only()
@app_commands.allowed_installs(guilds=True, users=False)
@app_commands.default_permissions(manage_guild=True)
class CorpusCog(
    StatusCommand,
    ReloadCommand,
    commands.GroupCog,
    group_name="corpus",
    group_description="Look after what I answer from",
):
    """The corpus, for moderators. Each base class holds the commands of one kind of work."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    async def interaction_check(self, interaction: Interaction) -> bool:
        """Let only moderators pass, whatever Discord's settings for the command say."""
        try:
            require_moderator(interaction, self._desk.settings.moderator_role_ids)
        except app_commands.CheckFailure:
            name = interaction.command.name if interaction.command else ""
            act = Act(name) if name in set(Act) else Act.STATUS
            await record_act(self._desk, interaction, act, ActOutcome.NOT_ALLOWED)
            raise
        return True
