"""What to say where a place or substance that was typed is in no table."""

from collections.abc import Callable, Sequence

from bot.answering.directory import Entry
from bot.answering.library import Library
from bot.frontends.discord_client import texts
from bot.frontends.discord_client.controls import under_names
from bot.frontends.discord_client.desk import Desk
from bot.frontends.discord_client.messages import NOTHING, Interaction, reply_parts, send_reply
from bot.frontends.discord_client.suggestions import nearest


async def send_not_found(
    desk: Desk, interaction: Interaction, sentence: str, entries: Callable[[Library], Sequence[Entry]], typed: str
) -> None:
    """Say that there is no record, and offer as buttons those whose names look most like what was typed."""
    library = desk.library
    near = nearest(entries(library), typed) if library else []
    blocks = [sentence, texts.DID_YOU_MEAN] if near else [sentence]
    extras = under_names([(entry.name, entry.passage_id) for entry in near]) if near else NOTHING
    await send_reply(
        interaction, reply_parts(blocks, desk.voice(interaction).safeguards), ephemeral=True, extras=extras
    )
