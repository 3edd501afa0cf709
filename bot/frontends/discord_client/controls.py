"""The buttons and menus that stand under replies; what they do stands in `components`."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeAlias

import discord

from bot.answering.models import Answer, Outcome
from bot.frontends.discord_client import custom_ids, texts
from bot.frontends.discord_client.catalogue import Listing, Option
from bot.frontends.discord_client.custom_ids import Act, Place
from bot.frontends.discord_client.messages import NOTHING, Extras, Row
from bot.frontends.discord_client.suggestions import shorten

_MAX_LABEL = 80
_MAX_OPTION = 100
_GREY, _BLUE = discord.ButtonStyle.secondary, discord.ButtonStyle.primary
Wanted: TypeAlias = tuple[str, str, discord.ButtonStyle]
"""A button: its label, its custom_id and its colour."""


@dataclass(frozen=True, slots=True)
class Origin:
    """What further passages are counted from: the receipt of the first answer, and the page that comes next."""

    receipt: str
    page: int = 0


def under_answer(
    answer: Answer, *, shareable: bool = False, public: bool = False, origin: Origin | None = None
) -> Extras:
    """Return the buttons of an answer. None stand under a crisis card: nothing may draw away from it.

    A refusal offers no further passages, since those could hold what was refused. What is `public` can be deleted, each
    message of it by itself.
    """
    if answer.outcome is Outcome.CRISIS:
        return NOTHING
    deleting = [(texts.DELETE, _delete_id(answer.receipt), _GREY)] if public else []
    above = _rows(deleting)
    if answer.outcome is Outcome.ABSTAINED:
        near = _passage_buttons([(suggestion.title, suggestion.passage_id) for suggestion in answer.suggestions])
        return Extras(_rows(near, deleting), rows_above=above)
    origin = origin or Origin(answer.receipt)
    wanted: list[tuple[str, str | None]] = []
    thoughts: list[tuple[str, str | None]] = []
    if answer.outcome is Outcome.ANSWERED:
        wanted.append((texts.MORE, custom_ids.answer_button(Act.MORE, origin.receipt, origin.page)))
    if answer.outcome in (Outcome.ANSWERED, Outcome.REFUSED) and answer.citations:
        wanted.append((texts.SOURCES, custom_ids.answer_button(Act.SOURCES, answer.receipt)))
        wanted.append((texts.FOLLOW_UP, custom_ids.answer_button(Act.FOLLOW_UP, answer.receipt)))
    if answer.outcome is Outcome.ANSWERED and shareable:
        wanted.append((texts.SHARE, custom_ids.answer_button(Act.SHARE, answer.receipt)))
    if answer.outcome is Outcome.ANSWERED:
        thoughts.append((texts.HELPFUL, custom_ids.answer_button(Act.HELPFUL, answer.receipt)))
        thoughts.append((texts.NOT_HELPFUL, custom_ids.answer_button(Act.NOT_HELPFUL, answer.receipt)))
    return Extras(_rows(_grey(wanted), [*_grey(thoughts), *deleting]), rows_above=above)


def under_names(names: Sequence[tuple[str, str]]) -> Extras:
    """Return a button for each pair of label and passage id; at most five."""
    return Extras(_rows(_passage_buttons(names)))


def under_listing(listing: Listing) -> Extras:
    """Return the menu of a list, and the buttons to turn its pages and to go back."""
    place, turns = listing.place, []
    if listing.above:
        turns.append((texts.BACK, custom_ids.page_button(listing.above), _GREY))
    if place.page > 0:
        turns.append((texts.EARLIER, custom_ids.page_button(Place(place.level, place.key, place.page - 1)), _GREY))
    if place.page + 1 < listing.pages:
        turns.append((texts.LATER, custom_ids.page_button(Place(place.level, place.key, place.page + 1)), _GREY))
    buttons = _rows(turns)
    return Extras(lambda: [*_menu(place, listing.options), *buttons()])


def menu_of(place: Place, options: Sequence[Option]) -> Extras:
    """Return a menu alone; none where there is nothing to choose."""
    return Extras(lambda: _menu(place, options))


def menu_with(name: str, hint: str, options: Sequence[Option]) -> Extras:
    """Return a menu with a custom_id and a text before anything is chosen; none where there is nothing to choose."""
    return Extras(lambda: _choices(name, hint, options))


def _menu(place: Place, options: Sequence[Option]) -> list[Row]:
    return _choices(custom_ids.menu(place), texts.MENU_HINT[place.level], options)


def _choices(name: str, hint: str, options: Sequence[Option]) -> list[Row]:
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
        custom_id=name, placeholder=hint, options=choices
    )
    return [discord.ui.ActionRow(select)]


def _passage_buttons(names: Sequence[tuple[str, str]]) -> list[Wanted]:
    by_id = {custom_ids.passage_button(passage_id): label for label, passage_id in names[:5]}
    return [(shorten(label, _MAX_LABEL), name, _BLUE) for name, label in by_id.items()]


def _grey(wanted: Sequence[tuple[str, str | None]]) -> list[Wanted]:
    return [(label, name, _GREY) for label, name in wanted if name]


def _delete_id(receipt: str) -> str:
    """Return the id of the button that deletes; the receipt in it is for the audit log, and may be missing there."""
    return custom_ids.answer_button(Act.DELETE, receipt) or f"{custom_ids.PREFIX}:{Act.DELETE}:0:0"


def _rows(*groups: Sequence[Wanted]) -> Callable[[], Sequence[Row]]:
    """Return what makes a row of buttons for each group that has any."""

    def rows() -> Sequence[Row]:
        made: list[Row] = []
        for group in filter(None, groups):
            buttons: list[discord.ui.Button[discord.ui.LayoutView]] = [
                discord.ui.Button(label=label, custom_id=name, style=style) for label, name, style in group
            ]
            made.append(discord.ui.ActionRow(*buttons))
        return made

    return rows
