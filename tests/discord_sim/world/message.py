"""A message as the server holds it; the one object of the world that tests hold on to."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from tests.discord_sim.rules.components import SELECTS, each_component
from tests.discord_sim.rules.flags import EPHEMERAL, LOADING

if TYPE_CHECKING:
    from tests.discord_sim.interaction import Interaction


class Message:
    """A message; its attributes follow later edits.

    Attributes:
        data: The message as the API shows it.
        guild_id: The guild it stands in, or None in direct messages.
        visible_to: Id of the one user an ephemeral message shows to.
        interaction: What it answers, if it answers an interaction.
        history: Earlier states of `data`, oldest first.
        deleted: Whether it was deleted.
        pings: Names it notified: users, "@Role", "@everyone".
        files: What was uploaded with it, by file name.
        at: When it was made, on the monotonic clock.
    """

    def __init__(
        self,
        data: dict,
        *,
        guild_id: str | None,
        visible_to: str | None = None,
        interaction: Interaction | None = None,
    ) -> None:
        self.data = data
        self.guild_id = guild_id
        self.visible_to = visible_to
        self.interaction = interaction
        self.history: list[dict] = []
        self.deleted = False
        self.pings: set[str] = set()
        self.files: dict[str, bytes] = {}
        self.at = time.monotonic()

    @property
    def id(self) -> str:
        return self.data["id"]

    @property
    def channel_id(self) -> str:
        return self.data["channel_id"]

    @property
    def content(self) -> str:
        return self.data["content"]

    @property
    def embeds(self) -> list[dict]:
        return self.data["embeds"]

    @property
    def components(self) -> list[dict]:
        return self.data["components"]

    @property
    def attachments(self) -> list[dict]:
        return self.data["attachments"]

    @property
    def flags(self) -> int:
        return self.data["flags"]

    @property
    def author(self) -> str:
        """The author's user name."""
        return self.data["author"]["username"]

    @property
    def author_id(self) -> str:
        return self.data["author"]["id"]

    @property
    def ephemeral(self) -> bool:
        return bool(self.flags & EPHEMERAL)

    @property
    def loading(self) -> bool:
        """Whether it shows that the bot is thinking, after a defer."""
        return bool(self.flags & LOADING)

    @property
    def edits(self) -> int:
        """How often it was edited."""
        return len(self.history)

    @property
    def reply_to(self) -> str | None:
        """Id of the message it replies to."""
        return (self.data.get("message_reference") or {}).get("message_id")

    @property
    def text(self) -> str:
        """Everything a reader would see as text: content, embeds, text components."""
        parts: list[str | None] = [self.content]
        for embed in self.embeds:
            parts += [(embed.get("author") or {}).get("name"), embed.get("title"), embed.get("description")]
            for item in embed.get("fields", []):
                parts += [item["name"], item["value"]]
            parts.append((embed.get("footer") or {}).get("text"))
        parts += [c.get("content") for c, _ in each_component(self.components)]
        return "\n".join(p for p in parts if p)

    @property
    def buttons(self) -> list[dict]:
        return [c for c, _ in each_component(self.components) if c["type"] == 2]

    @property
    def selects(self) -> list[dict]:
        return [c for c, _ in each_component(self.components) if c["type"] in SELECTS]

    def component(self, key: str) -> dict | None:
        """Return the button or menu with this custom_id, label or placeholder."""
        found = [c for c, _ in each_component(self.components) if c["type"] == 2 or c["type"] in SELECTS]
        for name in ("custom_id", "label", "placeholder"):
            for component in found:
                if component.get(name) == key:
                    return component
        return None

    def __repr__(self) -> str:
        return f"<Message {self.id} {self.author}: {self.text[:60]!r}{' ephemeral' if self.ephemeral else ''}>"
