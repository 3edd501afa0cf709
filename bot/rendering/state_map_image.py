"""The law of the US states as a picture: equal tiles, each with a colour and a mark, so that neither is needed alone.

Filled is confirmed; hollow and dashed is not confirmed any more. The colours are those of Okabe and Ito, which people
with any kind of colour vision can tell apart: https://jfly.uni-koeln.de/color/. Pillow is loaded when the first
picture is drawn, since most bots draw one a day and some none.
"""

from __future__ import annotations

import io
import math
from itertools import pairwise
from typing import TYPE_CHECKING

from bot.answering.law import day_words
from bot.rendering.state_map import StateLaw, StateMap
from corpus.models import LegalStatus, SevenOhStatus
from corpus.state_tiles import COLUMNS, ROWS
from corpus.words import LAW_WORDS

if TYPE_CHECKING:
    from PIL.ImageDraw import ImageDraw
    from PIL.ImageFont import FreeTypeFont, ImageFont

WIDTH, HEIGHT = 1100, 1120
"""Twice the width at which Discord shows a picture, so that it is sharp on phones too."""

_SMOOTH = 2  # drawn larger by this and then reduced, since Pillow's lines have no soft edges
_MARGIN, _TOP, _GAP = 24, 92, 7
_TILE = (WIDTH - 2 * _MARGIN - (COLUMNS - 1) * _GAP) / COLUMNS
_PAPER, _INK, _FAINT = "#ffffff", "#111111", "#8a8a8a"
_FILL = {
    LegalStatus.BANNED: "#d55e00",
    LegalStatus.RESTRICTED: "#e69f00",
    LegalStatus.REGULATED: "#56b4e9",
    LegalStatus.AGE_LIMIT_ONLY: "#bfe3f8",
    LegalStatus.LEGAL_UNREGULATED: "#e6e6e6",
    LegalStatus.UNCLEAR: "#cc79a7",
}


def draw_state_map(states: StateMap) -> bytes:
    """Return the map as a PNG of 1100 by 1120 pixels; takes some tenths of a second."""
    from PIL import Image, ImageDraw

    image = Image.new("RGB", (WIDTH * _SMOOTH, HEIGHT * _SMOOTH), _PAPER)
    pen = _Pen(ImageDraw.Draw(image))
    pen.text(_MARGIN, 22, "Kratom leaf, by US state", 40, bold=True)
    pen.text(_MARGIN, 72, f"by records that still hold on {day_words(states.day)}", 26, colour="#444444")
    pen.text(WIDTH - _MARGIN, 40, "not legal advice", 24, colour="#444444", anchor="ra")
    pen.text(WIDTH - _MARGIN, 76, "21+ = minimum age", 24, colour="#444444", anchor="ra")
    for state in states.states:
        left = _MARGIN + state.tile.column * (_TILE + _GAP)
        _draw_tile(pen, left, _TOP + 24 + state.tile.row * (_TILE + _GAP), state)
    _draw_legend(pen, states)
    reduced = image.resize((WIDTH, HEIGHT), Image.Resampling.LANCZOS).quantize(96, dither=Image.Dither.NONE)
    data = io.BytesIO()
    reduced.save(data, "PNG", optimize=True)
    return data.getvalue()


class _Pen:
    """Draws in pixels of the finished picture."""

    def __init__(self, draw: ImageDraw) -> None:
        self._draw = draw
        self._fonts: dict[int, FreeTypeFont | ImageFont] = {}

    def text(
        self, x: float, y: float, text: str, size: int, *, bold: bool = False, colour: str = _INK, anchor: str = "la"
    ) -> None:
        """Write a line; `anchor` is Pillow's: where (x, y) lies on the text."""
        stroke = 0.6 * _SMOOTH if bold else 0
        place = (x * _SMOOTH, y * _SMOOTH)
        self._draw.text(place, text, colour, self._font(size), anchor, stroke_width=stroke, stroke_fill=colour)

    def box(self, x: float, y: float, wide: float, high: float, *, fill: str | None, edge: str | None = None) -> None:
        """Draw a box with slightly round corners."""
        corners = tuple(value * _SMOOTH for value in (x, y, x + wide, y + high))
        self._draw.rounded_rectangle(corners, 6 * _SMOOTH, fill, edge, 2 * _SMOOTH if edge else 0)

    def line(self, points: list[tuple[float, float]], width: float, *, colour: str = _INK) -> None:
        """Draw a line through points, with round ends."""
        scaled = [(x * _SMOOTH, y * _SMOOTH) for x, y in points]
        self._draw.line(scaled, colour, round(width * _SMOOTH), "curve")
        for x, y in scaled:
            radius = width * _SMOOTH / 2
            self._draw.ellipse((x - radius, y - radius, x + radius, y + radius), colour)

    def circle(self, x: float, y: float, radius: float, width: float) -> None:
        """Draw a ring."""
        reach = radius + width / 2
        corners = tuple(v * _SMOOTH for v in (x - reach, y - reach, x + reach, y + reach))
        self._draw.ellipse(corners, None, _INK, round(width * _SMOOTH))

    def dashes(self, x: float, y: float, wide: float, high: float, colour: str) -> None:
        """Draw a dashed box."""
        corners = [(x, y), (x + wide, y), (x + wide, y + high), (x, y + high), (x, y)]
        for (x1, y1), (x2, y2) in pairwise(corners):
            long = math.dist((x1, y1), (x2, y2))
            count = max(1, round(long / 18))
            for part in range(count):
                start, end = part / count, (part + 0.55) / count
                ends = [(x1 + (x2 - x1) * at, y1 + (y2 - y1) * at) for at in (start, end)]
                self.line(ends, 4, colour=colour)

    def _font(self, size: int) -> FreeTypeFont | ImageFont:
        if size not in self._fonts:
            from PIL import ImageFont

            self._fonts[size] = ImageFont.load_default(size * _SMOOTH)
        return self._fonts[size]


