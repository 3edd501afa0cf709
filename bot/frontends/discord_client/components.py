"""What happens when a button is pressed or a menu used, also after a restart: discord.py finds each by its custom_id.

Nothing is kept between sending and pressing. All that the press needs stands in the custom_id, and is checked as what
a stranger could have written.
"""

import re
from collections.abc import Awaitable
from typing import Any, Self

import discord

from bot.frontends.discord_client import adding, answer_acts, browsing, custom_ids
from bot.frontends.discord_client.admission import admit
from bot.frontends.discord_client.catalogue import article_with, passage_with, usable_passages
from bot.frontends.discord_client.controls import Origin
from bot.frontends.discord_client.custom_ids import Act, Level, Place, Step, key_of
from bot.frontends.discord_client.desk import Desk, desk_of
from bot.frontends.discord_client.errors import ErrorHandler
from bot.frontends.discord_client.feedback import give_reason
from bot.frontends.discord_client.messages import Interaction, turn
from bot.frontends.discord_client.own_data import take_step
from bot.frontends.discord_client.replies import answer_pick
from bot.state.models import Act as ModeratorAct

AnyView = discord.ui.LayoutView
Button = discord.ui.Button[AnyView]
Select = discord.ui.Select[AnyView]


class AnswerButton(discord.ui.DynamicItem[Button], template=custom_ids.ANSWER_BUTTON):
    """A button under an answer."""

    def __init__(self, item: Button, act: Act, origin: Origin) -> None:
        super().__init__(item)
        self._act = act
        self._origin = origin

    @classmethod
    async def from_custom_id(cls, _interaction: Interaction, item: Any, match: re.Match[str], /) -> Self:
        """Return the button that was pressed."""
        return cls(item, Act(match["act"]), Origin(match["receipt"], int(match["page"])))

    async def callback(self, interaction: Interaction) -> None:
        """Do what the button says."""
        await _guarded(interaction, answer_acts.ACTS[self._act](desk_of(interaction.client), interaction, self._origin))


class PassageButton(discord.ui.DynamicItem[Button], template=custom_ids.PASSAGE_BUTTON):
    """A button that shows a passage, such as a topic near to a question without an answer."""

    def __init__(self, item: Button, key: str) -> None:
        super().__init__(item)
        self._key = key

    @classmethod
    async def from_custom_id(cls, _interaction: Interaction, item: Any, match: re.Match[str], /) -> Self:
        """Return the button that was pressed."""
        return cls(item, match["key"])

    async def callback(self, interaction: Interaction) -> None:
        """Show the passage to the one who pressed."""
        await _guarded(interaction, _show_passage(desk_of(interaction.client), interaction, self._key))


class Menu(discord.ui.DynamicItem[Select], template=custom_ids.MENU):
    """A menu of topics, articles or passages."""

    def __init__(self, item: Select, place: Place) -> None:
        super().__init__(item)
        self._place = place

    @classmethod
    async def from_custom_id(cls, _interaction: Interaction, item: Any, match: re.Match[str], /) -> Self:
        """Return the menu that was used."""
        return cls(item, Place.of(match))

    async def callback(self, interaction: Interaction) -> None:
        """Open what was chosen: a further list in the same message, or a passage in one of its own."""
        chosen = _chosen(self.item)
        await _guarded(interaction, _open(desk_of(interaction.client), interaction, self._place.level, chosen))


class PageButton(discord.ui.DynamicItem[Button], template=custom_ids.PAGE_BUTTON):
    """A button that turns to another page or list."""

    def __init__(self, item: Button, place: Place) -> None:
        super().__init__(item)
        self._place = place

    @classmethod
    async def from_custom_id(cls, _interaction: Interaction, item: Any, match: re.Match[str], /) -> Self:
        """Return the button that was pressed."""
        return cls(item, Place.of(match))

    async def callback(self, interaction: Interaction) -> None:
        """Show the list in the place of the one before."""
        await _guarded(interaction, _turn_to(desk_of(interaction.client), interaction, self._place))


