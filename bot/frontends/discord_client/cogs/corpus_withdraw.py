"""/corpus withdraw and /corpus restore."""

from discord import app_commands
from discord.ext import commands

from bot.frontends.discord_client.admission import may_do
from bot.frontends.discord_client.desk import Desk
from bot.frontends.discord_client.messages import Interaction, defer, reply_parts, send_reply
from bot.frontends.discord_client.subjects import shown_subjects, suggest_subjects
from bot.frontends.discord_client.withdrawing import restore, withdraw, withdrawn_now
from bot.state.models import MAX_REASON_CHARS, Act


class WithdrawCommands(commands.Cog):
    """Take passages out of use at once, and bring them back."""

    _desk: Desk

    @app_commands.command(name="withdraw", description="Take a passage or article out of use at once, in all servers")
    @app_commands.describe(
        subject="The id of a passage or article, or words of its title",
        reason="Why, for other moderators; it is kept until the passage is restored",
    )
    async def withdraw_subject(
        self, interaction: Interaction, subject: str, reason: app_commands.Range[str, 1, MAX_REASON_CHARS]
    ) -> None:
        """Withdraw what is shown now; answers, menus and open buttons honour it from then on."""
        await defer(interaction, ephemeral=True)
        with self._desk.in_flight:
            words = await withdraw(self._desk, interaction, subject.strip(), reason)
            await send_reply(
                interaction, reply_parts([words], self._desk.voice(interaction).safeguards), ephemeral=True
            )

    @app_commands.command(name="restore", description="Bring back what was withdrawn")
    @app_commands.describe(subject="The id of what was withdrawn")
    async def restore_subject(self, interaction: Interaction, subject: str) -> None:
        """Bring a withdrawn passage or article back into use."""
        await defer(interaction, ephemeral=True)
        with self._desk.in_flight:
            words = await restore(self._desk, interaction, subject.strip())
            await send_reply(
                interaction, reply_parts([words], self._desk.voice(interaction).safeguards), ephemeral=True
            )

    @withdraw_subject.autocomplete("subject")
    async def suggest_shown(self, interaction: Interaction, typed: str) -> list[app_commands.Choice[str]]:
        """Suggest what can be shown now."""
        library = self._desk.library
        found = shown_subjects(library) if library and await may_do(self._desk, interaction, Act.WITHDRAW) else {}
        return [app_commands.Choice(name=label, value=key) for label, key in suggest_subjects(found, typed)]

    @restore_subject.autocomplete("subject")
    async def suggest_withdrawn(self, interaction: Interaction, typed: str) -> list[app_commands.Choice[str]]:
        """Suggest what is withdrawn."""
        found = withdrawn_now(self._desk) if await may_do(self._desk, interaction, Act.RESTORE) else {}
        return [app_commands.Choice(name=label, value=key) for label, key in suggest_subjects(found, typed)]
