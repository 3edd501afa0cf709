"""The limits of messages and embeds which Discord's documentation states and its schemas do not.

See https://docs.discord.com/developers/resources/message
"""

from __future__ import annotations

from .components import component_limits
from .flags import COMPONENTS_V2
from .problems import Problem, Problems

CONTENT_LIMIT, EMBED_TOTAL = 2000, 6000  # code points; the second over all embeds of a message


def trim_message(body: dict) -> None:
    """Strip the text Discord strips before it measures a message."""
    if isinstance(body.get("content"), str):
        body["content"] = body["content"].strip()
    for embed in body.get("embeds") or ():
        if not isinstance(embed, dict):
            continue
        parts = [(embed, "title"), (embed, "description")]
        for name, key in (("footer", "text"), ("author", "name")):
            if isinstance(embed.get(name), dict):
                parts.append((embed[name], key))
        for item in embed.get("fields") or ():
            if isinstance(item, dict):
                parts += [(item, "name"), (item, "value")]
        for holder, key in parts:
            if isinstance(holder.get(key), str):
                holder[key] = holder[key].strip()


def message_limits(body: dict, *, path: tuple = (), flags: int = 0) -> list[Problem]:
    """Check a message body; `flags` are those the message already has, for an edit."""
    found = Problems()
    flags |= body.get("flags") or 0
    if len(body.get("content") or "") > CONTENT_LIMIT:
        found.add((*path, "content"), "BASE_TYPE_MAX_LENGTH", f"Must be {CONTENT_LIMIT} or fewer in length.")
    found += _embed_limits(body.get("embeds") or [], (*path, "embeds"))
    found += component_limits(body.get("components") or [], (*path, "components"), v2=bool(flags & COMPONENTS_V2))
    if flags & COMPONENTS_V2:
        for name in ("content", "embeds", "sticker_ids", "poll"):
            if body.get(name):
                found.add(
                    (*path, name),
                    "MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2",
                    f"The '{name}' field cannot be used when using MessageFlags.IS_COMPONENTS_V2",
                )
    mentions = body.get("allowed_mentions") or {}
    for name in ("users", "roles"):
        if name in (mentions.get("parse") or ()) and mentions.get(name):
            found.add(
                (*path, "allowed_mentions"),
                "MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE",
                f'parse:["{name}"] and {name}: [ids...] are mutually exclusive.',
            )
    return found


def is_empty(body: dict, files: int = 0) -> bool:
    """Tell whether Discord would refuse the body, with this many files, as an empty message."""
    holds = ("content", "embeds", "sticker_ids", "components", "poll", "shared_client_theme", "attachments")
    forward = (body.get("message_reference") or {}).get("type") == 1
    return not files and not forward and not any(body.get(name) for name in holds)


def _embed_limits(embeds: list, path: tuple) -> list[Problem]:
    found, total = Problems(), 0
    for index, embed in enumerate(embeds):
        here = (*path, index)
        texts = [
            embed.get("title"),
            embed.get("description"),
            (embed.get("footer") or {}).get("text"),
            (embed.get("author") or {}).get("name"),
        ]
        for at, item in enumerate(embed.get("fields") or []):
            for key in ("name", "value"):
                texts.append(item.get(key))
                if item.get(key) == "":
                    found.add((*here, "fields", at, key), "BASE_TYPE_REQUIRED", "This field is required")
        total += sum(len(t) for t in texts if t)
        if not any(texts) and not any(embed.get(k) for k in ("fields", "image", "thumbnail", "video")):
            found.add((*here, "description"), "BASE_TYPE_REQUIRED", "This field is required")
    if total > EMBED_TOTAL:
        found.add(path, "MAX_EMBED_SIZE_EXCEEDED", f"Embed size exceeds maximum size of {EMBED_TOTAL}")
    return found
