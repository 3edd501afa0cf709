"""The map of the US states as a message: drawn once for what it shows, with the same in words."""

import asyncio

import structlog

from bot.answering.library import Library
from bot.answering.models import Answer
from bot.answering.safeguards import Safeguards
from bot.frontends.discord_client import texts
from bot.frontends.discord_client.logs import describe_error
from bot.frontends.discord_client.messages import Picture, reply_parts
from bot.frontends.discord_client.worker import run_in_thread
from bot.rendering.discord_markdown import MessagePart, escape
from bot.rendering.state_map import COUNTRY, StateMap, map_alt_text, map_lines
from corpus.models import LegalRecord

log = structlog.get_logger()

_FILE = "kratom-law-us-states.png"


class MapPictures:
    """Keeps the latest picture: another build, day or withdrawal is another map. Many at once wait for one drawing."""

    def __init__(self) -> None:
        self._drawn: StateMap | None = None
        self._drawing: asyncio.Future[bytes] | None = None

    async def of(self, states: StateMap) -> Picture | None:
        """Return the picture of a map; None where it cannot be drawn, since the words say the same."""
        if self._drawing is None or self._drawn != states:
            self._drawn = states
            self._drawing = run_in_thread("map", lambda: _draw(states))
        try:
            data = await asyncio.shield(self._drawing)
        except Exception as error:  # a library or font that is not there must not cost the answer
            log.error("map not drawn", **describe_error(error))
            self._drawing = None
            return None
        return Picture(_FILE, data, map_alt_text(states))


def usable_laws(library: Library) -> list[LegalRecord]:
    """Return the records of the law that may be shown."""
    return [record for record in library.corpus.legality if library.may_use(record)]


def shows_map(answer: Answer, library: Library) -> bool:
    """Tell whether an answer is about the law of the United States as a whole."""
    country = next((record for record in library.corpus.legality if record.code == COUNTRY), None)
    return country is not None and any(quote.passage.id == country.passage_id for quote in answer.quotes)


def map_parts(states: StateMap, safeguards: Safeguards, *, drawn: bool) -> tuple[MessagePart, ...]:
    """Return the map in words as messages; the picture goes with the last."""
    head, *lines = map_lines(states)
    rows = "\n".join(f"- {escape(line)}" for line in lines)
    blocks = [texts.MAP, f"{escape(head)}\n{rows}"]
    return reply_parts(blocks if drawn else [*blocks, texts.MAP_IMAGE_MISSING], safeguards)


def _draw(states: StateMap) -> bytes:
    from bot.rendering.state_map_image import draw_state_map

    return draw_state_map(states)
