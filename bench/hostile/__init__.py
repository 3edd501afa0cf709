"""Hostile input: what strangers could send, by the million, and what must hold for each of it."""
