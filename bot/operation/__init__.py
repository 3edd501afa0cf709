"""Running the bot: its health, backups of what it keeps, and what is wrong with an installation."""
