"""One catalogue a language, `<language>.yaml` beside this module: what the bot itself says, by its English words.

A text is looked up by its English words, so that a changed English text is shown in English until its translation is
changed too: an outdated translation cannot stand for it.
"""

import re
from functools import lru_cache
from pathlib import Path
from string import Formatter
from typing import Annotated, Self

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from corpus.errors import YamlError
from corpus.safe_yaml import load_yaml

FOLDER = Path(__file__).parent
ENGLISH = "en"
LANGUAGES = ("de", "es", "fr", "id", "th")
"""The languages there are catalogues for, besides English."""
COMMAND = re.compile(r"(?<![\w/.])/([a-z]+)\b")
"""A command as a text names it."""

_LINK = re.compile(r"https?:|www\.|\]\(|<[@#!:]|@(?:everyone|here)")
_NAME = r"^[-_'\w\u0e00-\u0e7f]{1,32}$"
"""https://discord.com/developers/docs/interactions/application-commands#application-command-object-application-command-naming"""

Name = Annotated[str, Field(pattern=_NAME)]
Text = Annotated[str, Field(min_length=1)]


class Catalogue(BaseModel):
    """The texts of one language.

    Attributes:
        language: its ISO 639 code.
        name: what its speakers call it.
        locales: the codes that Discord has for it.
        commands: names of commands and groups, by their English names.
        options: names of options, by their English names.
        texts: all else, by the English words; `{name}` stands for what is filled in.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    language: str
    name: Text
    locales: tuple[str, ...]
    commands: dict[Name, Name]
    options: dict[Name, Name]
    texts: dict[Text, Text]

    @model_validator(mode="after")
    def _says_the_same(self) -> Self:
        for names in (self.commands, self.options):
            for name in names.values():
                if name != name.lower():
                    raise ValueError(f"Discord wants names in lower case: {name}")
        if len(set(self.commands.values())) < len(self.commands):
            raise ValueError("two commands have the same name")
        for english, said in self.texts.items():
            if marks(said) != marks(english):
                raise ValueError(f"other {{names}}, commands or line ends than in English: {said}")
            if _LINK.findall(said) != _LINK.findall(english):
                raise ValueError(f"a link or mention that the English has not: {said}")
        return self


def marks(text: str) -> tuple[list[str], list[str], int]:
    """Return what a translation has to have in common with the English text: fields, commands, number of lines."""
    fields = sorted(name for _, name, _, _ in Formatter().parse(text) if name is not None)
    return fields, sorted(COMMAND.findall(text)), text.count("\n")


@lru_cache(maxsize=len(LANGUAGES))
def load_catalogue(language: str) -> Catalogue:
    """Return the catalogue of a language.

    Raises:
        YamlError, ValidationError, OSError: its file is damaged or missing.
    """
    values, _ = load_yaml((FOLDER / f"{language}.yaml").read_text("utf-8"))
    return Catalogue.model_validate(values)


@lru_cache(maxsize=len(LANGUAGES))
def catalogue(language: str) -> Catalogue | None:
    """Return the catalogue of a language; None for English, and where it cannot be used, which is logged once."""
    if language not in LANGUAGES:
        return None
    try:
        return load_catalogue(language)
    except (YamlError, ValidationError, OSError) as error:
        import structlog  # only here: it brings much with it, and this is seldom

        structlog.get_logger().error(
            "a catalogue cannot be used, so its texts are in English", language=language, error=str(error)
        )
        return None


def language_names() -> dict[str, str]:
    """Return all languages of the bot with what their speakers call them, English first."""
    found = {code: catalogue(code) for code in LANGUAGES}
    return {ENGLISH: "English"} | {code: texts.name if texts else code for code, texts in found.items()}