def _draw_tile(pen: _Pen, x: float, y: float, state: StateLaw) -> None:
    record = state.record
    if record is None:
        pen.box(x, y, _TILE, _TILE, fill=None, edge="#d0d0d0")
        pen.text(x + 10, y + 9, state.tile.code, 32, colour=_FAINT)
        return
    if state.current:
        pen.box(x, y, _TILE, _TILE, fill=_FILL[record.status])
    else:
        pen.dashes(x + 2, y + 2, _TILE - 4, _TILE - 4, "#555555")
    pen.text(x + 9, y + 5, state.tile.code, 32, bold=True)
    if state.current and record.min_age:
        pen.text(x + 9, y + 39, f"{record.min_age}+", 22)
    if state.current or record.status is LegalStatus.BANNED:  # what was banned is not shown as if nothing were known
        _draw_mark(pen, x + _TILE - 28, y + 38, record.status)
    if state.current:
        _draw_seven_oh(pen, x, y + _TILE - 26, _TILE, record.seven_oh)


def _draw_mark(pen: _Pen, x: float, y: float, status: LegalStatus) -> None:
    """Draw the mark of a status, the same as in the overview of the corpus, in a box of 20 by 20 from (x, y)."""
    wide = 4.2
    if status is LegalStatus.BANNED:
        pen.line([(x + 2, y + 2), (x + 18, y + 18)], wide)
        pen.line([(x + 18, y + 2), (x + 2, y + 18)], wide)
    elif status is LegalStatus.RESTRICTED:
        pen.line([(x + 3, y + 17), (x + 17, y + 3)], wide)
    elif status is LegalStatus.REGULATED:
        for down in (3, 10, 17):
            pen.line([(x + 2, y + down), (x + 18, y + down)], wide)
    elif status is LegalStatus.AGE_LIMIT_ONLY:
        pen.line([(x + 2, y + 17), (x + 10, y + 3), (x + 18, y + 17), (x + 2, y + 17)], wide)
    elif status is LegalStatus.LEGAL_UNREGULATED:
        pen.circle(x + 10, y + 10, 7.5, wide)
    else:
        pen.text(x + 10, y + 10, "?", 30, bold=True, anchor="mm")


def _draw_seven_oh(pen: _Pen, x: float, y: float, wide: float, status: SevenOhStatus) -> None:
    """Draw the band at the foot of a tile: full where 7-OH products are banned, a frame where they are restricted."""
    if status is SevenOhStatus.BANNED:
        pen.box(x + 6, y, wide - 12, 21, fill=_INK)
        pen.text(x + wide / 2, y + 10.5, "7-OH", 17, bold=True, colour=_PAPER, anchor="mm")
    elif status is SevenOhStatus.RESTRICTED:
        pen.box(x + 6, y, wide - 12, 21, fill=_PAPER, edge=_INK)
        pen.text(x + wide / 2, y + 10.5, "7-OH", 17, bold=True, anchor="mm")


def _draw_legend(pen: _Pen, states: StateMap) -> None:
    top = _TOP + 24 + ROWS * (_TILE + _GAP) + 20
    side, step, columns = 36, 52, (_MARGIN, WIDTH // 2 + 10)
    for number, status in enumerate(_FILL):
        x, y = columns[number % 2], top + number // 2 * step
        pen.box(x, y, side, side, fill=_FILL[status])
        _draw_mark(pen, x + 8, y + 8, status)
        count = sum(record.status is status for _, record in states.known)
        pen.text(x + side + 14, y + side / 2, f"{LAW_WORDS[status]} ({count})", 27, anchor="lm")
    y = top + 3 * step
    pen.dashes(columns[0] + 2, y + 2, side - 4, side - 4, "#555555")
    pen.text(columns[0] + side + 14, y + side / 2, f"not confirmed any more ({len(states.past)})", 27, anchor="lm")
    left = float(columns[1])
    for seven_oh, words in ((SevenOhStatus.BANNED, "banned"), (SevenOhStatus.RESTRICTED, "restricted")):
        _draw_seven_oh(pen, left - 6, y + 8, 84, seven_oh)
        pen.text(left + 84, y + side / 2, words, 27, anchor="lm")
        left += 220
