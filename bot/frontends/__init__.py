"""The ways to ask: a terminal and Discord."""
