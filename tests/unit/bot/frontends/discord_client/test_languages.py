"""Names of commands, labels and replies in the reader's language."""

from types import SimpleNamespace
from typing import Any, cast

import discord
import pytest
from discord import app_commands
from discord.app_commands.commands import validate_name

from bot.answering.safeguards import Safeguards
from bot.frontends.discord_client import texts
from bot.frontends.discord_client.answer_acts import follow_up_form
from bot.frontends.discord_client.client import COGS
from bot.frontends.discord_client.command_names import CommandNames
from bot.frontends.discord_client.controls import under_names
from bot.frontends.discord_client.crisis_lines import crisis_answer
from bot.frontends.discord_client.errors import sorry
from bot.frontends.discord_client.message_menu import answer_menu
from bot.frontends.discord_client.messages import Extras, reply_parts, to_view
from bot.frontends.discord_client.voices import channel_language, reader_language
from bot.languages.catalogue import LANGUAGES, load_catalogue
from bot.languages.wording import translated
from bot.rendering.discord_markdown import render
from corpus.loader import load_crisis, load_notices, load_translations

SAFEGUARDS = Safeguards(load_notices(), load_crisis(), load_translations())
LOCALES = [locale for language in LANGUAGES for locale in load_catalogue(language).locales]


def people_commands() -> list[app_commands.Command[Any, ..., Any]]:
    found = [command for cog in COGS for command in getattr(cog, "__cog_app_commands__", [])]
    groups = {id(c) for cog in COGS if cog.__cog_is_app_commands_group__ for c in cog.__cog_app_commands__}
    return [
        one
        for one in found
        if isinstance(one, app_commands.Command) and id(one) not in groups and one.default_permissions is None
    ]


async def payload(command: Any) -> dict[str, Any]:
    tree = SimpleNamespace(
        allowed_contexts=app_commands.AppCommandContext(), allowed_installs=app_commands.AppInstallationType()
    )
    return cast("dict[str, Any]", await command.get_translated_payload(tree, CommandNames()))


@pytest.mark.asyncio
@pytest.mark.parametrize("command", people_commands(), ids=lambda command: command.name)
async def test_names_and_descriptions_are_in_every_language_and_within_discords_limits(command: Any) -> None:
    shown = await payload(command)
    for part in (shown, *shown["options"]):
        assert sorted(part["name_localizations"]) == sorted(LOCALES), part["name"]
        assert sorted(part["description_localizations"]) == sorted(LOCALES), part["name"]
        for name in part["name_localizations"].values():
            assert validate_name(name) == name
        assert all(1 <= len(text) <= 100 for text in part["description_localizations"].values())
    for locale in LOCALES:
        names = [option["name_localizations"][locale] for option in shown["options"]]
        assert len(set(names)) == len(names)


@pytest.mark.asyncio
async def test_the_entry_in_the_menu_of_messages_has_a_name_in_every_language() -> None:
    shown = await payload(answer_menu(cast("Any", None)))
    assert sorted(shown["name_localizations"]) == sorted(LOCALES)
    assert all(1 <= len(name) <= 32 for name in shown["name_localizations"].values())


def test_labels_are_translated_and_titles_are_not() -> None:
    safeguards = SAFEGUARDS.in_language("de")
    (part,) = reply_parts([texts.TOPIC_GONE], safeguards)
    row: Any = discord.ui.ActionRow(
        discord.ui.Button(label=texts.MORE, custom_id="a"), discord.ui.Button(label="Kratom and sleep", custom_id="b")
    )
    view = to_view(part, Extras(lambda: [row]))
    labels = [item.label for item in view.walk_children() if isinstance(item, discord.ui.Button)]
    assert labels == ["Mehr Abschnitte", "Kratom and sleep"]
    assert under_names([("x", "a#b")]).rows()[0].children[0].label == "x"  # type: ignore[attr-defined]


@pytest.mark.parametrize("language", LANGUAGES)
def test_replies_of_the_bots_own_words_are_in_the_language_with_both_notices(language: str) -> None:
    safeguards = SAFEGUARDS.in_language(language)
    (part,) = sorry(texts.BUSY, safeguards, with_help=True)
    assert part.body[0] == translated(texts.BUSY, language) != texts.BUSY
    assert part.language == language
    assert "findahelpline" in part.body[1]


@pytest.mark.parametrize("language", LANGUAGES)
def test_crisis_lines_keep_their_records_in_every_language(language: str) -> None:
    for country in (None, "United States", "Germany"):
        english = render(crisis_answer(SAFEGUARDS, country))[0]
        shown = render(crisis_answer(SAFEGUARDS.in_language(language), country))[0]
        assert digits("\n".join(shown.body)) == digits("\n".join(english.body))
        assert shown.body[0] != english.body[0]


def digits(text: str) -> list[str]:
    return [char for char in text if char.isdigit()]


def test_the_form_for_a_follow_up_is_in_the_language() -> None:
    assert follow_up_form("K1ABC", "id").title == "Tanya lebih lanjut"


@pytest.mark.parametrize(
    ("own", "of_server", "set_by_moderators", "shared", "language"),
    [
        ("de", "en-US", None, False, "de"),
        ("de", "fr", None, True, "fr"),
        ("de", "en-US", "th", True, "th"),
        ("ja", "en-US", "th", False, "th"),
        ("ja", "fr", None, False, "fr"),
        ("ja", None, None, False, "en"),
        ("en-US", "de", "de", False, "en"),
    ],
)
def test_private_replies_follow_the_person_and_shared_ones_the_server(
    own: str, of_server: str | None, set_by_moderators: str | None, shared: bool, language: str
) -> None:
    interaction: Any = SimpleNamespace(locale=own, guild_locale=of_server, guild_id=1)
    assert reader_language(interaction, set_by_moderators, shared=shared) == language


def test_with_no_server_even_what_others_see_follows_the_person() -> None:
    interaction: Any = SimpleNamespace(locale="id", guild_locale=None, guild_id=None)
    assert reader_language(interaction, None, shared=True) == "id"


def test_under_a_message_the_server_decides() -> None:
    message: Any = SimpleNamespace(guild=SimpleNamespace(preferred_locale=discord.Locale.german))
    assert channel_language(message, None) == "de"
    assert channel_language(message, "fr") == "fr"
    assert channel_language(cast("Any", SimpleNamespace(guild=None)), None) == "en"
