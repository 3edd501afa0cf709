"""One interaction: its token, its answers and their deadlines."""

from __future__ import annotations

import secrets
import time
from typing import TYPE_CHECKING

from .exchange import Exchange
from .world.guild import Guild
from .world.message import Message

if TYPE_CHECKING:
    from .world.world import World

ANSWERS = {2: (4, 5, 9, 12), 3: (4, 5, 6, 7, 9, 12), 4: (8,), 5: (4, 5, 6, 7)}


class Interaction:
    """An interaction as the server knows it.

    Attributes:
        type: 2 command, 3 component, 4 autocomplete, 5 modal.
        exchange: The user action that made it.
        by_guild: Whether the bot is where it is used; else the user installed it for themselves.
        by_user: Whether the user installed it for themselves.
        private: Whether all its answers are ephemeral: the guild keeps installed apps from speaking.
        payload: What the bot is sent.
        command: The command used.
        source: The message whose component was used.
        option_type: The type of the option that is typed into, for autocomplete.
        trigger: Metadata of the interaction that opened the modal.
        answers: The kinds of answer it takes.
        created: When it was made, on the monotonic clock.
        acked: When it was answered.
        ack_type: The kind of the answer, 0 before there is one.
        dead: Whether it was not answered in time.
        followups: How many messages followed the first answer.
        expired: Whether a test ended its token early.
        original: The message that answered it.
        messages: All messages written with its token.
    """

    def __init__(
        self,
        world: World,
        kind: int,
        user: dict,
        channel: dict,
        exchange: Exchange,
        *,
        command: dict | None = None,
        source: Message | None = None,
        option_type: int = 3,
        trigger: dict | None = None,
    ) -> None:
        self.id, self.token = world.snowflake(), "aW50" + secrets.token_urlsafe(96)
        self.type, self.user, self.channel, self.exchange = kind, user, channel, exchange
        self.guild: Guild | None = world.guilds.get(channel.get("guild_id") or "")
        self.by_guild = world.has_bot(channel)
        self.by_user = world.has_installed(user["id"], with_bot=self.by_guild)
        self.private = bool(
            self.guild and not self.by_guild and not world.may(user["id"], channel, "use_external_apps")
        )
        self.payload: dict = {}
        self.command, self.source, self.option_type, self.trigger = command, source, option_type, trigger
        self.answers = tuple(answer for answer in ANSWERS[kind] if answer != 7 or source)
        self.created = time.monotonic()
        self.acked = 0.0
        self.ack_type = 0
        self.dead = False
        self.followups = 0
        self.expired = False
        self.original: Message | None = None
        self.messages: list[Message] = []
        exchange.interaction = self
        exchange.sent = self.created

    @property
    def installed_by(self) -> dict[str, str]:
        """Return who installed the app for this use: the guild ("0"), the user ("1"), or both."""
        by_guild = {"0": self.guild.id if self.guild else "0"} if self.by_guild else {}
        return by_guild | ({"1": self.user["id"]} if self.by_user else {})

    def acknowledge(self, kind: int) -> None:
        """Note the first answer."""
        self.acked, self.ack_type = time.monotonic(), kind

    def find(self, message_id: str) -> Message | None:
        """Return a message its token gives a right to."""
        mine = [*self.messages, *([self.source] if self.source else [])]
        return next((m for m in mine if m.id == message_id), None)

    def metadata(self) -> dict:
        """Return what the messages that answer it tell about it."""
        about: dict = {"id": self.id, "type": self.type, "user": self.user}
        about["authorizing_integration_owners"] = self.installed_by
        if self.type == 3 and self.source:
            about["interacted_message_id"] = self.source.id
        if self.type == 5:
            about["triggering_interaction_metadata"] = self.trigger
        return about
