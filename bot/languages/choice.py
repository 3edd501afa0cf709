"""Which language a reader gets. It is never guessed from a country, nor a country from it."""

from bot.languages.catalogue import ENGLISH, LANGUAGES


def language_of(code: str | None) -> str | None:
    """Return the language of a code such as "es-419" or "de", in any case; None where the bot does not speak it."""
    language = (code or "").replace("_", "-").split("-")[0].lower()
    return language if language == ENGLISH or language in LANGUAGES else None


def choose_language(*codes: str | None) -> str:
    """Return the first language of these codes that the bot speaks; English where it speaks none."""
    return next((found for code in codes if (found := language_of(code)) is not None), ENGLISH)
