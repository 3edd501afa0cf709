"""What one user action led to."""

# ruff: noqa: ASYNC109 - how long to wait at most is for a test to say

from __future__ import annotations

import asyncio
import contextlib
import time
from collections.abc import Callable
from typing import TYPE_CHECKING

from .rest.call import Call
from .world.message import Message

if TYPE_CHECKING:
    from .interaction import Interaction
    from .violations import Violation

TYPE_NAMES = {4: "message", 5: "deferred", 6: "deferred update", 7: "update", 8: "choices", 9: "modal"}


Until = Callable[["Exchange"], object] | None


class Exchange:
    """A user action and all that came of it; it stays live, later edits and followups keep arriving in it.

    Attributes:
        kind: slash, autocomplete, message, user, click, select, modal or say.
        name: The command, the component's label, the modal's title or the text said.
        sent: When the user acted, on the monotonic clock.
        hidden: Why Discord would not show this command to this user.
        failed: What the user would see as an error.
        ack_ms: Milliseconds until the first answer.
        ack_type: The kind of the first answer: a value of TYPE_NAMES.
        first_ms: Milliseconds until the first message with something in it.
        done_ms: Milliseconds until the last change so far.
        messages: The bot's messages, deleted ones too.
        choices: The suggestions of an autocomplete.
        modal: The modal it opened.
        typing: How often the bot showed that it types.
        threads: The threads begun here.
        calls: The bot's requests that belong to it.
        violations: What Discord would not have taken among them.
        said: The user's own message.
    """

    def __init__(self, kind: str, name: str, user: dict, channel: dict) -> None:
        self.kind, self.name, self.user, self.channel = kind, name, user["username"], channel
        self.sent = time.monotonic()
        self.hidden: str | None = None
        self.failed: str | None = None
        self.ack_ms: float | None = None
        self.ack_type: str | None = None
        self.first_ms: float | None = None
        self.done_ms: float | None = None
        self.messages: list[Message] = []
        self.choices: list[dict] | None = None
        self.modal: dict | None = None
        self.typing = 0
        self.threads: list[dict] = []
        self.calls: list[Call] = []
        self.violations: list[Violation] = []
        self.interaction: Interaction | None = None
        self.said: Message | None = None
        self._open = 0
        self._hold = 0.0
        self._touched = self.sent
        self._event = asyncio.Event()

    @property
    def _standing(self) -> list[Message]:
        return [m for m in self.messages if not m.deleted]

    @property
    def message(self) -> Message | None:
        """The first message that is not deleted."""
        return next(iter(self._standing), None)

    @property
    def content(self) -> str:
        return self.message.content if self.message else ""

    @property
    def text(self) -> str:
        """All text a reader sees, over all messages."""
        return "\n".join(m.text for m in self._standing)

    @property
    def embeds(self) -> list[dict]:
        return [e for m in self._standing for e in m.embeds]

    @property
    def buttons(self) -> list[dict]:
        return [b for m in self._standing for b in m.buttons]

    @property
    def ephemeral(self) -> bool:
        """Whether there are messages, and only this user sees them."""
        return bool(self.messages) and all(m.ephemeral for m in self.messages)

    @property
    def deferred(self) -> bool:
        return bool(self.ack_type and self.ack_type.startswith("deferred"))

    @property
    def thinking(self) -> bool:
        """Whether the bot deferred and has not answered yet."""
        return any(m.loading for m in self._standing)

    @property
    def ok(self) -> bool:
        """Whether the command was shown, nothing failed, and Discord would have taken every request."""
        return not (self.hidden or self.failed or self.violations)

    def __repr__(self) -> str:
        state = self.hidden or self.failed or f"{self.ack_type} after {self.ack_ms or 0:.0f} ms, {self.messages}"
        return f"<Exchange {self.kind} {self.name} by {self.user}: {state}>"

    def begin(self, call: Call) -> None:
        """Note that a request came in."""
        self._open += 1
        self._hold = 0.0
        self.calls.append(call)
        self.touch()

    def end(self) -> None:
        """Note that a request was answered."""
        self._open -= 1
        self.touch()

    def hold(self, seconds: float) -> None:
        """Do not settle for this long, unless a further request comes: the bot was told to try again."""
        self._hold = time.monotonic() + seconds

    def answered(self, interaction: Interaction) -> None:
        """Note the first answer to the interaction."""
        self.ack_ms = (interaction.acked - self.sent) * 1000
        self.ack_type = TYPE_NAMES.get(interaction.ack_type, str(interaction.ack_type))
        self.touch()

    def show(self, message: Message) -> None:
        """Note a new or changed message."""
        if message not in self.messages:
            self.messages.append(message)
        if not message.loading:
            self.done_ms = (time.monotonic() - self.sent) * 1000
            self.first_ms = self.first_ms or self.done_ms
        self.touch()

    def touch(self) -> None:
        """Note that something changed."""
        self._touched = time.monotonic()
        self._event.set()

    @property
    def complete(self) -> bool:
        """Whether it is answered: acknowledged, no longer thinking, and with no request under way."""
        if self.failed:
            return True
        if self.kind == "say":
            return bool(self.messages) and not self._open
        return self.ack_type is not None and not self.thinking and not self._open

    async def settle(self, timeout: float = 20.0, quiet: float = 0.4, until: Until = None) -> Exchange:
        """Wait until the bot answered, nothing more happened for `quiet` seconds, and `until(self)` holds."""
        if self.hidden:
            return self
        deadline = time.monotonic() + timeout
        while (now := time.monotonic()) < deadline:
            wait = deadline - now
            if self.complete and (until is None or until(self) or self.failed):
                wait = max(self._touched + quiet, self._hold) - now
                if wait <= 0:
                    return self
            self._event.clear()
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(self._event.wait(), min(wait, deadline - now))
        if not self.complete:
            self.failed = f"still thinking after {timeout} s" if self.thinking else f"no answer within {timeout} s"
        return self
