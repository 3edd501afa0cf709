"""Where the commands for people work."""

from discord import app_commands

everywhere = app_commands.allowed_contexts(guilds=True, dms=True, private_channels=True)
"""In servers, in direct messages with the bot, and, for those who installed it for themselves, with other people."""
EVERYWHERE = app_commands.AppCommandContext(guild=True, dm_channel=True, private_channel=True)
