"""What a request sent, made into what the API shows: attachments, embeds and components."""

from __future__ import annotations

import copy
import itertools
import mimetypes
from typing import TYPE_CHECKING

from tests.discord_sim.rules.components import SELECTS, each_component
from tests.discord_sim.rules.flags import EPHEMERAL, LOADING

from .message import Message
from .values import without_nulls

if TYPE_CHECKING:
    from .world import World


def apply_body(world: World, message: Message, body: dict, files: list) -> None:
    """Put what a request's body and files say into a message, as the API shows it afterwards."""
    data = message.data
    if "attachments" in body or files:
        attach_files(world, message, body.get("attachments"), files)
    if "content" in body:
        data["content"] = body["content"] or ""
    if "embeds" in body:
        data["embeds"] = [_embed(e, data["attachments"]) for e in body["embeds"] or []]
    if "components" in body:
        data["components"] = _components(world, body["components"] or [], data["attachments"])
    if body.get("flags") is not None:
        data["flags"] = data["flags"] & (EPHEMERAL | LOADING) | body["flags"] & ~(EPHEMERAL | LOADING)


def attach_files(world: World, message: Message, listed: list | None, files: list) -> None:
    """Keep and add attachments.

    Args:
        world: Where the files are kept.
        message: The message they belong to.
        listed: Which attachments to keep, and words about new ones; None keeps all.
        files: (index in the form, name, type, bytes) of new ones.
    """
    described = {str(a["id"]): a for a in listed or []}
    kept = message.attachments if listed is None else [a for a in message.attachments if a["id"] in described]
    for index, name, kind, blob in files:
        about = described.get(str(index), {})
        id, name = world.snowflake(), about.get("filename") or name
        guess = mimetypes.guess_type(name)[0] or kind or "application/octet-stream"
        url = f"{world.base_url}/attachments/{message.channel_id}/{id}/{name}"
        item = {"id": id, "filename": name, "size": len(blob), "url": url, "proxy_url": url, "content_type": guess}
        if about.get("description"):
            item["description"] = about["description"]
        if message.visible_to:
            item["ephemeral"] = True
        world.blobs[id] = (guess, blob)
        message.files[name] = blob
        kept = [*kept, item]
    message.data["attachments"] = kept


def _media(url: str, attachments: list) -> dict:
    if url.startswith("attachment://"):
        for item in attachments:
            if item["filename"] == url.removeprefix("attachment://"):
                return {
                    "url": item["url"],
                    "proxy_url": item["proxy_url"],
                    "attachment_id": item["id"],
                    "content_type": item["content_type"],
                    "filename": item["filename"],
                    "size": item["size"],
                }
        return {"url": url, "proxy_url": url}
    return {"url": url, "proxy_url": url}


def _embed(embed: dict, attachments: list) -> dict:
    shown = without_nulls(embed) | {"type": "rich"}
    for key in ("image", "thumbnail"):
        if shown.get(key, {}).get("url"):
            media = _media(shown[key]["url"], attachments)
            shown[key] = {"url": media["url"], "proxy_url": media["proxy_url"]}
    if "fields" in shown:
        shown["fields"] = [{"inline": False, **f} for f in shown["fields"]]
    for key in ("footer", "author"):
        if key in shown and not shown[key].get("text" if key == "footer" else "name"):
            del shown[key]
    return shown


def _components(world: World, components: list, attachments: list) -> list:
    shown = without_nulls(copy.deepcopy(components))
    taken = {c["id"] for c, _ in each_component(shown) if c.get("id")}
    counter = (n for n in itertools.count(1) if n not in taken)
    for part, _ in each_component(shown):
        part["id"] = part.get("id") or next(counter)
        kind = part["type"]
        if kind in SELECTS:
            part.setdefault("min_values", 1)
            part.setdefault("max_values", 1)
        if kind == 17:
            part.setdefault("accent_color", None)
        if kind in (11, 13, 17):
            part.setdefault("spoiler", False)
        if kind == 11:
            part.setdefault("description", None)
            part["media"] = _unfurled(world, part["media"]["url"], attachments)
        if kind == 12:
            part["items"] = [
                {"description": None, "spoiler": False, **i, "media": _unfurled(world, i["media"]["url"], attachments)}
                for i in part["items"]
            ]
        if kind == 13:
            media = _media(part["file"]["url"], attachments)
            part |= {
                "name": media.get("filename"),
                "size": media.get("size"),
                "file": _unfurled(world, part["file"]["url"], attachments),
            }
        if kind == 14:
            part.setdefault("spacing", 1)
            part.setdefault("divider", True)
    return shown


def _unfurled(world: World, url: str, attachments: list) -> dict:
    media = {"id": world.snowflake(), **_media(url, attachments)}
    return {k: v for k, v in media.items() if k not in ("filename", "size")}