class ReasonMenu(discord.ui.DynamicItem[Select], template=custom_ids.REASONS):
    """The menu that asks why an answer did not help."""

    def __init__(self, item: Select, receipt: str) -> None:
        super().__init__(item)
        self._receipt = receipt

    @classmethod
    async def from_custom_id(cls, _interaction: Interaction, item: Any, match: re.Match[str], /) -> Self:
        """Return the menu that was used."""
        return cls(item, match["receipt"])

    async def callback(self, interaction: Interaction) -> None:
        """Save the reason."""
        chosen = _chosen(self.item)
        await _guarded(interaction, give_reason(desk_of(interaction.client), interaction, self._receipt, chosen))


class OwnDataButton(discord.ui.DynamicItem[Button], template=custom_ids.OWN_DATA):
    """A button of /privacy."""

    def __init__(self, item: Button, step: Step) -> None:
        super().__init__(item)
        self._step = step

    @classmethod
    async def from_custom_id(cls, _interaction: Interaction, item: Any, match: re.Match[str], /) -> Self:
        """Return the button that was pressed."""
        return cls(item, Step(match["step"]))

    async def callback(self, interaction: Interaction) -> None:
        """Take the step, for the one who pressed."""
        await _guarded(interaction, take_step(desk_of(interaction.client), interaction, self._step))


class AddingButton(discord.ui.DynamicItem[Button], template=custom_ids.ADDING):
    """A moderator's button that confirms or cancels the adding of an article."""

    def __init__(self, item: Button, key: str, *, confirms: bool) -> None:
        super().__init__(item)
        self._key = key
        self._confirms = confirms

    @classmethod
    async def from_custom_id(cls, _interaction: Interaction, item: Any, match: re.Match[str], /) -> Self:
        """Return the button that was pressed."""
        return cls(item, match["key"], confirms=match["choice"] == "yes")

    async def callback(self, interaction: Interaction) -> None:
        """Do what the button says, if it is still a moderator who presses."""
        await _guarded(interaction, self._act(desk_of(interaction.client), interaction))

    async def _act(self, desk: Desk, interaction: Interaction) -> None:
        await admit(desk, interaction, ModeratorAct.ADD)
        await (adding.confirm if self._confirms else adding.cancel)(desk, interaction, self._key)


COMPONENTS: tuple[type[discord.ui.DynamicItem[Any]], ...] = (
    AnswerButton,
    PassageButton,
    Menu,
    PageButton,
    ReasonMenu,
    OwnDataButton,
    AddingButton,
)


def _chosen(item: Select) -> str:
    """Return what was chosen; nothing where somebody presses a button that has the custom_id of a menu."""
    return next(iter(item.values), "") if isinstance(item, discord.ui.Select) else ""


async def _guarded(interaction: Interaction, act: Awaitable[None]) -> None:
    """Do it; whatever goes wrong is told to the person, as for a command."""
    try:
        await act
    except Exception as error:
        await ErrorHandler(desk_of(interaction.client)).handle(interaction, error)


async def _open(desk: Desk, interaction: Interaction, level: Level, key: str) -> None:
    if level is Level.TOPIC:
        await _turn_to(desk, interaction, Place(Level.ARTICLE, key))
        return
    if level is Level.ARTICLE:
        library = desk.library
        article = article_with(library, key) if library else None
        passages = usable_passages(library, article) if library and article else []
        if len(passages) != 1:
            await _turn_to(desk, interaction, Place(Level.PASSAGE, key))
            return
        key = key_of(passages[0].id)
    await _show_passage(desk, interaction, key)


async def _turn_to(desk: Desk, interaction: Interaction, place: Place) -> None:
    part, extras = browsing.listing_message(desk, place, desk.voice(interaction))
    await turn(interaction, part, extras)


async def _show_passage(desk: Desk, interaction: Interaction, key: str) -> None:
    library = desk.library
    passage = passage_with(library, key) if library else None
    shown = [passage.id] if passage else []
    await answer_pick(desk, interaction, lambda service: service.show(shown, desk.today()), private=True)
