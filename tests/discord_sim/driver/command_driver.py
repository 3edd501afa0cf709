"""Users at the simulated servers: application commands."""

# ruff: noqa: ASYNC109 - how long to wait at most is for a test to say

from __future__ import annotations

import asyncio
import time
from collections.abc import Iterable, Mapping
from typing import Any

from tests.discord_sim.exchange import Exchange, Until
from tests.discord_sim.interaction import Interaction
from tests.discord_sim.server import SimServer
from tests.discord_sim.world.message import Message

from . import commands
from .options import STRING, OptionValues
from .refused import Refused
from .sending import send_interaction
from .visibility import hidden_from

Who = str | dict  # a user by name, id or the user object itself
BURST_POLL_S = 0.05
COMMAND, COMPONENT, AUTOCOMPLETE, MODAL_SUBMIT = 2, 3, 4, 5  # interaction types


def message_of(what: Message | Exchange) -> Message:
    """Return a message itself, or the first one of an exchange: the bot's, else the user's own.

    Raises:
        Refused: There is none.
    """
    message = what if isinstance(what, Message) else what.message or what.said
    if message is None:
        raise Refused(f"{what} holds no message")
    return message


class CommandDriver(SimServer):
    """The simulated servers, with users who use commands.

    An action returns its exchange once the bot answered and nothing changed for `quiet` seconds and, with `until`,
    once that holds too; or once `timeout` seconds are over. Users, channels and roles are given by name.

    Attributes:
        quiet: Seconds for which nothing must change, where an action is not told.
    """

    quiet = 0.4

    async def slash(
        self,
        user: Who,
        command: str,
        /,
        *,
        _channel: str | dict = "general",
        _timeout: float = 20.0,
        _quiet: float | None = None,
        _until: Until = None,
        _locale: str | None = None,
        **options: Any,
    ) -> Exchange:
        """Use a slash command: `slash("alice", "config set", key="a", value="b")`."""
        exchange = self._slash("slash", user, command, options, _channel, None, _locale)
        return await self._settled(exchange, _timeout, _quiet, _until)

    def send(self, user: Who, command: str, /, *, _channel: str | dict = "general", **options: Any) -> Exchange:
        """Use a slash command and wait for nothing: what the bot does arrives in the exchange."""
        return self._slash("slash", user, command, options, _channel, None, None)

    async def burst(
        self, uses: Iterable[tuple[Who, str, Mapping[str, Any]]], *, channel: str | dict = "general", timeout: float
    ) -> list[Exchange]:
        """Use slash commands, (user, command, options) each, all at once; return when all are answered or time is up.

        Nothing is waited for afterwards: settle an exchange for what may come once it is answered.
        """
        made = [self._slash("slash", who, name, dict(options), channel, None, None) for who, name, options in uses]
        deadline = time.monotonic() + timeout
        while True:
            await asyncio.sleep(BURST_POLL_S)
            if time.monotonic() > deadline or all(exchange.complete or exchange.hidden for exchange in made):
                return made

    async def autocomplete(
        self,
        user: Who,
        command: str,
        option: str,
        typed: Any,
        /,
        *,
        _channel: str | dict = "general",
        _timeout: float = 5.0,
        _locale: str | None = None,
        **options: Any,
    ) -> Exchange:
        """Type into an option; the suggestions are in `.choices`."""
        exchange = self._slash("autocomplete", user, command, {**options, option: typed}, _channel, option, _locale)
        return await self._settled(exchange, _timeout, 0.0, None)

    async def message_command(
        self,
        user: Who,
        message: Message | Exchange,
        name: str,
        *,
        timeout: float = 20.0,
        quiet: float | None = None,
        until: Until = None,
        locale: str | None = None,
    ) -> Exchange:
        """Use a command in a message's menu."""
        target = message_of(message)
        channel = target.channel_id
        command, exchange = self._begin_command("message", user, name, name, commands.MESSAGE_MENU, channel)
        if not exchange.hidden:
            data = commands.message_menu_data(command, target)
            self._send_command(exchange, command, data, locale)
        return await self._settled(exchange, timeout, quiet, until)

    async def user_command(
        self,
        user: Who,
        target: Who,
        name: str,
        *,
        channel: str | dict = "general",
        timeout: float = 20.0,
        quiet: float | None = None,
        until: Until = None,
        locale: str | None = None,
    ) -> Exchange:
        """Use a command in a user's menu."""
        command, exchange = self._begin_command("user", user, name, name, commands.USER_MENU, channel)
        if not exchange.hidden:
            options = OptionValues(self.world, exchange.channel)
            data = commands.user_menu_data(command, self.world.user(target), options)
            self._send_command(exchange, command, data, locale)
        return await self._settled(exchange, timeout, quiet, until)

    async def _settled(self, exchange: Exchange, timeout: float, quiet: float | None, until: Until) -> Exchange:
        return await exchange.settle(timeout, self.quiet if quiet is None else quiet, until)

    def _begin(self, kind: str, name: str, user: dict, channel: dict) -> Exchange:
        exchange = Exchange(kind, name, user, channel)
        self.exchanges.append(exchange)
        return exchange

    def _place(self, channel: str | dict, user: dict) -> dict:
        return self.world.dm(user) if channel == "dm" else self.world.channel(channel)

    def _slash(
        self, kind: str, user: Who, path: str, values: dict, channel: str | dict, focus: str | None, locale: str | None
    ) -> Exchange:
        name, *words = path.split()
        command, exchange = self._begin_command(kind, user, path, name, commands.CHAT_INPUT, channel)
        if not exchange.hidden:
            options = OptionValues(self.world, exchange.channel)
            data, option_type = commands.slash_data(command, words, values, options, focus)
            self._send_command(exchange, command, data, locale, autocomplete=bool(focus), option_type=option_type)
        return exchange

    def _begin_command(
        self, kind: str, user: Who, shown: str, name: str, command_type: int, channel: str | dict
    ) -> tuple[dict, Exchange]:
        who = self.world.user(user)
        place = self._place(channel, who)
        command = commands.find_command(self, name, command_type, place.get("guild_id"))
        exchange = self._begin(kind, shown, who, place)
        exchange.hidden = hidden_from(self.world, who, command, place)
        if exchange.hidden:
            self.hidden.append(exchange)
        return command, exchange

    def _send_command(
        self,
        exchange: Exchange,
        command: dict,
        data: dict,
        locale: str | None,
        *,
        autocomplete: bool = False,
        option_type: int = STRING,
    ) -> None:
        inter = Interaction(
            self.world,
            AUTOCOMPLETE if autocomplete else COMMAND,
            self.world.user(exchange.user),
            exchange.channel,
            exchange,
            command=command,
            option_type=option_type,
        )
        send_interaction(self, inter, data, locale=locale)
