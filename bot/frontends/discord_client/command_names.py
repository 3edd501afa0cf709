"""Names and descriptions of commands in the languages of the bot; discord.py asks for them when it registers them."""

from discord import Locale, app_commands
from discord.app_commands import TranslationContextLocation as At

from bot.languages.catalogue import Catalogue, catalogue
from bot.languages.choice import language_of


class CommandNames(app_commands.Translator):
    """Translates what Discord shows of a command; None leaves the English, as for the commands of moderators."""

    async def translate(
        self, string: app_commands.locale_str, locale: Locale, context: app_commands.TranslationContextTypes
    ) -> str | None:
        """Return a name, a description or a choice in a language."""
        texts = catalogue(language_of(locale.value) or "")
        if texts is None or locale.value not in texts.locales:
            return None
        return _table(texts, context).get(string.message)


def _table(texts: Catalogue, context: app_commands.TranslationContextTypes) -> dict[str, str]:
    if context.location is At.parameter_name:
        return texts.options
    if context.location is At.group_name:
        return texts.commands
    if context.location is At.command_name and not isinstance(context.data, app_commands.ContextMenu):
        return {} if context.data.parent else texts.commands
    return texts.texts
