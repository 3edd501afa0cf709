"""The bot's application and user as the API shows them to the bot itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .server import SimServer

# The "limited" flags, which stand for intents switched on by an application that is not verified.
INTENT_FLAGS = {"guild_presences": 1 << 13, "guild_members": 1 << 15, "message_content": 1 << 19}


def application_flags(sim: SimServer) -> int:
    """Return the application's flags, which say what privileged intents it has."""
    return sum(flag for name, flag in INTENT_FLAGS.items() if name in sim.privileged)


def own_user(sim: SimServer) -> dict:
    """Return the bot's user."""
    return sim.world.bot | {"bot": True, "mfa_enabled": False, "verified": True, "email": None, "locale": "en-US"}


def application(sim: SimServer) -> dict:
    """Return the application."""
    flags = application_flags(sim)
    return {
        "id": sim.application_id,
        "name": sim.world.bot["username"],
        "icon": None,
        "description": "",
        "type": None,
        "bot": sim.world.bot,
        "verify_key": "0" * 64,
        "flags": flags,
        "flags_new": str(flags),
        "redirect_uris": [],
        "interactions_endpoint_url": None,
        "role_connections_verification_url": None,
        "owner": sim.world.owner,
        "approximate_guild_count": len(sim.world.guilds),
        "approximate_user_install_count": 0,
        "approximate_user_authorization_count": 0,
        "explicit_content_filter": 0,
        "team": None,
        "eligible_oauth2_scopes": [],
        "bot_public": True,
        "bot_require_code_grant": False,
        "integration_types_config": {"0": {}},
    }
