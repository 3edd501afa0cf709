"""The buttons and menus of moderators, also after a restart; whoever uses one is checked anew, and noted if refused."""

import re
from collections.abc import Awaitable, Callable
from typing import Any, Self

import discord

from bot.frontends.discord_client import moderator_ids
from bot.frontends.discord_client.admission import admit
from bot.frontends.discord_client.desk import Desk, desk_of
from bot.frontends.discord_client.errors import ErrorHandler
from bot.frontends.discord_client.feedback_look import show_feedback
from bot.frontends.discord_client.history import history_message
from bot.frontends.discord_client.messages import Interaction, accept, show
from bot.frontends.discord_client.moderator_ids import Scope, Setting
from bot.frontends.discord_client.settings_acts import pick, switch
from bot.state.models import Act

AnyView = discord.ui.LayoutView
Button = discord.ui.Button[AnyView]
AnyItem = discord.ui.Item[AnyView]


class HistoryButton(discord.ui.DynamicItem[Button], template=moderator_ids.HISTORY_PAGE):
    """A button that turns to another page of the audit log."""

    def __init__(self, item: Button, scope: Scope, before: int) -> None:
        super().__init__(item)
        self._scope, self._before = scope, before

    @classmethod
    async def from_custom_id(cls, _interaction: Interaction, item: Any, match: re.Match[str], /) -> Self:
        """Return the button that was pressed."""
        return cls(item, Scope(match["scope"]), int(match["before"]))

    async def callback(self, interaction: Interaction) -> None:
        """Show the page in the place of the one before."""

        async def turn(desk: Desk) -> None:
            await accept(interaction)
            message = await history_message(desk, interaction, self._scope, self._before)
            await show(interaction, *message)

        await _admitted(interaction, Act.HISTORY, turn)


class FeedbackMenu(discord.ui.DynamicItem[AnyItem], template=moderator_ids.FEEDBACK_MENU):
    """The menu of passages with feedback."""

    @classmethod
    async def from_custom_id(cls, _interaction: Interaction, item: Any, _match: re.Match[str], /) -> Self:
        """Return the menu that was used."""
        return cls(item)

    async def callback(self, interaction: Interaction) -> None:
        """Show the passage with what was said about it."""
        chosen = next(iter(_chosen(interaction)), "")
        await _admitted(interaction, Act.FEEDBACK, lambda desk: show_feedback(desk, interaction, chosen))


class SettingMenu(discord.ui.DynamicItem[AnyItem], template=moderator_ids.SETTING_MENU):
    """A menu of /settings: of channels, roles, languages or pauses."""

    def __init__(self, item: AnyItem, setting: Setting) -> None:
        super().__init__(item)
        self._setting = setting

    @classmethod
    async def from_custom_id(cls, _interaction: Interaction, item: Any, match: re.Match[str], /) -> Self:
        """Return the menu that was used."""
        return cls(item, Setting(match["setting"]))

    async def callback(self, interaction: Interaction) -> None:
        """Save what was chosen."""

        async def work(desk: Desk) -> None:
            await pick(desk, interaction, self._setting, _chosen(interaction))

        await _admitted(interaction, Act.SETTINGS, work, manages=True)


class SettingSwitch(discord.ui.DynamicItem[Button], template=moderator_ids.SETTING_SWITCH):
    """A button of /settings that switches something on or off."""

    def __init__(self, item: Button, setting: Setting, on: bool) -> None:
        super().__init__(item)
        self._setting, self._on = setting, on

    @classmethod
    async def from_custom_id(cls, _interaction: Interaction, item: Any, match: re.Match[str], /) -> Self:
        """Return the button that was pressed."""
        return cls(item, Setting(match["setting"]), match["to"] == "on")

    async def callback(self, interaction: Interaction) -> None:
        """Save what the button says."""

        async def work(desk: Desk) -> None:
            await switch(desk, interaction, self._setting, on=self._on)

        await _admitted(interaction, Act.SETTINGS, work, manages=True)


MODERATOR_COMPONENTS: tuple[type[discord.ui.DynamicItem[Any]], ...] = (
    HistoryButton,
    FeedbackMenu,
    SettingMenu,
    SettingSwitch,
)


async def _admitted(
    interaction: Interaction, act: Act, work: Callable[[Desk], Awaitable[None]], *, manages: bool = False
) -> None:
    """Do it for those who may; whatever goes wrong is told to the person, as for a command."""
    desk = desk_of(interaction.client)
    try:
        await admit(desk, interaction, act, manages=manages)
        await work(desk)
    except Exception as error:
        await ErrorHandler(desk).handle(interaction, error)


def _chosen(interaction: Interaction) -> list[str]:
    """Return what was chosen, as Discord sent it: ids, or the values of options."""
    data: dict[str, Any] = dict(interaction.data or {})
    return [str(one) for one in data.get("values", [])]
