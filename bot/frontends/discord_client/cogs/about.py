"""/about and /help."""

from discord import app_commands
from discord.ext import commands

from bot.frontends.discord_client import texts
from bot.frontends.discord_client.admission import moderator_roles
from bot.frontends.discord_client.build_words import about_blocks
from bot.frontends.discord_client.contexts import everywhere
from bot.frontends.discord_client.desk import Desk
from bot.frontends.discord_client.messages import Interaction, reply_parts, send_reply
from bot.frontends.discord_client.permissions import NotModeratorError, require_moderator
from bot.languages.wording import name_command


class AboutCog(commands.Cog):
    """What the bot is and how to use it."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    @app_commands.command(description="What I answer from, and how well")
    @everywhere
    async def about(self, interaction: Interaction) -> None:
        """Tell what answers: the build, its size, its measured quality."""
        assembly = self._desk.assembly
        blocks = about_blocks(assembly.shelf.current())
        await send_reply(interaction, reply_parts(blocks, self._desk.voice(interaction).safeguards), ephemeral=True)

    @app_commands.command(description="How to use me")
    @everywhere
    async def help(self, interaction: Interaction) -> None:
        """List the commands; those of moderators only to moderators."""
        commands_shown = dict(texts.COMMANDS)
        try:
            require_moderator(interaction, await moderator_roles(self._desk, interaction.guild_id))
            commands_shown |= texts.MODERATOR_COMMANDS
        except NotModeratorError:
            pass
        voice = self._desk.voice(interaction)
        lines = "\n".join(
            f"- `{name_command(name, voice.language)}`: {voice.say(w)}" for name, w in commands_shown.items()
        )
        parts = reply_parts([texts.HELP, lines, texts.PRIVACY], voice.safeguards)
        await send_reply(interaction, parts, ephemeral=True)
