"""Fetch a file that a moderator attached, from Discord alone."""

import aiohttp
import discord
import yarl

from bot.article_drafts import ArticleRefusedError, refuse_size, suffix_of
from bot.frontends.discord_client import texts

_HOSTS = frozenset({"cdn.discordapp.com", "media.discordapp.net"})
"""https://discord.com/developers/docs/reference#signed-attachment-cdn-urls"""


async def fetch_article(attachment: discord.Attachment, api_base: str | None) -> tuple[bytes, str]:
    """Return what an attached file holds, and the ending of its name.

    Args:
        attachment: the file, as Discord describes it.
        api_base: the address of another server that stands in for Discord, if any; its files may come from there.

    Raises:
        ArticleRefusedError: it is too large, of another kind, not from Discord, or cannot be fetched.
    """
    suffix = suffix_of(attachment.filename)
    refuse_size(suffix, attachment.size)
    if not _is_discords(attachment.url, api_base):
        raise ArticleRefusedError(texts.NOT_FROM_DISCORD)
    try:
        data = await attachment.read()
    except (discord.DiscordException, aiohttp.ClientError, OSError) as error:
        raise ArticleRefusedError(texts.NOT_OPENED) from error
    refuse_size(suffix, len(data))
    return data, suffix


def _is_discords(url: str, api_base: str | None) -> bool:
    address = yarl.URL(url)
    if address.scheme not in ("http", "https") or not address.host:
        return False
    if api_base is not None and address.origin() == yarl.URL(api_base).origin():
        return True
    return address.scheme == "https" and address.host in _HOSTS
