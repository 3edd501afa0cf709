"""/receipt: an answer again, as it was given."""

from discord import app_commands
from discord.ext import commands

from bot.answering.law import day_words
from bot.answering.service import Replayed
from bot.frontends.discord_client import texts
from bot.frontends.discord_client.contexts import everywhere
from bot.frontends.discord_client.controls import under_answer
from bot.frontends.discord_client.desk import Desk
from bot.frontends.discord_client.messages import Interaction, put_above, send_reply
from bot.frontends.discord_client.replies import is_cry_for_help, work_on
from bot.frontends.discord_client.voices import Voice
from bot.rendering.discord_markdown import escape, render
from bot.rendering.source_card import passage_label


class ReceiptCog(commands.Cog):
    """Answers that were given."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    @app_commands.command(name="receipt", description="Show an answer again, by the receipt under it")
    @everywhere
    @app_commands.rename(receipt_id="id")
    @app_commands.describe(receipt_id="The receipt, such as K1-0G3F-…; it stands under each answer")
    async def receipt(self, interaction: Interaction, receipt_id: str) -> None:
        """Replay an answer, and say what became of its passages since."""
        if await is_cry_for_help(self._desk, interaction, receipt_id):
            return
        with self._desk.in_flight:
            found = await work_on(self._desk, interaction, lambda service: service.reopen(receipt_id), private=True)
            parts = put_above(since_then(found, self._desk.voice(interaction)), render(found.answer))
            await send_reply(interaction, parts, ephemeral=True, extras=under_answer(found.answer))


def since_then(found: Replayed, voice: Voice) -> list[str]:
    """Return when an answer was given, and which of its passages are no longer in the corpus, or not as they were."""
    blocks = [voice.say(texts.AS_GIVEN, day=day_words(found.plan.asked_on))]
    labels = {quote.passage.id: passage_label(quote.passage) for quote in found.answer.quotes}
    for sentence, ids in ((texts.SINCE_REMOVED, found.removed), (texts.SINCE_CHANGED, found.changed)):
        if named := [labels[one] for one in ids if one in labels]:
            blocks.append(voice.say(sentence, passages=escape("; ".join(named))))
    return blocks
