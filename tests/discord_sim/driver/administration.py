"""Users at the simulated servers: what administrators and moderators do, and what Discord itself does."""

from __future__ import annotations

from tests.discord_sim.announcements import remove
from tests.discord_sim.exchange import Exchange
from tests.discord_sim.removals import remove_bot, remove_channel, remove_guild
from tests.discord_sim.world.command_permissions import CHANNEL, ROLE, USER
from tests.discord_sim.world.guild import Guild
from tests.discord_sim.world.message import Message

from .command_driver import CommandDriver, Who, message_of
from .refused import Refused
from .sending import deliver


class Administration(CommandDriver):
    """The simulated servers, with people who look after them."""

    def permit(
        self,
        command: str | None,
        allowed: bool,
        *,
        user: Who | None = None,
        role: str | None = None,
        channel: str | dict | None = None,
        guild: Guild | None = None,
    ) -> None:
        """Allow or deny a command, or with None the whole app, to one user, role or channel of a guild.

        Args:
            command: Its name, without those of subcommands.
            allowed: Whether they may use it from now on.
            user: A member.
            role: A role; "@everyone" is one.
            channel: A channel (its threads follow it); "*" stands for all channels.
            guild: The first one unless told.
        """
        guild = guild or self.world.guild
        said = guild.command_permissions
        about = [self.application_id] if command is None else [c["id"] for c in self._named(command, guild)]
        for id in about:
            if user is not None:
                said.put(id, USER, self.world.user(user)["id"], allowed=allowed)
            if role is not None:
                said.put(id, ROLE, guild.role(role)["id"], allowed=allowed)
            if channel is not None:
                target = said.all_channels if channel == "*" else self.world.channel(channel, guild)["id"]
                said.put(id, CHANNEL, target, allowed=allowed)
            event = {
                "id": id,
                "application_id": self.application_id,
                "guild_id": guild.id,
                "permissions": said.listed(id),
            }
            self.gateway.dispatch("APPLICATION_COMMAND_PERMISSIONS_UPDATE", event, guild_id=guild.id)

    def permit_as_before(self, guild: Guild | None = None) -> None:
        """Take back all that `permit` set in a guild."""
        (guild or self.world.guild).command_permissions.by_target.clear()

    def _named(self, name: str, guild: Guild) -> list[dict]:
        scopes = (self.rest.commands.get(guild.id, {}), self.rest.commands[None])
        found = [command for scope in scopes for command in scope.values() if command["name"] == name]
        if not found:
            raise KeyError(f"the bot registered no command {name!r}; it has {sorted(self.commands)}")
        return found

    def delete(self, message: Message | Exchange) -> None:
        """Delete a message, or as the one who sees it dismiss an ephemeral one, of which the bot is not told."""
        gone = message_of(message)
        if gone.deleted:
            raise Refused("the message is deleted already")
        if gone.visible_to:
            gone.deleted = True
        else:
            remove(self, gone)

    def delete_channel(self, channel: str | dict) -> None:
        """Delete a channel or thread of a guild, with all that stands in it."""
        remove_channel(self, self.world.channel(channel))

    def remove_bot(self, guild: Guild | None = None) -> None:
        """Take the bot out of a guild, as an administrator does; those who installed the app still have it."""
        remove_bot(self, guild or self.world.guild)

    def delete_guild(self, guild: Guild) -> None:
        """Delete a guild."""
        remove_guild(self, guild)

    def redeliver(self, exchange: Exchange) -> None:
        """Send an interaction to the bot once more, the same in every byte of its data."""
        assert exchange.interaction is not None
        deliver(self, exchange.interaction)
