"""Discord's gateway intents.

See https://docs.discord.com/developers/events/gateway#gateway-intents
"""

_BITS = {
    "guilds": 0,
    "guild_members": 1,
    "guild_moderation": 2,
    "guild_expressions": 3,
    "guild_integrations": 4,
    "guild_webhooks": 5,
    "guild_invites": 6,
    "guild_voice_states": 7,
    "guild_presences": 8,
    "guild_messages": 9,
    "guild_message_reactions": 10,
    "guild_message_typing": 11,
    "direct_messages": 12,
    "direct_message_reactions": 13,
    "direct_message_typing": 14,
    "message_content": 15,
    "guild_scheduled_events": 16,
    "auto_moderation_configuration": 20,
    "auto_moderation_execution": 21,
    "guild_message_polls": 24,
    "direct_message_polls": 25,
}
INTENTS = {name: 1 << bit for name, bit in _BITS.items()}
ALL_INTENTS = sum(INTENTS.values())
PRIVILEGED = ("guild_members", "guild_presences", "message_content")
