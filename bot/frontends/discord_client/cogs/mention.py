"""A message that mentions the bot, or is written to it directly: its text is a question."""

import contextlib
import re
import time
from collections.abc import Callable, Sequence

import aiohttp
import discord
import structlog
from discord.ext import commands

from bot.answering.models import Answer, Outcome, Question
from bot.frontends.discord_client import texts
from bot.frontends.discord_client.controls import under_answer
from bot.frontends.discord_client.desk import Desk
from bot.frontends.discord_client.errors import ErrorHandler
from bot.frontends.discord_client.keeping import keep_gap, keep_owner
from bot.frontends.discord_client.logs import describe_error
from bot.frontends.discord_client.messages import NOTHING, Extras, put_above, reply_parts, say, say_under
from bot.frontends.discord_client.turns import begin_turn
from bot.frontends.discord_client.venue import Venue, showing
from bot.rendering.discord_markdown import MessagePart, render

log = structlog.get_logger()

_TELL_AGAIN_S = 600.0
_UNSENT = (discord.HTTPException, aiohttp.ClientError, OSError)


class MentionCog(commands.Cog):
    """Questions in ordinary messages."""

    def __init__(self, desk: Desk, own_id: Callable[[], int]) -> None:
        self._desk = desk
        self._own_id = own_id
        self._told: dict[tuple[int, str], float] = {}

    @commands.Cog.listener()
    async def on_message(self, message: discord.Message) -> None:
        """Answer in the same channel. A reply that only notifies the bot is answered if it is a cry for help."""
        if message.author.bot or message.webhook_id or message.is_system():
            return
        own_id = self._own_id()
        asked = message.guild is None or own_id in message.raw_mentions
        if not asked and all(user.id != own_id for user in message.mentions):
            return
        text = re.sub(rf"<@!?{own_id}>", " ", message.content).strip()
        with self._desk.in_flight:
            try:
                await self._answer(message, Question((text,), self._desk.today()), asked=asked)
            except _UNSENT as error:
                log.warning("reply could not be sent", command="mention", **describe_error(error))
            except Exception as error:
                with contextlib.suppress(*_UNSENT):
                    await self._send(
                        message, ErrorHandler(self._desk).explain("mention", error, self._desk.voice_under(message))
                    )

    async def _answer(self, message: discord.Message, question: Question, *, asked: bool) -> None:
        voice, person = self._desk.voice_under(message), message.author.id
        service = voice.service
        if (urgent := service.urgent(question)) is not None:
            await self._send(message, render(urgent), urgent=True)
            return
        if not asked:
            return
        venue = Venue.of(message.guild.id if message.guild else None, message.channel)
        settings = await self._desk.guild_settings.current(venue.guild_id)
        turn = begin_turn(self._desk, settings, venue, person, voice)
        if turn.refused is not None:
            urgent = await self._desk.worker.result(self._desk.worker.submit(lambda: service.emergency(question)))
            if urgent is not None:
                await self._send(message, render(urgent), urgent=True)
            else:
                await self._tell_directly(message, turn.refused, "refused")
            return
        shown = showing(settings, venue, None, voice)
        with turn:
            waiting = self._desk.worker.submit(lambda: service.answer(question))
            if not shown.private:
                with contextlib.suppress(*_UNSENT):
                    await message.channel.typing()
            answer = await self._desk.worker.result(waiting)
            turn.end(answer)
        self._desk.conversations.remember(person, answer.receipt, question.turns)
        if answer.outcome is Outcome.CRISIS:
            await self._send(message, render(answer), urgent=True)
        elif shown.private:
            await self._send_directly(message, answer)
        else:
            replies = await self._send(message, render(answer), under_answer(answer, public=True))
            for reply in replies if message.guild else ():
                keep_owner(self._desk, reply.id, person, answer.receipt)
        keep_gap(self._desk, person, answer)

    async def _send(
        self, message: discord.Message, parts: Sequence[MessagePart], extras: Extras = NOTHING, *, urgent: bool = False
    ) -> list[discord.Message]:
        """Reply in the channel; where the bot may not, say so to the person directly, or show them the crisis card."""
        try:
            return await say_under(message, parts, extras)
        except discord.Forbidden as error:
            log.info("may not speak", channel=message.channel.id, code=error.code)
            if urgent:
                await say(message.author, parts)
            else:
                sentence = self._desk.voice_under(message).say(texts.MAY_NOT_SPEAK, channel=_link(message))
                await self._tell_directly(message, sentence, "may not speak")
            return []

    async def _send_directly(self, message: discord.Message, answer: Answer) -> None:
        """Answer in a direct message; where the person takes none, say in the channel how to ask in private."""
        voice = self._desk.voice_under(message)
        parts = put_above([voice.say(texts.ANSWERED_DIRECTLY, channel=_link(message))], render(answer))
        try:
            await say(message.author, parts, under_answer(answer, public=True))
        except discord.Forbidden:
            if self._may_tell(message.author.id, "by command"):
                await self._send(message, reply_parts([texts.ONLY_BY_COMMAND], voice.safeguards))

    async def _tell_directly(self, message: discord.Message, sentence: str, what: str) -> None:
        """Write a sentence to the person alone; nothing where they take no direct messages."""
        if message.guild is None or self._may_tell(message.author.id, what):
            with contextlib.suppress(discord.Forbidden):
                await say(message.author, reply_parts([sentence], self._desk.voice_under(message).safeguards))

    def _may_tell(self, user: int, what: str) -> bool:
        """Tell each person once in ten minutes, so that mentions cannot be used to make the bot write much."""
        now = time.monotonic()
        self._told = {one: at for one, at in self._told.items() if at > now - _TELL_AGAIN_S}
        return self._told.setdefault((user, what), now) == now


def _link(message: discord.Message) -> str:
    return f"<#{message.channel.id}>"
