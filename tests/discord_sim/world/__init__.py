"""The state of the simulated Discord: users, guilds, channels, roles, permissions and messages."""
