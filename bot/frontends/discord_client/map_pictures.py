"""The map of the US states as a message: drawn once a build and day, with all that it shows in words."""

import asyncio
from datetime import date

import structlog

from bot.answering.models import Answer
from bot.answering.safeguards import Safeguards
from bot.editions import OpenEdition
from bot.frontends.discord_client import texts
from bot.frontends.discord_client.logs import describe_error
from bot.frontends.discord_client.messages import Picture, reply_parts
from bot.frontends.discord_client.worker import run_in_thread
from bot.rendering.discord_markdown import MessagePart, escape
from bot.rendering.state_map import COUNTRY, map_alt_text, map_lines, map_states

log = structlog.get_logger()

_FILE = "kratom-law-us-states.png"


class MapPictures:
    """Keeps the latest picture. Many who ask at once wait for one drawing."""

    def __init__(self) -> None:
        self._key: tuple[str, date] | None = None
        self._drawing: asyncio.Future[bytes] | None = None

    async def of(self, edition: OpenEdition, day: date) -> Picture | None:
        """Return the picture of a build on a day; None where it cannot be drawn, since the words say the same."""
        states = map_states(edition.library.corpus.legality, day)
        if self._drawing is None or self._key != (edition.build_id, day):
            self._key = (edition.build_id, day)
            self._drawing = run_in_thread("map", lambda: _draw(edition, day))
        try:
            data = await asyncio.shield(self._drawing)
        except Exception as error:  # a library or font that is not there must not cost the answer
            log.error("map not drawn", **describe_error(error))
            self._drawing = None
            return None
        return Picture(_FILE, data, map_alt_text(states))


def shows_map(answer: Answer, edition: OpenEdition) -> bool:
    """Tell whether an answer is about the law of the United States as a whole."""
    country = next((record for record in edition.library.corpus.legality if record.code == COUNTRY), None)
    return country is not None and any(quote.passage.id == country.passage_id for quote in answer.quotes)


def map_parts(edition: OpenEdition, day: date, safeguards: Safeguards, *, drawn: bool) -> tuple[MessagePart, ...]:
    """Return the map in words as messages; the picture goes with the last."""
    head, *lines = map_lines(map_states(edition.library.corpus.legality, day))
    rows = "\n".join(f"- {escape(line)}" for line in lines)
    return reply_parts(
        [texts.MAP, f"{escape(head)}\n{rows}", *([] if drawn else [texts.MAP_IMAGE_MISSING])], safeguards
    )


def _draw(edition: OpenEdition, day: date) -> bytes:
    from bot.rendering.state_map_image import draw_state_map

    return draw_state_map(map_states(edition.library.corpus.legality, day))
