"""Turn the pages of /topics."""

from bot.frontends.discord_client import texts
from bot.frontends.discord_client.catalogue import Listing, list_place
from bot.frontends.discord_client.controls import under_listing
from bot.frontends.discord_client.custom_ids import Place
from bot.frontends.discord_client.desk import Desk
from bot.frontends.discord_client.messages import NOTHING, Extras, reply_parts
from bot.frontends.discord_client.voices import Voice
from bot.rendering.discord_markdown import MessagePart, escape


def listing_message(desk: Desk, place: Place, voice: Voice) -> tuple[MessagePart, Extras]:
    """Return the message that shows a list; a sentence where there is no index, or the list is gone from it."""
    library = desk.library
    listing = list_place(library, place) if library else None
    if listing is None or not listing.options:
        sentence = texts.TOPIC_GONE if library else texts.NO_INDEX
        return reply_parts([sentence], voice.safeguards)[0], NOTHING
    return reply_parts(_blocks(listing, voice), voice.safeguards)[0], under_listing(listing)


def _blocks(listing: Listing, voice: Voice) -> list[str]:
    head = voice.say(texts.TOPICS, title=escape(voice.say(listing.title)), total=listing.total)
    if listing.pages == 1:
        return [head]
    return [head, voice.say(texts.TOPICS_PAGE, page=listing.place.page + 1, pages=listing.pages)]
