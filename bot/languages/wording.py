"""Say a text of the bot's own in a language; what has no translation is said in English, never left out."""

from bot.languages.catalogue import COMMAND, catalogue

SAFETY, LAW = "Safety:", "Law:"
"""What stands before the two notices."""


def translated(english: str, language: str, **values: object) -> str:
    """Return a text in a language, with its fields filled in; commands go by the names that its speakers see.

    Without values the text is taken as it stands, so that it may hold braces.
    """
    texts = catalogue(language)
    said = texts.texts.get(english, english) if texts else english
    if said != english:
        said = name_command(said, language)
    return said.format(**values) if values else said


def name_command(text: str, language: str) -> str:
    """Return a text whose commands go by the names that they have in a language."""
    texts = catalogue(language)
    return COMMAND.sub(lambda found: f"/{texts.commands.get(found[1], found[1])}", text) if texts else text


def notice_heads(language: str) -> tuple[str, str]:
    """Return what stands before the safety notice and the legality notice; no two languages have the same pair."""
    return translated(SAFETY, language), translated(LAW, language)
