"""Which operation a request asks for: the simulated operations' routes, and the search among them.

Ids and templates are those of Discord's OpenAPI description.
"""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import unquote

ROUTES = (
    # users and applications
    ("GET", "/users/@me", "get_my_user"),
    ("GET", "/users/{user_id}", "get_user"),
    ("GET", "/users/@me/guilds", "list_my_guilds"),
    ("POST", "/users/@me/channels", "create_dm"),
    ("GET", "/applications/@me", "get_my_application"),
    ("GET", "/oauth2/applications/@me", "get_my_oauth2_application"),
    ("GET", "/applications/{application_id}", "get_application"),
    ("PATCH", "/applications/@me", "update_my_application"),
    ("GET", "/gateway", "get_gateway"),
    ("GET", "/gateway/bot", "get_bot_gateway"),
    ("GET", "/applications/{application_id}/emojis", "list_application_emojis"),
    ("GET", "/applications/{application_id}/entitlements", "get_entitlements"),
    ("GET", "/users/@me/applications/{application_id}/entitlements", "get_current_user_application_entitlements"),
    # commands
    ("GET", "/applications/{application_id}/commands", "list_application_commands"),
    ("GET", "/applications/{application_id}/guilds/{guild_id}/commands", "list_guild_application_commands"),
    ("PUT", "/applications/{application_id}/commands", "bulk_set_application_commands"),
    ("PUT", "/applications/{application_id}/guilds/{guild_id}/commands", "bulk_set_guild_application_commands"),
    ("POST", "/applications/{application_id}/commands", "create_application_command"),
    ("POST", "/applications/{application_id}/guilds/{guild_id}/commands", "create_guild_application_command"),
    ("GET", "/applications/{application_id}/commands/{command_id}", "get_application_command"),
    ("GET", "/applications/{application_id}/guilds/{guild_id}/commands/{command_id}", "get_guild_application_command"),
    ("PATCH", "/applications/{application_id}/commands/{command_id}", "update_application_command"),
    (
        "PATCH",
        "/applications/{application_id}/guilds/{guild_id}/commands/{command_id}",
        "update_guild_application_command",
    ),
    ("DELETE", "/applications/{application_id}/commands/{command_id}", "delete_application_command"),
    (
        "DELETE",
        "/applications/{application_id}/guilds/{guild_id}/commands/{command_id}",
        "delete_guild_application_command",
    ),
    (
        "GET",
        "/applications/{application_id}/guilds/{guild_id}/commands/{command_id}/permissions",
        "get_guild_application_command_permissions",
    ),
    (
        "GET",
        "/applications/{application_id}/guilds/{guild_id}/commands/permissions",
        "list_guild_application_command_permissions",
    ),
    # interactions
    ("POST", "/interactions/{interaction_id}/{interaction_token}/callback", "create_interaction_response"),
    ("POST", "/webhooks/{webhook_id}/{webhook_token}", "execute_webhook"),
    ("GET", "/webhooks/{webhook_id}/{webhook_token}/messages/@original", "get_original_webhook_message"),
    ("GET", "/webhooks/{webhook_id}/{webhook_token}/messages/{message_id}", "get_webhook_message"),
    ("PATCH", "/webhooks/{webhook_id}/{webhook_token}/messages/@original", "update_original_webhook_message"),
    ("PATCH", "/webhooks/{webhook_id}/{webhook_token}/messages/{message_id}", "update_webhook_message"),
    ("DELETE", "/webhooks/{webhook_id}/{webhook_token}/messages/@original", "delete_original_webhook_message"),
    ("DELETE", "/webhooks/{webhook_id}/{webhook_token}/messages/{message_id}", "delete_webhook_message"),
    # channels and messages
    ("GET", "/channels/{channel_id}", "get_channel"),
    ("PATCH", "/channels/{channel_id}", "update_channel"),
    ("DELETE", "/channels/{channel_id}", "delete_channel"),
    ("POST", "/guilds/{guild_id}/channels", "create_guild_channel"),
    ("GET", "/channels/{channel_id}/messages", "list_messages"),
    ("GET", "/channels/{channel_id}/messages/{message_id}", "get_message"),
    ("POST", "/channels/{channel_id}/messages", "create_message"),
    ("PATCH", "/channels/{channel_id}/messages/{message_id}", "update_message"),
    ("DELETE", "/channels/{channel_id}/messages/{message_id}", "delete_message"),
    ("POST", "/channels/{channel_id}/messages/bulk-delete", "bulk_delete_messages"),
    ("POST", "/channels/{channel_id}/typing", "trigger_typing_indicator"),
    ("GET", "/channels/{channel_id}/messages/pins", "list_pins"),
    ("PUT", "/channels/{channel_id}/messages/pins/{message_id}", "create_pin"),
    ("DELETE", "/channels/{channel_id}/messages/pins/{message_id}", "delete_pin"),
    ("PUT", "/channels/{channel_id}/pins/{message_id}", "deprecated_create_pin"),
    ("DELETE", "/channels/{channel_id}/pins/{message_id}", "deprecated_delete_pin"),
    # reactions
    ("PUT", "/channels/{channel_id}/messages/{message_id}/reactions/{emoji_name}/@me", "add_my_message_reaction"),
    ("DELETE", "/channels/{channel_id}/messages/{message_id}/reactions/{emoji_name}/@me", "delete_my_message_reaction"),
    (
        "DELETE",
        "/channels/{channel_id}/messages/{message_id}/reactions/{emoji_name}/{user_id}",
        "delete_user_message_reaction",
    ),
    ("DELETE", "/channels/{channel_id}/messages/{message_id}/reactions", "delete_all_message_reactions"),
    (
        "DELETE",
        "/channels/{channel_id}/messages/{message_id}/reactions/{emoji_name}",
        "delete_all_message_reactions_by_emoji",
    ),
    ("GET", "/channels/{channel_id}/messages/{message_id}/reactions/{emoji_name}", "list_message_reactions_by_emoji"),
    # threads
    ("POST", "/channels/{channel_id}/messages/{message_id}/threads", "create_thread_from_message"),
    ("POST", "/channels/{channel_id}/threads", "create_thread"),
    ("PUT", "/channels/{channel_id}/thread-members/@me", "join_thread"),
    ("DELETE", "/channels/{channel_id}/thread-members/@me", "leave_thread"),
    ("PUT", "/channels/{channel_id}/thread-members/{user_id}", "add_thread_member"),
    ("DELETE", "/channels/{channel_id}/thread-members/{user_id}", "delete_thread_member"),
    ("GET", "/channels/{channel_id}/thread-members", "list_thread_members"),
    ("GET", "/guilds/{guild_id}/threads/active", "get_active_guild_threads"),
    ("GET", "/channels/{channel_id}/threads/archived/public", "list_public_archived_threads"),
    ("GET", "/channels/{channel_id}/threads/archived/private", "list_private_archived_threads"),
    ("GET", "/channels/{channel_id}/users/@me/threads/archived/private", "list_my_private_archived_threads"),
    # guilds
    ("GET", "/guilds/{guild_id}/emojis", "list_guild_emojis"),
    ("GET", "/guilds/{guild_id}/stickers", "list_guild_stickers"),
    ("GET", "/guilds/{guild_id}", "get_guild"),
    ("GET", "/guilds/{guild_id}/channels", "list_guild_channels"),
    ("GET", "/guilds/{guild_id}/roles", "list_guild_roles"),
    ("GET", "/guilds/{guild_id}/roles/{role_id}", "get_guild_role"),
    ("GET", "/guilds/{guild_id}/members", "list_guild_members"),
    ("GET", "/guilds/{guild_id}/members/search", "search_guild_members"),
    ("GET", "/guilds/{guild_id}/members/{user_id}", "get_guild_member"),
    ("PATCH", "/guilds/{guild_id}/members/{user_id}", "update_guild_member"),
    ("PUT", "/guilds/{guild_id}/members/{user_id}/roles/{role_id}", "add_guild_member_role"),
    ("DELETE", "/guilds/{guild_id}/members/{user_id}/roles/{role_id}", "delete_guild_member_role"),
)


