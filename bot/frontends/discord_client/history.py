"""Turn the pages of the audit log."""

from collections.abc import Sequence

import discord

from bot.frontends.discord_client import moderator_ids, texts
from bot.frontends.discord_client.desk import Desk
from bot.frontends.discord_client.history_words import CORPUS_CHANGES, history_blocks
from bot.frontends.discord_client.messages import Extras, Interaction, Row, reply_parts
from bot.frontends.discord_client.moderator_ids import Scope
from bot.frontends.discord_client.state_calls import ask_state
from bot.rendering.discord_markdown import MessagePart
from bot.state.models import DatedEntry

PAGE = 8


async def history_message(
    desk: Desk, interaction: Interaction, scope: Scope, before: int
) -> tuple[MessagePart, Extras]:
    """Return the page of acts with numbers below `before` (0: the newest), and the buttons to turn it.

    Raises:
        StateTroubleError: the audit log cannot be read.
    """
    guild_id = interaction.guild_id or 0
    also = CORPUS_CHANGES if scope is Scope.ALL else ()
    found = await ask_state(desk, lambda state: state.audit.latest(PAGE + 1, guild_id, before or None, also=also))
    parts = reply_parts(history_blocks(found[:PAGE], guild_id), desk.voice(interaction).safeguards)
    return parts[0], _turns(scope, before, found)


def _turns(scope: Scope, before: int, found: Sequence[DatedEntry]) -> Extras:
    wanted = [(texts.NEWEST, moderator_ids.history_page(scope, 0))] if before else []
    if len(found) > PAGE:
        wanted.append((texts.EARLIER_ACTS, moderator_ids.history_page(scope, found[PAGE - 1].number)))

    def rows() -> Sequence[Row]:
        buttons: list[discord.ui.Button[discord.ui.LayoutView]] = [
            discord.ui.Button(label=label, custom_id=name) for label, name in wanted
        ]
        return [discord.ui.ActionRow(*buttons)] if buttons else []

    return Extras(rows)
