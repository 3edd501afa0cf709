"""A reload cannot take a translated notice away, nor make the notices of a language too long."""

from pathlib import Path

from bot.answering.safeguards import Safeguards
from bot.bootstrap import make_safeguards
from bot.corpus_reading import safeguard_problems
from corpus.loader import LoadedCorpus, load_notices, load_translations
from corpus.models import Corpus, Notice

NOTICES, TRANSLATIONS = load_notices(), load_translations()
IN_USE = Safeguards(NOTICES, (), TRANSLATIONS)


def loaded(translations: dict[str, dict[str, Notice]]) -> LoadedCorpus:
    return LoadedCorpus(Path("corpus"), Corpus((), {}, NOTICES, translations))


def test_the_same_translations_are_no_problem() -> None:
    assert list(safeguard_problems(IN_USE, loaded(TRANSLATIONS))) == []


def test_a_translation_that_went_missing_stops_the_reload() -> None:
    without = {key: one for key, one in TRANSLATIONS["th"].items() if key != "crisis-child"}
    (problem,) = safeguard_problems(IN_USE, loaded(TRANSLATIONS | {"th": without}))
    assert problem.code == "NOTICE_GONE"
    assert problem.path == Path("corpus/notices/th/crisis-child.md")


def test_a_language_that_went_missing_stops_the_reload() -> None:
    left = {language: notices for language, notices in TRANSLATIONS.items() if language != "fr"}
    assert {problem.code for problem in safeguard_problems(IN_USE, loaded(left))} == {"NOTICE_GONE"}


def test_notices_of_a_language_that_do_not_fit_stop_the_reload_and_are_not_used() -> None:
    long = TRANSLATIONS["de"] | {"safety": Notice("safety", "Lang. " * 500, "Lang.")}
    (problem,) = safeguard_problems(IN_USE, loaded(TRANSLATIONS | {"de": long}))
    assert problem.code == "NOTICES_TOO_LONG"
    used = make_safeguards(NOTICES, (), TRANSLATIONS | {"de": long}).in_language("de")
    assert used.always().safety == NOTICES["safety"].short
    assert used.text("crisis-child") == TRANSLATIONS["de"]["crisis-child"].short
