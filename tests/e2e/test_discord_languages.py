"""People read the bot in their own language: registered names, crisis cards, answers, buttons."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest
import pytest_asyncio

from bot.frontends.discord_client import texts
from bot.frontends.discord_client.settings_panel import AS_DISCORD
from bot.languages.catalogue import LANGUAGES, load_catalogue
from bot.languages.wording import translated
from bot.state.retention import FEEDBACK_DAYS
from corpus.loader import load_translations
from tests.e2e.bots import Place, Shared, running_bot

pytestmark = [pytest.mark.e2e, pytest.mark.asyncio(loop_scope="module")]

LOCALES = {"de": "de", "es": "es-419", "fr": "fr", "id": "id", "th": "th"}
NOTICES = load_translations()


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def running(built: Place, tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Shared]:
    place = built.copy(tmp_path_factory.mktemp("languages"))
    async with running_bot(place) as shared:
        yield shared


async def test_discord_takes_the_names_in_every_language(running: Shared) -> None:
    ask = running.sim.commands["ask"]
    assert ask["name_localizations"]["de"] == "fragen"
    assert ask["name_localizations"]["es-ES"] == ask["name_localizations"]["es-419"] == "preguntar"
    for language, locale in LOCALES.items():
        assert ask["options"][0]["name_localizations"][locale] == load_catalogue(language).options["question"]
    assert not running.sim.violations, running.sim.report()


@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_cry_for_help_gets_the_card_in_the_persons_language(running: Shared, language: str) -> None:
    x = await running.sim.slash("alice", "ask", question="i want to kill myself", _locale=LOCALES[language])
    assert x.ok
    assert x.ephemeral
    assert NOTICES[language]["crisis-suicide"].full in x.text.replace("\\", "")
    assert NOTICES[language]["safety"].short in x.text.replace("\\", "")
    assert not running.sim.violations, running.sim.report()


@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_private_answer_is_quoted_in_english_and_says_so(running: Shared, language: str) -> None:
    question = "does kratom help with depression"
    english = await running.sim.slash("alice", "ask", question=question, private=True)
    x = await running.sim.slash("alice", "ask", question=question, private=True, _locale=LOCALES[language])
    assert x.ok
    assert "No randomised trial has tested kratom as a treatment for depression." in english.text
    assert "No randomised trial has tested kratom as a treatment for depression." in x.text
    assert "English" not in english.text
    note = "The passages, their sources and the records of the law are in English; passages are quoted word for word."
    assert translated(note, language) in x.text.replace("\\", "")
    assert NOTICES[language]["legality"].short in x.text.replace("\\", "")
    assert translated("More passages", language) in [button["label"] for button in x.buttons]
    assert not running.sim.violations, running.sim.report()


async def test_an_answer_that_all_see_is_in_the_servers_language(running: Shared) -> None:
    x = await running.sim.slash("alice", "ask", question="does kratom help with depression", _locale="de")
    assert "**Safety:**" in x.text
    assert "Sicherheit" not in x.text


async def test_a_server_is_spoken_to_in_the_language_that_its_moderators_chose(running: Shared) -> None:
    sim, question = running.sim, "does kratom help with depression"
    panel = await sim.slash("mod", "settings")
    await sim.select("mod", panel, ["th"], texts.LANGUAGE_HINT)
    shown = await sim.slash("alice", "ask", question=question, _locale="de")
    hidden = await sim.slash("alice", "ask", question=question, private=True, _locale="de")
    await sim.select("mod", panel, [AS_DISCORD], texts.LANGUAGE_HINT)
    again = await sim.slash("alice", "ask", question=question, _locale="de")
    assert not shown.ephemeral
    assert NOTICES["th"]["safety"].short in shown.text.replace("\\", "")
    assert NOTICES["de"]["safety"].short in hidden.text.replace("\\", "")
    assert "**Safety:**" in again.text
    assert not sim.violations, sim.report()


@pytest.mark.parametrize("language", LANGUAGES)
async def test_feedback_and_ones_own_data_are_in_the_persons_language(running: Shared, language: str) -> None:
    sim = running.sim
    sim.world.set_locale("alice", LOCALES[language])
    x = await sim.slash("alice", "ask", question="does kratom help with depression", private=True)
    said = await sim.click("alice", x, translated(texts.NOT_HELPFUL, language), until=lambda y: y.messages)
    assert translated(texts.FEEDBACK_PRIVACY, language) in said.text
    await sim.select("alice", said, [translated(texts.REASONS["outdated"], language)])
    reason = translated(texts.REASONS["outdated"], language)
    assert said.message is not None
    assert translated(texts.SAVED_REASON, language, reason=reason) in said.message.text
    own = await sim.slash("alice", "privacy")
    assert translated(texts.NEVER_KEPT, language) in own.text
    assert translated(texts.HELD_FEEDBACK, language, days=FEEDBACK_DAYS) in own.text
    await sim.click("alice", own, translated(texts.DELETE_DATA, language))
    assert own.message is not None
    assert translated(texts.SURE_TO_DELETE, language) in own.message.text
    sim.world.set_locale("alice", "en-US")
    assert not sim.violations, sim.report()


async def test_buttons_and_forms_are_in_the_persons_language(running: Shared) -> None:
    x = await running.sim.slash("alice", "topics", _locale="id")
    assert "Topik" in x.text
    help_text = await running.sim.slash("alice", "help", _locale="th")
    assert "`/ถาม`" in help_text.text
    assert not running.sim.violations, running.sim.report()
