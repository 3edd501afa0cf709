"""Stand-ins for Discord's objects, as far as the front end uses them."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable
from dataclasses import dataclass, field
from types import SimpleNamespace
from typing import Any, cast

import discord

from bot.answering.safeguards import Safeguards
from bot.frontends.discord_client.messages import Interaction
from bot.frontends.discord_client.voices import Voice


def http_error(status: int, code: int) -> discord.HTTPException:
    kind = {403: discord.Forbidden, 404: discord.NotFound}.get(status, discord.HTTPException)
    return kind(
        cast("Any", SimpleNamespace(status=status, reason="")), {"code": code, "message": "canary in a message"}
    )


def english(service: Any = None) -> Any:
    """Stand in for `Desk.voice`: English with the built-in notices."""
    voice = Voice(Safeguards({}, ()), service)
    return lambda _interaction, *, shared=False: voice


def text_of(view: discord.ui.LayoutView) -> str:
    return "\n".join(item.content for item in view.walk_children() if isinstance(item, discord.ui.TextDisplay))


@dataclass
class Sent:
    kind: str
    view: discord.ui.LayoutView
    allowed_mentions: discord.AllowedMentions
    ephemeral: bool = False
    wait: bool = False
    attachments: list[discord.File] = field(default_factory=list)
    files: list[discord.File] = field(default_factory=list)


@dataclass
class FakeInteraction:
    """Records what is sent; `errors` are raised by the first calls, one each."""

    deferred: bool = False
    errors: list[Exception] = field(default_factory=list)
    calls: list[Sent] = field(default_factory=list)
    command: Any = None
    user: Any = field(default_factory=lambda: SimpleNamespace(id=11))
    permissions: discord.Permissions = field(default_factory=discord.Permissions.none)
    guild_id: int | None = 7
    channel: Any = field(default_factory=lambda: SimpleNamespace(id=5))
    channel_id: int = 5
    message: Any = None
    deleted: bool = False
    announced: asyncio.Event = field(default_factory=asyncio.Event)
    deferrals: list[bool] = field(default_factory=list)
    extras: dict[Any, Any] = field(default_factory=dict)
    client: Any = field(default_factory=lambda: SimpleNamespace(guilds=[SimpleNamespace(id=7)], application=None))
    guild: Any = None

    def __post_init__(self) -> None:
        self.response = SimpleNamespace(is_done=lambda: self.deferred, send_message=self._first, defer=self._defer)
        self.followup = SimpleNamespace(send=self._followup)
        self.command = self.command or SimpleNamespace(qualified_name="ask")

    @property
    def as_real(self) -> Interaction:
        return cast("Interaction", self)

    @property
    def text(self) -> str:
        return "\n".join(text_of(call.view) for call in self.calls)

    async def delete_original_response(self) -> None:
        if self.errors:
            raise self.errors.pop(0)
        self.deleted = True

    async def _defer(self, *, ephemeral: bool = False, thinking: bool = False) -> None:
        if self.errors:
            raise self.errors.pop(0)
        self.deferred = True
        self.deferrals.append(ephemeral)
        self.announced.set()

    async def _first(self, **sent: Any) -> None:
        self._record(Sent("send_message", **sent))
        self.deferred = True

    async def _followup(self, **sent: Any) -> None:
        self._record(Sent("followup", **sent))

    async def edit_original_response(self, **sent: Any) -> None:
        self._record(Sent("edit", **sent))

    def _record(self, sent: Sent) -> None:
        self.calls.append(sent)
        if self.errors:
            raise self.errors.pop(0)


def member(roles: Iterable[int] = ()) -> discord.Member:
    """Return a member with roles, made without Discord."""
    made = discord.Member.__new__(discord.Member)
    made._user = cast("Any", SimpleNamespace(id=11))
    made._roles = discord.utils.SnowflakeList(list(roles))
    found = {role: SimpleNamespace(id=role) for role in roles}
    made.guild = cast("Any", SimpleNamespace(get_role=found.get, default_role=None, id=1))
    return made
