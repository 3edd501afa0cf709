"""The buttons and menus that stand under replies; what they do stands in `components`."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import discord

from bot.answering.models import Answer, Outcome
from bot.frontends.discord_client import custom_ids, texts
from bot.frontends.discord_client.catalogue import Listing, Option
from bot.frontends.discord_client.custom_ids import Act, Place
from bot.frontends.discord_client.messages import Extras, Row
from bot.frontends.discord_client.suggestions import shorten

_MAX_LABEL = 80
_MAX_OPTION = 100
_GREY, _BLUE = discord.ButtonStyle.secondary, discord.ButtonStyle.primary


@dataclass(frozen=True, slots=True)
class Origin:
    """What further passages are counted from: the receipt of the first answer, and the page that comes next."""

    receipt: str
    page: int = 0


def under_answer(answer: Answer, *, shareable: bool = False, origin: Origin | None = None) -> Extras:
    """Return the buttons of an answer. None stand under a crisis card: nothing may draw away from it.

    A refusal offers no further passages, since those could hold what was refused.
    """
    if answer.outcome is Outcome.ABSTAINED:
        return under_names([(suggestion.title, suggestion.passage_id) for suggestion in answer.suggestions])
    origin = origin or Origin(answer.receipt)
    wanted: list[tuple[str, str | None]] = []
    if answer.outcome is Outcome.ANSWERED:
        wanted.append((texts.MORE, custom_ids.answer_button(Act.MORE, origin.receipt, origin.page)))
    if answer.outcome in (Outcome.ANSWERED, Outcome.REFUSED) and answer.citations:
        wanted.append((texts.SOURCES, custom_ids.answer_button(Act.SOURCES, answer.receipt)))
        wanted.append((texts.FOLLOW_UP, custom_ids.answer_button(Act.FOLLOW_UP, answer.receipt)))
    if answer.outcome is Outcome.ANSWERED and shareable:
        wanted.append((texts.SHARE, custom_ids.answer_button(Act.SHARE, answer.receipt)))
    return _buttons([(label, name, _GREY) for label, name in wanted if name])


def under_names(names: Sequence[tuple[str, str]]) -> Extras:
    """Return a button for each pair of label and passage id; at most five."""
    by_id = {custom_ids.passage_button(passage_id): label for label, passage_id in names[:5]}
    return _buttons([(shorten(label, _MAX_LABEL), name, _BLUE) for name, label in by_id.items()])


def under_listing(listing: Listing) -> Extras:
    """Return the menu of a list, and the buttons to turn its pages and to go back."""
    place, turns = listing.place, []
    if listing.above:
        turns.append((texts.BACK, custom_ids.page_button(listing.above), _GREY))
    if place.page > 0:
        turns.append((texts.EARLIER, custom_ids.page_button(Place(place.level, place.key, place.page - 1)), _GREY))
    if place.page + 1 < listing.pages:
        turns.append((texts.LATER, custom_ids.page_button(Place(place.level, place.key, place.page + 1)), _GREY))
    buttons = _buttons(turns).rows
    return Extras(lambda: [*_menu(place, listing.options), *buttons()])


def menu_of(place: Place, options: Sequence[Option]) -> Extras:
    """Return a menu alone; none where there is nothing to choose."""
    return Extras(lambda: _menu(place, options))


def _menu(place: Place, options: Sequence[Option]) -> list[Row]:
    if not options:
        return []
    choices = [
        discord.SelectOption(
            label=shorten(option.label, _MAX_OPTION),
            value=option.key,
            description=shorten(option.description, _MAX_OPTION) or None,
        )
        for option in options
    ]
    select: discord.ui.Select[discord.ui.LayoutView] = discord.ui.Select(
        custom_id=custom_ids.menu(place), placeholder=texts.MENU_HINT[place.level], options=choices
    )
    return [discord.ui.ActionRow(select)]


def _buttons(wanted: Sequence[tuple[str, str, discord.ButtonStyle]]) -> Extras:
    def rows() -> Sequence[Row]:
        if not wanted:
            return []
        made: list[discord.ui.Button[discord.ui.LayoutView]] = [
            discord.ui.Button(label=label, custom_id=name, style=style) for label, name, style in wanted
        ]
        return [discord.ui.ActionRow(*made)]

    build: Callable[[], Sequence[Row]] = rows
    return Extras(build)