class Router:
    """The search for an operation by method and path, among ROUTES and any `further` routes."""

    def __init__(self, further: Iterable[tuple[str, str, str]] = ()) -> None:
        self._routes: dict[tuple[str, int], list[tuple[list[str], str]]] = {}
        for method, template, operation in dict.fromkeys((*ROUTES, *further)):
            segments = template.strip("/").split("/")
            self._routes.setdefault((method, len(segments)), []).append((segments, operation))
        for routes in self._routes.values():  # fixed segments win over parameters
            routes.sort(key=lambda route: [segment.startswith("{") for segment in route[0]])

    def match(self, method: str, path: str) -> tuple[str, dict[str, str]] | None:
        """Return the operation id and the path's values, for a path without its query."""
        parts = path.strip("/").split("/")
        for segments, operation in self._routes.get((method, len(parts)), []):
            pairs = list(zip(segments, parts, strict=True))
            if all(segment.startswith("{") or segment == part for segment, part in pairs):
                return operation, {s[1:-1]: unquote(part) for s, part in pairs if s.startswith("{")}
        return None

    def known_path(self, path: str) -> bool:
        """Tell whether any method has an operation at this path."""
        return any(self.match(method, path) for method in ("GET", "POST", "PUT", "PATCH", "DELETE"))
