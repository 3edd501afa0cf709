"""The world a test begins with, and how a test adds to it.

Everything is kept in the shape Discord's API shows it (plain dicts), so that REST answers and gateway events are
these dicts.
"""

from __future__ import annotations

import copy
import itertools
import time
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from tests.discord_sim.rules.flags import LOADING

from . import shapes
from .guild import Guild
from .mentions import EVERY_MENTION, notify
from .message import Message
from .permissions import BOT_MAY, EVERYONE_MAY, MODERATOR_MAY, PERMISSIONS, bits, member_permissions
from .rendering import apply_body
from .values import DEFAULT_LOCALE, DM, FORUM, PRIVATE, TEXT, THREADS, now_iso

if TYPE_CHECKING:
    from tests.discord_sim.interaction import Interaction

EPOCH_MS = 1420070400000  # the first millisecond of 2015, from which Discord counts


class World:
    """Users, guilds, channels and messages by id, with one guild, four members and three channels to begin with.

    Attributes:
        base_url: Where attachments are served; set once the port is known.
        users, guilds, channels: By id; threads and direct messages are channels too.
        messages: Channel id to message id to message.
        blobs: Attachment id to (media type, bytes).
        bot: The bot's own user.
        guild: The first guild.
        owner: The first guild's owner.
        locales: The languages of users by id, where not DEFAULT_LOCALE.
        installers: Ids of those who installed the app for themselves; None: a test did not say, so everyone did
            where the bot is not, and nobody where it is.
    """

    def __init__(self, bot_name: str = "simbot") -> None:
        self._counter = itertools.count()
        self._last_ms = 0
        self.base_url = ""
        self.users: dict[str, dict] = {}
        self.guilds: dict[str, Guild] = {}
        self.channels: dict[str, dict] = {}
        self.messages: dict[str, dict[str, Message]] = {}
        self.blobs: dict[str, tuple[str, bytes]] = {}
        self.locales: dict[str, str] = {}
        self.installers: set[str] | None = None
        self._own_dms: dict[str, dict] = {}
        self.bot = self.add_user(bot_name, bot=True)
        self.guild = self.add_guild("Sim Guild")
        self.owner = self.users[self.guild.owner_id]
        for name, topic in (("general", "Anything goes"), ("support", "Ask here"), ("mod-log", "Moderators")):
            self.add_channel(name, topic=topic)
        moderator = self.add_role("Moderator", MODERATOR_MAY)
        self.add_member("alice")
        self.add_member("bob")
        self.add_member("mod", roles=["Moderator"])
        view = str(PERMISSIONS["view_channel"])
        self.channel("mod-log")["permission_overwrites"] = [
            {"id": self.guild.id, "type": 0, "allow": "0", "deny": view},
            {"id": moderator["id"], "type": 0, "allow": view, "deny": "0"},
            {"id": self.bot["id"], "type": 1, "allow": view, "deny": "0"},
        ]

    def snowflake(self, *, own_ms: bool = False) -> str:
        """Return a new id; with `own_ms` in a millisecond no other such id has."""
        ms = int(time.time() * 1000) - EPOCH_MS
        if own_ms:
            ms = self._last_ms = self._last_ms + 1 if self._last_ms else ms
        return str((ms << 22) | (next(self._counter) & 0x3FFFFF))

    def add_user(self, name: str, *, bot: bool = False) -> dict:
        """Add a user who is in no guild."""
        user = shapes.new_user(self.snowflake(), name, bot=bot)
        self.users[user["id"]] = user
        return user

    def user(self, who: str | dict) -> dict:
        """Return a user by name, id or the dict itself."""
        if isinstance(who, dict):
            return who
        for user in self.users.values():
            if who in (user["username"], user["id"]):
                return user
        raise KeyError(f"no user {who!r}")

    def _user_named(self, name: str) -> dict:
        return next((u for u in self.users.values() if u["username"] == name), None) or self.add_user(name)

    def add_guild(self, name: str, owner: str = "owner", *, with_bot: bool = True) -> Guild:
        """Add a guild with the bot and its owner; consecutive guilds fall on consecutive shards.

        Without the bot, its members can use it only as an app they installed for themselves.
        """
        holder = self._user_named(owner)
        guild = Guild(self.snowflake(own_ms=True), name, holder["id"])
        self.guilds[guild.id] = guild
        bot_name = self.bot["username"]
        self.add_role("@everyone", EVERYONE_MAY, guild=guild, id=guild.id)
        self.add_member(owner, guild=guild)
        if with_bot:
            self.add_role(bot_name, BOT_MAY, guild=guild, tags={"bot_id": self.bot["id"]}, managed=True)
            self.add_member(bot_name, roles=[bot_name], guild=guild)
        if len(self.guilds) > 1:
            self.add_channel("general", guild=guild)
        return guild

    def add_role(
        self,
        name: str,
        permissions: Iterable[str] = (),
        *,
        guild: Guild | None = None,
        id: str | None = None,
        tags: dict | None = None,
        managed: bool = False,
        mentionable: bool = False,
    ) -> dict:
        """Add a role above the others, in the first guild unless told."""
        guild = guild or self.guild
        role = shapes.new_role(
            id or self.snowflake(),
            name,
            bits(permissions),
            position=len(guild.roles),
            managed=managed,
            mentionable=mentionable,
        )
        if tags:
            role["tags"] = tags
        guild.roles[role["id"]] = role
        return role

    def add_member(self, name: str, *, roles: Iterable[str] = (), guild: Guild | None = None) -> dict:
        """Add a user, made if there is none of that name, to the first guild unless told."""
        guild = guild or self.guild
        user = self._user_named(name)
        member = guild.members[user["id"]] = shapes.new_member(user, [guild.role(r)["id"] for r in roles])
        return member

    def add_channel(self, name: str, kind: int = TEXT, *, guild: Guild | None = None, **extra: Any) -> dict:
        """Add a channel with any `extra` fields, to the first guild unless told."""
        guild = guild or self.guild
        made = shapes.new_channel(self.snowflake(), name, kind, guild.id, position=len(guild.channels)) | extra
        guild.channels[made["id"]] = self.channels[made["id"]] = made
        return made

    def add_forum(self, name: str, *, guild: Guild | None = None, **extra: Any) -> dict:
        """Add a forum channel: nobody writes in it, only in its posts (`add_post`, `Driver.post`)."""
        return self.add_channel(name, FORUM, guild=guild, **(shapes.forum_fields() | extra))

    def add_post(self, forum: dict, title: str, author: str, text: str = "") -> dict:
        """Add a post to a forum: a thread whose first message has the thread's id."""
        user = self.user(author)
        post = self.add_thread(forum, title, user["id"])
        self.new_message(post, user, {"content": text}, [], id=post["id"])
        return post

    def add_thread(
        self,
        parent: dict,
        name: str,
        owner_id: str,
        *,
        id: str | None = None,
        kind: int = 11,
        archive_after: int = 1440,
        **extra: Any,
    ) -> dict:
        """Add a thread to a channel; a thread begun from a message has that message's `id`."""
        thread_id = id or self.snowflake()
        thread = shapes.new_thread(thread_id, name, kind, parent, owner_id, archive_after=archive_after) | extra
        self.guilds[parent["guild_id"]].channels[thread_id] = self.channels[thread_id] = thread
        return thread

    def dm(self, user: dict) -> dict:
        """Return the direct message channel of a user with the bot."""
        if user["id"] not in self._own_dms:
            channel = self._own_dms[user["id"]] = shapes.new_dm(self.snowflake(), user)
            self.channels[channel["id"]] = channel
        return self._own_dms[user["id"]]

    def add_private(self, user: str, other: str) -> dict:
        """Add the direct messages of two people; the bot is no part of them."""
        made = shapes.new_private(self.snowflake(), self.user(user), self.user(other))
        self.channels[made["id"]] = made
        return made

    def add_group(self, name: str, owner: str, *others: str) -> dict:
        """Add a group direct message between people; the bot is no part of it."""
        made = shapes.new_group(self.snowflake(), name, self.user(owner), [self.user(other) for other in others])
        self.channels[made["id"]] = made
        return made

    def has_bot(self, channel: dict) -> bool:
        """Tell whether the bot is in the guild of a channel, or it is a direct message with the bot."""
        guild = self.guilds.get(channel.get("guild_id") or "")
        if guild is None:
            return channel["type"] == DM and channel is self._own_dms.get(channel["recipients"][0]["id"])
        return self.bot["id"] in guild.members

    def install(self, *names: str) -> None:
        """Let these users, and from the first call on nobody else, have installed the app for themselves."""
        self.installers = (self.installers or set()) | {self.user(name)["id"] for name in names}

    def has_installed(self, user_id: str, *, with_bot: bool) -> bool:
        """Tell whether a user installed the app for themselves, for a place with or without the bot."""
        return not with_bot if self.installers is None else user_id in self.installers

    def locale(self, user_id: str) -> str:
        """Return a user's language."""
        return self.locales.get(user_id, DEFAULT_LOCALE)

    def set_locale(self, user: str, locale: str) -> None:
        """Set a user's language, as in their own settings."""
        self.locales[self.user(user)["id"]] = locale

    def holder(self, channel: dict) -> dict:
        """Return the channel whose permissions and age restriction hold: for a thread its parent."""
        return self.channels.get(channel["parent_id"], channel) if channel["type"] in THREADS else channel

    def channel(self, which: str | dict, guild: Guild | None = None) -> dict:
        """Return a channel by name (in the first guild unless told), id, or the dict itself."""
        if isinstance(which, dict):
            return which
        if which in self.channels:
            return self.channels[which]
        for channel in (guild or self.guild).channels.values():
            if channel["name"] == which:
                return channel
        raise KeyError(f"no channel {which!r}")

    def permissions(self, guild: Guild, user_id: str, channel: dict | None = None) -> int:
        """Return what a user may do in a guild, or in one of its channels; see `member_permissions`."""
        return member_permissions(guild, user_id, self.holder(channel) if channel else None)

    def may(self, user_id: str, channel: dict, *names: str) -> bool:
        """Tell whether a user has all these permissions in a channel."""
        if channel["type"] in PRIVATE:
            return True
        have = self.permissions(self.guilds[channel["guild_id"]], user_id, channel)
        return all(have & PERMISSIONS[name] for name in names)

    def set_bot_permissions(self, *names: str, guild: Guild | None = None) -> None:
        """Replace what the bot's own role grants; @everyone keeps only the view right after this."""
        guild = guild or self.guild
        guild.role(self.bot["username"])["permissions"] = str(bits(names))
        guild.roles[guild.id]["permissions"] = str(bits(["view_channel", "use_application_commands"]))

    def new_message(
        self,
        channel: dict,
        author: dict,
        body: dict,
        files: list,
        *,
        kind: int = 0,
        flags: int = 0,
        visible_to: str | None = None,
        interaction: Interaction | None = None,
        default_parse: tuple[str, ...] = EVERY_MENTION,
        **extra: Any,
    ) -> Message:
        """Add a message.

        Args:
            channel: Where it is written.
            author: The user who writes it.
            body: The fields of Discord's create message request.
            files: (index in the form, name, type, bytes) of each upload.
            kind: Discord's message type.
            flags: Message flags besides those in the body.
            visible_to: Id of the one user an ephemeral message shows to.
            interaction: What it answers.
            default_parse: The mentions that notify where the body has no allowed_mentions.
            **extra: Further fields of the message object.
        """
        id, tts = self.snowflake(), bool(body.get("tts"))
        data = shapes.new_message(id, channel["id"], author, kind=kind, flags=flags, tts=tts) | extra
        message = Message(data, guild_id=channel.get("guild_id"), visible_to=visible_to, interaction=interaction)
        apply_body(self, message, body, files)
        if not message.loading:
            notify(self, message, body, default_parse)
        self.messages.setdefault(channel["id"], {})[message.id] = message
        if visible_to is None:
            channel["last_message_id"] = message.id
            if channel["type"] in THREADS:
                channel["message_count"] += 1
                channel["total_message_sent"] += 1
        return message

    def edit_message(
        self, message: Message, body: dict, files: list, default_parse: tuple[str, ...] = EVERY_MENTION
    ) -> None:
        """Change a message as an edit request says; parameters as for `new_message`."""
        was_loading = message.loading
        message.history.append(copy.deepcopy(message.data))
        apply_body(self, message, body, files)
        message.data["flags"] &= ~LOADING
        if was_loading:  # the answer to a deferred interaction does notify; other edits never do
            notify(self, message, body, default_parse)
        else:
            message.data["edited_timestamp"] = now_iso()
