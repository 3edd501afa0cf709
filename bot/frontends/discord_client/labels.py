"""Put the fixed labels of buttons and menus into the reader's language, at the one place where they leave."""

from collections.abc import Sequence

import discord

from bot.frontends.discord_client.suggestions import shorten
from bot.languages.catalogue import ENGLISH
from bot.languages.wording import translated

_MAX_BUTTON, _MAX_PLACEHOLDER, _MAX_OPTION = 80, 150, 100


def translate_labels(rows: Sequence["discord.ui.ActionRow[discord.ui.LayoutView]"], language: str) -> None:
    """Replace each label that the catalogue knows; titles of articles and names of places stay as they are."""
    if language == ENGLISH:
        return
    for row in rows:
        for item in row.children:
            if isinstance(item, discord.ui.Button):
                item.label = _said(item.label, language, _MAX_BUTTON)
            elif isinstance(item, discord.ui.Select):
                item.placeholder = _said(item.placeholder, language, _MAX_PLACEHOLDER)
                for option in item.options:
                    option.label = _said(option.label, language, _MAX_OPTION) or option.label
                    option.description = _said(option.description, language, _MAX_OPTION)


def _said(label: str | None, language: str, most: int) -> str | None:
    return shorten(translated(label, language), most) if label else label
