"""What administrators of a guild set for an app's commands, under Server Settings > Integrations.

The rules, from https://docs.discord.com/developers/interactions/application-commands#permissions and, for how the
settings of the app and of a single command go together, from
https://support.discord.com/hc/en-us/articles/10952896421783-Updates-to-Command-Permissions:

- Whoever has the administrator permission can use every command.
- What is set for a command takes the place of what is set for the whole app, for the same user, role or channel only.
- A channel's own setting goes before that of all channels; a thread has its parent's.
- A user's own setting goes before roles; of several roles, one that allows is enough; then comes @everyone.
- A user or role that is allowed needs none of the command's default member permissions. They still hold for those
  whom only @everyone allows (https://github.com/discord/discord-api-docs/issues/5356).
"""

from __future__ import annotations

from dataclasses import dataclass, field

ROLE, USER, CHANNEL = 1, 2, 3


@dataclass
class CommandPermissions:
    """The settings of one guild: id of a command, or of the application for all, to (type, id) to allowed or not."""

    guild_id: str
    by_target: dict[str, dict[tuple[int, str], bool]] = field(default_factory=dict)

    @property
    def all_channels(self) -> str:
        """The id that stands for all channels."""
        return str(int(self.guild_id) - 1)

    def put(self, command_id: str, kind: int, target_id: str, *, allowed: bool) -> None:
        """Allow or deny a command (or with the application's id, every one)."""
        self.by_target.setdefault(command_id, {})[kind, target_id] = allowed

    def listed(self, command_id: str) -> list[dict]:
        """Return the settings of a command, or of the app, as the API shows them."""
        found = self.by_target.get(command_id, {})
        return [{"id": id, "type": kind, "permission": allowed} for (kind, id), allowed in found.items()]

    def of(self, command: dict) -> dict[tuple[int, str], bool]:
        """Return the settings that hold for a command."""
        return self.by_target.get(command["application_id"], {}) | self.by_target.get(command["id"], {})

    def channel_is_open(self, command: dict, channel_id: str) -> bool:
        """Tell whether a command is allowed in a channel (for a thread: its parent)."""
        holding = self.of(command)
        return holding.get((CHANNEL, channel_id), holding.get((CHANNEL, self.all_channels), True))

    def member_is_allowed(self, command: dict, user_id: str, role_ids: list[str]) -> bool | None:
        """Tell whether a member is allowed or denied a command; None leaves it to the default permissions."""
        holding = self.of(command)
        if (USER, user_id) in holding:
            return holding[USER, user_id]
        said = [holding[ROLE, role] for role in role_ids if (ROLE, role) in holding]
        if said:
            return any(said)
        return None if holding.get((ROLE, self.guild_id), True) else False
