"""Whether a text has the form of a Discord bot token, without asking Discord and without showing any of it.

https://discord.com/developers/docs/reference#authentication: three parts joined by dots, of which the first is the
bot's numeric id in base64.
"""

import base64
import binascii
import re

_PARTS = re.compile(r"[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+")


def token_fault(token: str) -> str | None:
    """Return why a text cannot be a bot token; None where it may be one."""
    if token.lower().startswith("bot "):
        return 'it starts with "Bot "; only what follows belongs there'
    if not _PARTS.fullmatch(token):
        return "it is not three parts of letters and digits joined by dots: perhaps the client secret or public key"
    first = token.partition(".")[0]
    try:
        number = base64.urlsafe_b64decode(first + "=" * (-len(first) % 4))
    except (binascii.Error, ValueError):
        number = b""
    return None if number.isdigit() else "its first part is not the id of a bot, so some of it is missing"
