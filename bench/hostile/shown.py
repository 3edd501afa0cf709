"""What a message of the bot would do in Discord: whom it would notify, which links it would hide behind words."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from bench.hostile.target import Promise, require
from bot.languages.catalogue import ENGLISH, LANGUAGES
from bot.languages.wording import notice_heads

# As Discord reads them: brackets that no backslash stands before, and an address in the parentheses that follow.
_MASKED = re.compile(r"(?<!\\)(?:\\\\)*\[(?:\\.|[^\]\\])*\]\(\s*<?[a-z][a-z0-9+.-]*:[^)]*\)", re.IGNORECASE | re.DOTALL)
_TEXT_DISPLAY = 10  # https://discord.com/developers/docs/components/reference#component-object-component-types


def has_both_notices(text: str) -> bool:
    """Tell whether a message shows the safety notice and the legality notice, both in one language."""
    return any(all(f"**{head}** " in text for head in notice_heads(one)) for one in (ENGLISH, *LANGUAGES))


def check_text(text: str) -> None:
    """Fail where a text hides an address behind words."""
    found = _MASKED.search(text)
    require(found is None, Promise.MASKED_LINK, repr(found[0]) if found else "")


def check_body(body: Mapping[str, Any]) -> None:
    """Fail where the JSON of a message would notify somebody, hides a link, or lacks a notice."""
    allowed = body.get("allowed_mentions")
    quiet = allowed is not None and not any(allowed.get(kind) for kind in ("parse", "users", "roles", "replied_user"))
    require(quiet, Promise.PING, f"allowed_mentions {allowed!r}")
    require(not body.get("content") and not body.get("embeds"), Promise.NOTICES, "text outside of the visible form")
    shown = list(texts_of(body.get("components") or []))
    whole = "\n".join(shown)
    require(has_both_notices(whole), Promise.NOTICES, repr(whole[:200]))
    for text in shown:
        check_text(text)


def texts_of(components: object) -> Iterator[str]:
    """Yield the text displays of a message's components, in order."""
    if isinstance(components, list):
        for one in components:
            yield from texts_of(one)
    elif isinstance(components, dict):
        if components.get("type") == _TEXT_DISPLAY:
            yield str(components.get("content", ""))
        yield from texts_of(components.get("components"))
        yield from texts_of(components.get("accessory"))
