"""/corpus stale."""

from discord import app_commands
from discord.ext import commands

from bot.frontends.discord_client import texts
from bot.frontends.discord_client.acts import record_act
from bot.frontends.discord_client.admission import may_do
from bot.frontends.discord_client.desk import Desk
from bot.frontends.discord_client.messages import NOTHING, Extras, Interaction, defer, reply_parts, send_reply
from bot.frontends.discord_client.stale_report import make_stale_report
from bot.frontends.discord_client.stale_words import stale_blocks, stale_document
from bot.frontends.discord_client.state_calls import StateTroubleError, ask_state
from bot.state.models import Act, ActOutcome, Withdrawal

WITHIN_DAYS = 30


class StaleCommand(commands.Cog):
    """What is out of date, or soon will be."""

    _desk: Desk

    @app_commands.command(description="Which reviews are due, which law is no longer confirmed, what is withdrawn")
    @app_commands.describe(days="How many days to look ahead; 30 unless you say otherwise")
    async def stale(self, interaction: Interaction, days: app_commands.Range[int, 0, 366] = WITHIN_DAYS) -> None:
        """Tell by topic what wants an editor, with all of it in a file."""
        await defer(interaction, ephemeral=True)
        library, safeguards = self._desk.library, self._desk.voice(interaction).safeguards
        if library is None:
            await record_act(self._desk, interaction, Act.STALE, ActOutcome.FAILED)
            await send_reply(interaction, reply_parts([texts.NO_INDEX], safeguards), ephemeral=True)
            return
        withdrawn, trouble = await _withdrawn(self._desk)
        report = make_stale_report(library, withdrawn, self._desk.today(), within_days=days)
        extras = NOTHING
        if report:
            home = await may_do(self._desk, interaction, Act.WITHDRAW)
            extras = Extras(document=stale_document(report, with_reasons=home))
        await record_act(self._desk, interaction, Act.STALE, ActOutcome.DONE, details={"days": days})
        blocks = [*stale_blocks(report), *trouble]
        await send_reply(interaction, reply_parts(blocks, safeguards), ephemeral=True, extras=extras)


async def _withdrawn(desk: Desk) -> tuple[tuple[Withdrawal, ...], list[str]]:
    """Return what is withdrawn; where that cannot be looked up, a sentence that says so."""
    try:
        return await ask_state(desk, lambda state: state.withdrawals.all()), []
    except StateTroubleError:
        return (), [texts.STATE_TROUBLE]
