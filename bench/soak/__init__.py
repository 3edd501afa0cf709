"""Ask the real bot for minutes at a steady rate, while moderators work and it is restarted; look at each answer."""
