"""A message that mentions the bot, or is written to it directly: its text is a question."""

import contextlib
import re
import time
from collections.abc import Callable, Sequence

import aiohttp
import discord
import structlog
from discord.ext import commands

from bot.answering.models import Question
from bot.frontends.discord_client import texts
from bot.frontends.discord_client.controls import under_answer
from bot.frontends.discord_client.desk import Desk
from bot.frontends.discord_client.errors import ErrorHandler
from bot.frontends.discord_client.logs import describe_error
from bot.frontends.discord_client.messages import NOTHING, Extras, reply_parts, say, say_under
from bot.rendering.discord_markdown import MessagePart, render

log = structlog.get_logger()

_TELL_AGAIN_S = 600.0
_UNSENT = (discord.HTTPException, aiohttp.ClientError, OSError)


class MentionCog(commands.Cog):
    """Questions in ordinary messages."""

    def __init__(self, desk: Desk, own_id: Callable[[], int]) -> None:
        self._desk = desk
        self._own_id = own_id
        self._told: dict[int, float] = {}

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
        service = self._desk.voice_under(message).service
        urgent = service.urgent(question)
        if urgent is not None:
            await self._send(message, render(urgent), urgent=True)
            return
        if not asked:
            return
        waiting = self._desk.worker.submit(lambda: service.answer(question))
        with contextlib.suppress(*_UNSENT):
            await message.channel.typing()
        answer = await self._desk.worker.result(waiting)
        self._desk.conversations.remember(message.author.id, answer.receipt, question.turns)
        await self._send(message, render(answer), under_answer(answer))

    async def _send(
        self, message: discord.Message, parts: Sequence[MessagePart], extras: Extras = NOTHING, *, urgent: bool = False
    ) -> None:
        """Reply in the channel; where the bot may not, say so to the person directly, or show them the crisis card."""
        try:
            await say_under(message, parts, extras)
        except discord.Forbidden as error:
            log.info("may not speak", channel=message.channel.id, code=error.code)
            if urgent:
                await say(message.author, parts)
            elif self._may_tell(message.author.id):
                voice = self._desk.voice_under(message)
                sentence = voice.say(texts.MAY_NOT_SPEAK, channel=f"<#{message.channel.id}>")
                await say(message.author, reply_parts([sentence], voice.safeguards))

    def _may_tell(self, user: int) -> bool:
        """Tell each person once in ten minutes, so that mentions cannot be used to make the bot write much."""
        now = time.monotonic()
        self._told = {one: at for one, at in self._told.items() if at > now - _TELL_AGAIN_S}
        return self._told.setdefault(user, now) == now
