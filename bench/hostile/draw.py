"""Read hostile values out of bytes: the same bytes give the same values, whichever engine made them up."""

from collections.abc import Callable, Sequence
from typing import TypeVar

from bench.hostile.words import SNIPPETS

T = TypeVar("T")
_RANGES = ((0x20, 0x7E), (0x00, 0x1F), (0xA0, 0x24F), (0x300, 0x36F), (0x400, 0x4FF), (0x590, 0x6FF), (0x2000, 0x206F),
           (0xD800, 0xDFFF), (0xE000, 0xE0FF), (0xFE00, 0xFFFF), (0x1F300, 0x1FAFF), (0xE0000, 0xE007F))  # fmt: skip


class Draw:
    """Takes values from the front of some bytes; past their end everything is the first choice, or empty."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._at = 0

    @property
    def is_empty(self) -> bool:
        """Tell whether all bytes are used up."""
        return self._at >= len(self._data)

    def byte(self) -> int:
        """Return the next byte, 0 to 255; 0 past the end."""
        at, self._at = self._at, self._at + 1
        return self._data[at] if at < len(self._data) else 0

    def rest(self) -> bytes:
        """Return all that is left."""
        at, self._at = self._at, len(self._data)
        return self._data[at:]

    def number(self, least: int, most: int) -> int:
        """Return a whole number between two, both included."""
        span, value = most - least, 0
        for _ in range((span.bit_length() + 7) // 8):
            value = value << 8 | self.byte()
        return least + value % (span + 1)

    def flag(self) -> bool:
        """Return yes or no."""
        return bool(self.byte() & 1)

    def choose(self, choices: Sequence[T]) -> T:
        """Return one of some things."""
        return choices[self.number(0, len(choices) - 1)]

    def several(self, make: Callable[[], T], most: int) -> list[T]:
        """Return up to so many things, none past the end of the bytes."""
        return [make() for _ in range(self.number(0, most)) if not self.is_empty]

    def text(self, snippets: Sequence[str] = SNIPPETS, most: int = 8) -> str:
        """Return a text of up to `most` pieces: known bad ones, and characters of any kind, lone surrogates too."""
        return "".join(self.several(lambda: self._piece(snippets), most))

    def safe_text(self, snippets: Sequence[str] = SNIPPETS, most: int = 8) -> str:
        """Return a text that can be written to a file: one without lone surrogates."""
        return self.text(snippets, most).encode("utf-8", "replace").decode()

    def _piece(self, snippets: Sequence[str]) -> str:
        kind = self.byte()
        if kind < 0xB0:
            piece = self.choose(snippets)
            return piece * self.number(1, 40) if kind < 0x08 else piece
        first, last = _RANGES[kind % len(_RANGES)]
        return "".join(chr(self.number(first, last)) for _ in range(1 + self.byte() % 6))
