"""What the bot would answer from another build: the acceptance questions, asked of both."""
