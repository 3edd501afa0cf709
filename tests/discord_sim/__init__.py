"""A local Discord for end-to-end tests of an unchanged discord.py bot: see the README beside this file."""
