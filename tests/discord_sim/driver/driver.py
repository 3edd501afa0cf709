"""Users at the simulated servers: components, modals, messages and reactions; and what else a test can cause."""

# ruff: noqa: ASYNC109 - how long to wait at most is for a test to say

from __future__ import annotations

import asyncio
import time
from typing import Any

from tests.discord_sim.announcements import announce
from tests.discord_sim.bot_messages import reference
from tests.discord_sim.exchange import Exchange, Until
from tests.discord_sim.interaction import Interaction
from tests.discord_sim.reactions import reacted
from tests.discord_sim.rest.faults import Fault
from tests.discord_sim.world.message import Message
from tests.discord_sim.world.values import FORUM

from .administration import Administration
from .command_driver import COMPONENT, MODAL_SUBMIT, Who, message_of
from .components import usable_component
from .modals import ModalForm
from .options import STRING_SELECT, OptionValues
from .refused import Refused
from .sending import send_interaction


class Driver(Administration):
    """The simulated servers, with users who do all that users do; see `CommandDriver` for what actions return.

    Attributes:
        quiet_after_words: As `quiet`, for `say`.
    """

    quiet_after_words = 0.6

    async def click(
        self,
        user: Who,
        message: Message | Exchange,
        button: str | None = None,
        *,
        timeout: float = 20.0,
        quiet: float | None = None,
        until: Until = None,
    ) -> Exchange:
        """Press a button, named by custom_id or label (or the only one)."""
        source = message_of(message)
        component = usable_component(source, self.world.user(user), button, menus=False)
        exchange = self._use_component("click", user, source, component, {})
        return await self._settled(exchange, timeout, quiet, until)

    async def select(
        self,
        user: Who,
        message: Message | Exchange,
        values: list,
        menu: str | None = None,
        *,
        timeout: float = 20.0,
        quiet: float | None = None,
        until: Until = None,
    ) -> Exchange:
        """Choose in a menu: option values or labels, or names of users, roles and channels."""
        source = message_of(message)
        component = usable_component(source, self.world.user(user), menu, menus=True)
        options = OptionValues(self.world, self.world.channels[source.channel_id])
        chosen: dict = {"values": options.menu(component, values)}
        if component["type"] != STRING_SELECT:
            chosen["resolved"] = options.resolved
        exchange = self._use_component("select", user, source, component, chosen)
        return await self._settled(exchange, timeout, quiet, until)

    def _use_component(self, kind: str, user: Who, source: Message, component: dict, chosen: dict) -> Exchange:
        who, channel = self.world.user(user), self.world.channels[source.channel_id]  # it is there: so is the message
        exchange = self._begin(kind, component.get("label") or component["custom_id"], who, channel)
        data = {"custom_id": component["custom_id"], "component_type": component["type"], "id": component["id"]}
        inter = Interaction(self.world, COMPONENT, who, channel, exchange, source=source)
        send_interaction(self, inter, data | chosen)
        return exchange

    async def submit_modal(
        self,
        user: Who,
        exchange: Exchange,
        values: dict[str, Any],
        *,
        timeout: float = 20.0,
        quiet: float | None = None,
        until: Until = None,
    ) -> Exchange:
        """Fill and send the modal an exchange opened; `values` by custom_id or label."""
        sender, opener = self.world.user(user), exchange.interaction
        if exchange.modal is None or opener is None or opener.user["id"] != sender["id"]:
            raise Refused("no modal is open for this user")
        data = ModalForm(exchange.modal, values, OptionValues(self.world, exchange.channel)).data()
        made = self._begin("modal", exchange.modal["title"], sender, exchange.channel)
        inter = Interaction(
            self.world,
            MODAL_SUBMIT,
            sender,
            exchange.channel,
            made,
            source=opener.source,
            trigger=opener.metadata(),
        )
        send_interaction(self, inter, data)
        return await self._settled(made, timeout, quiet, until)

    async def say(
        self,
        user: Who,
        channel: str | dict,
        text: str,
        *,
        mention_bot: bool = False,
        reply_to: Message | Exchange | None = None,
        files: dict[str, bytes] | None = None,
        expect: bool = True,
        timeout: float = 20.0,
        quiet: float | None = None,
        until: Until = None,
    ) -> Exchange:
        """Write a message; the exchange holds what the bot answers there. `expect=False` only waits for silence."""
        author = self.world.user(user)
        place = self._place(channel, author)
        if place["type"] == FORUM:
            raise Refused("nobody writes in a forum channel itself; begin a post")
        body = self._words(text, mention_bot)
        if reply_to is not None:
            body["message_reference"] = {"message_id": message_of(reply_to).id}
        uploads = [(index, name, None, blob) for index, (name, blob) in enumerate((files or {}).items())]
        said = self.world.new_message(place, author, body, uploads, **reference(self, body, place))
        return await self._heard(text, said, author, place, expect, timeout, quiet, until)

    async def post(
        self,
        user: Who,
        forum: str | dict,
        title: str,
        text: str,
        *,
        mention_bot: bool = False,
        expect: bool = True,
        timeout: float = 20.0,
        quiet: float | None = None,
        until: Until = None,
    ) -> Exchange:
        """Begin a post in a forum channel; parameters and the exchange are as for `say`, `.threads` holds the post."""
        author, parent = self.world.user(user), self.world.channel(forum)
        if parent["type"] != FORUM:
            raise Refused(f"{parent['name']} is no forum channel")
        thread = self.world.add_thread(parent, title, author["id"])
        event = thread | {"newly_created": True}
        self.gateway.dispatch("THREAD_CREATE", event, guild_id=thread["guild_id"], intents=("guilds",))
        said = self.world.new_message(thread, author, self._words(text, mention_bot), [], id=thread["id"])
        return await self._heard(text, said, author, thread, expect, timeout, quiet, until)

    def _words(self, text: str, mention_bot: bool) -> dict:
        return {"content": f"<@{self.world.bot['id']}> {text}" if mention_bot else text}

    async def _heard(
        self,
        text: str,
        said: Message,
        author: dict,
        place: dict,
        expect: bool,
        timeout: float,
        quiet: float | None,
        until: Until,
    ) -> Exchange:
        """Announce what a user wrote, and return the exchange with what the bot answers."""
        exchange = self._begin("say", text, author, place)
        exchange.threads += [place] if said.id == place["id"] else []
        exchange.said = said
        self.watched[said.id] = self.watched[place["id"]] = exchange
        exchange.sent = time.monotonic()
        announce(self, said)
        quiet = self.quiet_after_words if quiet is None else quiet
        if not expect:
            await asyncio.sleep(quiet)
            if not exchange.messages:
                return exchange
        return await exchange.settle(timeout, quiet, until)

    def react(self, user: Who, message: Message | Exchange, emoji: str, *, remove: bool = False) -> None:
        """Add or take away a reaction."""
        reacted(self, message_of(message), self.world.user(user), {"id": None, "name": emoji}, added=not remove)

    def messages(self, channel: str | dict = "general") -> list[Message]:
        """Return what stands in a channel now, oldest first, ephemeral messages left out."""
        found = self.world.messages.get(self.world.channel(channel)["id"], {}).values()
        return [m for m in found if not m.deleted and not m.visible_to]

    def fault(
        self,
        where: str,
        *,
        status: int | None = None,
        retry_after: float = 1.0,
        delay: float = 0.0,
        drop: str | None = None,
        times: int = 1,
        is_global: bool = False,
        error: tuple[int, str] | None = None,
    ) -> Fault:
        """Spoil the next requests to an operation.

        Args:
            where: The operation's id, or a pattern for "METHOD /path".
            status: Answered in place of the server: 429 with `retry_after`, another with `error`, else as HTML.
            retry_after: Seconds; 0 stands for the proxy's own ban, in HTML.
            delay: Seconds to wait first.
            drop: Cut the connection "before" or "after" the request took effect.
            times: How many requests to spoil.
            is_global: Whether the 429 is of the global limit.
            error: Discord's code and message.
        """
        made = Fault(where, status, retry_after, delay, drop, times, is_global, error)
        self.rest.faults.append(made)
        return made

    def give_up(self, exchange: Exchange) -> None:
        """End an interaction that is not answered now instead of after Discord's 3 seconds, and blame nobody."""
        assert exchange.interaction is not None
        exchange.interaction.dead = True

    def expire(self, exchange: Exchange) -> None:
        """End the token of an interaction now instead of after 15 minutes."""
        assert exchange.interaction is not None
        exchange.interaction.expired = True
