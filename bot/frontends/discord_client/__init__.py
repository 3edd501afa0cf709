"""Asking in Discord: slash commands over the answer service."""
