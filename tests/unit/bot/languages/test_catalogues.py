"""Every language says all that the bot says, within Discord's limits, and what is missing is said in English."""

from pathlib import Path
from typing import Any

import pytest
from pydantic import ValidationError

from bot.answering.compose import MANY_PLACES
from bot.frontends.discord_client import texts
from bot.languages import catalogue as catalogues
from bot.languages.catalogue import LANGUAGES, Catalogue, catalogue, load_catalogue
from bot.languages.choice import choose_language, language_of
from bot.languages.wording import name_command, notice_heads, translated

FOR_MODERATORS = set(
    """
    MODERATOR_COMMANDS NOT_MANAGER NOT_HOME STATE_TROUBLE UNKNOWN_CHOICE SEE_LOG NOT_SAVED
    WITHDREW NOTHING_WITHDRAWN ALREADY_WITHDRAWN NO_SUCH_SUBJECT RESTORED STILL_NOT_SHOWN NOT_WITHDRAWN HOLDS_UNCOPIED
    FEEDBACK_HINT FEEDBACK_GONE FEEDBACK_NOT_SHOWN FEEDBACK_WITHDRAW NEWEST EARLIER_ACTS
    SETTINGS_HOW NOT_EVERYONE CHANNELS_HINT ROLES_HINT LANGUAGE_HINT COOLDOWN_HINT SWITCHES
    TAKES_LONG PREVIEWED REGRESSED ROLLED_BACK IS_ROLLED_BACK NONE_BLOCK
    NOT_FROM_DISCORD NOT_OPENED ADD_CONFIRM ADD_CANCEL ADD_WAITS ADD_CANCELLED ADD_NOT_YOURS
    ADDED_NOT_LIVE REMOVED_NOT_LIVE NO_SUCH_ADDED
    """.split()
)
ENGLISH_ONLY = {*FOR_MODERATORS, "NOT_MEASURED"}
"""What only moderators see, and a sentence that is joined to others."""


def english_texts() -> dict[str, str]:
    found = {"MANY_PLACES": MANY_PLACES}
    for name, value in vars(texts).items():
        if name.isupper() and name not in ENGLISH_ONLY:
            found |= {name: value} if isinstance(value, str) else {f"{name}[{key}]": one for key, one in value.items()}
    return found


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_for_people_is_in_every_language(language: str) -> None:
    known = load_catalogue(language).texts
    assert {name: text for name, text in english_texts().items() if text not in known} == {}


def test_all_catalogues_have_the_same_keys() -> None:
    first, *others = (load_catalogue(language) for language in LANGUAGES)
    for other in others:
        assert set(other.texts) == set(first.texts), other.language
        assert set(other.commands) == set(first.commands)
        assert set(other.options) == set(first.options)


def test_there_is_a_file_for_each_language_and_no_other() -> None:
    assert sorted(path.stem for path in catalogues.FOLDER.glob("*.yaml")) == sorted(LANGUAGES)
    assert all(load_catalogue(language).language == language for language in LANGUAGES)


@pytest.mark.parametrize("language", LANGUAGES)
def test_fixed_labels_fit_into_discords_fields(language: str) -> None:
    for label in (texts.MORE, texts.SOURCES, texts.FOLLOW_UP, texts.SHARE, texts.BACK, texts.EARLIER, texts.LATER):
        assert len(translated(label, language)) <= 80
    assert len(translated(texts.FORM_TITLE, language)) <= 45
    assert len(translated(texts.FORM_LABEL, language)) <= 45
    assert len(translated(texts.FORM_HINT, language)) <= 100
    assert len(translated(texts.ANSWER_MENU, language)) <= 32
    assert all(len(translated(hint, language)) <= 150 for hint in texts.MENU_HINT.values())


def test_no_two_languages_head_the_notices_alike() -> None:
    heads = [notice_heads(language) for language in ("en", *LANGUAGES)]
    assert len(set(heads)) == len(heads)


def test_commands_go_by_the_names_that_readers_see() -> None:
    assert "`/krise`" in translated(texts.BUSY, "de")
    assert name_command("/corpus status", "de") == "/corpus status"


def test_a_text_without_a_translation_is_said_in_english() -> None:
    assert translated("A new text with `/ask`.", "th") == "A new text with `/ask`."
    assert translated(texts.BUSY, "xx") == texts.BUSY


def test_what_is_filled_in_is_not_read_as_a_template_or_translated() -> None:
    said = translated(texts.SINCE_CHANGED, "fr", passages="{user} /ask `Sources`")
    assert said.endswith("{user} /ask `Sources`")


def test_a_damaged_catalogue_leaves_english(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "de.yaml").write_text("language: de\ntexts: [", "utf-8")
    monkeypatch.setattr(catalogues, "FOLDER", tmp_path)
    load_catalogue.cache_clear()
    catalogue.cache_clear()
    try:
        assert translated(texts.BUSY, "de") == texts.BUSY
        assert translated(texts.BUSY, "fr") == texts.BUSY
    finally:
        load_catalogue.cache_clear()
        catalogue.cache_clear()


@pytest.mark.parametrize(
    "change",
    [
        {"texts": {"Page {page} of {pages}.": "Seite {page}."}},
        {"texts": {"Ask with `/ask`.": "Frag mit `/topics`."}},
        {"texts": {"One line.": "Zwei\nZeilen."}},
        {"texts": {"Look.": "Siehe https://example.org"}},
        {"texts": {"Hello.": "Hallo @everyone"}},
        {"texts": {"Empty.": ""}},
        {"commands": {"ask": "Fragen"}},
        {"commands": {"ask": "zwei wörter"}},
        {"commands": {"ask": "gleich", "legal": "gleich"}},
        {"options": {"question": "x" * 33}},
        {"more": {}},
    ],
)
def test_a_catalogue_that_says_something_else_is_refused(change: dict[str, Any]) -> None:
    values: dict[str, Any] = {
        "language": "de", "name": "Deutsch", "locales": ["de"], "commands": {}, "options": {}, "texts": {}
    }  # fmt: skip
    Catalogue.model_validate(values)
    with pytest.raises(ValidationError):
        Catalogue.model_validate(values | change)


@pytest.mark.parametrize(
    ("codes", "language"),
    [
        (("es-419", "de"), "es"),
        (("es-ES",), "es"),
        (("ja", "de"), "de"),
        (("en-GB", "de"), "en"),
        ((None, "", "th"), "th"),
        (("zh-CN", None), "en"),
        (("../de",), "en"),
    ],
)
def test_the_first_language_that_is_spoken_counts(codes: tuple[str | None, ...], language: str) -> None:
    assert choose_language(*codes) == language


def test_a_country_is_no_language() -> None:
    assert language_of("AT") is None
    assert language_of("MX") is None
